"""The indicator that explains how figures are made: whichever has most of them, in any partnership's data."""

from __future__ import annotations

from cspsite.pages.site import Site
from cspsite.quotable import quotable

#: What a hand-written page writes instead of an indicator's id.
EXAMPLE = "example"
#: How many indicators are looked at: those with a target first.
_LOOKED_AT = 12


def example(site: Site) -> str | None:
    """The indicator with most figures at the latest meeting, of several the first; None where none has any."""
    month = site.data_to
    contexts = {id: site.context_of(id, month) for id in site.data.indicators}
    order = sorted(contexts, key=lambda id: contexts[id].target is None)[:_LOOKED_AT]
    known = {
        id: sum(one.figure.value is not None for one in quotable(site.quoter, id, contexts[id]))
        for id in order
        if not site.figures.series[id].is_empty
    }
    return max(known, key=lambda id: known[id], default=None)
