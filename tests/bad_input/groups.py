"""Bad input in groups: what targets and actions leave open, or say against themselves."""

from __future__ import annotations

from tests.bad_input.case import Case, case
from tests.builders import COUNTS, GROUP, INDICATOR, MINIMAL, REPORT, Files, edited

_SHORT = "Reduce burglary by 10% per 1,000 population by 31 March 2008"
_END = "    end: 2008-03-31\n"
_COUNT_ONLY = MINIMAL[REPORT].replace("There were {{ burglary.count }} burglaries.", "Good.")


def _group(*changes: tuple[str, str]) -> Files:
    text = MINIMAL[GROUP]
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {GROUP: text}


def _wrong_side(fact: str, change: Files, line: int, found: str, expected: str) -> Case:
    return case(fact, change, ("target-wrong-side", GROUP, line, found, expected))


CASES: list[Case] = [
    case(
        "A target without a number is named by its words.",
        _group(("    change: 10\n", "")),
        ("target-without-number", GROUP, 8, _SHORT, "a number to reach"),
    ),
    case(
        "A target without an end date is named by its words.",
        _group(("    end: 2008-03-31\n", "")),
        ("target-without-date", GROUP, 6, _SHORT, "an end date"),
    ),
    case(
        "A target without counts, and a status upon it, are named.",
        {COUNTS: None, REPORT: _COUNT_ONLY},
        ("target-without-data", GROUP, 7, "no counts of Burglary", "counts"),
        (
            "status-without-figures",
            REPORT,
            19,
            "Green for Fit new locks (burglary), with no figure",
            "figures for the target",
        ),
    ),
    _wrong_side(
        "A target to increase what is better lower is refused.",
        _group(("reduce_by_percent", "increase_by_percent")),
        8,
        "increase_by_percent",
        "the better direction (lower_is_better)",
    ),
    _wrong_side(
        "A direction for the worse is refused.",
        _group(("kind: reduce_by_percent\n    change: 10", "kind: directional\n    direction: increase\n    value: 1")),
        8,
        "directional increase",
        "the better direction (lower_is_better)",
    ),
    _wrong_side(
        "A reduction below nothing is refused.",
        _group(("change: 10", "change: 110"), ("by 10%", "by 110%")),
        8,
        "reduce by 110%",
        "at most 100%",
    ),
    _wrong_side(
        "The sign of a change is its kind.",
        _group(("change: 10", "change: -10"), ("by 10% ", "")),
        8,
        "change: -10",
        "more than 0; the kind says in which direction",
    ),
    _wrong_side(
        # 1,200 burglaries among 100,000 people in 2005/06 are 12 per 1,000
        "A value that the baseline is already better than is refused.",
        _group(("kind: reduce_by_percent\n    change: 10", "kind: reach_value\n    value: 13")),
        8,
        "value: 13",
        "below the baseline of 12.0 (2005/06)",
    ),
    case(
        "A target on an indicator with no better direction is named.",
        edited(INDICATOR, "lower_is_better", "neutral"),
        (
            "target-against-neutral",
            GROUP,
            7,
            f"{_SHORT} (burglary is neutral)",
            "a direction that is better",
        ),
    ),
    case(
        "Two wordings of one target that name two measures are set side by side.",
        _group(("    indicator:", "    local_target: Reduce burglary by 10% per thousand households\n    indicator:")),
        (
            "target-wordings-differ",
            GROUP,
            7,
            "per 1,000 population / per thousand households",
            "one wording",
        ),
        ("target-wording-measure", GROUP, 11, "measure: per 1000 population", "per 1000 households"),
    ),
    case(
        "A measure, a change and a date are held against the target's words.",
        _group(("per 1,000 population", "per 100,000 population"), ("by 10%", "by 12.5%"), ("31 March", "30 June")),
        ("target-wording-measure", GROUP, 9, "change: 10", "by 12.5%"),
        ("target-wording-measure", GROUP, 10, "measure: per 1000 population", "per 100000 population"),
        ("target-wording-measure", GROUP, 11, "end: 2008-03-31", "30 June 2008"),
    ),
    case(
        "An open action without target, owner and date is named for each.",
        {
            **_group(("    targets: [burglary]\n    owner: Council\n    due: 2007-03-31\n", "")),
            REPORT: MINIMAL[REPORT].replace("{#locks.burglary}", "{#locks}"),
        },
        ("action-without-target", GROUP, 13, "Fit new locks", "the targets it serves"),
        ("action-without-owner", GROUP, 13, "Fit new locks", "an owner"),
        ("action-without-due-date", GROUP, 13, "Fit new locks", "a due date"),
    ),
    case(
        "A closed action is asked for nothing more, nor for an update after it closed.",
        {
            **_group(("    owner: Council\n    due: 2007-03-31\n", "    state: closed\n    closed: 2006-09-01\n")),
            REPORT: MINIMAL[REPORT].split("### Locks")[0] + "## Other issues\n",
        },
    ),
    case(
        "A baseline year without counts is named.",
        _group(("    end: 2008-03-31", "    end: 2008-03-31\n    baseline: 2003/04")),
        ("baseline-missing", GROUP, 12, "2003/04: counts begin in April 2005", "counts for all of it"),
        ("denominator-missing", GROUP, 10, "no population for 2003/04", "an estimate of population"),
    ),
    case(
        "A baseline of another length than a year is refused.",
        _group(("    end: 2008-03-31", "    end: 2008-03-31\n    baseline: 2005-04..2005-07")),
        ("wrong-value", GROUP, 12, "baseline: April to July 2005", "a period of twelve months, such as 2003/04"),
    ),
    case(
        "A date that cannot be read is no missing date as well.",
        _group(("    end: 2008-03-31", "    end: 31/03/2008")),
        ("not-a-date", GROUP, 11, "31/03/2008", "a date like 2006-09-11"),
    ),
    case(
        "Points are for a trajectory through points.",
        _group((_END, f"{_END}    trajectory: {{points: [{{to: 2006-03, change: 3}}]}}\n")),
        ("trajectory-unfit", GROUP, 12, "points with shape: straight", "shape: points"),
    ),
    case(
        "A trajectory through points has some.",
        _group((_END, f"{_END}    trajectory: {{shape: points}}\n")),
        ("trajectory-unfit", GROUP, 12, "no points", "points: with to: and change: or value:"),
    ),
    case(
        "A point of a percentage has a change.",
        _group((_END, f"{_END}    trajectory: {{shape: points, points: [{{to: 2006-03, value: 3}}]}}\n")),
        ("trajectory-unfit", GROUP, 12, "a point to 2006-03 without change", "change: with a number"),
    ),
    case(
        "A point at or after the end is refused.",
        _group((_END, f"{_END}    trajectory: {{shape: points, points: [{{to: 2008-03, change: 3}}]}}\n")),
        ("trajectory-unfit", GROUP, 12, "to: 2008-03", "months from 2005-04 to before 2008-03, in order"),
    ),
    case(
        "The first month may have a point.",
        _group((_END, f"{_END}    trajectory: {{shape: points, points: [{{to: 2005-04, change: 1}}]}}\n")),
    ),
    case(
        "A point before the first month is refused.",
        _group((_END, f"{_END}    trajectory: {{shape: points, points: [{{to: 2005-03, change: 3}}]}}\n")),
        ("trajectory-unfit", GROUP, 12, "to: 2005-03", "months from 2005-04 to before 2008-03, in order"),
    ),
    case(
        "Points are in order of time.",
        _group(
            (
                _END,
                f"{_END}    trajectory:\n      shape: points\n      points:\n"
                "        - {to: 2006-06, change: 3}\n        - {to: 2006-03, change: 2}\n",
            )
        ),
        ("trajectory-unfit", GROUP, 16, "to: 2006-03", "months from 2005-04 to before 2008-03, in order"),
    ),
    case(
        "A value to be reached has no season to keep.",
        _group(
            ("kind: reduce_by_percent", "kind: reach_value"),
            ("    change: 10\n", "    value: 11\n"),
            (_END, f"{_END}    trajectory: {{shape: profiled}}\n"),
        ),
        (
            "trajectory-unfit",
            GROUP,
            12,
            "profiled, for a value to be reached",
            "straight or points: twelve months have no season",
        ),
    ),
    case(
        "A level that is held has no points.",
        _group(
            ("kind: reduce_by_percent", "kind: hold"),
            ("    change: 10\n", ""),
            (_END, f"{_END}    trajectory: {{shape: points, points: [{{to: 2006-03, change: 3}}]}}\n"),
        ),
        ("trajectory-unfit", GROUP, 11, "points for kind: hold", "a kind with a change or a value"),
    ),
]
