"""How hard a text is to read: its Flesch–Kincaid grade, and the age that goes with it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*(?:-[A-Za-z'’]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
#: Endings whose e is not spoken: the bare one, and before a d or an s that makes no syllable of its own.
_SILENT = re.compile(r"(?<![aeiouy])(?:(?<!l)e|(?<=[aeiouy]l)e|(?<![td])ed|(?<![sxz])(?<!ch)(?<!sh)(?<![cg])es)$")


def syllables(word: str) -> int:
    """Return how many syllables a word has: its groups of vowels, less an e at its end that is not spoken."""
    parts = [part for part in re.sub(r"['’]s\b", "", word.lower()).split("-") if part]
    return sum(max(1, len(_VOWELS.findall(_SILENT.sub("", part)))) for part in parts)


def grade(sentences: Iterable[str]) -> float:
    """Return the Flesch–Kincaid grade of sentences, which is a school year of the United States.

    0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid, Fishburne, Rogers and Chissom, 1975).
    """
    texts = [found for sentence in sentences if (found := _WORD.findall(sentence))]
    words = [word for text in texts for word in text]
    return 0.39 * len(words) / len(texts) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def age(sentences: Iterable[str]) -> float:
    """Return the age that goes with the grade: five years more, as the first school year begins at six."""
    return grade(sentences) + 5
