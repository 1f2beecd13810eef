"""Which kind of change each field of each record is told as."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cspsite.changes import kinds
from cspsite.changes.change import FieldChange
from cspsite.model import (
    Accessibility,
    Action,
    Codes,
    Denominator,
    Form,
    Group,
    Indicator,
    Licence,
    Meeting,
    OtherIssue,
    Partnership,
    PreparedBy,
    PublicationRules,
    Record,
    Report,
    Rules,
    Strategy,
    Target,
    Update,
)

Kind = type[FieldChange]
#: Whether a field's old and new value are the same, though they differ: `(field, old, new)`; where names changed only.
Same = Callable[[str, object, object], bool]


def _each(kind: Kind, names: str) -> dict[str, Kind | None]:
    return dict.fromkeys(names.split(), kind)


def _elsewhere(names: str) -> dict[str, Kind | None]:
    """Fields that a rule of their own tells, beside those of the record."""
    return dict.fromkeys(names.split())


_ILLUSTRATIVE = _each(kinds.IllustrativeChanged, "illustrative")

#: The kind of each field; None where a rule of its own tells it. A record within a record is told by its own fields.
FIELDS: Mapping[type[Record], Mapping[str, Kind | None]] = {
    Partnership: {
        **_each(kinds.PartnershipChanged, "name area board time_zone codes publication accessibility"),
        **_each(kinds.StrategyChanged, "strategy"),
        **_each(kinds.LicenceChanged, "licence"),
        **_each(kinds.FormChanged, "form"),
        **_each(kinds.RulesChanged, "rules"),
        **_elsewhere("meetings"),
        **_ILLUSTRATIVE,
    },
    Accessibility: _each(
        kinds.PartnershipChanged,
        "contact url reply_days prepared reviewed tested tested_by problems northern_ireland",
    ),
    Codes: _each(kinds.PartnershipChanged, "local_authority partnership police_force"),
    Strategy: _each(kinds.StrategyChanged, "start end baseline"),
    Licence: _each(kinds.LicenceChanged, "name url attribution"),
    Form: _each(kinds.FormChanged, "achievements barriers plans_for characters"),
    Rules: _each(
        kinds.RulesChanged,
        "decimals small_base denominator_max_age_months tolerance figures_max_age_months screen_moving_ranges",
    ),
    PublicationRules: _each(kinds.PartnershipChanged, "officers_names not_personal"),
    Meeting: {
        **_each(kinds.MeetingMoved, "date"),
        **_each(kinds.MeetingChanged, "data_to papers_due"),
        **_elsewhere("decisions"),
        **_ILLUSTRATIVE,
    },
    Denominator: {
        **_each(kinds.DenominatorRenamed, "name"),
        **_each(kinds.DenominatorRedefined, "noun scale"),
        **_ILLUSTRATIVE,
    },
    Indicator: {
        **_each(kinds.IndicatorRenamed, "name"),
        **_each(kinds.IndicatorRedefined, "definition unit source frequency measure components"),
        **_each(kinds.IndicatorRuleChanged, "polarity disclosure new_limits"),
        **_each(kinds.IndicatorChanged, "extracted decimals"),
        **_ILLUSTRATIVE,
    },
    Target: {
        **_each(kinds.TargetRenamed, "id"),
        **_each(kinds.TargetReworded, "wording local_target"),
        **_each(kinds.TargetRedefined, "indicator kind change value direction measure baseline start end trajectory"),
        **_ILLUSTRATIVE,
    },
    Action: {
        **_each(kinds.ActionRenamed, "id"),
        **_each(kinds.ActionChanged, "title owner start due"),
        **_each(kinds.ActionMoved, "targets"),
        **_elsewhere("state closed"),
    },
    Group: {
        **_each(kinds.GroupRenamed, "name"),
        **_each(kinds.WordingChanged, "objective"),
        **_each(kinds.GroupChanged, "chair contact starts"),
        **_elsewhere("ends targets actions"),
        **_ILLUSTRATIVE,
    },
    PreparedBy: _each(kinds.ReportChanged, "name role organisation"),
    Report: {
        **_each(kinds.ReportChanged, "data_to classification prepared_by"),
        **_elsewhere("group meeting achievements barriers updates other_issues"),
        **_ILLUSTRATIVE,
    },
    Update: {
        **_elsewhere("action target status"),
        **_each(kinds.WordingChanged, "heading progress plans remedial_action"),
    },
    OtherIssue: {**_each(kinds.WordingChanged, "title text"), **_each(kinds.IssueChanged, "recipient")},
}

#: How a field that no one has placed yet is told: loudly where it may say what is measured.
_UNPLACED: Mapping[type[Record], Kind] = {Target: kinds.TargetRedefined, Indicator: kinds.IndicatorRedefined}


def kind_of(record: type[Record], name: str) -> Kind | None:
    """The kind of change that a field of a record is told as; None where a rule of its own tells it."""
    return FIELDS[record].get(name, _UNPLACED.get(record, kinds.PartnershipChanged))


def nested(record: Record) -> bool:
    """Whether a record within a record is told by its own fields."""
    return type(record) in FIELDS
