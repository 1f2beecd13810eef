"""Where something illustrative is shown the page says so, and says it nowhere else; read from the raw files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builders import DATA
from tests.markup import Element

Raw = dict[str, Any]
GROUPS = ("keeping-our-eyes-open", "safer-nights-out")
REPORTS = [
    ("keeping-our-eyes-open", "2006-09-11"),
    ("keeping-our-eyes-open", "2006-11-13"),
    ("safer-nights-out", "2006-11-13"),
]


def _raw(path: str) -> Raw:
    text = (DATA / path).read_text("utf-8")
    found = yaml.safe_load(text.split("---\n")[1] if path.endswith(".md") else text)
    assert isinstance(found, dict)
    return found


def _indicators(ids: Iterable[str]) -> set[str]:
    """Return the names of those indicators, and of their components, that the files call illustrative."""
    found = set()
    for id in ids:
        raw = _raw(f"indicators/{id}.yml")
        found |= {raw["name"]} if "illustrative" in raw else set()
        found |= _indicators(raw.get("components", ()))
    return found


def _denominators(ids: Iterable[str]) -> set[str]:
    return {raw["name"] for raw in (_raw(f"denominators/{id}.yml") for id in ids) if "illustrative" in raw}


def _has_counts(id: str) -> bool:
    return (DATA / f"indicators/{id}.csv").exists() or bool(_raw(f"indicators/{id}.yml").get("components"))


def _of_targets(group: Raw) -> set[str]:
    targets = [target for target in group["targets"] if _has_counts(target["indicator"])]
    per = {target["measure"]["per"] for target in targets if "measure" in target}
    return _indicators(target["indicator"] for target in targets) | _denominators(per)


def _quoted(text: str) -> set[str]:
    """Return the illustrative indicators and denominators that a text quotes."""
    tokens = re.findall(r"\{\{\s*([a-z-]+)\.([a-z_0-9.]+)([^}]*)\}\}", text)
    per = {re.search(r"per (\w+)", rest)[1] for _, _, rest in tokens if " per " in rest}  # type: ignore[index]
    rates = [id for id, figure, rest in tokens if figure.startswith("rate") and " per " not in rest]
    per |= {_raw(f"indicators/{id}.yml")["measure"]["per"] for id in rates}
    return _indicators(id for id, _, _ in tokens) | _denominators(per)


def _named(page: Element) -> set[str]:
    """Return what the page's own notice names as illustrative."""
    notices = page.one("article").all("details", "csp-illustrative")
    return {one.text for notice in notices for one in notice.all("dt")}


@pytest.mark.parametrize("group, day", REPORTS)
def test_report_names_what_is_illustrative(documents: dict[str, Element], group: str, day: str) -> None:
    """A report's page names its illustrative indicators, denominators, group, meeting and itself, and no others."""
    path = f"groups/{group}/reports/{day}.md"
    record = _raw(f"groups/{group}/group.yml")
    meeting = next(one for one in _raw("partnership.yml")["meetings"] if str(one["date"]) == day)
    wanted = _of_targets(record) | _quoted((DATA / path).read_text("utf-8"))
    wanted |= {"this report"} if "illustrative" in _raw(path) else set()
    wanted |= {"this group"} if "illustrative" in record else set()
    wanted |= {"this meeting"} if "illustrative" in meeting else set()
    assert _named(documents[path.removesuffix(".md") + "/"]) == wanted


@pytest.mark.parametrize("group", GROUPS)
def test_group_names_what_is_illustrative(documents: dict[str, Element], group: str) -> None:
    """A group's page names itself, its indicators, denominators, reports and their meeting where illustrative."""
    record = _raw(f"groups/{group}/group.yml")
    wanted = _of_targets(record) | ({"this group"} if "illustrative" in record else set())
    wanted |= {"the report of 13 November 2006", "the meeting of 13 November 2006", "the meeting of 15 January 2007"}
    assert _named(documents[f"groups/{group}/"]) == wanted


@pytest.mark.parametrize("file", sorted((DATA / "indicators").glob("*.yml")), ids=lambda file: file.stem)
def test_indicator_names_what_is_illustrative(documents: dict[str, Element], file: Path) -> None:
    """An indicator's page names itself, its components and denominators where they are illustrative.

    A target that is a change in a rate is judged per the other denominators too.
    """
    raw = _raw(f"indicators/{file.name}")
    measure = raw.get("measure")
    wanted = _indicators([file.stem])
    if measure and _has_counts(file.stem):
        targets = [target for group in GROUPS for target in _raw(f"groups/{group}/group.yml")["targets"]]
        judged = any(target["indicator"] == file.stem for target in targets)
        wanted |= _denominators(["households", "population"] if judged else [measure["per"]])
    assert _named(documents[f"indicators/{file.stem}/"]) == wanted


def test_meeting_names_what_is_illustrative(documents: dict[str, Element]) -> None:
    """A meeting's page names the partnership's illustrative facts, and what is illustrative in what it shows."""
    texts = {day: (DATA / f"groups/{group}/reports/{day}.md").read_text("utf-8") for group, day in REPORTS[:2]}
    night = (DATA / "groups/safer-nights-out/reports/2006-11-13.md").read_text("utf-8")
    differs = _denominators(["households"])  # burglary is Amber, and on course per household
    assert _named(documents["meetings/2006-09-11/"]) == {"the partnership"} | _quoted(texts["2006-09-11"]) | differs
    own = {"the partnership", "this meeting", "Safer Nights Out"}
    own |= {"the report of Keeping Our Eyes Open", "the report of Safer Nights Out"}
    assert _named(documents["meetings/2006-11-13/"]) == own | _quoted(texts["2006-11-13"]) | _quoted(night)


def test_home_names_what_is_illustrative(documents: dict[str, Element]) -> None:
    """The home page names all that is illustrative in the figures of the latest meeting."""
    groups = [_raw(f"groups/{id}/group.yml") for id in GROUPS]
    own = {"the partnership", "this meeting", "Safer Nights Out"}
    reports = {"the report of Keeping Our Eyes Open", "the report of Safer Nights Out"}
    assert _named(documents[""]) == own | reports | set().union(*map(_of_targets, groups))


@pytest.mark.parametrize("address", ["meetings/", "data/"])
def test_lists_name_the_partnerships_own(documents: dict[str, Element], address: str) -> None:
    """The list of meetings, with its dates, and the data page name the partnership's illustrative facts."""
    assert _named(documents[address]) == {"the partnership"}


@pytest.mark.parametrize(
    "address, files",
    [
        ("groups/", [f"groups/{id}/group.yml" for id in GROUPS]),
        ("indicators/", [f"indicators/{one.name}" for one in (DATA / "indicators").glob("*.yml")]),
        (
            "data/",
            [f"{kind}/{one.name}" for kind in ("indicators", "denominators") for one in (DATA / kind).glob("*.yml")],
        ),
    ],
)
def test_lists_mark_each_row(documents: dict[str, Element], address: str, files: list[str]) -> None:
    """In a list each illustrative row says so, and no other."""
    table = next(one for one in documents[address].all("table") if "(illustrative)" in one.text)
    rows = {
        one.text.removesuffix(" (illustrative)"): one.text.endswith("(illustrative)")
        for one in table.all("th", scope="row")
    }
    assert rows == {raw["name"]: "illustrative" in raw for raw in map(_raw, files)}


def test_list_of_meetings_marks_the_illustrative_ones(documents: dict[str, Element]) -> None:
    """In the list of meetings those of November and January say that they are illustrative."""
    rows = [one.text for one in documents["meetings/"].all("th", scope="row")]
    assert rows == ["15 January 2007 (illustrative)", "13 November 2006 (illustrative)", "11 September 2006"]


@pytest.mark.parametrize("address", ["glossary/", "contribute/", "findings/", "changelog/"])
def test_pages_without_data_have_no_notice(documents: dict[str, Element], address: str) -> None:
    """Pages that show no record have no notice."""
    assert _named(documents[address]) == set()


def test_methods_name_what_their_examples_rest_on(documents: dict[str, Element]) -> None:
    """The page of methods names the indicator of its examples, and the denominators of its rates."""
    assert _named(documents["methods/"]) == _indicators(["domestic-burglary"]) | _denominators(
        ["households", "population"]
    )


def test_charts_of_illustrative_counts_say_so(documents: dict[str, Element]) -> None:
    """Under every chart of illustrative counts stands that they are; under the others it does not."""
    names = {
        raw["name"]: raw for raw in (_raw(f"indicators/{one.name}") for one in (DATA / "indicators").glob("*.yml"))
    }
    for address, page in documents.items():
        for exhibit in page.all("figure", "csp-exhibit"):
            name = next(
                one for one in sorted(names, key=len, reverse=True) if exhibit.one("figcaption").text.startswith(one)
            )
            said = "Illustrative: not observed." in exhibit.one("p", "csp-exhibit__source").text
            assert said == ("illustrative" in names[name]), (address, name)
