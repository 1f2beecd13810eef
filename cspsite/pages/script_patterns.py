"""Python's regular expressions as a browser's, so that a rule that both follow is written once."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: The pieces of a pattern, from left to right: an escape, a class, the start of a group, a repetition, any other sign.
_PIECE = re.compile(
    r"\\(?P<escape>.)"
    r"|\[(?P<class>\^?\]?(?:\\.|[^\]\\])*)\]"
    r"|\((?P<group>\?(?:P<\w+>|<[=!]|.))?"
    r"|(?P<times>\{\d+(?:,\d*)?\})"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_GROUP = re.compile(r"\?(?:[:=!]|<[=!]|P<\w+>)")
#: What a sign that stands for many is in each language; a browser's own stands for fewer.
_WORD = r"\p{L}\p{N}_"
_SPACE = r"\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_MANY = {"w": _WORD, "d": r"\p{Nd}", "s": _SPACE}
_BOUNDARY = f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))"
_END = r"(?=\n?(?![\s\S]))"
_SYNTAX = set("^$\\.*+?()[]{}|/")


@dataclass(frozen=True, slots=True)
class ScriptPattern:
    """A regular expression as a browser takes it: `new RegExp(source, flags)`."""

    source: str
    flags: str


def script_pattern(pattern: re.Pattern[str], *, whole: bool = False) -> ScriptPattern:
    """The same pattern for a browser; `whole` is one that has to match from end to end.

    Raises ValueError for what the rules here do not know, so that nothing is translated by guessing.
    """
    if pattern.flags & (re.MULTILINE | re.VERBOSE):
        raise ValueError(f"{pattern.pattern!r} has flags that are not translated")
    source, before = "", ""
    for match in _PIECE.finditer(pattern.pattern):
        made = _translated(match, pattern.flags)
        if made == "+" and before and before in "*+?}":
            raise ValueError(f"{pattern.pattern!r} repeats possessively")
        source, before = source + made, match[0][-1] if match["escape"] is None else ""
    return ScriptPattern(f"^(?:{source})$" if whole else source, "iu" if pattern.flags & re.IGNORECASE else "u")


def _translated(match: re.Match[str], flags: int) -> str:
    if match["escape"] is not None:
        return _escape(match["escape"], flags, within=False)
    if match["class"] is not None:
        return f"[{_class(match['class'], flags)}]"
    if match[0].startswith("("):
        return _group(match[0])
    if match["times"] is not None:
        return match[0]
    return _sign(match[0], flags)


def _sign(sign: str, flags: int) -> str:
    if sign == ".":
        return r"[\s\S]" if flags & re.DOTALL else r"[^\n]"
    if sign == "$":
        return _END
    return f"\\{sign}" if sign in "{}]/" else sign


def _group(opening: str) -> str:
    if opening == "(":
        return opening
    if not _GROUP.fullmatch(opening[1:]):
        raise ValueError(f"the group {opening!r} is not translated")
    return opening.replace("?P<", "?<")


def _escape(sign: str, flags: int, *, within: bool) -> str:
    """An escaped sign, `within` a class or outside."""
    if sign in _MANY:
        many = "0-9" if sign == "d" and flags & re.ASCII else _MANY[sign]
        return many if within else f"[{many}]"
    if sign.lower() in _MANY and not within and not flags & re.ASCII:
        return f"[^{_MANY[sign.lower()]}]"
    if sign == "b" and not within:
        return _BOUNDARY
    if sign in "ntrfv0":
        return f"\\{sign}"
    if sign.isalnum():
        raise ValueError(f"the escape \\{sign} is not translated")
    return f"\\{sign}" if sign in _SYNTAX or (within and sign == "-") else sign


def _class(inside: str, flags: int) -> str:
    """What stands between the brackets of a class."""
    parts = re.split(r"(\\.)", inside, flags=re.DOTALL)
    return "".join(_escape(part[1], flags, within=True) if part[:1] == "\\" else _literal(part) for part in parts)


def _literal(part: str) -> str:
    return part.replace("[", "\\[").replace("]", "\\]")
