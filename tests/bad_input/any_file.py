"""Bad input that any file can hold: names, encodings, line ends, conflicts, personal details."""

from __future__ import annotations

from tests.bad_input.case import Case, case
from tests.builders import (
    COUNTS,
    ESTIMATES,
    GLOSSARY,
    GROUP,
    INDICATOR,
    MINIMAL,
    PARTNERSHIP,
    POPULATION,
    REPORT,
    Files,
    edited,
)

_CONFLICT = "<<<<<<< HEAD\nname: Burglary\n=======\nname: Burglaries\n>>>>>>> main\n"
_NOT_A_PERSON = "no personal details"
_ID = "an id like domestic-burglary"


def _listing(text: str) -> Files:
    return edited(PARTNERSHIP, "area: Anytown\n", f"area: Anytown\npublication: {{not_personal: [{text}]}}\n")


CASES: list[Case] = [
    case(
        "A file that nothing reads is named.",
        {"groups/homes/notes.txt": "to do"},
        (
            "file-unexpected",
            "groups/homes/notes.txt",
            1,
            "groups/homes/notes.txt",
            "groups/<group>/group.yml",
        ),
    ),
    case(
        "Without partnership.yml there is that one finding.",
        {PARTNERSHIP: None},
        ("file-missing", PARTNERSHIP, 1, "no such file", PARTNERSHIP),
    ),
    case(
        "The glossary is asked for.",
        {GLOSSARY: None},
        ("file-missing", GLOSSARY, 1, "no such file", GLOSSARY),
    ),
    case(
        "Counts whose indicator is gone are one finding: what points to it is not blamed.",
        {INDICATOR: None},
        ("file-missing", INDICATOR, 1, "no such file", INDICATOR),
    ),
    case(
        "A denominator without values is missing its file: the rates that it is for are not blamed.",
        {ESTIMATES: None},
        ("file-missing", ESTIMATES, 1, "no such file", ESTIMATES),
    ),
    case(
        "A report of a group that is not there is a missing group file.",
        {GROUP: None},
        ("file-missing", GROUP, 1, "no such file", GROUP),
    ),
    case(
        "A file name with capitals and spaces is not an id.",
        {"indicators/Vehicle Crime.yml": MINIMAL[INDICATOR]},
        ("file-name", "indicators/Vehicle Crime.yml", 1, "Vehicle Crime", _ID),
    ),
    case(
        "A file in Windows-1252 is refused at the line of the first wrong byte.",
        {COUNTS: MINIMAL[COUNTS].replace("2005-05,101,,", "2005-05,101,,caf\xe9").encode("cp1252")},
        ("encoding-wrong", COUNTS, 3, "byte 0xe9, which is not UTF-8", "text in UTF-8"),
    ),
    case(
        "A zero byte is refused.",
        {GLOSSARY: "CCTV: closed\0circuit"},
        ("encoding-wrong", GLOSSARY, 1, "a zero byte", "text in UTF-8"),
    ),
    case(
        "UTF-16, as some editors save it, is refused at its first byte.",
        {GLOSSARY: MINIMAL[GLOSSARY].encode("utf-16")},
        ("encoding-wrong", GLOSSARY, 1, "byte 0xff, which is not UTF-8", "text in UTF-8"),
    ),
    case(
        "A byte-order mark is read over, and said.",
        {COUNTS: MINIMAL[COUNTS].encode("utf-8-sig")},
        ("byte-order-mark", COUNTS, 1, "a byte-order mark", "plain UTF-8"),
    ),
    case(
        "Windows line ends are read, and said.",
        {COUNTS: MINIMAL[COUNTS].replace("\n", "\r\n"), REPORT: MINIMAL[REPORT].replace("\n", "\r\n")},
        ("windows-line-ends", REPORT, 1, "line ends CR LF", "line ends LF"),
        ("windows-line-ends", COUNTS, 1, "line ends CR LF", "line ends LF"),
    ),
    case(
        "A merge conflict is refused at its first marker.",
        {POPULATION: "# kept by the analyst\n" + _CONFLICT},
        ("merge-conflict", POPULATION, 2, "the marker <<<<<<<", "one version"),
    ),
    case(
        "The middle of a conflict that somebody half cleaned up is enough.",
        {GLOSSARY: "CCTV: closed-circuit television\n=======\n"},
        ("merge-conflict", GLOSSARY, 2, "the marker =======", "one version"),
    ),
    case(
        "A telephone number is found, and not repeated whole.",
        edited(REPORT, "role: Officer}", "role: Officer, organisation: 01632 960194}"),
        ("personal-telephone", REPORT, 4, "016…", _NOT_A_PERSON),
    ),
    case(
        "A person's e-mail address is found.",
        edited(GROUP, "chair: Fire service", "chair: Fire service\ncontact: a.person@example.org"),
        ("personal-email", GROUP, 4, "a.p…", _NOT_A_PERSON),
    ),
    case(
        "A postcode is found.",
        edited(COUNTS, "2005-05,101,,", "2005-05,101,,three at ZZ99 3GZ"),
        ("personal-postcode", COUNTS, 3, "ZZ9…", _NOT_A_PERSON),
    ),
    case(
        "A vehicle's registration is found.",
        edited(REPORT, "- The locks come late.", "- The locks come late in AB51 CDE."),
        ("personal-vehicle", REPORT, 13, "AB5…", _NOT_A_PERSON),
    ),
    case(
        "A National Insurance number is found, even in a comment.",
        edited(INDICATOR, "unit: offences", "unit: offences  # AB 12 34 56 C"),
        ("personal-national-insurance", INDICATOR, 3, "AB …", _NOT_A_PERSON),
    ),
    case(
        "A text that only looks like a detail is none where the partnership lists it.",
        {
            **_listing("'01632 960194'"),
            **edited(REPORT, "- The locks come late.", "- The locks come late: see 01632 960194."),
        },
    ),
    case(
        "A listed text that stands nowhere is worth knowing, and is not repeated whole.",
        _listing("MK12 DEF"),
        ("not-personal-unused", PARTNERSHIP, 3, "MK1…", "a text that would be found"),
    ),
    case(
        "A person's e-mail address cannot be listed as nobody's.",
        _listing("a.person@example.org"),
        ("wrong-value", PARTNERSHIP, 3, "not_personal: a.p…", "a text that is nobody's, such as a reference"),
        ("personal-email", PARTNERSHIP, 3, "a.p…", _NOT_A_PERSON),
    ),
    case(
        "The last name of who completed a report is found where it stands alone, and is not repeated.",
        {
            REPORT: MINIMAL[REPORT]
            .replace("A Person", "Insp Zebedee Quillfeather")
            .replace("Fit more locks.", "Fit more locks.\nAsk Insp Quillfeather and Quillfeather.")
        },
        ("name-in-words", REPORT, 28, "a last name", "a role"),
    ),
    case(
        "A report in the wrong folder does not vanish, and is not missing as well.",
        {REPORT: None, "groups/homes/2006-09-11.md": MINIMAL[REPORT]},
        (
            "file-unexpected",
            "groups/homes/2006-09-11.md",
            1,
            "groups/homes/2006-09-11.md",
            "groups/<group>/reports/2006-09-11.md",
        ),
    ),
    case("A README may stand anywhere.", {"README.md": "# Data\n", "groups/homes/reports/README.md": "To do: TTG\n"}),
    case(
        "An unreadable group leaves its report to what the report itself shows.",
        {
            GROUP: "name: [\n",
            REPORT: MINIMAL[REPORT]
            .replace("- The locks come late.", "")
            .replace("{{ burglary.count }} burglaries.", "{{ burglary.rate.last_year }} {{ x }} 5%, a concern.")
            .replace("Fit more locks.", ""),
        },
        ("yaml-syntax", GROUP, 1, "a bracket that is left open in “name: [”", "key: value, one a line"),
        ("barriers-missing", REPORT, 11, "0 of 1 barriers", "1 barriers"),
        ("percentage-typed", REPORT, 23, "5%", "a {{ … }} token"),
        (
            "token-wrong",
            REPORT,
            23,
            "{{ x }}",
            "{{ indicator.figure }}, such as {{ domestic-burglary.count }}",
        ),
    ),
    case(
        "A broken glossary does not make every acronym unknown.",
        {
            GLOSSARY: "CCTV closed-circuit television\nTTG: group\n",
            **edited(REPORT, "Fit more locks.", "The TTG fits more CCTV."),
        },
        (
            "yaml-syntax",
            GLOSSARY,
            1,
            "no colon in “CCTV closed-circuit television”",
            "key: value, one a line",
        ),
    ),
    case(
        "A broken denominator is not blamed on the rates that are quoted.",
        {
            POPULATION: "nam: Population\nnoun: population\n",
            **edited(REPORT, "burglary.count }}", "burglary.rate }} and {{ burglary.rate per population }}"),
        },
        ("unknown-key", POPULATION, 1, "nam", "one of illustrative, name, noun, scale"),
    ),
    case(
        "A report that cannot be read is not missing as well.",
        {REPORT: b"\xff"},
        ("encoding-wrong", REPORT, 1, "byte 0xff, which is not UTF-8", "text in UTF-8"),
    ),
    case(
        "A report in a misspelt group's folder is not missing as well.",
        {REPORT: None, "groups/hoomes/reports/2006-09-11.md": MINIMAL[REPORT]},
        ("file-missing", "groups/hoomes/group.yml", 1, "no such file", "groups/hoomes/group.yml"),
    ),
]
