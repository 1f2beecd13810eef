"""The beginning of a passage: its first paragraph, or as many sentences as there is room for."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from cspsite.pages.brief import Brief, brief

#: 90 characters: with a space between them three make 272, and four 363, which is more than 280.
_SENTENCE = "The supplier of the locks has promised to bring the delivery forward by two or more weeks."


@pytest.mark.parametrize(
    "html, text, is_whole",
    [
        ("", "", True),
        ("<p>Fit locks.</p>\n", "Fit locks.", True),
        ("<p>Fit locks.</p>\n<p>Fit lights.</p>\n", "Fit locks.", False),
        ("<ul>\n<li>Fit locks.</li>\n<li>Fit lights.</li>\n</ul>\n", "Fit locks.", False),
        # a figure is its words and markers, and what was escaped is the sign itself, to be escaped again
        (
            '<p>A fall of <a href="#w" title="3 &gt; 2">3%</a> <abbr>[e]</abbr> &lt;b&gt;</p>',
            "A fall of 3% [e] <b>",
            True,
        ),
        (f"<p>{' '.join([_SENTENCE] * 3)}</p>", " ".join([_SENTENCE] * 3), True),
        (f"<p>{' '.join([_SENTENCE] * 4)}</p>", " ".join([_SENTENCE] * 3), False),
        # an abbreviation ends no sentence, nor does a point within a number
        (
            f"<p>{_SENTENCE} Then Insp. Vitiello and St. Mary’s will, e.g. By 3.5 weeks, {'go on ' * 40}.</p>",
            _SENTENCE,
            False,
        ),
        # without a sentence the cut is at a word: 46 words with their spaces are 275 characters, 47 would be 281
        (f"<p>{'locks ' * 80}</p>", f"{('locks ' * 46).strip()} …", False),
        (f"<p>{'x' * 300}</p>", f"{'x' * 280} …", False),
    ],
)
def test_beginning(html: str, text: str, is_whole: bool) -> None:
    """A short paragraph is whole; a long one ends after a sentence, else at a word; what follows is only told of."""
    assert brief(Markup(html)) == Brief(text, is_whole)  # noqa: S704 - the table's own words
