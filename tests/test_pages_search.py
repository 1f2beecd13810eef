"""How the site's search is told to treat each page: what stands now first, old reports last, acronyms before all."""

from __future__ import annotations

import pytest

from cspsite.pages.page import File
from tests.builders import GLOSSARY, GROUP, INDICATOR, MINIMAL, PARTNERSHIP, REPORT, edited, tree
from tests.rendering import files, front_matter

#: Nine meetings, a month apart from January 2006 on; the group reports to the first eight.
DAYS = [f"2006-{month:02d}-10" for month in range(1, 10)]
MEETINGS = "".join(f"  - {{date: {day}, data_to: 2005-12}}\n" for day in DAYS)
MANY = {
    PARTNERSHIP: MINIMAL[PARTNERSHIP].replace("  - {date: 2006-09-11, data_to: 2006-07}\n", MEETINGS),
    REPORT: None,
    **{
        f"groups/homes/reports/{day}.md": MINIMAL[REPORT].replace("data_to: 2006-07", "data_to: 2005-12")
        for day in DAYS[:8]
    },
}


@pytest.fixture(scope="module")
def many() -> dict[str, File]:
    """Return the files of a partnership with eight reports and a meeting to come."""
    return files(tree(MANY))


def treated(file: File) -> object:
    """Return what a page's front matter tells the search; None is as usual."""
    return front_matter(file).get("search")


def test_latest_report_is_found_as_usual_though_a_meeting_is_to_come(many: dict[str, File]) -> None:
    """A meeting without reports makes no report old."""
    assert treated(many["groups/homes/reports/2006-08-10/index.md"]) is None


def test_earlier_reports_come_last_and_old_ones_not_at_all(many: dict[str, File]) -> None:
    """The five before the latest come after everything else; those before them are left out."""
    told = [treated(many[f"groups/homes/reports/{day}/index.md"]) for day in DAYS[:8]]
    assert told == [{"exclude": True}] * 2 + [{"boost": 10**-n} for n in (8, 7, 6, 5, 4)] + [None]


def test_groups_and_indicators_come_before_their_reports_and_targets(many: dict[str, File]) -> None:
    """The page of what is searched for comes before those that only have its name in theirs."""
    assert treated(many["groups/homes/index.md"]) == {"boost": 2}
    assert treated(many["indicators/burglary/index.md"]) == {"boost": 2}


def test_meetings_and_changes_are_left_out(many: dict[str, File]) -> None:
    """Their words are those of the reports, which would be found twice."""
    for path in ("meetings/2006-08-10/index.md", "meetings/2006-08-10/changes/index.md"):
        assert treated(many[path]) == {"exclude": True}


#: The glossary, an indicator's definition, and the acronyms that it is found by.
ACRONYMS = [
    ("BCS: British Crime Survey", "Offences as the British crime survey has them.", ["BCS"]),
    ("BCS: British Crime Survey", "Offences as the British\\n  Crime Surveys have them.", ["BCS"]),
    ("PSA: public service agreement", "Burglaries of homes.", None),
    ("ME: home", "Burglaries of homes.", ["ME"]),
    ("RG: burg", "Burglaries of homes.", None),
    ("C++: burglaries", "Burglaries of homes.", ["C++"]),
    ("BCS: British Crime Survey", "Offences as the BCS has them.", ["British Crime Survey"]),
    ("L.A: local authority", "Burglaries that the L.A. counts.", ["local authority"]),
    ("IN: independent network", "Burglaries in homes.", None),
    ("BC: Bedford council", "Offences as the BCS has them.", None),
]


@pytest.mark.parametrize("glossary, definition, wanted", ACRONYMS)
def test_indicator_is_found_by_acronyms(glossary: str, definition: str, wanted: list[str] | None) -> None:
    """An indicator is found by the acronym of what its name or definition spells out, and by the words of an acronym.

    A part of a word is neither, and a word in small letters no acronym.
    """
    data = tree({GLOSSARY: f"{glossary}\n"}, edited(INDICATOR, "Burglaries of homes.", f'"{definition}"'))
    assert front_matter(files(data)["indicators/burglary/index.md"]).get("tags") == wanted


def test_action_is_found_by_the_words_of_its_acronym() -> None:
    """An action and a target whose names have an acronym are found by its meaning, and the other way round."""
    glossary = {GLOSSARY: "DAT: Drug Action Team\nPOP: population\n"}
    made = files(tree(glossary, edited(GROUP, "title: Fit new locks", "title: Work through the DAT")))
    assert front_matter(made["groups/homes/actions/locks/index.md"])["tags"] == ["Drug Action Team"]
    assert front_matter(made["groups/homes/targets/burglary/index.md"])["tags"] == ["POP"]


def test_old_reports_leave_the_way_to_the_indicators_page() -> None:
    """Reports that the search leaves out draw no way to the target; those of the last year do."""
    whole = {path: text and text.replace("2005-12", "2006-07") for path, text in MANY.items()}  # twelve months and more
    made = files(tree(whole))
    pages = [str(made[f"groups/homes/reports/{day}/index.md"].content) for day in DAYS[:8]]
    assert ['id="rolling-burglary"' in text for text in pages] == [False] * 2 + [True] * 6
