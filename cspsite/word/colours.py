"""The status that a word or a coloured cell stands for."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable
from typing import get_args

from cspsite.findings import nearest
from cspsite.model import Status
from cspsite.word.labels import quoted

_KNOWN: tuple[Status, ...] = get_args(Status)
_INITIALS: dict[str, Status] = {word[0].casefold(): word for word in _KNOWN}
_NAMED: dict[str, Status] = {
    "red": "Red",
    "darkred": "Red",
    "yellow": "Amber",
    "darkyellow": "Amber",
    "green": "Green",
    "darkgreen": "Green",
}
_EMPTY = re.compile(r"|choose( an item\.?| a status)?|not reported|n/?a|tbc|[-–—. ]+", re.IGNORECASE)
_WORD = re.compile(rf"\b({'|'.join(_KNOWN)}|yellow)\b", re.IGNORECASE)


def status_of(text: str, colours: Iterable[str]) -> tuple[Status | None, str]:
    """The status of a cell, by its words or else by its colour; and what to say of it, if anything."""
    words = text.strip(" .:;*()")
    coloured = next((found for colour in colours if (found := colour_of(colour))), None)
    if _EMPTY.fullmatch(words):
        return coloured, ""
    named = {_named(match[0]) for match in _WORD.finditer(words)} or {_INITIALS.get(words.casefold())} - {None}
    if len(named) == 1:
        status = named.pop()
        if coloured and coloured != status:
            return status, f"the cell says {quoted(text)} and is coloured {coloured.lower()}; the word counts"
        return status, "" if len(words.split()) == 1 else f"{quoted(text)} is taken as {status}"
    if named:
        several = " and ".join(word for word in _KNOWN if word in named)
        return None, f"{quoted(text)} names {several}; say which of them it is now"
    close = nearest(words.title(), _KNOWN)
    meant = f"; did you mean {close}?" if close else ""
    return None, f"{quoted(text)} is not one of Red, Amber and Green{meant}"


def _named(word: str) -> Status:
    return "Amber" if word.casefold() == "yellow" else _INITIALS[word[0].casefold()]


def colour_of(colour: str) -> Status | None:
    """The status that a colour is, whatever its shade; None for white, grey, blue and the like."""
    if colour.casefold() in _NAMED:
        return _NAMED[colour.casefold()]
    if not re.fullmatch("[0-9A-Fa-f]{6}", colour):
        return None
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, saturation, brightness = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < 0.25 or brightness < 0.3:
        return None
    degrees = hue * 360
    if degrees < 18 or degrees >= 340:
        return "Red"
    if degrees < 67:
        return "Amber"
    return "Green" if degrees < 170 else None
