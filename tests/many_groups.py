"""A partnership of twelve groups with eight targets each, under names as long as public bodies make them."""

from __future__ import annotations

from tests.builders import COUNTS, GROUP, INDICATOR, MINIMAL, PARTNERSHIP, REPORT, Files

GROUPS, TARGETS = 12, 8
#: The statuses of a group's eight actions at the first meeting, and at the second, where two are worse and one is Red.
BEFORE = ("Green", "Green", "Amber", "Amber", "Green", "Green", "Amber", "Green")
AFTER = ("Red", "Amber", "Amber", "Green", "Green", "", "Amber", "Green")
#: How many of the groups have reported to the second meeting; the others have not.
REPORTED = 9

_NAME = "Safer Neighbourhoods and Stronger Communities Delivery Group for the {} Area"
_AREAS = ["Northern", "Eastern", "Southern", "Western", "Central", "Riverside", "Hillside", "Harbour"]
_AREAS += ["Castle", "Market", "University", "Station"]
_TARGET = """\
  - id: burglary-{n}
    wording: To reduce burglary of homes, sheds and garages by {change}% per 1,000 population by 31 March 2008, line {n}
    indicator: burglary
    kind: reduce_by_percent
    change: {change}
    measure: {{per: population}}
    end: 2008-03-31
"""
_ACTION = """\
  - id: locks-{n}
    title: Continue to fit better locks and lights with the housing associations and residents of estate number {n}
    targets: [burglary-{n}]
    owner: Anytown Metropolitan Borough Council, housing and neighbourhood services
    due: 2006-{month:02d}-15
"""
_UPDATE = """\
### Locks {n} {{#locks-{n}.burglary-{n}}}

**Status:** {status}

#### Progress

There were {{{{ burglary.count }}}} burglaries.

#### Plans for the next two months

Fit more locks.

"""
_REMEDY = "The supplier will bring the locks forward. " * 8 + "The board will hear of it on 8 January 2007."


def files() -> Files:
    """Return the files; the second meeting is the latest, and a third is still to come."""
    made: dict[str, str | bytes | None] = {GROUP: None, REPORT: None}
    made[INDICATOR], made[COUNTS] = MINIMAL[INDICATOR], MINIMAL[COUNTS]
    made[PARTNERSHIP] = (
        MINIMAL[PARTNERSHIP]
        .replace("Anytown Community", "Anytown and the Surrounding Districts Metropolitan Community")
        .replace(
            "  - {date: 2006-09-11, data_to: 2006-07}\n",
            "  - {date: 2006-09-11, data_to: 2006-07}\n"
            "  - {date: 2006-11-13, data_to: 2006-07, papers_due: 2006-11-06}\n"
            "  - {date: 2007-01-15, data_to: 2006-07, papers_due: 2007-01-08}\n",
        )
    )
    for g, area in enumerate(_AREAS):
        targets = "".join(_TARGET.format(n=n, change=10 + n) for n in range(TARGETS))
        actions = "".join(_ACTION.format(n=n, month=10 if n == 4 else 12) for n in range(TARGETS))
        folder = f"groups/group-{g:02d}"
        made[f"{folder}/group.yml"] = (
            f"name: {_NAME.format(area)}\nobjective: Fewer burglaries\nchair: Fire service\n"
            f"targets:\n{targets}actions:\n{actions}"
        )
        made[f"{folder}/reports/2006-09-11.md"] = _report(BEFORE)
        if g < REPORTED:
            made[f"{folder}/reports/2006-11-13.md"] = _report(AFTER)
    return made


def _report(statuses: tuple[str, ...]) -> str:
    head = MINIMAL[REPORT].partition("### Locks")[0]
    updates = (_update(n, status) for n, status in enumerate(statuses) if status)
    return f"{head}{''.join(updates)}## Other issues\n"


def _update(n: int, status: str) -> str:
    remedy = f"#### Remedial action\n\n{_REMEDY}\n\n" if status in ("Red", "Amber") else ""
    return _UPDATE.format(n=n, status=status) + remedy
