"""The records: what a partnership is made of, in the words of the vocabulary. Frozen, and free of files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from cspsite.periods import Month, Period
from cspsite.values import Address, Day, Id, Number, Text, Whole, Yes, Zone

Polarity = Literal["lower_is_better", "higher_is_better", "neutral"]
Frequency = Literal["month", "quarter", "year"]
Shape = Literal["straight", "profiled", "points"]
Kind = Literal["reduce_by_percent", "increase_by_percent", "reach_value", "hold", "directional"]
Status = Literal["Red", "Amber", "Green"]

#: Every reported status with its meaning, in the words of the form's footnote.
STATUSES: Mapping[Status, str] = {
    "Red": "Overall target is unlikely to be achieved",
    "Amber": "Overall target is in some danger, requires remedial action",
    "Green": "Overall target is on course to be achieved",
}
#: The time zone of a partnership that names none.
TIME_ZONE = "Europe/London"
#: How many months one observation of each frequency covers.
MONTHS_OF: Mapping[Frequency, int] = {"month": 1, "quarter": 3, "year": 12}


class Record(BaseModel):
    """A frozen record that knows no other keys than its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Marked(Record):
    """A record that may be illustrative: `illustrative` says in a sentence what is, and why."""

    illustrative: Text | None = None


class Codes(Record):
    """The official codes of the Office for National Statistics."""

    local_authority: Text | None = None
    partnership: Text | None = None
    police_force: Text | None = None


class Strategy(Record):
    """The years that the targets belong to, and the financial year they are compared with."""

    start: Day
    end: Day
    baseline: Period


class Licence(Record):
    """Under which terms the data may be used again, and whom to name."""

    name: Text
    url: Annotated[str, StringConstraints(pattern=r"^https://")]
    attribution: Text


class Meeting(Marked):
    """A meeting of the board, with what it decided; `data_to` is the last complete month that its papers use."""

    date: Day
    data_to: Month
    papers_due: Day | None = None
    decisions: tuple[Text, ...] = ()


class Form(Record):
    """How many boxes the partnership's form has, what its plans are for, and how much a box may hold.

    `characters`: how many characters a box's words may have, beside the figures that they quote; None is any number.
    """

    achievements: Annotated[Whole, Field(ge=0)] = 2
    barriers: Annotated[Whole, Field(ge=0)] = 2
    plans_for: Text = "next two months"
    characters: Annotated[Whole, Field(ge=1)] | None = None


class Rules(Record):
    """The partnership's own rules for figures.

    `small_base`: no percentage is given of a count below it. `decimals`: places shown by default.
    `tolerance`: how many percentage points behind its trajectory a target is still Amber.
    `figures_max_age_months`: how old figures may be to assess a target by (see `evidence`).
    `screen_moving_ranges`: whether control limits leave out moving ranges that are far above the others.
    """

    decimals: Annotated[Whole, Field(ge=0, le=6)] = 1
    small_base: Annotated[Whole, Field(ge=0)] = 50
    denominator_max_age_months: Annotated[Whole, Field(ge=1)] = 24
    tolerance: Annotated[Number, Field(ge=0)] = Decimal(5)
    figures_max_age_months: Annotated[Whole, Field(ge=0)] = 3
    screen_moving_ranges: Yes = True


class PublicationRules(Record):
    """What of the reports is published: `officers_names` is whether the site names those who completed them.

    `not_personal` are texts that only look like personal details, as they stand in the words.
    """

    officers_names: Yes = False
    not_personal: tuple[Text, ...] = ()


class Accessibility(Record):
    """What the accessibility statement says of the partnership's own; None where that has not been said yet.

    `contact` is an office, not a person; `problems` are those beside the software's own, each with what to do instead.
    """

    contact: Text | None = None
    url: Address | None = None
    reply_days: Annotated[Whole, Field(ge=1)] | None = None
    prepared: Day | None = None
    reviewed: Day | None = None
    tested: Day | None = None
    tested_by: Text | None = None
    problems: tuple[Text, ...] = ()
    northern_ireland: Yes = False


class Partnership(Marked):
    """The partnership: its name, area, board, strategy, meetings and rules; its days are those of its time zone."""

    name: Text
    area: Text
    time_zone: Zone = TIME_ZONE
    codes: Codes = Codes()
    board: Text
    strategy: Strategy
    licence: Licence
    meetings: tuple[Meeting, ...] = ()
    form: Form = Form()
    rules: Rules = Rules()
    publication: PublicationRules = PublicationRules()
    accessibility: Accessibility = Accessibility()


class Measure(Record):
    """What a figure is per: the denominator's id, and how many of it. `scale` None is the denominator's own."""

    per: Id
    scale: Annotated[Whole, Field(ge=1)] | None = None


@dataclass(frozen=True, slots=True)
class DenominatorValue:
    """One estimate: for `reference_date`, published on `published` if that is known."""

    reference_date: date
    value: int
    published: date | None
    source: str


class Denominator(Marked):
    """What rates are per, such as population: its name and its estimates, oldest first."""

    name: Text
    noun: Text
    scale: Annotated[Whole, Field(ge=1)] = 1000


@dataclass(frozen=True, slots=True)
class Observation:
    """One count of a period; `count` None is missing, which is never zero."""

    period: Period
    count: int | None
    markers: frozenset[str] = frozenset()
    note: str = ""


class Disclosure(Record):
    """Counts from 1 to below `threshold` are withheld, so that nobody can be identified (below 3 it is a 1)."""

    threshold: Annotated[Whole, Field(ge=3)]


class NewLimits(Record):
    """From when on a control chart has limits of its own, and why."""

    since: Month
    reason: Text


class Indicator(Marked):
    """What is counted, by whom, how often, and which direction is better."""

    name: Text
    definition: Text
    unit: Text
    source: Text | None = None
    extracted: Day | None = None
    polarity: Polarity
    frequency: Frequency
    measure: Measure | None = None
    components: tuple[Id, ...] = ()
    decimals: Annotated[Whole, Field(ge=0, le=6)] | None = None
    disclosure: Disclosure | None = None
    new_limits: tuple[NewLimits, ...] = ()


class Point(Record):
    """Where a target should be at the end of a month: `change` in per cent as the target's own, or a `value`."""

    to: Month
    change: Number | None = None
    value: Number | None = None


class Trajectory(Record):
    """The way from the baseline to the target: a straight line, one that keeps the season, or through given points."""

    shape: Shape = "straight"
    points: tuple[Point, ...] = ()


class Target(Marked):
    """What a group is to achieve: by how much an indicator should change, against when, by when."""

    id: Id
    wording: Text
    local_target: Text | None = None
    indicator: Id
    kind: Kind
    change: Number | None = None
    value: Number | None = None
    direction: Literal["increase", "decrease"] | None = None
    measure: Measure | None = None
    baseline: Period | None = None
    start: Day | None = None
    end: Day | None = None
    trajectory: Trajectory = Trajectory()

    @property
    def change_wanted(self) -> Fraction | None:
        """The change as a signed share, such as -3/20 for a reduction by 15%; None without a number."""
        if self.kind == "hold":
            return Fraction(0)
        if self.change is None or self.kind not in ("reduce_by_percent", "increase_by_percent"):
            return None
        return Fraction(self.change) / (-100 if self.kind == "reduce_by_percent" else 100)

    @property
    def short(self) -> str:
        """The wording nearest to the board's action table."""
        return self.local_target or self.wording


class Action(Record):
    """What a group does, and the targets it serves (none, one or several)."""

    id: Id
    title: Text
    targets: tuple[Id, ...] = ()
    owner: Text | None = None
    start: Day | None = None
    due: Day | None = None
    state: Literal["open", "closed"] = "open"
    closed: Day | None = None


class Group(Marked):
    """A delivery group: its objective, chair, targets and actions."""

    name: Text
    objective: Text
    chair: Text
    contact: Text | None = None
    starts: Day | None = None
    ends: Day | None = None
    targets: tuple[Target, ...] = ()
    actions: tuple[Action, ...] = ()

    def target(self, id: str | None) -> Target | None:
        """The target of that id."""
        return next((target for target in self.targets if target.id == id), None)

    def action(self, id: str) -> Action | None:
        """The action of that id."""
        return next((action for action in self.actions if action.id == id), None)

    def active_on(self, day: date) -> bool:
        """Whether the group exists on that day, and so owes a report."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


class PreparedBy(Record):
    """Who completed a report."""

    name: Text | None = None
    role: Text | None = None
    organisation: Text | None = None


class FrontMatter(Marked):
    """The facts at the top of a report's file."""

    data_to: Month
    classification: Text
    prepared_by: PreparedBy = PreparedBy()


class Update(Record):
    """What a report says of one action, for one of its targets (None where it serves none)."""

    action: str
    target: str | None = None
    heading: str = ""
    status: Status | None = None
    progress: str = ""
    plans: str = ""
    remedial_action: str = ""

    @property
    def key(self) -> tuple[str, str | None]:
        """The pair that a status belongs to."""
        return (self.action, self.target)


class OtherIssue(Record):
    """An issue that may affect delivery; `recipient` is whom it is for, if it says so."""

    title: str
    recipient: str | None = None
    text: str = ""


class Report(FrontMatter):
    """A group's report to a meeting: the whole form."""

    group: str
    meeting: date
    achievements: tuple[str, ...] = ()
    barriers: tuple[str, ...] = ()
    updates: tuple[Update, ...] = ()
    other_issues: tuple[OtherIssue, ...] = ()

    @property
    def texts(self) -> Iterator[str]:
        """Everything that is written in its boxes."""
        yield from (*self.achievements, *self.barriers)
        for update in self.updates:
            yield from (update.progress, update.plans, update.remedial_action)
        yield from (issue.text for issue in self.other_issues)

    def update(self, action: str, target: str | None) -> Update | None:
        """The update on that action for that target."""
        return next((update for update in self.updates if update.key == (action, target)), None)


@dataclass(frozen=True)
class Data:
    """Everything that `data/` holds, in one version; mappings are by id, in the order of the ids.

    `observations` and `denominator_values` are in order of time.
    """

    partnership: Partnership
    glossary: Mapping[str, str]
    denominators: Mapping[str, Denominator]
    denominator_values: Mapping[str, tuple[DenominatorValue, ...]]
    indicators: Mapping[str, Indicator]
    observations: Mapping[str, tuple[Observation, ...]]
    groups: Mapping[str, Group]
    reports: Mapping[tuple[str, date], Report]

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """All meetings, oldest first."""
        return tuple(sorted(self.partnership.meetings, key=lambda meeting: meeting.date))

    def meeting(self, day: date) -> Meeting | None:
        """The meeting on that day."""
        return next((meeting for meeting in self.partnership.meetings if meeting.date == day), None)

    def reports_of(self, group: str) -> list[Report]:
        """A group's reports, newest first."""
        own = [report for (owner, _), report in self.reports.items() if owner == group]
        return sorted(own, key=lambda report: report.meeting, reverse=True)
