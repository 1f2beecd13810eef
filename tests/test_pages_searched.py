"""What the search reads of a page."""

from __future__ import annotations

import pytest
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from cspsite.pages.searched import searched

#: HTML, and what the search's own reader makes of it.
CASES = [
    (
        "<dl><dt>By</dt><dd>31st March 2008</dd><dt>Downloads</dt><dd>CSV</dd></dl>",
        "By: 31st March 2008; Downloads: CSV",
    ),
    ("<dl><dt>Source</dt> <dd>The police.</dd><dt>Each</dt> <dd>month</dd></dl>", "Source: The police. Each: month"),
    ("<dl><dt>For:</dt><dd><a href='x'>Locks</a></dd><dd></dd></dl>", "For: Locks;"),
    (
        "<table><tr><th>Period</th><td>5 <b>[e]</b></td><td></td></tr><tr><th>May</th></tr></table>",
        "Period, 5 [e], May",
    ),
    (
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>",
        "A, B; 1, 2; 3",
    ),
    ("<dl><div><dt>A</dt> <dd>1</dd></div><div><dt>B</dt> <dd>2</dd></div>\n</dl>", "A: 1; B: 2"),
    ("<strong>Anytown</strong><br>Board<br/>meeting", "Anytown Board meeting"),
    ("<div>One<div>Two</div>Three</div>", "One Two Three"),
    ("<summary>Table</summary><caption>Counts</caption>", "Table Counts"),
    ("<p>One <em>word</em>s</p><ul><li>Two</li></ul>", "<p>One words</p><ul><li>Two</li></ul>"),
    ("<table><tr><td><code>a-b</code></td><td>error</td></tr></table>", "a-b, error"),
    ("<pre><code>a: 1\nb: 2</code></pre>", "<pre><code>a: 1 b: 2</code></pre>"),
    ("<p>Up</p><svg><text>Apr 2003</text><text>2004</text></svg><p>Down</p>", "<p>Up</p><p>Down</p>"),
]


@pytest.mark.parametrize("html, read", CASES)
def test_blocks_are_apart(html: str, read: str) -> None:
    """Terms, cells and lines are told apart by a sign or a space, words are left alone, drawings left out."""
    parser = Parser()
    parser.feed(searched(html))
    parser.close()
    assert (
        " ".join("".join(text for section in parser.data for text in section.text).split()).replace("> <", "><") == read
    )


def test_nothing_else_changes() -> None:
    """Nothing stands before the title, and attributes and running text are as they were."""
    html = '<h1 id="x">Locks</h1><p class="x" title="a &lt;td> b">if a &lt; b: <em>x</em></p>'
    assert searched(html) == '<h1 id="x">Locks</h1> <p class="x" title="a &lt;td> b">if a &lt; b: <em>x</em></p>'
