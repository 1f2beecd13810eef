"""The table of bad input: each small change to a valid partnership makes just the findings that stand beside it."""

from __future__ import annotations

import pytest

from cspsite.findings import CODES, Severity
from tests import test_past
from tests.bad_input import any_file, consistency, groups, prose, reports, series, statement, yaml_values
from tests.bad_input.case import Case
from tests.builders import checked, tree

CASES: list[Case] = [
    *any_file.CASES,
    *yaml_values.CASES,
    *reports.CASES,
    *groups.CASES,
    *consistency.CASES,
    *series.CASES,
    *prose.CASES,
    *statement.CASES,
]


def test_nothing_is_wrong_with_the_partnership_that_is_changed() -> None:
    """The valid partnership makes no finding, so that every finding below comes from the change."""
    assert checked(tree()) == []


@pytest.mark.parametrize("case", [pytest.param(case, id=case.fact) for case in CASES])
def test_bad_input(case: Case) -> None:
    """The change makes the findings of the table, at the lines given, and no other."""
    found = [(f.code, f.place.path, f.place.line, f.found, f.expected) for f in checked(tree(case.change))]
    assert sorted(found) == sorted(case.findings)


def test_each_fact_is_stated_once() -> None:
    """No two rows of the table state the same fact."""
    assert len({case.fact for case in CASES}) == len(CASES)


def test_every_code_is_made() -> None:
    """Each code of the findings table is made by a row here, or by a history there, so none is dead or unknown."""
    made = {row[0] for case in CASES for row in case.findings}
    assert made | test_past.CODES == set(CODES)


#: What stops publication, and what is only worth knowing; all else is a warning.
ERRORS = [
    "file-unexpected",
    "file-missing",
    "file-name",
    "encoding-wrong",
    "merge-conflict",
    "yaml-syntax",
    "yaml-tab",
    "yaml-duplicate-key",
    "yaml-ambiguous",
    "yaml-feature",
    "not-a-date",
    "unknown-key",
    "missing-key",
    "wrong-value",
    "duplicate-id",
    "unknown-id",
    "front-matter",
    "unknown-heading",
    "heading-twice",
    "text-outside-heading",
    "never-closed",
    "update-without-id",
    "unknown-meeting",
    "unknown-action",
    "action-not-for-target",
    "update-twice",
    "unknown-status",
    "not-official",
    "target-wrong-side",
    "trajectory-unfit",
    "csv-columns",
    "csv-separator",
    "csv-ragged",
    "period-impossible",
    "period-wrong-frequency",
    "period-twice",
    "period-order",
    "period-gap",
    "period-in-future",
    "count-missing",
    "count-not-a-number",
    "count-thousands-comma",
    "count-negative",
    "count-fractional",
    "count-with-marker",
    "unknown-marker",
    "components-differ",
    "components-unfit",
    "denominator-missing",
    "token-wrong",
    "unknown-figure",
    "figure-contradicts-words",
    "personal-telephone",
    "personal-email",
    "personal-postcode",
    "personal-vehicle",
    "personal-national-insurance",
]
NOTICES = [
    "target-served-before",
    "history-missing",
    "byte-order-mark",
    "windows-line-ends",
    "csv-blank-row",
    "period-excel",
    "percentage-typed",
    "count-typed",
    "status-differs",
    "statement-open",
    "statement-old",
    "not-personal-unused",
    "name-in-words",
]


def test_severities() -> None:
    """What would mislead, break or expose stops publication; what was read all the same is a notice."""
    assert {code for code, kind in CODES.items() if kind.severity is Severity.ERROR} == set(ERRORS)
    assert {code for code, kind in CODES.items() if kind.severity is Severity.NOTICE} == set(NOTICES)


#: Advice that names the nearest known word: a word as it was written, and what is offered.
NEAREST = [
    ("an unknown key is named with the nearest known one.", "Did you mean source?"),
    ("a target's indicator that is not there is named.", "Did you mean burglary?"),
    ("an unknown heading is named with the nearest of the form's.", "Did you mean ## Achievements?"),
    ("an unknown status word is named with the nearest.", "Did you mean Amber?"),
    (
        "a status with more words beside it is unknown.",
        "Write only Amber there; the rest belongs under Progress.",
    ),
    ("an update on an unknown action is named with the nearest.", "Did you mean locks?"),
    ("a token of an unknown indicator is named with the nearest.", "Did you mean burglary.count?"),
    ("a token of an unknown figure is named with the nearest.", "Did you mean burglary.rolling_12?"),
    ("a token per an unknown denominator is named with the nearest.", "Did you mean per population?"),
]


@pytest.mark.parametrize("fact,advice", NEAREST, ids=[advice for _, advice in NEAREST])
def test_the_nearest_known_word_is_offered(fact: str, advice: str) -> None:
    """A slip of the pen is answered with the word that was meant."""
    case = next(case for case in CASES if case.fact.lower() == fact)
    advised = [finding.to_do for finding in checked(tree(case.change))]
    assert advice in advised
