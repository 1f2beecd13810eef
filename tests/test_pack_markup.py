"""The tree of a built page: what is read is written again, and nothing in it gets out of its place."""

from __future__ import annotations

import pytest

from cspsite.pack.markup import read
from tests.hostile import TEXT


@pytest.mark.parametrize(
    "html, written",
    [
        ('<p class="a">b <em>c</em></p>', '<p class="a">b <em>c</em></p>'),
        ("<p>a<br>b</p>", "<p>a<br>b</p>"),
        ("<p>&lt;b&gt; &amp; &#58;</p>", "<p>&lt;b&gt; &amp; :</p>"),
        ('<a title="&quot;x&quot;">y</a>', '<a title="&#34;x&#34;">y</a>'),
        ('<svg viewBox="0 0 1 1"><path d="M0"/></svg>', '<svg viewbox="0 0 1 1"><path d="M0"></path></svg>'),
        ("<details hidden><p>a", '<details hidden=""><p>a</p></details>'),
        ("a</p>b", "ab"),
        ("<P CLASS=a title='b &amp; c'>d</P>", '<p class="a" title="b &amp; c">d</p>'),
        ('<p title="a > b">1 < 2</p>', '<p title="a &gt; b">1 &lt; 2</p>'),
        ("<!doctype html><!-- <p> --><p>a</p>", "<p>a</p>"),
        ('<script>if (a < b) "</p>"</script><p>c</p>', "<script>if (a &lt; b) &#34;&lt;/p&gt;&#34;</script><p>c</p>"),
    ],
)
def test_written_as_read(html: str, written: str) -> None:
    """Elements, attributes and text come out as they went in; what was left open is closed."""
    assert "".join(child if isinstance(child, str) else child.html for child in read(html).children) == written


def test_text_stays_text() -> None:
    """A text that tries to be an element, or to end an attribute, is escaped when it is written."""
    element = read("<p></p>").first("p")
    assert element is not None
    element.children.append(TEXT)
    element.attributes["title"] = TEXT
    again = read(element.html).first("p")
    assert again is not None
    assert (again.children, again.attributes) == ([TEXT], {"title": TEXT})


def test_text_is_one_line() -> None:
    """Blocks are told apart by a space, and words within a line stay together."""
    assert read("<h2>A\n b<i>c</i></h2><p>d</p><script>e</script>").text == "A bc d"
