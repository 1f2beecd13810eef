"""Findings in plain words, for whoever sent something in."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from cspsite.finding_names import name_of
from cspsite.findings import Finding, Place
from cspsite.load import load
from cspsite.markdown_text import LONGEST
from cspsite.plain_findings import Version, as_markdown, as_text, headline
from tests.builders import COUNTS, GROUP, INDICATOR, MINIMAL, PARTNERSHIP, REPORT, Files, checked, edited, tree
from tests.test_cli import ERROR, run, save

_BASE = "https://github.com/o/r/blob/1a2b3c"
#: An action for two targets, so that an update on it is named by its target as well.
_TWO = {
    GROUP: MINIMAL[GROUP].replace(
        "actions:", "  - {id: arson, wording: Hold arson, indicator: burglary, kind: hold}\nactions:"
    ).replace("targets: [burglary]", "targets: [burglary, arson]")
}  # fmt: skip


def version(*changes: Files, link_base: str = "") -> Version:
    """Return the minimal partnership with changes."""
    return Version(load(tree(*changes)), "data", link_base)


def markdown(*changes: Files, link_base: str = "") -> str:
    """Return what the checks of the minimal partnership with changes say."""
    return as_markdown(checked(tree(*changes)), version(*changes, link_base=link_base))


def error(found: str = "x", path: str = REPORT, line: int = 1, advice: str = "Do.") -> Finding:
    """Return an error."""
    return Finding("unknown-status", Place(path, line), found, "Red, Amber or Green", advice)


def test_what_must_be_put_right_comes_first() -> None:
    """Errors stand before warnings, each by report and by the action's name, with what to do and where."""
    wrong = edited(REPORT, "**Status:** Green", "**Status:** Grene")
    ownerless = edited(GROUP, "    owner: Council\n", "")
    assert markdown(wrong, ownerless, link_base=_BASE) == (
        "## 1 thing must be put right; 1 more would be good to\n\n"
        "### Must be put right\n\n"
        "**Safer Homes: report to the meeting of 11 September 2006**\n\n"
        "- Fit new locks\n"
        "    - **Unknown status word.** Found: Grene. Expected: Red, Amber or Green. Did you mean Green? "
        f"([line 19]({_BASE}/data/{REPORT}?plain=1#L19))\n\n"
        "### Would be good to put right\n\n"
        "**Safer Homes: targets and actions**\n\n"
        "- Action: Fit new locks\n"
        "    - **Action with no owner.** Name the organisation or role that owns it (owner:). "
        f"([line 13]({_BASE}/data/{GROUP}#L13))"
    )


def test_text_for_a_screen() -> None:
    """Text says the same as the Markdown, all of it, without marks, links and codes."""
    wrong = edited(REPORT, "**Status:** Green", "**Status:** <Gr*ene>")
    ownerless = edited(GROUP, "    owner: Council\n", "")
    assert as_text(checked(tree(wrong, ownerless)), version(wrong, ownerless)) == (
        "1 thing must be put right; 1 more would be good to\n\n"
        "Must be put right\n\n"
        "Safer Homes: report to the meeting of 11 September 2006\n\n"
        "- Fit new locks\n"
        "    - Unknown status word. Found: <Gr*ene>. Expected: Red, Amber or Green. "
        "Use Red, Amber or Green. (line 19)\n\n"
        "Would be good to put right\n\n"
        "Safer Homes: targets and actions\n\n"
        "- Action: Fit new locks\n"
        "    - Action with no owner. Name the organisation or role that owns it (owner:). (line 13)"
    )


def test_text_tells_all() -> None:
    """However many findings there are, text leaves none out."""
    told = as_text([error(f"word {n}.") for n in range(400)], version())
    assert [n for n in range(400) if f"Found: word {n}." not in told] == []


def test_without_an_address_the_line_is_named() -> None:
    """Where the files are not on the web, each finding names file and line."""
    told = markdown(edited(REPORT, "**Status:** Green\n", ""))
    assert "Give a status: Red, Amber or Green. (data/groups/homes/reports/2006-09-11.md line 17)" in told


@pytest.mark.parametrize(
    "codes,words",
    [
        ([], "Nothing stops publication, and nothing is missing"),
        (["byte-order-mark"], "Nothing stops publication, and nothing is missing"),
        (["no-plans"], "Nothing stops publication; 1 thing would be good to put right"),
        (["no-plans", "not-a-date", "not-a-date"], "2 things must be put right; 1 more would be good to"),
        (["not-a-date"], "1 thing must be put right"),
    ],
)
def test_headline(codes: list[str], words: str) -> None:
    """The first line says what is to be done."""
    assert headline([Finding(code, Place("glossary.yml"), "x", "y") for code in codes]) == words


def test_nothing_to_say() -> None:
    """Where there is no finding, the headline is all."""
    assert markdown() == "## Nothing stops publication, and nothing is missing"


@pytest.mark.parametrize(
    "changes,path,line,document,part",
    [
        ((), REPORT, 2, "Safer Homes: report to the meeting of 11 September 2006", "The facts at the top"),
        ((), REPORT, 9, "Safer Homes: report to the meeting of 11 September 2006", "Achievements"),
        ((), REPORT, 21, "Safer Homes: report to the meeting of 11 September 2006", "Fit new locks"),
        ((_TWO,), REPORT, 21, "Safer Homes: report to the meeting of 11 September 2006",
         "Fit new locks, for “Reduce burglary by 10% per 1,000 population by 31 March 2008”"),
        ((edited(REPORT, "{#locks.", "{#lokcs."),), REPORT, 21,
         "Safer Homes: report to the meeting of 11 September 2006", "Locks"),
        ((edited(REPORT, "## Other issues\n", "## Other issues\n\n### Rain\n\nIt rained.\n"),), REPORT, 33,
         "Safer Homes: report to the meeting of 11 September 2006", "Other issue: Rain"),
        ((edited(REPORT, "data_to: 2006-07", "data_to: July"),), REPORT, 21,
         "Safer Homes: report to the meeting of 11 September 2006", "Updates"),
        ((), GROUP, 2, "Safer Homes: targets and actions", ""),
        ((), GROUP, 7, "Safer Homes: targets and actions",
         "Target: Reduce burglary by 10% per 1,000 population by 31 March 2008"),
        ((), GROUP, 14, "Safer Homes: targets and actions", "Action: Fit new locks"),
        ((), INDICATOR, 3, "Burglary: definition", ""),
        ((), COUNTS, 3, "Burglary: counts", ""),
        ((), "denominators/population.csv", 2, "Population: estimates", ""),
        ((), "denominators/population.yml", 2, "Population: definition", ""),
        ((), PARTNERSHIP, 1, "The partnership", ""),
        ((), PARTNERSHIP, 10, "The partnership", "Meeting of 11 September 2006"),
        ((), "glossary.yml", 1, "The glossary", ""),
        ((), "notes.txt", 1, "notes.txt", ""),
        ((), "groups/homes/reports/last.md", 1, "Safer Homes: report to the meeting of last", "The facts at the top"),
        (({PARTNERSHIP: None},), REPORT, 21, "homes: report to the meeting of 11 September 2006", "Updates"),
        (({PARTNERSHIP: None},), COUNTS, 3, "indicators/burglary.csv", ""),
    ],
)  # fmt: skip
def test_names(changes: tuple[Files, ...], path: str, line: int, document: str, part: str) -> None:
    """A finding is about what people know by a name; by its file only where nothing is known."""
    named = name_of(Finding("not-a-date", Place(path, line), "x", "y"), version(*changes).loaded)
    assert (named.document, named.part) == (document, part)


def test_a_hand_written_page_is_named() -> None:
    """A finding outside the data folder names the page's file, and links to it."""
    finding = Finding("token-wrong", Place("methods.md", 4, "docs"), "{{ x }}", "a figure")
    told = as_markdown([finding], version(link_base=_BASE))
    assert "**The page docs/methods.md**" in told
    assert f"([line 4]({_BASE}/docs/methods.md?plain=1#L4))" in told


@pytest.mark.parametrize(
    "found,shown",
    [
        ("Fit new locks", None),
        ("Fit new locks (burglary)", None),
        ("Amber for Fit new locks (burglary)", None),
        ("Red for Fit new locks (burglary), with no figure", None),
        ("Red for Fit new locks, with no figure", None),
        ("Fit new locks (burglary is neutral)", "burglary is neutral."),
        ("“risk” in the update on Fit new locks", "“risk” in the update on Fit new locks."),
        ("nothing at all?", "nothing at all?"),
    ],
)
def test_what_the_heading_says_is_not_said_again(found: str, shown: str | None) -> None:
    """What was found is left out where it is only the name that it stands under."""
    told = as_markdown([Finding("no-plans", Place(REPORT, 21), found, "y")], version())
    assert f"- **No plans given.** {f'Found: {shown} ' if shown else ''}Say under Plans" in told


def test_an_issue_is_not_named_twice() -> None:
    """What was found is left out where it is only the title of the issue that it stands under."""
    rain = edited(REPORT, "## Other issues\n", "## Other issues\n\n### Rain\n\nIt rained.\n")
    told = as_markdown([Finding("issue-without-recipient", Place(REPORT, 33), "Rain", "y")], version(rain))
    assert "- Other issue: Rain\n    - **Other issue with no recipient.** Say whom" in told


def test_hostile_words_are_words() -> None:
    """No text from the data is markup, HTML, a mention, a reference or a link, wherever it stands."""
    bad = "<img src=x onerror=hit()> @team #1 [x](javascript:hit()) https://evil.example | `a` **b**\n## c"
    named = {
        GROUP: MINIMAL[GROUP].replace("name: Safer Homes", f"name: {bad!r}").replace("Fit new locks", "'@all <b>'")
    }
    findings = [error(bad, line=21, advice=bad), error(bad, path=f"groups/x/reports/{bad}.md")]
    told = as_markdown(findings, version(named, link_base=_BASE))
    shown = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(told)
    assert not any(tag in shown for tag in ("<img", "<b>", "<code>", "<table", 'javascript:hit()"'))
    assert shown.count("<a ") == shown.count(f'<a href="{_BASE}/data/')
    assert not any(call in html.unescape(shown) for call in ("@team", "@all", "#1 ", "https://evil"))


def test_many_findings_are_folded_away() -> None:
    """Of more than a dozen the first are told, and the whole stands in a folded section."""
    told = as_markdown([error(f"word {n}", line=21) for n in range(13)], version())
    above, below = told.split("<details>")
    assert (above.count("Unknown status word"), below.count("Unknown status word")) == (12, 13)
    assert "These are 12 of 13. All are below." in above
    assert "<summary>All 13</summary>" in below
    assert told.endswith("</details>")
    twelve = as_markdown([error(f"word {n}", line=21) for n in range(12)], version())
    assert ("<details>" in twelve, twelve.count("Unknown status word")) == (False, 12)


def test_what_there_is_no_room_for_is_counted() -> None:
    """A text is never longer than GitHub takes, and says how many findings it leaves out."""
    told = as_markdown([error(f"{n:04}" + "<" * 500, line=21) for n in range(1000)], version(link_base=_BASE))
    assert LONGEST - 4000 < len(told) <= LONGEST
    left = int(told.rpartition("There are ")[2].partition(" more; `cspsite check` prints all.")[0])
    below = told.partition("<details>")[2]
    assert below.count("Unknown status word") + left == 1000
    assert told.endswith("\n\n</details>")


def test_long_words_are_shortened() -> None:
    """Of a long text the beginning is told, with a sign that there is more."""
    assert f"Found: {'a' * 160}… Expected" in as_markdown([error("a" * 161)], version())
    assert f"Found: {'a' * 160}. Expected" in as_markdown([error("a" * 160)], version())


def test_check_in_plain_words(tmp_path: Path) -> None:
    """The command prints Markdown with links, and its exit status is as in every format."""
    folder = save(tmp_path / "data", ERROR)
    ran = run("check", "--data", folder, "--format", "markdown", "--link-base", f"{_BASE}/")
    assert ran.exit_code == 1
    assert ran.stdout.startswith("## 1 thing must be put right\n")
    assert f"]({_BASE}/" in ran.stdout
    assert "//data" not in ran.stdout
    assert ran.stderr.startswith("1 error")


@pytest.mark.parametrize("form", ["text", "json", "github", "markdown"])
def test_check_of_one_file(tmp_path: Path, form: str) -> None:
    """With --only a file's own findings are told, and decide the exit status."""
    folder = save(tmp_path / "data", ERROR, edited(GROUP, "    owner: Council\n", ""))
    own = run("check", "--data", folder, "--format", form, "--only", folder / GROUP)
    assert own.exit_code == 0
    assert "Action with no owner" in own.stdout
    assert "frequency" not in own.stdout
    assert run("check", "--data", folder, "--format", form, "--only", folder / INDICATOR).exit_code == 1


def test_check_of_no_file(tmp_path: Path) -> None:
    """A file that there is not is wrong usage, or a slip of the pen would look like a clean bill."""
    ran = run("check", "--data", save(tmp_path / "data"), "--only", tmp_path / "data/groups/homes.yml")
    assert ran.exit_code == 2
    assert "homes.yml to check" in ran.stderr
