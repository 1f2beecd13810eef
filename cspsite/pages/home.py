"""The home page: the first answers about the latest meeting, what needs attention, and every target at a glance."""

from __future__ import annotations

from cspsite.evidence import of_rule
from cspsite.model import Meeting
from cspsite.pages import addresses
from cspsite.pages.answers import answers
from cspsite.pages.exceptions import Exceptions
from cspsite.pages.matrix import Matrix
from cspsite.pages.page import Page
from cspsite.pages.site import Illustration, Site, render

#: How many meetings are listed.
_MEETINGS = 6
#: How many rows there are of each reason why something needs attention, and of what is due; meetings' pages have all.
_MOST = 6


def page(site: Site) -> Page:
    """The home page, also before there is any meeting."""
    partnership = site.data.partnership
    meeting = site.latest
    values = _of_meeting(site, meeting) if meeting else {"illustrations": [], "answers": None}
    return Page(
        address=addresses.HOME,
        title="",
        description=f"Progress reports of the {partnership.name}: targets, statuses and figures of the latest meeting.",
        markdown=render("home.md.j2", addresses.HOME, partnership=partnership, **values),
        source="partnership.yml",
        toc=False,
    )


def _of_meeting(site: Site, meeting: Meeting) -> dict[str, object]:
    found, matrix = Exceptions(site, meeting), Matrix(site, meeting)
    older = [other for other in reversed(site.data.meetings) if other.date <= meeting.date]
    return {
        "answers": answers(site, found),
        "exceptions": found,
        "matrix": matrix,
        "most": _MOST,
        "rule": of_rule(site.data.partnership.rules.tolerance),
        "markers": sorted(found.markers | matrix.markers),
        "meetings": [(other, addresses.meeting(other.date)) for other in older[:_MEETINGS]],
        "illustrations": _illustrations(site, found, matrix),
    }


def _illustrations(site: Site, found: Exceptions, matrix: Matrix) -> list[Illustration]:
    return site.illustrations(
        ("the partnership", site.data.partnership),
        ("this meeting", found.meeting),
        *((site.data.groups[id].name, site.data.groups[id]) for id in found.groups),
        *site.report_records(found.groups, found.meeting.date),
        *site.indicator_records(dict.fromkeys(figure.request.indicator for figure in matrix.figures)),
        *site.denominator_records(figure.request.per for figure in matrix.figures),
    )
