"""Bad input in YAML: what cannot be read, what can be read in two ways, wrong keys, and ids that point nowhere."""

from __future__ import annotations

from tests.bad_input.case import Case, case
from tests.builders import GLOSSARY, GROUP, INDICATOR, MINIMAL, PARTNERSHIP, POPULATION, edited

_ONE_WAY = "a value that can be read in one way only"
_INDICATOR_KEYS = (
    "one of illustrative, name, definition, unit, source, extracted, polarity, frequency, measure, "
    "components, decimals, disclosure, new_limits"
)


def _ambiguous(value: str) -> Case:
    return case(
        f"{value} without quotes can be read in two ways.",
        edited(GROUP, "owner: Council", f"owner: {value}"),
        ("yaml-ambiguous", GROUP, 16, value, _ONE_WAY),
    )


def _not_a_date(value: str, expected: str) -> Case:
    return case(
        f"{value} is not a date.",
        edited(GROUP, "due: 2007-03-31", f"due: {value}"),
        ("not-a-date", GROUP, 17, value, expected),
    )


CASES: list[Case] = [
    case(
        "A line that is not YAML is named.",
        edited(GLOSSARY, "television", "television: again"),
        (
            "yaml-syntax",
            GLOSSARY,
            1,
            "a second colon, in words without quotes, in “CCTV: closed-circuit television: again”",
            "key: value, one a line",
        ),
    ),
    case(
        "Lists within lists without end are refused, not followed.",
        {GLOSSARY: "- " * 100_000 + "deep"},
        ("yaml-syntax", GLOSSARY, 1, "lists within lists too deep to follow", "a few levels"),
    ),
    case(
        "A tab that indents is named.",
        edited(POPULATION, "scale: 1000", "extra:\n\tscale: 1000"),
        ("yaml-tab", POPULATION, 4, "a tab", "spaces"),
    ),
    case(
        "A key given twice is named at the second, and the first is shown.",
        edited(INDICATOR, "unit: offences", "unit: offences\nname: Theft"),
        ("yaml-duplicate-key", INDICATOR, 4, "name again", "name once (line 1)"),
    ),
    *(_ambiguous(value) for value in ("no", "on", "Yes", "010", "1e3", "12:30", "1_000", "0x1F", ".inf", "+5")),
    case(
        "An alias is not followed.",
        edited(
            PARTNERSHIP, "name: Anytown Community Safety Partnership\narea: Anytown", "name: &it Anytown\narea: *it"
        ),
        ("yaml-feature", PARTNERSHIP, 2, "an alias (*)", "the value itself"),
    ),
    case(
        "A merge key is not followed.",
        edited(POPULATION, "scale: 1000", "<<: {scale: 1000}"),
        ("yaml-feature", POPULATION, 3, "a merge key (<<)", "the keys themselves"),
    ),
    case(
        "A tag is not obeyed.",
        edited(POPULATION, "noun: population", "noun: !!python/name:os.system population"),
        (
            "yaml-feature",
            POPULATION,
            2,
            "the tag tag:yaml.org,2002:python/name:os.system",
            "a plain value",
        ),
    ),
    case(
        "A list as a key is not read.",
        edited(POPULATION, "scale: 1000", "? [scale]\n: 1000"),
        ("yaml-feature", POPULATION, 3, "a key that is not a word", "a plain key"),
    ),
    _not_a_date("2007-02-30", "a date that exists"),
    _not_a_date("31/03/2007", "a date like 2006-09-11"),
    _not_a_date("2007-3-31", "a date like 2006-09-11"),
    case(
        "An unknown key is named with the nearest known one.",
        edited(INDICATOR, "source: Anytown Police", "sorce: Anytown Police"),
        ("unknown-key", INDICATOR, 4, "sorce", _INDICATOR_KEYS),
    ),
    case(
        "An unknown key inside a record is named with that record's keys.",
        edited(INDICATOR, "{per: population}", "{per: population, skale: 1000}"),
        ("unknown-key", INDICATOR, 8, "skale", "one of per, scale"),
    ),
    case(
        "A missing key is named.",
        edited(GROUP, "chair: Fire service\n", ""),
        ("missing-key", GROUP, 1, "no chair", "the key chair"),
    ),
    case(
        "A missing key of a list's item is named at the item.",
        edited(GROUP, "    title: Fit new locks\n", ""),
        ("missing-key", GROUP, 13, "no title", "the key title"),
    ),
    case(
        "A word that is not one of the choices is named with the choices.",
        edited(INDICATOR, "lower_is_better", "lower"),
        (
            "wrong-value",
            INDICATOR,
            6,
            "polarity: lower",
            "one of lower_is_better, higher_is_better, neutral",
        ),
    ),
    case(
        "A percentage sign makes a number text.",
        edited(GROUP, "change: 10", "change: 10%"),
        ("wrong-value", GROUP, 9, "target burglary: change: 10%", "a number such as 15 or 2.5"),
    ),
    case(
        "Text that only quotes make a date is held to the calendar too.",
        edited(GROUP, "due: 2007-03-31", 'due: "31 March 2007"'),
        ("wrong-value", GROUP, 17, "action locks: due: 31 March 2007", "a date like 2006-09-11"),
    ),
    case(
        "A number where words belong is named.",
        edited(GROUP, "objective: Fewer burglaries", "objective: 2006"),
        (
            "wrong-value",
            GROUP,
            2,
            "objective: 2006",
            "text, in quotes where it looks like a number or a date",
        ),
    ),
    case(
        "A month that cannot be is named in the meeting's line.",
        edited(PARTNERSHIP, "data_to: 2006-07", "data_to: 2006-13"),
        ("wrong-value", PARTNERSHIP, 10, "meeting 1: data_to: 2006-13", "a month like 2006-07"),
    ),
    case(
        "A file with nothing in it lacks every key.",
        {POPULATION: ""},
        ("wrong-value", POPULATION, 1, "nothing", "keys and values: name, noun"),
    ),
    case(
        "A list is not a record.",
        {POPULATION: "- name: Population\n"},
        ("wrong-value", POPULATION, 1, "a list", "keys and values: name, noun"),
    ),
    case(
        "A glossary without expansions is no glossary.",
        {GLOSSARY: "CCTV: closed-circuit television\nTTG:\n"},
        ("wrong-value", GLOSSARY, 2, "TTG: None", "what it stands for, in words"),
    ),
    case(
        "A glossary that is a list is no glossary.",
        {GLOSSARY: "- CCTV\n"},
        ("wrong-value", GLOSSARY, 1, "no list of acronyms", "lines like CCTV: what it means"),
    ),
    case(
        "An id used twice is named at the second.",
        {GROUP: MINIMAL[GROUP] + "  - {id: locks, title: Fit bolts, targets: [burglary], owner: A, due: 2007-03-31}\n"},
        ("duplicate-id", GROUP, 18, "locks", "an id of its own among the actions"),
    ),
    case(
        "A target's indicator that is not there is named.",
        edited(GROUP, "indicator: burglary", "indicator: burglry"),
        ("unknown-id", GROUP, 7, "burglry", "one of burglary"),
    ),
    case(
        "A measure's denominator that is not there is named.",
        edited(INDICATOR, "{per: population}", "{per: households}"),
        ("unknown-id", INDICATOR, 8, "households", "one of population"),
    ),
    case(
        "An action's target that is not there is named.",
        edited(GROUP, "targets: [burglary]", "targets: [burglary, vehicles]"),
        ("unknown-id", GROUP, 15, "vehicles", "one of burglary"),
    ),
]
