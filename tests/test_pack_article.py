"""An article on paper: what is for a screen goes, what is folded opens, ids and links become the pack's."""

from __future__ import annotations

import pytest

from cspsite.pack.article import Heading, headings, ids, in_pack, on_paper
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
    made = in_pack(article(html), "p2", {"#c": "#p2-c", "z/": ""}.get)  # type: ignore[arg-type]
    assert made.html == (
        '<article><svg id="p2-c" aria-labelledby="p2-t p2-d"><title id="p2-t">x</title>'
        '<g clip-path="url(#p2-k)"></g></svg><a href="#p2-c">y</a><span>z</span><span>w</span>'
        '<td headers="p2-a p2-b"></td></article>'
    )


def test_what_is_folded_opens() -> None:
    """Workings stand open, and nothing is left for a script, a keyboard or a pointer."""
    html = '<details><p tabindex="0" data-x="1" data-paper="b" onclick="hit()">a</p></details>'
    assert in_pack(article(html), "p1", lambda link: link).html == (
        '<article><details open=""><p data-paper="b">a</p></details></article>'
    )


def test_headings_and_ids() -> None:
    """Headings come with level, words and id, in order."""
    found = article('<h1>A</h1><div><h3 id="b">B <b>c</b></h3></div>')
    assert [*headings(found)] == [Heading(1, "A", ""), Heading(3, "B c", "b")]
    assert ids(found) == {"b"}
