"""What a control chart says in words: its sentence, its table, and what its flags and limits mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cspsite.assurance import assurance
from cspsite.charts import sentence
from cspsite.charts.chart import Flag, FlagKind, Guide, Note, Table
from cspsite.charts.columns import Columns
from cspsite.charts.described import each, span
from cspsite.control_chart import ControlChart, Stretch
from cspsite.control_limits import SETTLED, leaps
from cspsite.model import Indicator
from cspsite.numbers import digits
from cspsite.variation import variation

_MEANINGS: Mapping[FlagKind, str] = {
    "concern": "special cause, concerning",
    "improvement": "special cause, improving",
    "special": "special cause",
}
_SPECIAL = "Special cause"


@dataclass(frozen=True, slots=True)
class Level:
    """A level that a target aims at, in counts of one period, and the day by which."""

    value: Fraction
    by: date | None = None

    @property
    def shown(self) -> str:
        """The number as people read it: whole, or to one place."""
        return digits(self.value, 0 if self.value.denominator == 1 else 1)


def finding(chart: ControlChart, columns: Columns, known: Indicator, level: Level | None) -> str:
    """What the latest count is: `91 in July 2006 lies within the limits of 60.1 to 118.3: common cause, …`."""
    place = chart.latest
    if place is None:
        return f"There is no count of {sentence.things(known)} up to {columns.words[-1]}."
    period = chart.periods[place]
    label = dict(zip(columns.periods, columns.labels, strict=True)).get(period)
    count = f"{label or digits(Fraction(chart.values[place] or 0), 0)} in {period.words}"
    told = variation(chart, known.polarity)
    if told is None:
        stretch = chart.stretch_of(place)
        return f"{count} cannot be told from chance{'' if stretch.rare else ' yet'}: {stretch.without}."
    ends = ": common cause, no significant change." if told.kind == "common" else f". {told.words}."
    return f"{count} lies {_where(chart, place)}{ends}{_assured(chart, known, level, columns)}"


def table(known: Indicator, columns: Columns, guides: Sequence[Guide], flags: Sequence[Flag]) -> Table:
    """A row a period: the count, the mean, both limits, and whether it is of special cause."""
    said = {flag.step: flag.words.removeprefix(f"{_SPECIAL}, ") for flag in flags}
    centre, lower, upper = (_labels(guides, name, len(columns.periods)) for name in ("", "Lower limit", "Upper limit"))
    rows = tuple(
        (
            period,
            label,
            centre[row] or "–",
            _limits(lower[row], upper[row]),
            said.get(row, "no" if upper[row] and columns.values[row] is not None else "–"),
        )
        for row, (period, label) in enumerate(zip(columns.words, columns.labels, strict=True))
    )
    caption = f"{known.name}: {known.unit} a {each(columns)} with their mean and limits, {span(columns).words}"
    mean = guides[0].name if guides else "Mean"
    headers = (sentence.raised(each(columns)), sentence.raised(known.unit), mean, "Limits", _SPECIAL)
    return Table(caption, headers, rows)


def flag_notes(flags: Sequence[Flag]) -> list[Note]:
    """What each kind of flag means that is there."""
    kinds = {flag.kind for flag in flags}
    return [Note(words, kind) for kind, words in _MEANINGS.items() if kind in kinds]


def limit_notes(chart: ControlChart, columns: Columns, *, screened: bool) -> list[Note]:
    """What the limits rest on: which counts, since when and why, and in which season."""
    since = columns.periods[0].start
    parts = [part for part in chart.stretches if part.period.end >= since]
    found = [Note(_of_stretch(part, new=part is not chart.stretches[0])) for part in parts]
    if any(part.seasonal for part in parts):
        unit = each(columns)
        found.append(
            Note(f"Each {unit} is compared with the same {unit} of other years, because the series has a season")
        )
    lowers = [low for low, period in zip(chart.lower, chart.periods, strict=True) if period.start >= since]
    if any(low is not None and low < 0 for low in lowers):
        found.append(Note("A lower limit below 0, where no count can be, is not drawn"))
    number = sum(_leaps(chart, part) for part in parts) if screened else 0
    if number:
        which = "one leap" if number == 1 else f"{number} leaps"
        next_one = (
            f"from one {each(columns)} to the next, more than three times as large as these changes are on average"
        )
        found.append(Note(f"Limits leave out {which} {next_one}"))
    return found


def _leaps(chart: ControlChart, part: Stretch) -> int:
    """How many changes the limits of a stretch leave out; in a season those of the deviations from what is usual."""
    rows = zip(chart.periods, chart.values, chart.centre, strict=True)
    return leaps(
        [
            None if value is None or centre is None else value - centre
            for period, value, centre in rows
            if period.start in part.period
        ]
    )


def shown(value: float) -> str:
    """A mean or a limit as people read it, to one place."""
    return digits(Fraction(value), 1)


def _labels(guides: Sequence[Guide], name: str, rows: int) -> tuple[str, ...]:
    """The labels of the guide of that name, of the centre without one; empty where there is none."""
    wanted = (guide for guide in guides if guide.name == name or (not name and guide.style == "centre"))
    return next((guide.labels for guide in wanted), ("",) * rows)


def _limits(lower: str, upper: str) -> str:
    if not upper:
        return "–"
    return f"{lower} to {upper}" if lower else f"up to {upper}"


def _where(chart: ControlChart, place: int) -> str:
    """`within the limits of 60.1 to 118.3`; a lower limit below 0 is not said."""
    value, lower, upper = chart.values[place] or 0.0, chart.lower[place] or 0.0, chart.upper[place] or 0.0
    trial = "trial " if chart.stretch_of(place).trial else ""
    if shown(lower) == shown(upper) == shown(value):
        return f"on the mean of {shown(upper)}, from which no count differs"
    if value > upper:
        return f"above the upper {trial}limit of {shown(upper)}"
    if lower < 0:
        return f"below the upper {trial}limit of {shown(upper)}"
    if value < lower:
        return f"below the lower {trial}limit of {shown(lower)}"
    return f"within the {trial}limits of {shown(lower)} to {shown(upper)}"


def _assured(chart: ControlChart, known: Indicator, level: Level | None, columns: Columns) -> str:
    if level is None:
        return ""
    told = assurance(chart, float(level.value), known.polarity)
    if told.kind == "none":
        return ""
    return f" {told.words.replace('the level', f'the target of {level.shown} a {each(columns)}')}."


def _of_stretch(stretch: Stretch, *, new: bool) -> str:
    """`New limits from April 2005 (new recording system): of 16 counts, …`."""
    begins = f"New limits from {stretch.period.start.words} ({stretch.reason})" if new else "Mean and limits"
    if stretch.limits is None:
        return f"{begins}: {'none' if stretch.rare else 'none yet'}, {stretch.without}"
    of = f"of {stretch.limits.points} counts, {stretch.period.words}"
    trial = f"; trial limits, until there are {SETTLED}" if stretch.trial else ""
    return f"{begins}: {of}{trial}" if new else f"{begins} are {of}{trial}"
