"""The form's script finds in a report what `cspsite check` finds, on the same lines and in the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from playwright.sync_api import Browser, Page

from cspsite.check import privacy
from cspsite.load import load
from cspsite.model import OtherIssue, PreparedBy, Report, Update
from cspsite.own_words import own_words
from cspsite.pages.form_data import FormData
from cspsite.pages.form_rules import LIVE
from cspsite.periods import Month
from cspsite.proposal import propose
from cspsite.publication import read
from cspsite.tree import Tree
from tests import builders, test_privacy
from tests.builders import MINIMAL
from tests.site.scripts import as_typed, loaded, next_form, run

pytestmark = pytest.mark.browser

MEETING = date(2006, 11, 13)
TODAY = date(2006, 12, 1)
NOISE = "indicators/noise"
#: The minimal partnership with another meeting, a limit, an indicator in two parts, and one without counts.
TREE = builders.tree(
    {
        builders.PARTNERSHIP: MINIMAL[builders.PARTNERSHIP]
        .replace("data_to: 2006-07}\n", "data_to: 2006-07}\n  - {date: 2006-11-13, data_to: 2006-08}\n")
        .replace("{achievements: 1, barriers: 1}", "{achievements: 2, barriers: 1, characters: 260}")
        + "publication: {not_personal: [MK12 DEG, 'ZZ99 3GZ', '01632 960195']}\n",
        builders.COUNTS: MINIMAL[builders.COUNTS] + "2006-08,97,p,\n",
        "denominators/households.yml": "name: Households\nnoun: households\n",
        "denominators/households.csv": MINIMAL[builders.ESTIMATES],
        f"{NOISE}.yml": MINIMAL[builders.INDICATOR]
        .replace("measure: {per: population}\n", "")
        .replace("Burglary", "Noise")
        + "components: [noise-day, noise-night]\n",
        f"{NOISE}-day.yml": MINIMAL[builders.INDICATOR]
        .replace("Burglary", "Noise by day")
        .replace("offences", "complaints"),
        f"{NOISE}-day.csv": MINIMAL[builders.COUNTS].replace("2006-07,95", "2006-07,195"),
        f"{NOISE}-night.yml": MINIMAL[builders.INDICATOR].replace("Burglary", "Noise by night"),
        f"{NOISE}-night.csv": MINIMAL[builders.COUNTS]
        .replace("2005-06,99,,", "2005-06,,x,")
        .replace("2006-07,95,,", "2006-07,30,,"),
        "indicators/drugs.yml": MINIMAL[builders.INDICATOR].replace("Burglary", "Drugs"),
        "indicators/drugs.csv": "period,count,marker,note\n",
        builders.GROUP: MINIMAL[builders.GROUP].replace(
            "actions:",
            "  - {id: noise, wording: Hold noise, indicator: noise, kind: hold, end: 2008-03-31}\n"
            "  - {id: drugs, wording: Fewer drugs, indicator: drugs, kind: directional, direction: decrease}\nactions:",
        )
        + "  - {id: patrol, title: Patrol, targets: [noise, burglary], owner: Council, due: 2007-03-31}\n"
        "  - {id: talks, title: Talks, targets: [drugs], owner: Council, due: 2007-03-31}\n"
        "  - {id: leaflets, title: Leaflets}\n",
        builders.REPORT: MINIMAL[builders.REPORT].replace(
            "There were {{ burglary.count }} burglaries.",
            " ".join(
                (
                    "{{ burglary.count @ 2006-06 }} {{ burglary.rate_change.baseline per households | 2 decimals }}",
                    "{{ noise.count @ 2005/06 }} {{ burglary.change.last_year | 2 decimals }}",
                    "{{ noise.actual per households }} {{ noise-day.change.last_year @ 2006-06 }}",
                    "{{ noise-day.change.last_year @ 2006-04..2006-07 }} {{ burglary.mean | 0 decimals }}",
                    "{{ burglary.count | 2 decimals }} {{ burglary.count @ 2006/07-Q1 }}",
                )
            ),
        ),
    }
)
#: What may stand at the end of a remedial action, read as owner and day or as words.
REMEDIES = [
    "Owner: Council\nDue: 8 January 2007",
    "**Due:** by Monday 8th of Jan. 07\\\n\n**Owner:** Council, parking.",
    "- **Owner**: Council **Due by:** 31/11/2006",
    "Due date: 2006-08-31. Owners: TBC",
    "Due: 1.9.06",
    "*Due:* 0000-01-01",
    "**Due:** 8 January\n**Owner:**",
    "Owner: Council\nOwner: Police\nDue: 29 February 2100",
    "Due: n/a\nOwner: —",
    "DUE: 30 sept 2006 and then 3 May 2007",
]
WORDS = [
    *(
        "Fitted.",
        "None",
        "No barriers at present.",
        "TBC",
        "None of it.",
        "A concern, and a risk.",
        "Delays.",
        "a" * 270,
    ),
    *(
        "a" * 240 + " {{ burglary.count }} {{ burglary.change.last_year | words }}",
        "CCTV and ANPR, MK&S, ANPRs, OFFICIAL, YOT",
    ),
    *(
        "A fall of 5%",
        "five per cent\nand 12 percentage points, 3pc",
        "ninety-nine %",
        "400 burglaries, 380 offences, 1,200 complaints",
    ),
    *(
        "2006 offences",
        "Single {burglary.count} and { burglary.count }}",
        "Open {{ burglary.count",
        "{{ }} {{ burglary }}",
    ),
    *(
        "{{ burglary.count | wrods }}",
        "{{ burglary.count | words | words }}",
        "{{ burglary.count @ 2006-13 }}",
        "{{ burglary.count @ 2005/07 }}",
    ),
    *(
        "{{ burglary.cuont }}",
        "{{ burglry.count }}",
        "{{ constructor.count }}",
        "{{ burglary.count per population }}",
        "{{ burglary.toString }}",
    ),
    *(
        "{{ burglary.rate per popluation }}",
        "{{ noise.rate }}",
        "{{ noise.actual per households }}",
        "{{ noise-day.actual }}",
    ),
    *(
        "{{ drugs.count }} and {{ drugs.count.last_year }}",
        "{{ noise.count.last_year }}",
        "{{ noise-night.count.baseline | words }}",
    ),
    *(
        "A {{ burglary.change.last_year | unsigned }} rise",
        "up\n{{ burglary.difference.last_year | number }} fewer. A fall",
    ),
    *(
        "More than {{ burglary.change.baseline | unsigned }} more",
        "a {{ noise-day.change.last_year | unsigned }} fall; it went up to 3",
    ),
    *(
        "{{ burglary.change.last_year }} against {{ burglary.count.last_year }}",
        "{{ burglary.change.last_year }} {{ burglary.count }}",
    ),
    *(
        "{{ burglary.rate_change.baseline }} from {{ burglary.rate.baseline }}",
        "{{ burglary.rate_change.baseline per households | 2 decimals }}",
    ),
    *(
        "since March 2006 {{ burglary.count }}",
        "Since april {{ burglary.count }}",
        "since April 2005: {{ burglary.rolling_12 }} {{ burglary.count }}",
    ),
    *(
        "{{ burglary.count @ 2006-06 | words }} since May",
        "{{ noise.count @ 2005/06 }}",
        "{{ noise-day.change.last_year }} {{ noise-night.change.last_year }}",
    ),
    *(
        "{{ noise-day.change.last_year }} but {{ noise-day.change.baseline }} {{ burglary.projection_change }}",
        "{{ burglary.ratio.last_year | words }}",
    ),
    *(
        "The Youth Delivery Group",
        "To the youth delivery group.",
        "{{ noise-day.change.last_year @ 2006-04..2006-07 }}, {{ noise-day.change.last_year @ 2006-06 }}",
        "**Bold** _it_ [a](https://example.org)\n\n- one\n- two",
        "# Heading\n\nwords\n---",
        "&amp; <b>",
    ),
    *(
        "Ring 01632 960194 about ANPR",
        "robin@example.org\nand CCTV",
        "at ZZ99 3GZ",
        "{{ burglary.goal }} {{ burglary.pace }} {{ burglary.months_left }}",
    ),
    *(
        "😀 {{ burglary.cuont }} 5%\n😀 ANPR",
        "{{ burglary.change.last_year | 2 decimals }}",
        "a {{ burglary.interval }} b {{ burglary.mean | 0 decimals }}",
    ),
    *(
        "{{burglary.count}}",
        "{{ burglary.count |words|2 decimals}}",
        "{{ burglary.count\n}}",
        "{{ burglary.count @2006/07-Q1 }}",
        "{{ Burglary.count }}",
    ),
    *REMEDIES,
]


@pytest.fixture(scope="module")
def form() -> FormData:
    """Return the data of the group's form."""
    publication = read(TREE, TODAY)
    assert [one for one in publication.findings if one.severity == "error"] == []
    made = next_form(TREE)
    assert made.meeting == "2006-11-13"
    return made


@pytest.fixture(scope="module")
def page(browser: Browser, form: FormData) -> Iterator[Page]:
    """Return a page with the form's scripts and data."""
    made = loaded(browser, form)
    yield made
    made.close()


def chance(seed: int) -> Random:
    """Return chance that comes out the same each time."""
    return Random(seed)  # noqa: S311 - no secret


def report(form: FormData, chance: Random, most: int) -> Report:
    """Return a report with words by chance, in up to `most` pieces a box."""

    def words() -> str:
        return chance.choice(["\n\n", " ", "\n"]).join(chance.choices(WORDS, k=chance.randint(0, most)))

    updates = [
        Update(
            action=row.action,
            target=row.target,
            heading=row.heading,
            status=chance.choice([None, "Red", "Amber", "Green"]),
            progress=words(),
            plans=words(),
            remedial_action=words(),
        )
        for row in form.rows
    ]
    return Report(
        group="homes",
        meeting=MEETING,
        data_to=Month.parse(form.data_to),
        classification=chance.choice(["OFFICIAL"] * 5 + ["OFFICIAL-SENSITIVE"]),
        prepared_by=PreparedBy(name=chance.choice([None, "A Person", "Insp 01632 960194"])),
        achievements=tuple(words() for _ in range(chance.randint(0, 2))),
        barriers=tuple(words() for _ in range(chance.randint(0, 2))),
        updates=tuple(updates),
        other_issues=tuple(
            OtherIssue(title=words(), recipient=chance.choice([None, "The council"]), text=words())
            for _ in range(chance.randint(0, 2))
        ),
    )


Row = tuple[int, str, str, str, str]


def by_python(tree: Tree, given: Report) -> list[Row]:
    """Return what `cspsite check` finds in a report's file."""
    found = propose(tree, given, TODAY).findings
    return sorted({(one.place.line, one.code, one.found, one.title, one.to_do) for one in found})


def by_script(page: Page, reports: list[Report]) -> list[list[Row]]:
    """Return what the script finds in each report."""
    made = run(page, "(report) => checker.check(report).findings", [as_typed(one) for one in reports])
    return [
        sorted({(one["line"], one["code"], one["found"], one["title"], one["advice"]) for one in found})
        for found in made
    ]


def test_the_form_as_it_is_opened(page: Page, form: FormData) -> None:
    """Of an empty form script and checker say the same: every box that is missing, and nothing else."""
    updates = [Update(action=row.action, target=row.target, heading=row.heading) for row in form.rows]
    empty = report(form, chance(0), 0).model_copy(
        update={"updates": tuple(updates), "classification": "OFFICIAL", "prepared_by": PreparedBy()}
    )
    (found,) = by_script(page, [empty])
    assert found == by_python(TREE, empty)
    assert Counter(code for _, code, *_ in found) == {
        "achievements-missing": 1,
        "barriers-missing": 1,
        "status-missing": 5,
        "no-progress": 5,
        "no-plans": 5,
    }


def test_each_text_is_found_the_same(page: Page, form: FormData) -> None:
    """Of a report with one text in every box, script and checker say the same."""
    first = report(form, chance(1), 0)
    reports = []
    for text in WORDS:
        said = {"progress": text, "plans": text, "remedial_action": f"Buy some.\n{text}"}
        updates = [one.model_copy(update=said) for one in first.updates]
        issue = OtherIssue(title=text, recipient=text, text=text)
        values = {"achievements": (text,), "barriers": (text,), "updates": tuple(updates), "other_issues": (issue,)}
        reports.append(first.model_copy(update=values))
    for text, one, found in zip(WORDS, reports, by_script(page, reports), strict=True):
        assert found == by_python(TREE, one), text


def test_reports_by_chance_are_found_the_same(page: Page, form: FormData) -> None:
    """Of many reports with words by chance, script and checker say the same; each finding comes up in some of them."""
    reports = [report(form, chance(n), most) for n, most in enumerate((0, 1, 1, 2, 3) * 30)]
    seen = set[str]()
    for one, found in zip(reports, by_script(page, reports), strict=True):
        assert found == by_python(TREE, one)
        seen |= {code for _, code, *_ in found}
    assert seen >= {code for code in LIVE if not code.startswith("personal-")}


def test_personal_details_are_found_the_same(page: Page) -> None:
    """What is a personal detail to the checker, and what only looks like one, is so to the script."""
    texts = [f"see {text}\n{text} it" for _, text in test_privacy.DETAILS]
    texts += [text for text, _ in (*test_privacy.OWN, *test_privacy.LISTED)]
    texts += [
        *test_privacy.HARMLESS,
        *test_privacy.SURE,
        "\U0001f600\n" * 40 + "ref 01632960194",
        "MK12 DEG",
        "é01632 960194",
        "x٠١٦٣٢ 960194",
        "İAB51 CDE",
        "robin.ſmith@exampleé.org",
    ]
    found = run(page, "(text) => checker.details(text)", texts)
    data = load(TREE).data
    assert data is not None
    public = own_words(data)
    wanted = [
        sorted([one.code, one.place.line, one.found] for one in privacy.check({"p": text}, public)) for text in texts
    ]
    assert [sorted(one) for one in found] == wanted


def test_figures_that_the_page_does_not_know(page: Page, form: FormData) -> None:
    """Of a figure for a period that the page brings no value for, the script says nothing, and the checker all."""
    text = "{{ burglary.change.last_year @ 2001/02 }}, 5% since May"
    one = report(form, chance(1), 0).model_copy(update={"classification": "OFFICIAL", "achievements": (text,)})
    (found,) = by_script(page, [one])
    known = by_python(TREE, one)
    assert set(found) < set(known)
    assert {code for _, code, *_ in set(known) - set(found)} == {"figure-not-available", "figure-old", "period-differs"}
