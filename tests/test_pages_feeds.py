"""The feeds: valid by the schema of RFC 4287, the same at every build, and with what a member wants to be told."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from cspsite.pages import site_files, site_of
from cspsite.pages.page import File
from cspsite.publication import read
from cspsite.tree import Tree, read_folder
from tests import hostile
from tests.builders import DATA, GROUP, MINIMAL, PARTNERSHIP, REPORT, TODAY, Files, edited, tree
from tests.test_pages_changes import MEETINGS, RED, SECOND, second
from tests.test_pages_partnerships import NO_MEETINGS, NO_REPORT, NOTHING, TWO

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
URL = "https://example.org/partnership/"
ATOM = {"a": "http://www.w3.org/2005/Atom", "h": "http://www.w3.org/1999/xhtml"}
FEEDS = ["feeds/meetings.xml", "feeds/changes.xml"]
MEETINGS_FEED, CHANGES_FEED = FEEDS
each_feed = pytest.mark.parametrize("path", FEEDS)


def made(given: Tree, url: str = URL) -> dict[str, File]:
    """Return every file of the site of a partnership."""
    return {file.path: file for file in site_files(site_of(read(given, TODAY), url))}


def written(path: str, given: Tree, url: str = URL) -> str:
    """Return a feed as it is written."""
    content = made(given, url)[path].content
    assert isinstance(content, str)
    return content


def feed(path: str, *changes: Files, url: str = URL) -> etree._Element:
    """Return a feed of the minimal partnership with some changes."""
    return etree.fromstring(written(path, tree(*changes), url).encode())


def told(found: etree._Element, way: str) -> list[str]:
    """Return the words of each element at the end of a way such as `a:entry/a:title`, or each attribute."""
    return [" ".join(str(one if isinstance(one, str) else one.xpath("string()")).split()) for one in _at(found, way)]


def _at(found: etree._Element, way: str) -> list[etree._Element | str]:
    nodes = found.xpath(way, namespaces=ATOM)
    assert isinstance(nodes, list)
    return nodes  # type: ignore[return-value]


PARTNERSHIPS: dict[str, Callable[[], Tree]] = {
    "the repository's own": lambda: read_folder(DATA),
    "minimal": tree,
    "two meetings": lambda: tree(RED),
    "no meetings": lambda: tree(NO_MEETINGS),
    "nothing": lambda: tree(NOTHING),
    "no reports": lambda: tree(NO_REPORT),
    "hostile": lambda: tree(hostile.FILES),
}


@each_feed
@pytest.mark.parametrize("url", [URL, ""], ids=["at an address", "without an address"])
@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_feed_is_valid(path: str, url: str, name: str) -> None:
    """Whatever the data are, a feed is valid by the schema, and by what RFC 4287 asks beyond it."""
    found = etree.fromstring(written(path, PARTNERSHIPS[name](), url).encode())
    assert SCHEMA.validate(found), SCHEMA.error_log
    ids = told(found, "//a:id")
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", id) for id in ids)
    assert told(found, "a:author/a:name") != []
    entries = len(told(found, "a:entry"))
    assert len(told(found, "a:entry/a:link[@rel='alternate']")) == entries
    assert told(found, "a:entry//a:content/@type") == ["xhtml"] * entries
    assert told(found, "a:link[@rel='self']/@href") == ([url + path] if url else [])
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment) for moment in told(found, "//a:updated"))


@pytest.mark.parametrize(
    "old, new",
    [
        ("<title>", "<title/><title>"),
        ("T11:00:00Z</updated>\n<link rel=", "</updated>\n<link rel="),
        ("<div xmlns", "<p/><div xmlns"),
        ("<author><name>", "<author><nam/><name>"),
        ('type="text/html"', 'type="html"'),
        ("<summary>", "<summry>a</summry><summary>"),
        ("<id>", "<!--"),
    ],
)
def test_schema_refuses_what_is_no_feed(old: str, new: str) -> None:
    """The schema that feeds are tested with refuses feeds with something too much, too little or in a wrong form."""
    text = written(MEETINGS_FEED, tree())
    broken = re.sub(r"<id>[^<]*</id>", "", text, count=1) if new == "<!--" else text.replace(old, new, 1)
    assert broken != text
    assert not SCHEMA.validate(etree.fromstring(broken.encode()))


def test_meeting_has_its_tally() -> None:
    """A meeting's entry counts reports and statuses, and leads to the meeting's page."""
    found = feed(MEETINGS_FEED)
    assert told(found, "a:entry/a:title") == ["Meeting of 11 September 2006"]
    assert told(found, "a:entry/a:summary") == ["1 of 1 reports received. 1 Green."]
    assert told(found, "a:entry/a:link/@href") == [f"{URL}meetings/2006-09-11/"]
    assert "Statuses: 1 ● Green" in told(found, "a:entry/a:content//h:p")


def test_meeting_tells_what_needs_attention() -> None:
    """An entry lists what is Red with a link to the update, and groups without a report."""
    other = {path.replace("homes", "streets"): text for path, text in MINIMAL.items() if path == GROUP}
    red = edited(REPORT, "**Status:** Green", "**Status:** Red")
    found = feed(MEETINGS_FEED, other, red)
    assert told(found, "a:entry/a:content//h:li")[0].startswith("■ Red: Fit new locks (Reduce burglary by 10%")
    assert told(found, "a:entry/a:content//h:a/@href")[0] == (
        f"{URL}groups/homes/reports/2006-09-11/#update-locks--burglary"
    )
    assert "No report received: Safer Homes" in told(found, "a:entry/a:content//h:p")
    assert told(found, "a:entry/a:summary") == ["1 of 2 reports received. 1 Red, 1 Not reported."]


def test_meeting_tells_what_is_worse_and_what_figures_say() -> None:
    """A status that is worse than before, and one that the figures contradict, say so behind the action's name."""
    listed = told(feed(MEETINGS_FEED, RED), "a:entry[1]/a:content//h:li")
    assert listed == [
        "■ Red: Fit new locks (Reduce burglary by 10% per 1,000 population by 31 March 2008); "
        "worse than at the meeting before: Green; the figures suggest Green"
    ]


def test_meeting_without_papers_has_no_entry() -> None:
    """Members are told of a meeting when its first report is there, not before."""
    assert told(feed(MEETINGS_FEED, TWO), "a:entry/a:title") == ["Meeting of 11 September 2006"]
    assert told(feed(CHANGES_FEED, TWO), "a:entry") == []


def test_newest_twenty_come_first() -> None:
    """A feed has the newest twenty meetings, newest first, so that it does not grow without end."""
    days = [f"2006-0{1 + n // 10}-{10 + n % 10}" for n in range(25)]
    listed = "".join(f"  - {{date: {day}, data_to: 2005-12}}\n" for day in days)
    meetings = edited(PARTNERSHIP, "  - {date: 2006-09-11", f"{listed}  - {{date: 2006-09-11")
    reports = {
        f"groups/homes/reports/{day}.md": MINIMAL[REPORT].replace("data_to: 2006-07", "data_to: 2005-12")
        for day in days
    }
    titles = told(feed(MEETINGS_FEED, meetings, reports), "a:entry/a:title")
    assert (len(titles), titles[0], titles[-1]) == (20, "Meeting of 11 September 2006", "Meeting of 16 January 2006")


def test_changes_are_told_with_their_sentence() -> None:
    """An entry of what changed has the sentence that other pages have, what matters, and how much there is beside."""
    red = second(
        ("**Status:** Green", "**Status:** Red"), ("Fit more locks.", "Fit better locks."), ("come late", "are late")
    )
    found = feed(CHANGES_FEED, red)
    assert told(found, "a:entry/a:title") == ["What changed at the meeting of 13 November 2006"]
    assert told(found, "a:entry/a:summary")[0].startswith("Since 11 September 2006: 1 status worsened, ")
    assert told(found, "a:entry/a:content//h:p/h:strong") == ["Statuses"]
    (change,) = told(found, "a:entry/a:content//h:li")
    assert change.startswith("Safer Homes: The action “Fit new locks”")
    assert "Green before, Red now" in change
    # the plans and the barrier
    assert told(found, "a:entry/a:content//h:a") == ["2 more changes"]
    assert told(found, "a:entry/a:link/@href") == [f"{URL}meetings/2006-11-13/changes/"]


def test_changes_say_what_cannot_be_told() -> None:
    """Where git does not know what a meeting had, the entry says that it cannot tell everything, and why."""
    assert "Not everything can be told: no earlier versions were looked for." in told(
        feed(CHANGES_FEED, RED), "a:entry/a:content//h:p"
    )


def test_changes_beyond_twenty_are_counted() -> None:
    """Under each heading an entry lists twenty changes, and says how many more there are."""
    ids = [f"lock-{n}" for n in range(25)]
    actions = "".join(f"  - {{id: {id}, title: Lock {id}, targets: [burglary]}}\n" for id in ids)
    group = {GROUP: MINIMAL[GROUP] + actions}
    updates = "".join(f"### {id} {{#{id}.burglary}}\n\n**Status:** Green\n\n#### Progress\n\nNone.\n\n" for id in ids)
    text = MINIMAL[REPORT].replace("## Other issues", f"{updates}## Other issues")
    found = feed(CHANGES_FEED, MEETINGS, group, {REPORT: text, SECOND: text.replace("Green", "Red")})
    assert len(told(found, "a:entry/a:content//h:li")) == 20
    assert told(found, "a:entry/a:content//h:a") == ["6 more changes"]  # of 26 actions


@pytest.mark.parametrize(
    "meeting, zone, moment",
    [
        ("{date: 2006-09-11, data_to: 2006-07}", "", "2006-09-11T11:00:00Z"),  # summer time is an hour ahead
        ("{date: 2006-09-11, data_to: 2006-07, papers_due: 2006-01-09}", "", "2006-01-09T12:00:00Z"),
        (
            "{date: 2006-09-11, data_to: 2006-07, papers_due: 2006-09-04, decisions: [Go on.]}",
            "",
            "2006-09-11T11:00:00Z",
        ),
        ("{date: 2006-09-11, data_to: 2006-07}", "time_zone: Asia/Tokyo\n", "2006-09-11T03:00:00Z"),  # nine hours
    ],
    ids=["the day", "papers due", "decisions", "another zone"],
)
def test_entry_is_news_on_a_day_of_the_partnership(meeting: str, zone: str, moment: str) -> None:
    """An entry is dated noon of the day papers are due, else of the meeting; and once there are decisions, of that."""
    text = zone + MINIMAL[PARTNERSHIP].replace("{date: 2006-09-11, data_to: 2006-07}", meeting)
    found = feed(MEETINGS_FEED, {PARTNERSHIP: text})
    assert told(found, "a:entry/a:updated") == [moment]
    assert told(found, "a:updated") == [moment]


def test_feed_without_entries_is_dated_too() -> None:
    """A feed that has no entry yet is dated the first day of the strategy, as it must have a date."""
    assert told(feed(MEETINGS_FEED, NO_MEETINGS), "a:updated") == ["2005-04-01T11:00:00Z"]


@each_feed
def test_same_data_make_the_same_feed(path: str) -> None:
    """Two builds of the same data write the same bytes, whatever the clock says."""
    assert written(path, tree(RED)) == written(path, tree(RED))


@each_feed
def test_ids_stay(path: str) -> None:
    """Ids do not change when the site moves or an entry's words do; another partnership has others."""
    ids = told(feed(path, RED), "//a:id")
    assert told(feed(path, RED, url="https://example.net/"), "//a:id") == ids
    assert told(feed(path, RED, edited(GROUP, "Fit new locks", "Locks")), "//a:id") == ids
    text = str(MEETINGS[PARTNERSHIP]).replace("Anytown Community", "Othertown Community")
    other = told(feed(path, RED, {PARTNERSHIP: text}), "//a:id")
    assert set(ids) & set(other) == set()


@each_feed
def test_without_an_address_links_are_relative(path: str) -> None:
    """Where it is not known where the site will stand, links lead from the feed's own place, and none to itself."""
    links = told(feed(path, RED, url=""), "//a:link/@href")
    assert links[0] == "../meetings/"
    assert all(link.startswith("../meetings/") for link in links)


@each_feed
@pytest.mark.parametrize("url", ["https://example.org/partnership", "https://example.org/partnership/"])
def test_links_lead_to_pages(path: str, url: str) -> None:
    """Every link of a feed leads to a page that is made, whether or not the site's address ends with a slash."""
    files = made(read_folder(DATA), url)
    content = files[path].content
    assert isinstance(content, str)
    found = etree.fromstring(content.encode())
    for link in told(found, "//a:link[@rel='alternate']/@href") + told(found, "//h:a/@href"):
        assert link.startswith(URL)
        assert f"{link.removeprefix(URL).partition('#')[0]}index.md" in files, link


NASTY = "<script>hit()</script> ]]> <![CDATA[ & &amp; &nbsp; \" ' <?xml?> <!-- {{ x }} {% y %}"


def test_hostile_words_stay_words() -> None:
    """Whatever an officer wrote stands in the feed as just those words."""
    quoted = NASTY.replace("'", "''")
    text = MINIMAL[PARTNERSHIP].replace(
        "{date: 2006-09-11, data_to: 2006-07}", f"{{date: 2006-09-11, data_to: 2006-07, decisions: ['{quoted}']}}"
    )
    found = feed(MEETINGS_FEED, {PARTNERSHIP: text})
    assert NASTY in told(found, "a:entry/a:content//h:li")
    assert told(found, "//h:script") == []


def test_characters_that_xml_forbids_are_replaced() -> None:
    """What no XML may hold is replaced, so that the feed stays well formed; a letter beyond the first plane stays."""
    title = edited(GROUP, "title: Fit new locks", 'title: "a\\x01b\\x0cc\\uFFFEd\\te\\U0001D54F"')
    (change,) = told(feed(CHANGES_FEED, RED, title), "a:entry/a:content//h:li")
    assert "a\ufffdb\ufffdc\ufffdd e\U0001d54f" in change


def test_illustrative_meeting_says_so() -> None:
    """An entry names what is illustrative of what it tells."""
    given = read_folder(DATA)
    found = etree.fromstring(written(MEETINGS_FEED, given).encode())
    first = told(found, "a:entry[1]/a:content//h:p")[0]
    assert first.startswith("Illustrative, not observed: the partnership, the meeting of 13 November 2006, ")
