"""What the figures of a target rest on, and which changes make them measure another thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cspsite.changes.basis import Basis, of_strategy, with_parts
from cspsite.changes.compare import changes
from tests.builders import COUNTS, GROUP, INDICATOR, PARTNERSHIP, POPULATION
from tests.versions import ANNUAL, BASE, version

Edit = tuple[str, str, str]

#: An edit; whether the figures of the burglary target measure another thing by it; whether they are told otherwise.
CASES: list[tuple[Edit, bool, bool]] = [
    ((GROUP, "change: 10\n", "change: 5\n"), True, True),
    ((GROUP, "wording: Reduce burglary by 10%", "wording: Lower burglary by 10%"), False, False),
    ((INDICATOR, "Burglaries of homes.", "Burglaries of homes and sheds."), True, True),
    ((INDICATOR, "polarity: lower_is_better", "polarity: neutral"), False, True),
    ((ANNUAL, "set on purpose", "believed to be set on purpose"), False, False),
    ((POPULATION, "scale: 1000", "scale: 10000"), True, True),
    ((PARTNERSHIP, "baseline: 2005/06", "baseline: 2004/05"), True, True),
    ((PARTNERSHIP, "start: 2005-04-01", "start: 2005-10-01"), True, True),
    ((PARTNERSHIP, "end: 2008-03-31", "end: 2009-03-31"), False, False),
    ((PARTNERSHIP, "area: Anytown", "area: Othertown"), False, False),
    ((PARTNERSHIP, "meetings:", "rules: {tolerance: 2}\nmeetings:"), False, True),
    ((COUNTS, "2006-07,95,,", "2006-07,105,r,"), False, False),
]


@pytest.mark.parametrize("edit,other,otherwise", CASES)
def test_what_makes_figures_measure_another_thing(edit: Edit, other: bool, otherwise: bool) -> None:
    """Its own aim, its indicator, its denominator and the dates that it has of the strategy do; rules only judge."""
    basis = Basis.of(BASE, "homes", BASE.groups["homes"].targets)
    found = changes(BASE, version(edit))
    assert found
    assert any(map(basis.is_other_by, found)) == other
    assert any(map(basis.is_told_otherwise_by, found)) == otherwise


def test_a_target_of_another_group() -> None:
    """The redefined target of one group is nothing to another's of the same id."""
    found = changes(BASE, version((GROUP, "change: 10\n", "change: 5\n")))
    basis = Basis.of(BASE, "streets", BASE.groups["homes"].targets)
    assert not any(map(basis.is_other_by, found))


def test_the_dates_that_stand_in() -> None:
    """A target that has dates of its own does not rest on the strategy's; only one that holds rests on its end."""
    (burglary,) = BASE.groups["homes"].targets
    assert of_strategy(burglary) == {"baseline", "start"}
    assert of_strategy(burglary.model_copy(update={"baseline": BASE.partnership.strategy.baseline})) == {"start"}
    (fires,) = BASE.groups["streets"].targets
    assert of_strategy(fires) == {"baseline", "start", "end"}


def test_parts_of_parts() -> None:
    """A sum rests on its parts and on theirs; one of itself has no end of it, and is read all the same."""
    fires = BASE.indicators["fires"]
    indicators = {
        "whole": fires.model_copy(update={"components": ("half", "whole")}),
        "half": fires.model_copy(update={"components": ("fires",)}),
        "fires": fires,
    }
    data = replace(BASE, indicators=indicators)
    assert with_parts(data, ["whole"]) == {"whole", "half", "fires"}
