"""What the web form's script has to know of the form and its checks: taken from the checker, never written twice."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass

from cspsite import box_text, days, form, periods, personal, remedy, report_text, tokens
from cspsite.check import comparisons, directions, prose, reports, typed, updates
from cspsite.figures import NAMES
from cspsite.findings import CODES
from cspsite.model import Data, Group, PreparedBy
from cspsite.own_words import own_words
from cspsite.pages.script_patterns import ScriptPattern, script_pattern

#: The findings that the form's script looks for by itself. Others cannot come of a form that is filled in, such as an
#: unknown heading, or are about other files than the report's.
LIVE = (
    "status-missing",
    "no-remedial-action",
    "remedy-without-owner",
    "remedy-without-day",
    "remedy-day-unreadable",
    "remedy-day-past",
    "no-progress",
    "no-plans",
    "achievements-missing",
    "barriers-missing",
    "risk-not-a-barrier",
    "box-too-long",
    "issue-without-recipient",
    "not-official",
    "status-without-figures",
    "status-differs",
    "token-wrong",
    "unknown-figure",
    "figure-not-available",
    "figure-contradicts-words",
    "figure-old",
    "other-measure",
    "figures-disagree",
    "base-not-quoted",
    "period-differs",
    "decimals-mixed",
    "percentage-typed",
    "count-typed",
    "acronym-unknown",
    "personal-telephone",
    "personal-email",
    "personal-postcode",
    "personal-vehicle",
    "personal-national-insurance",
)

_WHOLE = {
    "placeholder": form.PLACEHOLDER,
    "bare": report_text.BARE,
    "none": reports.NONE,
    "tokenBody": tokens.BODY,
    "decimals": tokens.DECIMALS,
    "month": periods.MONTH,
    "year": periods.YEAR,
    "quarter": periods.QUARTER,
    "inOne": personal.IN_ONE,
    "section": personal.SECTION,
}
_WITHIN = {
    "spaces": box_text.SPACES,
    "lineEnds": box_text.LINE_ENDS,
    "unseen": box_text.UNSEEN,
    "underline": box_text.UNDERLINE,
    "anchor": box_text.ANCHOR,
    "closing": box_text.CLOSING,
    "otherGroup": reports.OTHER_GROUP,
    "risk": updates.RISK,
    "acronym": prose.ACRONYM,
    "token": tokens.TOKEN,
    "single": tokens.SINGLE,
    "double": typed.DOUBLE,
    "percentage": typed.PERCENTAGE,
    "likeYear": typed.YEAR,
    "direction": directions.WORD,
    "noDirection": directions.OTHER,
    "sentence": directions.SENTENCE,
    "since": comparisons.SINCE,
    "service": personal.SERVICE,
    "reference": personal.REFERENCE,
    "wide": personal.WIDE,
}


@dataclass(frozen=True, slots=True)
class FormCode:
    """A kind of finding: how bad it is, what it is called, and what to do about it."""

    severity: str
    title: str
    advice: str


@dataclass(frozen=True, slots=True)
class FormRemedy:
    """How the two lines below a remedial action are read: their rows, a day by itself, and signs that are no words."""

    rows: list[ScriptPattern]
    days: list[ScriptPattern]
    around: str


@dataclass(frozen=True, slots=True)
class FormTarget:
    """A target as a token is read beside it: its indicator, and the denominator of its measure."""

    id: str
    indicator: str
    per: str | None


@dataclass(frozen=True, slots=True)
class FormIndicator:
    """An indicator that a token can name: the denominator of its measure, and what it is the sum of."""

    per: str | None
    components: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormRules:
    """Everything that writing and checking a group's report asks of the data, but for the figures.

    `person` are the facts of who completed it, `published` those of them that the site shows. `names` are the figures'
    names with what each needs (see `figure_names.Name.of`). `mailboxes`, `short_forms` and `not_personal` are the words
    of `public_words.PublicWords`, `before` is how far back a reference's own word is looked for.
    """

    codes: Mapping[str, FormCode]
    patterns: Mapping[str, ScriptPattern]
    openings: list[ScriptPattern]
    personal: Mapping[str, ScriptPattern]
    remedy: FormRemedy
    mailboxes: list[str]
    short_forms: list[str]
    not_personal: list[str]
    before: int
    not_bare: list[str]
    sections: Mapping[str, str]
    parts: Mapping[str, str]
    person: list[str]
    published: list[str]
    acronyms: list[str]
    options: list[str]
    names: Mapping[str, str]
    indicators: Mapping[str, FormIndicator]
    denominators: list[str]
    targets: list[FormTarget]
    months: list[str]
    years: tuple[int, int]
    year_starts: int
    near: int
    fresh: int


def form_rules(data: Data, group: Group) -> FormRules:
    """The rules for the reports of a group."""
    shown, public = data.partnership.publication.officers_names, own_words(data)
    return FormRules(
        codes={code: FormCode(CODES[code].severity, CODES[code].title, CODES[code].advice) for code in LIVE},
        patterns=_patterns(data, group),
        openings=[script_pattern(opening) for opening in box_text.OPENINGS],
        personal={code: script_pattern(pattern) for code, pattern in personal.PATTERNS.items()},
        remedy=FormRemedy(
            rows=[script_pattern(pattern, whole=True) for pattern in remedy.ROWS],
            days=[script_pattern(pattern, whole=True) for pattern in days.ALONE],
            around=remedy.AROUND,
        ),
        mailboxes=sorted(public.mailboxes),
        short_forms=sorted(public.short_forms),
        not_personal=sorted(public.texts),
        before=personal.BEFORE,
        not_bare=sorted(report_text.NOT_BARE),
        sections=form.SECTIONS,
        parts=form.PARTS,
        person=list(PreparedBy.model_fields),
        published=[name for name in PreparedBy.model_fields if shown or name != "name"],
        acronyms=sorted(prose.NO_ACRONYMS | set(data.glossary)),
        options=list(tokens.OPTIONS),
        names={name: known.of for name, known in NAMES.items()},
        indicators={
            id: FormIndicator(one.measure.per if one.measure else None, one.components)
            for id, one in data.indicators.items()
        },
        denominators=list(data.denominators),
        targets=[FormTarget(one.id, one.indicator, one.measure.per if one.measure else None) for one in group.targets],
        months=list(calendar.month_name),
        years=(periods.YEARS.start, periods.YEARS.stop),
        year_starts=periods.YEAR_STARTS,
        near=directions.NEAR,
        fresh=comparisons.FRESH,
    )


def _patterns(data: Data, group: Group) -> dict[str, ScriptPattern]:
    """The patterns that have names; the group's own counts where it has indicators."""
    found = {name: script_pattern(pattern, whole=True) for name, pattern in _WHOLE.items()}
    within: dict[str, re.Pattern[str] | None] = {**_WITHIN, "counts": typed.count_pattern(data, group)}
    return found | {name: script_pattern(pattern) for name, pattern in within.items() if pattern}
