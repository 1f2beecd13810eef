"""Lists in two versions: what was added, removed or reworded, and whether the rest is in another order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cspsite.changes.about import About
from cspsite.changes.change import Change
from cspsite.changes.kinds import OrderChanged, WordingChanged
from cspsite.changes.likeness import K, Pairs, matched, ratio

Texts = Sequence[str]
#: The kinds of change for a text that was added, and for one that was removed.
Kinds = tuple[type[Change], type[Change]]


def reordered(
    whom: About, field: str, pairs: Pairs[K], new: Sequence[K], names: tuple[Texts, Texts]
) -> Iterator[Change]:
    """A change where what stayed stands in another order than before.

    `pairs` are in the old order and `new` is the new one; `names` are those of all old and all new items.
    """
    places = {key: n for n, key in enumerate(new)}
    order = [places[key] for _, key in pairs.both]
    if order != sorted(order):
        old, now = (", ".join(each) for each in names)
        yield whom.tell(OrderChanged, field=field, old=old, new=now)


def texts(
    whom: About, field: str, both: tuple[Texts, Texts], kinds: Kinds, same: Callable[[str, str], bool]
) -> Iterator[Change]:
    """Changes of a list of texts: those that are most alike are one text, reworded."""
    old, new = both
    pairs = matched(old, new, same, str, ratio)
    for i, j in pairs.both:
        if not same(old[i], new[j]):
            yield whom.tell(WordingChanged, field=field, old=old[i], new=new[j])
    for j in pairs.come:
        yield whom.tell(kinds[0], new=new[j])
    for i in pairs.gone:
        yield whom.tell(kinds[1], old=old[i])
    yield from reordered(whom, f"{field}s", pairs, range(len(new)), both)
