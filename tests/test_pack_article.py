"""An article on paper: what is for a screen goes, what is folded opens, ids and links become the pack's."""

from __future__ import annotations

import pytest

from cspsite.pack.article import Heading, Way, headings, ids, in_pack, on_paper
from cspsite.pack.markup import Element, read


def article(html: str) -> Element:
    """Return an article with this content."""
    found = read(f"<article>{html}</article>").first("article")
    assert found is not None
    return found


@pytest.mark.parametrize(
    "html",
    [
        '<h2><a class="headerlink" href="#a">¶</a></h2>',
        '<h2><a class="md-content__button" href="https://github.com/o/r">edit</a></h2>',
        "<h2><button>Explore this chart</button></h2>",
        '<h2><p class="csp-exhibit__more">x</p></h2>',
        '<h2><details class="csp-exhibit__table"><table></table></details></h2>',
        '<h2><p class="csp-form__write"><a href="update/">Write</a></p></h2>',
        '<h2><aside class="csp-checks">x</aside></h2>',
        '<h2><div class="csp-footnote">x</div></h2>',
        "<h2><div hidden>x</div></h2>",
        "<h2><form><input></form></h2>",
        "<h2><script>hit()</script></h2>",
    ],
)
def test_what_is_for_a_screen_goes(html: str) -> None:
    """Buttons, forms, scripts, links of the screen and what the pack says elsewhere are left out."""
    assert on_paper(article(html)).html == "<article><h2></h2></article>"


def test_groups_have_papers_of_their_own() -> None:
    """A meeting's article goes without what it repeats of each report, and keeps what stands before and after."""
    html = (
        '<h1>M</h1><h2 id="attention">A</h2><p>a</p><h2 id="group-x">X</h2><p>x</p><h3>x1</h3>'
        '<h2 id="group-y">Y</h2><p>y</p><h2 id="decisions">D</h2><p>d</p><section id="group-z">z</section><p>e</p>'
    )
    kept = '<h1>M</h1><h2 id="attention">A</h2><p>a</p><h2 id="decisions">D</h2><p>d</p>'
    assert on_paper(article(html)).html == f"<article>{kept}</article>"


def test_ids_are_the_sections_own() -> None:
    """Ids, and whatever names one in the same page, begin with the section's; links go where they are led."""
    html = (
        '<svg id="c" aria-labelledby="t d"><title id="t">x</title><g clip-path="url(#k)"></g></svg>'
        '<a href="#c">y</a><a href="z/">z</a><a>w</a><td headers="a b"></td>'
    )
    ways = {"#c": Way("#p2-c"), "z/": Way(""), "": Way("")}
    made = in_pack(article(html), "p2", ways.__getitem__)
    assert made.html == (
        '<article><svg id="p2-c" aria-labelledby="p2-t p2-d"><title id="p2-t">x</title>'
        '<g clip-path="url(#p2-k)"></g></svg><a href="#p2-c">y</a><span>z</span><span>w</span>'
        '<td headers="p2-a p2-b"></td></article>'
    )


def test_what_is_folded_opens() -> None:
    """Workings stand open, what is illustrative is one line, and nothing is left for a script or a pointer."""
    html = (
        '<details><p tabindex="0" data-x="1" onclick="hit()">a</p></details>'
        '<details class="csp-illustrative">b</details>'
    )
    assert in_pack(article(html), "p1", Way).html == (
        '<article><details open=""><p>a</p></details><details class="csp-illustrative">b</details></article>'
    )


def test_what_scrolls_is_reached_by_keyboard() -> None:
    """A table that scrolls on a narrow screen keeps its stop, and its cells their labels."""
    html = '<div tabindex="0" role="region" aria-label="b"><p data-label="c">a</p></div>'
    assert in_pack(article(html), "p1", Way).html == f"<article>{html}</article>"


def test_headings_are_a_level_lower() -> None:
    """The title of a page is a heading of the second level, below that of all papers."""
    assert in_pack(article("<h1>a</h1><h5>b</h5>"), "p1", Way).html == "<article><h2>a</h2><h6>b</h6></article>"


def test_links_say_their_whole_address_to_paper() -> None:
    """A link to the site has the address beside it that paper is to show; one within the papers has none."""
    html = '<a href="x/">a</a><a href="#b">b</a>'
    ways = {"x/": Way("../x/", "https://example.org/x/"), "#b": Way("#p1-b")}
    assert in_pack(article(html), "p1", ways.__getitem__).html == (
        '<article><a href="../x/" data-address="https://example.org/x/">a</a><a href="#p1-b">b</a></article>'
    )


@pytest.mark.parametrize(
    "to, told",
    [
        ("#p12", "b, in these papers"),
        ("#p2-c", "b, in these papers"),
        ("#p1", ""),
        ("#p1-c", ""),
        ("https://a.uk", ""),
    ],
)
def test_links_to_other_papers_say_so(to: str, told: str) -> None:
    """A link to another paper is told from one of the same words that leads to the site."""
    link = in_pack(article('<a href="x">b</a>'), "p1", lambda _: Way(to)).first("a")
    assert link is not None
    assert link.attributes.get("aria-label", "") == told


def test_workings_of_every_figure_of_a_target_go() -> None:
    """What a report quotes keeps its working; those of all figures of a target stay on the site."""
    workings = '<details class="csp-workings">w</details>'
    html = f'<section class="csp-evidence">{workings}<p>a</p></section><div>{workings}</div>'
    assert on_paper(article(html)).html == (
        f'<article><section class="csp-evidence"><p>a</p></section><div>{workings}</div></article>'
    )


@pytest.mark.parametrize("letters, told", [(1700, "csp-update"), (1701, "csp-update csp-long")])
def test_long_boxes_may_be_cut(letters: int, told: str) -> None:
    """A box whose words fill more than half a sheet says so: the next sheet has the rest of it."""
    made = in_pack(article(f'<div class="csp-update"><p>{"x" * letters}</p></div>'), "p1", Way)
    box = made.first("div")
    assert box is not None
    assert box.attributes["class"] == told


def test_words_in_place_of_a_form() -> None:
    """Where a link to a form is left out, its place says what paper says there."""
    html = '<li data-paper="The report of A"><a class="csp-form__write" href="update/">Write</a></li>'
    assert in_pack(on_paper(article(html)), "p1", Way).html == "<article><li>The report of A</li></article>"


def test_headings_and_ids() -> None:
    """Headings come with level, words and id, in order."""
    found = article('<h1>A</h1><div><h3 id="b">B <b>c</b></h3></div>')
    assert [*headings(found)] == [Heading(1, "A", ""), Heading(3, "B c", "b")]
    assert ids(found) == {"b"}
