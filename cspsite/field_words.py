"""What each key of the YAML files holds, in a sentence that an editor shows beside it."""

from __future__ import annotations

from collections.abc import Mapping

from cspsite.model import (
    Accessibility,
    Action,
    Codes,
    Denominator,
    Disclosure,
    Form,
    FrontMatter,
    Group,
    Indicator,
    Licence,
    Marked,
    Measure,
    Meeting,
    NewLimits,
    Partnership,
    Point,
    PreparedBy,
    PublicationRules,
    Record,
    Rules,
    Strategy,
    Target,
    Trajectory,
)

_MEASURE = "What a rate is per; without it figures are counts."

#: The sentence of each field, by the record that first has it.
FIELD_WORDS: Mapping[type[Record], Mapping[str, str]] = {
    Marked: {"illustrative": "A sentence that says what is invented here, and why; leave it out where nothing is."},
    Partnership: {
        "name": "The partnership's full name.",
        "area": "The area it serves.",
        "time_zone": "The time zone in which its days end, such as Europe/London.",
        "codes": "Official codes of the Office for National Statistics.",
        "board": "The name of the board that the groups report to.",
        "strategy": "The years that the targets belong to.",
        "licence": "Under which terms the data may be used again.",
        "meetings": "Every meeting of the board, past and planned.",
        "form": "How the partnership's report form is laid out.",
        "rules": "The partnership's own rules for figures.",
        "publication": "What of the reports is published.",
        "accessibility": "What the accessibility statement says of the partnership's own.",
    },
    Accessibility: {
        "contact": "The office or role to tell of problems, with a way to reach it; no person's name.",
        "url": "A form or a role's mailbox to write to; it begins with https:// or mailto:.",
        "reply_days": "Within how many days an answer comes.",
        "prepared": "The day on which the statement was first prepared.",
        "reviewed": "The day on which it was last reviewed; at least once a year.",
        "tested": "The day on which people last tested the site.",
        "tested_by": "Who tested it then: an organisation or a role.",
        "problems": "What else is not accessible and what to do instead, a sentence or two each.",
        "northern_ireland": "Whether the partnership is in Northern Ireland, which has an enforcer of its own.",
    },
    Codes: {
        "local_authority": "The local authority's code, such as E06000042.",
        "partnership": "The Community Safety Partnership's code, such as E22000307.",
        "police_force": "The police force area's code, such as E23000029.",
    },
    Strategy: {
        "start": "The first day of the strategy; targets begin with it unless they say otherwise.",
        "end": "The last day of the strategy.",
        "baseline": "The financial year that targets are compared with unless they say otherwise, such as 2003/04.",
    },
    Licence: {
        "name": "The licence's name.",
        "url": "Where its text stands; the address begins with https://.",
        "attribution": "Whom to name, and what has to be said of the data.",
    },
    PublicationRules: {
        "officers_names": "Whether the site names who completed a report; false shows role and organisation only.",
        "not_personal": "Texts that only look like personal details, each exactly as it stands in the words.",
    },
    Meeting: {
        "date": "The day of the meeting; a report's file is named after it.",
        "data_to": "The last complete month that its papers use, such as 2006-07.",
        "papers_due": "The day by which groups send their reports.",
        "decisions": "What the board decided, a sentence each.",
    },
    Form: {
        "achievements": "How many achievements the form asks for.",
        "barriers": "How many barriers the form asks for.",
        "plans_for": "What plans are asked for, such as next two months.",
        "characters": "How many characters a box may hold, beside the figures that it quotes.",
    },
    Rules: {
        "decimals": "How many decimal places figures have.",
        "small_base": "No percentage is given of a count below this.",
        "denominator_max_age_months": "An estimate older than so many months is a finding.",
        "tolerance": "How many percentage points behind its trajectory a target is still Amber.",
        "figures_max_age_months": "Figures older than so many months do not assess a target.",
        "screen_moving_ranges": "Whether control limits leave out single leaps.",
    },
    Measure: {
        "per": "The id of the denominator, such as population.",
        "scale": "Per how many of it; without it the denominator's own.",
    },
    Denominator: {
        "name": "What the denominator is called.",
        "noun": "What it counts, in the plural, as in per 1,000 households.",
        "scale": "Per how many of it rates are given.",
    },
    Disclosure: {"threshold": "Counts from 1 to below this are withheld."},
    NewLimits: {
        "since": "The first month with new control limits, such as 2006-04.",
        "reason": "Why the process is another one from then on.",
    },
    Indicator: {
        "name": "What the indicator is called.",
        "definition": "What is counted, exactly.",
        "unit": "What one of them is, in the plural, such as offences.",
        "source": "Who recorded the counts.",
        "extracted": "The day on which the counts were taken from their source.",
        "polarity": "Which direction is better.",
        "frequency": "How long a period each row of counts is for.",
        "measure": _MEASURE,
        "components": "The ids of the indicators that this one is the sum of.",
        "decimals": "How many decimal places its figures have; without it the partnership's own.",
        "disclosure": "Which small counts are withheld.",
        "new_limits": "From when on its control chart begins anew, and why.",
    },
    Point: {
        "to": "The month at whose end the target should be there, such as 2006-03.",
        "change": "The change by then in per cent, for a target that is a change.",
        "value": "The value by then, for a target that is a value.",
    },
    Trajectory: {
        "shape": "A straight line, one that keeps the season of the baseline year, or through agreed points.",
        "points": "The agreed points, in order of time.",
    },
    Target: {
        "id": "The target's id, by which actions and reports name it.",
        "wording": "The target in the words of the strategy.",
        "local_target": "The target in the words of the board's action table, where they are others.",
        "indicator": "The id of the indicator that it is about.",
        "kind": "What sort of target it is.",
        "change": "By how many per cent it should change.",
        "value": "The value to be reached.",
        "direction": "Which way it should go, where there is no number.",
        "measure": _MEASURE,
        "baseline": "The financial year it is compared with; without it the strategy's.",
        "start": "From which day on it is worked for; without it the strategy's first.",
        "end": "The day by which it is to be reached.",
        "trajectory": "The way from the baseline to the target; without it a straight line.",
    },
    Action: {
        "id": "The action's id, by which reports name it.",
        "title": "What is done.",
        "targets": "The ids of the targets that it serves.",
        "owner": "The organisation or role that answers for it; no person's name.",
        "start": "The day on which it begins; reports before it need say nothing of it.",
        "due": "The day by which it should be done.",
        "state": "Whether it is still worked on.",
        "closed": "The day on which it was closed.",
    },
    Group: {
        "name": "The delivery group's name.",
        "objective": "Its strategic objective.",
        "chair": "The organisation that chairs it.",
        "contact": "The role to turn to; no person's name.",
        "starts": "The first day on which the group exists.",
        "ends": "The last day on which it exists.",
        "targets": "What it is to achieve.",
        "actions": "What it does.",
    },
    PreparedBy: {
        "name": "Who completed the report.",
        "role": "Their role.",
        "organisation": "Their organisation.",
    },
    FrontMatter: {
        "data_to": "The last complete month that the report uses, such as 2006-07.",
        "classification": "OFFICIAL: nothing else may be published.",
        "prepared_by": "Who completed the report.",
    },
}


def words_of(record: type[Record], field: str) -> str:
    """The sentence of a field, its own or that of the record it comes from."""
    known = (words for kind, words in FIELD_WORDS.items() if issubclass(record, kind) and field in words)
    return next((words[field] for words in known), "")
