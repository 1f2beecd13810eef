"""The rows that two versions of a series have in common: those that neither has changed are one in memory."""

from __future__ import annotations

from collections.abc import Sequence

from cspsite.model import Observation


def shared(old: Sequence[Observation], new: Sequence[Observation]) -> int:
    """With how many of the very same rows both begin; rows beyond may still be equal."""
    for number, (one, other) in enumerate(zip(old, new, strict=False)):
        if one is not other:
            return number
    return min(len(old), len(new))
