"""A partnership with one target on one indicator, its figures and the evidence on it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from cspsite.evidence import Assessor, Evidence
from cspsite.figure import Figure
from cspsite.figures import Figures
from cspsite.model import Target
from cspsite.periods import Month
from cspsite.quote import Context, Quoter
from tests.builders import COUNTS, ESTIMATES, GROUP, INDICATOR, MINIMAL, PARTNERSHIP, Files, data_of, series_csv

Values = Mapping[str, object]

#: 10% less by 31 March 2008 on 2005/06: 36 months, of which 16 are over in July 2006.
TARGET: Values = {
    "id": "burglary",
    "wording": "Fewer burglaries",
    "indicator": "burglary",
    "kind": "reduce_by_percent",
    "change": 10,
    "end": "2008-03-31",
}
RATE: Values = {"measure": {"per": "population"}}
MORE: Values = {"kind": "increase_by_percent"}


def people(then: int, now: int) -> str:
    """Return estimates of so many people for 2005/06 and for 2006/07."""
    return f"reference_date,value,published,source\n2005-06-30,{then},,A\n2006-06-30,{now},,A\n"


GROWING = people(100_000, 110_000)


@dataclass(frozen=True)
class Held:
    """A target with what is known of it up to a month."""

    quoter: Quoter
    context: Context

    @property
    def target(self) -> Target:
        """The target."""
        assert self.context.target is not None
        return self.context.target

    def figure(self, name: str, rest: str = "") -> Figure:
        """Return a figure of the target; `rest` is what a token says after the name, such as `per population`."""
        return self.quoter.quote(f"burglary.{name} {rest}".strip(), self.context).figure

    def words(self, name: str) -> str:
        """Return a figure as prose quotes it in words."""
        return self.quoter.quote(f"burglary.{name} | words", self.context).text

    def evidence(self) -> Evidence:
        """Return the evidence on the target."""
        found = Assessor(self.quoter).assess(self.target, self.context)
        assert found is not None
        return found


def held(
    counts: str,
    *target: Values,
    indicator: Values | None = None,
    data_to: str = "2006-07",
    rules: str = "",
    estimates: str = GROWING,
    files: Files | None = None,
) -> Held:
    """Return `TARGET` with changes (None takes a key away) on an indicator with those counts."""
    wanted: dict[str, object] = {}
    for values in (TARGET, *target):
        wanted |= values
    wanted = {key: value for key, value in wanted.items() if value is not None}
    head = MINIMAL[GROUP].partition("targets:")[0]
    data = data_of(
        {
            COUNTS: counts,
            ESTIMATES: estimates,
            INDICATOR: _with(MINIMAL[INDICATOR], indicator or {}),
            GROUP: f"{head}targets:\n  - {json.dumps(wanted)}\n",
            PARTNERSHIP: MINIMAL[PARTNERSHIP] + rules,
        },
        files or {},
    )
    group = data.groups["homes"]
    return Held(Quoter(Figures(data)), Context(Month.parse(data_to), group, group.target("burglary")))


def _with(yaml: str, values: Values) -> str:
    """Return flat YAML with other values."""
    kept = [line for line in yaml.splitlines() if line.partition(":")[0] not in values]
    return "\n".join([*kept, *(f"{key}: {json.dumps(value)}" for key, value in values.items())]) + "\n"


def so_far(now: int, base: int = 400, year: int = 1200) -> str:
    """Return counts of 2005/06, `year` in all and `base` of them from April to July, and `now` from April to July 2006.

    The others of the year are spread as evenly as whole numbers allow.
    """
    return series_csv("2005-04", [*spread(base, 4), *spread(year - base, 8), *spread(now, 4)])


def spread(count: int, months: int) -> list[int | None]:
    """Return that many months with `count` in all."""
    each, rest = divmod(count, months)
    return [each + (n < rest) for n in range(months)]
