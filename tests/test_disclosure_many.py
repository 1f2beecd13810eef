"""Withheld counts: which they are, and that nobody can work them out from what is published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from cspsite.disclosure import disclosed, limits, protected, public_notes, small
from cspsite.model import MONTHS_OF, Data, Disclosure, Frequency, Indicator, Observation
from cspsite.periods import Month, Period
from cspsite.series import Series, all_series
from tests.builders import data_of

_BASE = data_of()


@dataclass(frozen=True)
class Counted:
    """An indicator of a test: its counts (None is not counted, "c" withheld in its file), threshold and parts."""

    counts: Sequence[int | str | None] = ()
    threshold: int | None = None
    parts: tuple[str, ...] = ()


def data(indicators: Mapping[str, Counted], start: str = "2005-04", frequency: Frequency = "quarter") -> Data:
    """Return a partnership that counts just these indicators, from the month `start` on."""
    return replace(
        _BASE,
        indicators={id: _indicator(counted, frequency) for id, counted in indicators.items()},
        observations={id: tuple(_rows(counted, start, frequency)) for id, counted in indicators.items()},
    )


def _indicator(counted: Counted, frequency: Frequency) -> Indicator:
    return Indicator(
        name="Thefts",
        definition="Thefts.",
        unit="offences",
        polarity="lower_is_better",
        frequency=frequency,
        components=counted.parts,
        disclosure=Disclosure(threshold=counted.threshold) if counted.threshold else None,
    )


def _rows(counted: Counted, start: str, frequency: Frequency) -> Iterator[Observation]:
    first, step = Month.parse(start), MONTHS_OF[frequency]
    for n, count in enumerate(counted.counts):
        period = Period(first + n * step, first + ((n + 1) * step - 1))
        number = count if isinstance(count, int) else None
        yield Observation(
            period, number, frozenset({None: "x", "c": "c"}.get(None if count is None else str(count), ""))
        )


def published(given: Data) -> Mapping[str, Series]:
    """Return the series as they are published."""
    return disclosed(given, all_series(given))


def told(series: Series) -> str:
    """Return a series as readers see it: its counts, and the total of each financial year after them."""
    words, year = list[str](), list[str]()
    for row in series.observations():
        word = " ".join(f"[{marker}]" for marker in sorted(row.markers)) if row.count is None else str(row.count)
        year.append(word)
        if row.period.end.month == 3:
            total = series.total(Period.year_of(row.period.end))
            end = str(total.count) if total.count is not None else " ".join(f"[{m}]" for m in sorted(total.markers))
            words.append(" ".join(year) + " = " + end)
            year = []
    return "; ".join([*words, *([" ".join(year)] if year else [])])


#: Quarters of an indicator with threshold 5, and what is told of them.
#: n withheld counts that add up to less than 2 x 5 + n - 3 take the year's total with them:
#: 9 for two, 10 for three, 11 for four.
ALONE: list[tuple[str, Sequence[int | str | None], str]] = [
    ("nothing small", [5, 0, 8, 7], "5 0 8 7 = 20"),
    ("the next goes too", [3, 9, 8, 7], "[c] [c] 8 7 = 27"),
    ("which need not be the least", [8, 1, 100, 5], "8 [c] [c] 5 = 114"),
    ("3 + 6 has room for 4 + 5", [3, 6, 8, 7], "[c] [c] 8 7 = 24"),
    ("3 + 5 has not", [3, 5, 8, 7], "[c] [c] 8 7 = [c]"),
    ("the next may be 0", [9, 3, 0, 8], "9 [c] [c] 8 = [c]"),
    ("the next that is not small", [3, 2, 20, 8], "[c] [c] [c] 8 = 33"),
    ("1 + 1 + 8 has room for 4 + 1 + 5", [1, 1, 8, 9], "[c] [c] [c] 9 = 19"),
    ("1 + 1 + 7 has not", [1, 1, 7, 9], "[c] [c] [c] 9 = [c]"),
    ("small ones after it", [3, 20, 2, 8], "[c] [c] [c] 8 = 33"),
    ("nothing comes after the last", [9, 8, 7, 3], "9 8 7 [c] = [c]"),
    ("two small ones at the end", [9, 8, 4, 4], "9 8 [c] [c] = [c]"),
    ("a small one and a large one at the end", [9, 8, 4, 6], "9 8 [c] [c] = 27"),
    ("four of 4 are told by 16: then none is less", [4, 4, 4, 4], "[c] [c] [c] [c] = [c]"),
    ("as by 14: then none is less than 2", [4, 4, 4, 2], "[c] [c] [c] [c] = [c]"),
    ("not by 13: one may be 1", [4, 4, 4, 1], "[c] [c] [c] [c] = 13"),
    ("nor by 17: one is large", [4, 4, 4, 5], "[c] [c] [c] [c] = 17"),
    ("11 has room for 4 + 1 + 1 + 5", [3, 3, 3, 2], "[c] [c] [c] [c] = 11"),
    ("10 has not", [3, 3, 3, 1], "[c] [c] [c] [c] = [c]"),
    ("a small year", [0, 1, 0, 0], "0 [c] [c] 0 = [c]"),
    ("a year with a gap has no total to save", [None, 3, 9, 8], "[x] [c] 9 8 = [c] [x]"),
    ("a gap that comes later", [3, 9, None, 8], "[c] [c] [x] 8 = [c] [x]"),
    ("a year that goes on", [3, 9], "[c] [c]"),
    ("nothing came yet", [8, 3], "8 [c]"),
    ("years are apart", [9, 9, 9, 3, 9, 9, 9, 9], "9 9 9 [c] = [c]; 9 9 9 9 = 36"),
]


@pytest.mark.parametrize("counts,expected", [row[1:] for row in ALONE], ids=[row[0] for row in ALONE])
def test_one_indicator(counts: Sequence[int | None], expected: str) -> None:
    """A small count is withheld with the next that is not small, and the year's total where those do not hide it."""
    assert told(published(data({"theft": Counted(counts, 5)}))["theft"]) == expected


@pytest.mark.parametrize(
    "frequency,start,counts,expected",
    [
        ("year", "2005-04", [3, 20], "[c] = [c]; 20 = 20"),
        ("month", "2005-04", [*[9] * 10, 2, 10], " ".join(["9"] * 10) + " [c] [c] = 102"),
        ("month", "2005-04", [*[9] * 11, 2], " ".join(["9"] * 11) + " [c] = [c]"),
        # the series begins within a financial year, which can have no total
        ("month", "2006-02", [2, 10, 10], "[c] 10 = [c] [x]; 10"),
        # twelve small months: 19 has room for 4 + 5 + ten ones, and 45 may hide a 1 among fours
        ("month", "2005-04", [1] * 5 + [2] * 7, " ".join(["[c]"] * 12) + " = 19"),
        ("month", "2005-04", [1] * 6 + [2] * 6, " ".join(["[c]"] * 12) + " = [c]"),
        ("month", "2005-04", [4] * 11 + [1], " ".join(["[c]"] * 12) + " = 45"),
        ("month", "2005-04", [4] * 11 + [2], " ".join(["[c]"] * 12) + " = [c]"),
    ],
)
def test_months_and_years(frequency: Frequency, start: str, counts: list[int], expected: str) -> None:
    """Months and years of counts are withheld by the same rule as quarters; a yearly count has nothing beside it."""
    assert told(published(data({"theft": Counted(counts, 5)}, start, frequency))["theft"]) == expected


_SMALL, _LARGE = (3, 9, 8, 7), (10, 10, 10, 10)

#: Totals and parts, and what is told of each.
FAMILIES: list[tuple[str, Mapping[str, Counted], Mapping[str, str]]] = [
    (
        "a computed total",
        {"all": Counted(parts=("a", "b")), "a": Counted(_SMALL, 5), "b": Counted(_LARGE)},
        {"all": "[c] [c] 18 17 = 67", "a": "[c] [c] 8 7 = 27", "b": "10 10 10 10 = 40"},
    ),
    (
        "a total with its own counts",
        {"all": Counted((13, 19, 18, 17), parts=("a", "b")), "a": Counted(_SMALL, 5), "b": Counted(_LARGE)},
        {"all": "[c] [c] 18 17 = 67", "a": "[c] [c] 8 7 = 27", "b": "10 10 10 10 = 40"},
    ),
    (
        "a total whose part has no total of the year",
        {"all": Counted(parts=("a", "b")), "a": Counted((3, 5, 8, 7), 5), "b": Counted(_LARGE)},
        {"all": "[c] [c] 18 17 = [c]", "a": "[c] [c] 8 7 = [c]", "b": "10 10 10 10 = 40"},
    ),
    (
        "a total that is not counted itself all the time",
        {"all": Counted((13, 19, None, 17), parts=("a", "b")), "a": Counted(_SMALL, 5), "b": Counted(_LARGE)},
        {"all": "[c] [c] [x] 17 = [c] [x]", "a": "[c] [c] 8 7 = 27", "b": "10 10 10 10 = 40"},
    ),
    (
        "totals of totals",
        {
            "all": Counted(parts=("some", "b")),
            "some": Counted(parts=("a",)),
            "a": Counted(_SMALL, 5),
            "b": Counted(_LARGE),
        },
        {"all": "[c] [c] 18 17 = 67", "some": "[c] [c] 8 7 = 27", "a": "[c] [c] 8 7 = 27", "b": "10 10 10 10 = 40"},
    ),
    (
        "a small total withholds its parts, but not what is none",
        {"all": Counted(parts=("a", "b"), threshold=5), "a": Counted((1, 9, 9, 9)), "b": Counted((2, 9, 0, 9))},
        {"all": "[c] [c] 9 18 = 48", "a": "[c] [c] 9 9 = 28", "b": "[c] [c] 0 9 = 20"},
    ),
    (
        "one part may be none",
        {"all": Counted(parts=("a", "b"), threshold=5), "a": Counted((3, 9, 9, 9)), "b": Counted((0, 9, 9, 9))},
        {"all": "[c] [c] 18 18 = 57", "a": "[c] [c] 9 9 = 30", "b": "0 9 9 9 = 27"},
    ),
    (
        "a threshold of a total holds for a part of a part, and a part of two totals has the higher",
        {
            "all": Counted(parts=("some", "b"), threshold=3),
            "other": Counted(parts=("b",), threshold=10),
            "some": Counted(parts=("a",)),
            "a": Counted((9, 9, 2, 9)),
            "b": Counted((30, 30, 30, 9)),
        },
        {
            "all": "39 39 [c] [c] = [c]",
            "other": "30 30 30 [c] = [c]",
            "some": "9 9 [c] [c] = 29",
            "a": "9 9 [c] [c] = 29",
            "b": "30 30 30 [c] = [c]",
        },
    ),
    (
        "a total with its own counts, of parts that began later",
        {
            "all": Counted((3, 30, 30, 30, 13, 19, 18, 17), parts=("a", "b"), threshold=5),
            "a": Counted((None, None, None, None, *_SMALL)),
            "b": Counted((None, None, None, None, *_LARGE)),
        },
        {
            "all": "[c] [c] 30 30 = 93; [c] [c] 18 17 = 67",
            "a": "[x] [x] [x] [x] = [x]; [c] [c] 8 7 = 27",
            "b": "[x] [x] [x] [x] = [x]; 10 10 10 10 = 40",
        },
    ),
    (
        "a total with its own counts, of a part that began within the year",
        {
            "all": Counted((30, 19, 18, 17), parts=("a", "b")),
            "a": Counted((20, 3, 9, 7), threshold=5),
            "b": Counted((None, 16, 9, 10)),
        },
        {"all": "30 [c] [c] 17 = [c]", "a": "20 [c] [c] 7 = 39", "b": "[x] 16 9 10 = [x]"},
    ),
    (
        "a small total with its own counts, of a part that is none and one that is not counted",
        {
            "all": Counted((3, 19, 18, 17), parts=("a", "b"), threshold=5),
            "a": Counted((0, 10, 9, 7)),
            "b": Counted((None, 9, 9, 10)),
        },
        {"all": "[c] 19 18 17 = [c]", "a": "0 10 9 7 = 26", "b": "[x] 9 9 10 = [x]"},
    ),
    (
        "a count that its file withholds is not told by a total with its own counts",
        {
            "all": Counted((20, 20, 20, 20), parts=("a", "b")),
            "a": Counted((8, "c", 8, 8)),
            "b": Counted((12, 12, 12, 12)),
        },
        {"all": "20 [c] 20 20 = [c]", "a": "8 [c] 8 8 = [c]", "b": "12 12 12 12 = 48"},
    ),
]


@pytest.mark.parametrize("indicators,expected", [row[1:] for row in FAMILIES], ids=[row[0] for row in FAMILIES])
def test_totals_and_parts(indicators: Mapping[str, Counted], expected: Mapping[str, str]) -> None:
    """A total is withheld where a part is, and its year where a part's year is; its threshold holds for its parts."""
    assert {id: told(series) for id, series in published(data(indicators)).items()} == expected


def test_nothing_to_withhold() -> None:
    """Without a threshold and without a withheld count the very same series are published."""
    given = data({"all": Counted(parts=("a",)), "a": Counted((1, 2, 3, 4))})
    counted = all_series(given)
    assert disclosed(given, counted) is counted
    large = data({"a": Counted((5, 6, 7, 8), 5)})
    counted = all_series(large)
    assert disclosed(large, counted)["a"] is counted["a"]


def test_markers_stay() -> None:
    """A withheld count keeps what is said of it beside: it may be provisional, or stand where the series breaks."""
    given = data({"a": Counted((3, 9, 9, 9), 5)})
    first, *rest = given.observations["a"]
    marked = replace(given, observations={"a": (replace(first, markers=frozenset("bp")), *rest)})
    assert published(marked)["a"].observations()[0].markers == frozenset("bcp")


def test_parts_of_another_frequency() -> None:
    """A part that is counted by months cannot be added to quarters, so it withholds none of them."""
    quarters = data({"all": Counted((9, 9, 9, 9), 5, parts=("a",)), "a": Counted()})
    months = data({"a": Counted([2] * 6 + [9] * 6, 5)}, frequency="month")
    both = replace(
        quarters,
        indicators={**quarters.indicators, **months.indicators},
        observations={**quarters.observations, **months.observations},
    )
    assert told(published(both)["all"]) == "9 9 9 9 = 36"


def test_circles_end() -> None:
    """Indicators that are parts of each other are withheld as far as they go, and that ends."""
    circle = {"a": Counted(_SMALL, 5, ("b",)), "b": Counted(_SMALL, 5, ("a",)), "c": Counted(_SMALL, 5, ("c",))}
    assert all(series.observations()[0].count is None for series in published(data(circle)).values())


def test_notes_of_withheld_counts() -> None:
    """The note of a withheld count may tell it, and is not published; one that the file withholds keeps its reason."""
    given = data({"a": Counted((3, 9, 8, "c"), 5)})
    noted = [replace(row, note=f"note {n}") for n, row in enumerate(given.observations["a"])]
    notes = public_notes(noted, published(given)["a"])
    assert notes == {"2005-10..2005-12": "note 2", "2006-01..2006-03": "note 3"}


# The attack. Someone takes everything that is published of a partnership, and knows which indicator is the sum of
# which. The counts of indicators without parts that he cannot read are the unknowns of his equations.


@dataclass(frozen=True)
class Partnership:
    """Counts as they are, of indicators without parts; and which indicator is the sum of which."""

    frequency: Frequency
    start: str
    truth: Mapping[str, tuple[int, ...]]
    missing: Mapping[str, frozenset[int]]
    parts: Mapping[str, tuple[str, ...]]
    own: frozenset[str]
    thresholds: Mapping[str, int]

    @property
    def data(self) -> Data:
        """The partnership's records; totals in `own` have counts of their own."""
        ids = [*self.truth, *self.parts]
        counted = {id: Counted(self._given(id), self.thresholds.get(id), self.parts.get(id, ())) for id in ids}
        return data(counted, self.start, self.frequency)

    def _given(self, id: str) -> list[int | None]:
        if id in self.parts and id not in self.own:
            return []
        gone = self.missing.get(id, frozenset())
        return [None if n in gone else self.count(id, n) for n in range(len(next(iter(self.truth.values()))))]

    def count(self, id: str, row: int) -> int:
        """The true count of an indicator."""
        return sum(number * self.truth[leaf][row] for leaf, number in self.leaves(id).items())

    def leaves(self, id: str) -> Mapping[str, int]:
        """The indicators without parts that an indicator is the sum of, and how often each is in it."""
        if id in self.truth:
            return {id: 1}
        found: dict[str, int] = defaultdict(int)
        for part in self.parts[id]:
            for leaf, number in self.leaves(part).items():
                found[leaf] += number
        return found


_COUNT = st.one_of(st.integers(0, 6), st.integers(1, 4), st.integers(5, 40))
_TREES: list[Mapping[str, tuple[str, ...]]] = [
    {},
    {"all": ("a", "b")},
    {"some": ("a", "b"), "all": ("some", "c")},
    {"some": ("a", "b"), "rest": ("c", "d"), "all": ("some", "rest")},
    {"one": ("a", "b"), "other": ("b", "c"), "third": ("a", "c")},
    {"deep": ("a",), "some": ("deep", "b"), "all": ("some", "c")},
]


@st.composite
def partnerships(draw: st.DrawFn) -> Partnership:
    """Small counts mixed with large ones and none, in months, quarters or years, under totals of totals."""
    frequency: Frequency = draw(st.sampled_from(["month", "quarter", "quarter", "year"]))
    step = MONTHS_OF[frequency]
    start = Month.parse("2005-04") + step * draw(st.sampled_from([0, 0, 1, 3]))
    years = draw(st.integers(1, 3 if step > 1 else 2))
    length = years * 12 // step - draw(st.sampled_from([0, 0, 1]) if step < 12 else st.just(0))
    parts = draw(st.sampled_from(_TREES))
    names = sorted({id for ids in parts.values() for id in ids} - set(parts)) or ["a"]
    truth = {id: tuple(draw(st.lists(_COUNT, min_size=length, max_size=length))) for id in names}
    gap = st.frozensets(st.integers(0, length - 1), max_size=1)
    missing = {id: draw(gap) for id in names if draw(st.integers(0, 4)) == 0}
    threshold = st.sampled_from([3, 4, 5, 6, None])
    thresholds = {id: limit for id in [*names, *parts] if (limit := draw(threshold))}
    own = draw(st.frozensets(st.sampled_from(sorted(parts)))) if parts else frozenset[str]()
    return Partnership(frequency, str(start), truth, missing, parts, own, thresholds)


_Cell = tuple[str, int]


class Attack:
    """Everything that is published of a partnership, as equations of what is not."""

    def __init__(self, attacked: Partnership) -> None:
        self.attacked = attacked
        self.data = attacked.data
        self.counted = all_series(self.data)
        self.series = disclosed(self.data, self.counted)
        self.limits = limits(self.data)
        self.first = Month.parse(attacked.start).ordinal
        known = {(id, n): self.published(id, n) for id in attacked.truth for n in range(len(attacked.truth[id]))}
        self.unknown: list[_Cell] = [cell for cell, count in known.items() if count is None]
        self.known = {cell: count for cell, count in known.items() if count is not None}
        self.equations = self._equations()

    def published(self, id: str, row: int) -> int | None:
        """The count as a reader sees it."""
        step = self.series[id].step
        start = Month(self.first + row * step)
        return self.series[id].total(Period(start, start + (step - 1))).count

    def secrets(self) -> list[_Cell]:
        """Every small count, of parts and totals alike."""
        return [
            (id, (row.period.start.ordinal - self.first) // series.step)
            for id, series in self.counted.items()
            for row in series.observations()
            if small(row.count, self.limits.get(id, 0))
        ]

    def terms(self, id: str, rows: Sequence[int]) -> tuple[tuple[int, ...], int]:
        """A sum of counts as coefficients of the unknowns, and the part of it that is known."""
        sums: dict[_Cell, int] = {
            (leaf, row): number for leaf, number in self.attacked.leaves(id).items() for row in rows
        }
        known = sum(number * self.known[cell] for cell, number in sums.items() if cell in self.known)
        return tuple(sums.get(cell, 0) for cell in self.unknown), known

    def _equations(self) -> list[tuple[tuple[int, ...], int]]:
        """Each period's total of each indicator, wherever it begins and ends; each equation once."""
        found = dict[tuple[int, ...], int]()
        for id, series in self.series.items():
            rows = [row.period for row in series.observations()]
            for i, one in enumerate(rows):
                for other in rows[i:]:
                    total = series.total(Period(one.start, other.end)).count
                    if total is None:
                        continue
                    places = [
                        (row.start.ordinal - self.first) // series.step for row in rows[i : rows.index(other) + 1]
                    ]
                    coefficients, known = self.terms(id, places)
                    assert found.setdefault(coefficients, total - known) == total - known
        return [(coefficients, total) for coefficients, total in found.items() if any(coefficients)]

    @cached_property
    def _basis(self) -> list[tuple[int, list[Fraction]]]:
        basis: list[tuple[int, list[Fraction]]] = []
        for coefficients, _ in self.equations:
            row = _reduced([Fraction(number) for number in coefficients], basis)
            place = next((n for n, number in enumerate(row) if number), None)
            if place is not None:
                basis.append((place, [number / row[place] for number in row]))
        return basis

    def determined(self, wanted: tuple[int, ...]) -> bool:
        """Whether sums and differences of the equations give a sum of unknowns."""
        return not any(_reduced([Fraction(number) for number in wanted], self._basis))

    def bounds(self, wanted: tuple[int, ...], known: Mapping[_Cell, tuple[int, int]]) -> tuple[int, int]:
        """The least and the greatest whole number that a sum of unknowns can be, some of them within `known` bounds."""
        within = [known.get(cell, (0, _ANY)) for cell in self.unknown]
        matrix = np.array([coefficients for coefficients, _ in self.equations], dtype=float)
        totals = [total for _, total in self.equations]
        equal = [LinearConstraint(matrix, totals, totals)] if totals else []
        ends = []
        for sign in (1, -1):
            cost = sign * np.array(wanted, dtype=float)
            limits = Bounds([low for low, _ in within], [high for _, high in within])
            found = milp(cost, constraints=equal, bounds=limits, integrality=np.ones(len(wanted), dtype=int))
            assert found.success, found.message
            ends.append(sign * round(found.fun))
        return ends[0], ends[1]


#: More than any count of these tests.
_ANY = 1000


def _reduced(row: list[Fraction], basis: list[tuple[int, list[Fraction]]]) -> list[Fraction]:
    for place, pivot in basis:
        if factor := row[place]:
            row = [number - factor * other for number, other in zip(row, pivot, strict=True)]
    return row


_attacks = settings(max_examples=1200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


#: One total tells what a part is that is not counted, and so what another total withholds.
_UNCOUNTED = Partnership(
    "quarter",
    "2005-04",
    {"a": (0, 0, 3, 0), "b": (0, 0, 0, 0), "c": (0, 0, 0, 0)},
    {"a": frozenset([2])},
    {"one": ("a", "b"), "other": ("b", "c"), "third": ("a", "c")},
    frozenset(["one", "other", "third"]),
    {"one": 3, "other": 3, "third": 4},
)


@_attacks
@given(partnerships())
@example(_UNCOUNTED)
@example(replace(_UNCOUNTED, missing={"a": frozenset([0, 1, 2, 3]), "b": frozenset([0, 1, 2, 3])}))
def test_no_sum_or_difference_gives_a_small_count(attacked: Partnership) -> None:
    """No small count is published, and none follows from all that is, by whatever sums and differences."""
    attack = Attack(attacked)
    for id, row in attack.secrets():
        assert attack.published(id, row) is None
        wanted, _ = attack.terms(id, [row])
        assert not attack.determined(wanted), (id, row)


def _quarters(*counts: int) -> Partnership:
    """Return a partnership with one indicator, counted in one year by quarters, with threshold 5."""
    return Partnership("quarter", "2005-04", {"a": counts}, {}, {}, frozenset(), {"a": 5})


@_attacks
@given(partnerships())
@example(_quarters(3, 5, 8, 7))
@example(_quarters(1, 1, 7, 9))
@example(_quarters(3, 3, 3, 1))
@example(_quarters(4, 4, 4, 2))
@example(_quarters(4, 4, 4, 4))
def test_no_bounds_narrow_a_small_count(attacked: Partnership) -> None:
    """A small count could be any number from 1 to below the limit, even for one who knows which counts are small.

    He knows it of the counts without parts, and that no count is below 0. A total of small counts could then be as
    many numbers, and any of those for one who does not know which they are.
    """
    attack = Attack(attacked)
    secrets = attack.secrets()
    known = {(id, row): (1, attack.limits[id] - 1) for id, row in secrets if id in attacked.truth}
    for id, row in secrets[:: len(secrets) // 8 + 1]:
        wanted, fixed = attack.terms(id, [row])
        largest = attack.limits[id] - 1
        low, high = attack.bounds(wanted, known)
        if id in attacked.truth:
            assert (low, high) == (1, largest), (id, row)
            continue
        assert high - low >= largest - 1, (id, row)
        low, high = attack.bounds(wanted, {})
        assert low + fixed <= 1, (id, row)
        assert high + fixed >= largest, (id, row)


@_attacks
@given(partnerships())
def test_a_total_tells_no_more_than_its_parts(attacked: Partnership) -> None:
    """Where all its parts are counted, a total is published if and only if its parts' published counts give it."""
    attack = Attack(attacked)
    for id, parts in attacked.parts.items():
        if any(None in _column(attack.counted[part]) for part in parts):
            continue
        step = attack.series[id].step
        rows = [row.period for row in attack.series[id].observations()]
        years = [Period.year_of(period.start) for period in rows[:: 12 // step]]
        for period in [*rows, *(year for year in years if rows[0].start <= year.start and year.end <= rows[-1].end)]:
            of_parts = [attack.series[part].total(period).count for part in parts]
            known = [count for count in of_parts if count is not None]
            assert attack.series[id].total(period).count == (sum(known) if len(known) == len(parts) else None)


def _column(series: Series) -> list[int | None]:
    return [row.count for row in series.observations()]


# One who knows the program tries every year there could have been, and keeps those of which the same is published.


def as_published(counts: Sequence[int | None], limit: int) -> tuple[object, ...]:
    """Return all that is ever published of a year: as it stands after each of its counts, and at its end."""
    seen = []
    for length in range(1, len(counts) + 1):
        so_far = [*counts[:length], *[None] * (len(counts) - length)]
        made = protected(so_far, limit)
        seen.append((tuple("c" if n in made.withheld else count for n, count in enumerate(so_far)), made.total))
    return tuple(seen)


@pytest.mark.parametrize(
    "limit,largest,gaps",
    [(3, 4, ()), (3, 4, (1,)), (3, 4, (3,)), (4, 6, ()), (5, 7, ())],
)
def test_knowing_the_program_does_not_help(limit: int, largest: int, gaps: tuple[int, ...]) -> None:
    """Of any year of four quarters, each small count could be any number from 1 to below the limit.

    Every year of counts up to `largest` is tried against every year of counts that what is published leaves room for:
    another count can have to be as much higher as three small counts can be lower.
    """
    most = largest + 3 * (limit - 2)
    same: dict[tuple[object, ...], list[tuple[int | None, ...]]] = defaultdict(list)
    for counts in product(*([None] if n in gaps else range(most + 1) for n in range(4))):
        same[as_published(counts, limit)].append(counts)
    tried = 0
    for years in same.values():
        for counts in years:
            if any(count is not None and count > largest for count in counts):
                continue
            for n, count in enumerate(counts):
                if small(count, limit):
                    tried += 1
                    assert {year[n] for year in years} >= set(range(1, limit)), (counts, n)
    assert tried > 0
