"""Bad input that any file can hold: names, encodings, line ends, conflicts, personal details."""

from __future__ import annotations

from tests.bad_input.case import NO_COUNTS, Case, case
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
    edited,
)

_CONFLICT = "<<<<<<< HEAD\nname: Burglary\n=======\nname: Burglaries\n>>>>>>> main\n"
_NOT_A_PERSON = "no personal details"
_ID = "an id like domestic-burglary"

CASES: list[Case] = [
    case(
        "A file that nothing reads is named.",
        {"groups/homes/notes.txt": "to do"},
        (
            "file-unexpected",
            "groups/homes/notes.txt",
            1,
            "groups/homes/notes.txt",
            "a file as the contribute page describes",
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
        "A denominator without values is missing its file, and rates have nothing to be divided by.",
        {ESTIMATES: None},
        ("file-missing", ESTIMATES, 1, "no such file", ESTIMATES),
        ("denominator-missing", GROUP, 10, "no population for 2005/06", "an estimate of population"),
        ("denominator-missing", GROUP, 10, "no population for July 2006", "an estimate of population"),
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
        *NO_COUNTS,
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
        ("acronym-unknown", REPORT, 13, "CDE", "an acronym of glossary.yml"),
        ("personal-vehicle", REPORT, 13, "AB5…", _NOT_A_PERSON),
    ),
    case(
        "A National Insurance number is found, even in a comment.",
        edited(INDICATOR, "unit: offences", "unit: offences  # AB 12 34 56 C"),
        ("personal-national-insurance", INDICATOR, 3, "AB …", _NOT_A_PERSON),
    ),
]
