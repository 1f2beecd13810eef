"""Personal details in text: what is one, and what only looks like one."""

from __future__ import annotations

import pytest

from cspsite.check import privacy
from cspsite.own_words import own_words
from cspsite.public_words import PublicWords
from tests.builders import GLOSSARY, MINIMAL, PARTNERSHIP, data_of

#: Numbers and codes that are reserved for fiction, or that no one can have.
DETAILS = [
    ("personal-telephone", "01632 960194"),
    ("personal-telephone", "0844 496 0123"),
    ("personal-telephone", "0845 496 0123"),
    ("personal-telephone", "+44 (0)845 496 0123"),
    ("personal-telephone", "0870 496 0123"),
    ("personal-telephone", "0909 879 0123"),
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
    ("personal-telephone", "(+44 7700 900123)"),
    ("personal-telephone", "(447700900123)"),
    ("personal-telephone", "(0)7700 900123"),
    ("personal-telephone", "0 7 7 0 0 9 0 0 1 2 3"),
    ("personal-telephone", "0 1 6 3 2 9 6 0 1 9 4"),
    ("personal-telephone", "0\u00a07\u00a07\u00a00\u00a00\u00a09\u00a00\u00a00\u00a01\u00a02\u00a03"),
    ("personal-telephone", "\uff10\uff17\uff17\uff10\uff10 \uff19\uff10\uff10\uff11\uff12\uff13"),
    ("personal-telephone", "\U0001d7ce\U0001d7d5700 900123"),
    ("personal-telephone", "070 0123 4567"),
    ("personal-telephone", "056 0123 4567"),
    # a reference's word makes no mobile number, none from abroad, and none that is written as one rings it, public
    ("personal-telephone", "ref 07700900123"),
    ("personal-telephone", "ref 447700900123"),
    ("personal-telephone", "ref +441632960194"),
    ("personal-telephone", "ref 01632 960194"),
    ("personal-telephone", "number 01632960194"),
    ("personal-telephone", "in order to order 01632960194"),
    ("personal-telephone", "preferences 01632960194"),
    ("personal-telephone", "ref for this: 01632960194"),
    ("personal-telephone", "from 01-04-2006 ring 01632 960194"),
    ("personal-email", "jane.smith (at) example.org.uk"),
    ("personal-email", "jane.smith [at] example.org"),
    ("personal-email", "jane.smith @ example.org"),
    ("personal-email", "jane.smith&#64;example.org"),
    ("personal-email", "data.smith@example.org"),
    ("personal-email", "robin.example@thamesvalley.example"),
    ("personal-email", "r_example+x@example.org"),
    ("personal-email", "mailto:robin@example.org"),
    ("personal-email", "asb.smith@example.org"),
    ("personal-email", "j.marac@example.org"),
    ("personal-email", "robin\uff20example.org"),
    ("personal-postcode", "ZZ99 3GZ"),
    ("personal-postcode", "ZZ993GZ"),
    ("personal-postcode", "at Q1 1AA, twice"),
    ("personal-postcode", "EC1A 1BB"),
    ("personal-postcode", "at zd99 3gz, say"),
    ("personal-vehicle", "AB51 CDE"),
    ("personal-vehicle", "AB51CDE"),
    ("personal-vehicle", "P123 ABC"),
    ("personal-vehicle", "A123ABC"),
    ("personal-vehicle", "S136 DEF"),
    ("personal-vehicle", "P123 MHA"),
    ("personal-vehicle", "AB51 ASB"),
    ("personal-vehicle", "FY06 DEF"),
    ("personal-vehicle", "FY06ASB"),
    ("personal-vehicle", "M25JCT"),
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
    # sections of Acts, years and roads
    "S136 MHA",
    "S115 CDA and S17 CDA",
    "S117MHA",
    "S47 CA",
    "S20 ABC",
    "S222 LGA",
    "the M25 JCT",
    "FY06 ASB and CY06 ASB",
    # references
    "URN 0412345678",
    "0412345678",
    "crime 0612 345678",
    "ref 0512345678",
    "Ref: 0112345678",
    "our reference 0212345678",
    "reference number 0212345678",
    "crime number 0712345678",
    "crime no. 01234567890",
    "Incident: 0512345678",
    "log 0512345678",
    "order no 0512345678",
    "grant **0512345678**",
    "PO 0512345678 and P.O. 0112345678",
    "invoice #0512345678",
    "job number 0512345678",
    # dates
    "01-04-2006 31-03-2007",
    "01-04-2006 - 31-03-2007",
    "01\u201304\u20132006\u201331\u201303\u20132007",
    "07-04-2006 31-03-2007",
    "01 04 2006 31 03 2007",
    "01 07 2006 31 03 2007",
    "01_04_2006 31_03_2007",
    "01-04-06 31-03-07",
    "07.04.06 31.03.07",
    "01 08 05 31 03 07",
    "(01-04-2006) (31-03-2007)",
    "01-04-2006 10:30",
    "02-03 03-04 04-05 05-06 06-07",
    "0 1 0 2 1 0 0 3 1 0 2 1",
    # shared mailboxes
    "asb@example.org and dv@example.org",
    "mash@example.org, marac@example.org",
    "crime@example.org",
    "burglary@example.org",
    "communitysafety.team@example.org",
    "hate-crime_reporting@example.org",
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


def partnership(*listed: str) -> PublicWords:
    """Return the words of a partnership with a group and a short form, that lists these texts as nobody's."""
    rule = f"publication: {{not_personal: {list(listed)}}}\n"
    return own_words(data_of({PARTNERSHIP: MINIMAL[PARTNERSHIP] + rule, GLOSSARY: "TTG: tasking group\nMK: a town\n"}))


OWN = [
    ("safer.homes@example.org", "the name of a group"),
    ("saferhomes@example.org", "its name as one word"),
    ("homes-team@example.org", "its id"),
    ("ttg@example.org", "a short form of the glossary"),
    ("mk.asb@example.org", "a short form with another word"),
    ("acsp@example.org", "the partnership's initials"),
    ("anytown.csp@example.org", "its area"),
    ("S136 TTG", "a short form behind a section's number"),
]


@pytest.mark.parametrize("text, what", OWN, ids=[what for _, what in OWN])
def test_own_words_are_no_personal_detail(text: str, what: str) -> None:
    """What a partnership calls its groups and itself is nobody's, there; elsewhere it may be."""
    assert list(privacy.check({"p": text}, partnership())) == []
    assert len(list(privacy.check({"p": text}))) == 1


@pytest.mark.parametrize("text", ["sh@example.org", "robin.homes@example.org", "P123 TTG"])
def test_parts_of_own_words_make_nothing_public(text: str) -> None:
    """Initials that could be a person's, and a person's name beside a group's, are found all the same."""
    assert len(list(privacy.check({"p": text}, partnership()))) == 1


LISTED = [
    ("MK12 DEF", "in MK12 DEF it was"),
    ("01632 960194", "on 01632  960194 they said"),
    ("01632 960194", "(01632 960194)"),
    ("ZZ99 3GZ", "ZZ99 3GZ"),
]


@pytest.mark.parametrize("listed, text", LISTED)
def test_a_listed_text_is_no_personal_detail(listed: str, text: str) -> None:
    """What the partnership lists is nobody's, with whatever spaces it stands; nothing else becomes so."""
    assert list(privacy.check({"p": text}, partnership(listed))) == []
    assert len(list(privacy.check({"p": text}, partnership("MK12 DEG")))) == 1


SURE = [
    "robin@example.org",
    "07700 900123",
    "+44 1632 960194",
    "0044 1632 960194",
    "447700900123",
    "+353 1 679 1234",
    "AB 12 34 56 C",
    "ZZ99 3GZ and robin@example.org",
    "\uff10\uff17700 900123",
]


@pytest.mark.parametrize("text", SURE)
def test_what_can_only_be_somebodys_cannot_be_listed(text: str) -> None:
    """A mailbox, a mobile or foreign number and a National Insurance number are found though they are listed."""
    assert partnership(text).texts == frozenset()
    assert list(privacy.check({"p": text}, partnership(text))) != []


def test_counts_below_each_other_are_no_telephone_number() -> None:
    """A zero with counts below it is not the start of a number."""
    assert list(privacy.check({"p": "0\n1632\n960\n194\n"})) == []
