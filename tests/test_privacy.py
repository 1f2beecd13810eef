"""Personal details in text: what is one, and what only looks like one."""

from __future__ import annotations

import pytest

from cspsite.check import privacy

#: Numbers and codes that are reserved for fiction, or that no one can have.
DETAILS = [
    ("personal-telephone", "01632 960194"),
    ("personal-telephone", "(01632) 960194"),
    ("personal-telephone", "01632-960-194"),
    ("personal-telephone", "01632960194"),
    ("personal-telephone", "+44 1632 960194"),
    ("personal-telephone", "+44 (0)1632 960194"),
    ("personal-telephone", "07700 900123"),
    ("personal-telephone", "Tel.: 020 7946 0123."),
    ("personal-telephone", "2006-04,81,,01632 960194"),
    ("personal-telephone", "0044 1632 960194"),
    ("personal-telephone", "01632.960194"),
    ("personal-telephone", "01632/960194"),
    ("personal-telephone", "01632 96019"),
    ("personal-telephone", "01632.960.19"),
    ("personal-telephone", "020.7946.0123"),
    ("personal-telephone", "0845 496 0123"),
    ("personal-telephone", "0870 496 0123"),
    ("personal-telephone", "07700–900123"),
    ("personal-telephone", "07700   900   124"),
    ("personal-telephone", "07700 - 900128"),
    ("personal-telephone", "(+44) 7700 900125"),
    ("personal-telephone", "+44.7700.900126"),
    ("personal-telephone", "+44/7700/900123"),
    ("personal-telephone", "00 44 7700 900130"),
    ("personal-telephone", "44 7700 900131"),
    ("personal-telephone", "07700 900.132"),
    ("personal-telephone", "07700&nbsp;900127"),
    ("personal-telephone", "**07700** 900129"),
    ("personal-telephone", "07700_900123"),
    ("personal-telephone", "07700 900133/4"),
    ("personal-telephone", "07700\n    900123"),
    ("personal-telephone", "+353 1 679 1234"),
    ("personal-email", "jane.smith (at) example.org.uk"),
    ("personal-email", "jane.smith [at] example.org"),
    ("personal-email", "jane.smith @ example.org"),
    ("personal-email", "jane.smith&#64;example.org"),
    ("personal-email", "data.smith@example.org"),
    ("personal-email", "robin.example@thamesvalley.example"),
    ("personal-email", "r_example+x@example.org"),
    ("personal-email", "mailto:robin@example.org"),
    ("personal-postcode", "ZZ99 3GZ"),
    ("personal-postcode", "ZZ993GZ"),
    ("personal-postcode", "at Q1 1AA, twice"),
    ("personal-postcode", "EC1A 1BB"),
    ("personal-postcode", "at zd99 3gz, say"),
    ("personal-vehicle", "AB51 CDE"),
    ("personal-vehicle", "AB51CDE"),
    ("personal-vehicle", "P123 ABC"),
    ("personal-vehicle", "A123ABC"),
    ("personal-national-insurance", "AB123456C"),
    ("personal-national-insurance", "AB 12 34 56 C"),
    ("personal-national-insurance", "ab123456c"),
    ("personal-national-insurance", "AB-12-34-56-C"),
]

#: What reports and data are full of.
HARMLESS = [
    "2006-09-11",
    "2006-04,81,,illustrative split; total 348 printed in the report",
    "2006/07",
    "2006/07-Q1",
    "E06000042",
    "E22000307 and E23000029",
    "01/04/2005 to 31/03/2008",
    "0.1234567890123",
    "1,234,567",
    "213252-213274",
    "the A421 and the M1",
    "01.04.2005 31.03.2008",
    "01/04/2005 31/03/2008",
    "07.04.2005 31.03.2008",
    "2006/07 2007/08 2008/09 100",
    "12 vans @ 30.00 each",
    "was (at most) 12.5",
    "community.safety (at) example.org",
    "0300 123 4567",
    "0345 123 4567 and +44 345 123 4567",
    "0800 555 111",
    "0800 123 4567 or 0808 157 0123",
    "Operation W12 EST",
    "junction 14 of the M1",
    "the M25 and the A5",
    "the B4034 TTG",
    "the A5 TTG",
    "the M1 ARHG",
    "100 per 100,000 population",
    "7/7 bombings",
    "enquiries@example.org",
    "community.safety@example.org",
    "csp-office@example.org",
    "Section 17 of the Crime and Disorder Act 1998",
    "ISO 27001 and GB 12 34 56 A",
    "30c1d87f0a4f0e2d",
    "{{ domestic-burglary.count @ 2006-04..2006-07 }}",
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "population.csv: 2003-06-30,213260,,illustrative",
]


@pytest.mark.parametrize("code,text", DETAILS, ids=[text for _, text in DETAILS])
def test_personal_details(code: str, text: str) -> None:
    """Each is found as what it is, at its line, by its first three characters only."""
    (finding,) = privacy.check({"p": f"first line\nsee {text}\n"})
    assert (finding.code, finding.place.line) == (code, 2)
    assert len(finding.found) == 4


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_personal_detail(text: str) -> None:
    """Dates, codes, counts, roads and roles' mailboxes are none."""
    assert list(privacy.check({"p": text})) == []


_LONG = ["0 1" * 30_000, "0" * 100_000, "a." * 50_000 + "@", "AB " * 30_000, "+44 (0" * 20_000]


@pytest.mark.parametrize("text", _LONG, ids=[text[:6] for text in _LONG])
def test_long_texts_are_read_to_the_end(text: str) -> None:
    """Whatever is like the beginning of a detail, over and over, is looked at a bounded number of times."""
    (finding,) = privacy.check({"p": text + " ends robin@example.org"})
    assert finding.code == "personal-email"


def test_counts_below_each_other_are_no_telephone_number() -> None:
    """A zero with counts below it is not the start of a number."""
    assert list(privacy.check({"p": "0\n1632\n960\n194\n"})) == []
