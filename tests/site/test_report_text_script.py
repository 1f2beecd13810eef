"""The form's script writes a report byte for byte as Python does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from cspsite.box_text import box_text, line_text
from cspsite.model import OtherIssue, PreparedBy, Report, Update
from cspsite.periods import Month
from cspsite.report_text import report_text
from tests import builders
from tests.site.scripts import as_typed, loaded, next_form, run
from tests.typed_reports import MEETING, SIGNS, typed_reports

pytestmark = pytest.mark.browser

_PLANS = "next two months"
#: Texts that a box, Markdown, YAML, Python or JavaScript might each make something else of.
NASTY = [
    *(
        "",
        " ",
        "\n",
        "a",
        "a\r\nb\rc",
        "a\u2028b\u2029c\x85d\x0be\x0cf",
        "\u00a0a\u00a0",
        "a\u200bb\ufeffc",
        "a\x1cb\x1fc",
    ),
    *(
        "# a",
        "####### a",
        "#a",
        "   ## a",
        "    ## a",
        "a\n---",
        "a\n - -",
        "a\n===",
        "---",
        "- - -",
        "a\n\n---",
        "* * *",
    ),
    *(
        "```",
        "~~~ a",
        "> ```",
        "- ```",
        "1. ~~~",
        "`a`",
        "<b>",
        "<!-- a -->",
        "<!--",
        "a-->b",
        "</script>",
        "<?php",
        "a < b",
    ),
    *(
        "<<<<<<< a",
        "=======",
        ">>>>>>>",
        "||||||| a",
        "<<<<<<<a",
        "- a\n  - b\n\n    c",
        "1. a\n2. b",
        "a  \nb",
        "\ta\tb",
    ),
    *(
        "TBC",
        "n/a.",
        "- –",
        "…",
        "...",
        "**TBC**",
        "1) tba",
        "- \n- ",
        "?\n?",
        "yes",
        "No",
        "null",
        "~",
        "true",
        "on",
        "Y",
    ),
    *(
        "1",
        "1e3",
        "010",
        "12:30",
        "2006-09-11",
        ".5",
        "a: b",
        "a #b",
        "- a",
        "[a]",
        "{a}",
        "{a: b}",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
    ),
    *(
        "%a",
        "@a",
        "`a",
        "'a'",
        '"a"',
        'a"b',
        "a\\b",
        "\\",
        "a,b",
        "a{b",
        "A/B & C (D) - E.F's",
        "O'Neil",
        "a  b",
        "é",
        "a é",
    ),
    *(
        "😀",
        "a😀b",
        "\U0001f468\u200d\U0001f469",
        "\ud83d",
        "\udc00a",
        "\ud83d\u200b\ude00",
        "e\u0301",
        "İ",
        "ſ",
        "\x7f",
        "\x00",
    ),
    *(
        "{{ a.b }}",
        "{{",
        "}}",
        "{#a}",
        "a {#b.c}",
        "a {#b} ##",
        "a #",
        "a ##  ",
        "##",
        "#",
        "C#",
        "**For:** a",
        "**Status:** Red",
    ),
    *(
        "a\n\n\n\nb",
        "a\n   \nb",
        "  a\n b",
        "a\n```\nb\n```",
        "\\# a",
        "\\\\",
        "a\n=",
        "a\n-",
        "-",
        "=",
        "a\n  ----  ",
        "\n\na\n\n",
    ),
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Return a page with the form's scripts, for the minimal partnership's next meeting."""
    meetings = builders.edited(
        builders.PARTNERSHIP, "data_to: 2006-07}\n", "data_to: 2006-07}\n  - {date: 2006-11-13, data_to: 2006-09}\n"
    )
    form = next_form(builders.tree(meetings))
    made = loaded(browser, form)
    yield made
    made.close()


def _as_written(page: Page, reports: list[Report]) -> list[str]:
    """Return each report's file as the script writes it."""
    return run(page, "(report) => writer.write(report).text", [as_typed(one) for one in reports])


def test_boxes_hold_the_same(page: Page) -> None:
    """A box of several lines, and one of one line, keep of every nasty text what Python keeps."""
    every = [*NASTY, *(f"{one}\n{other}" for one in NASTY for other in NASTY)]
    assert run(page, "(typed) => writer.boxText(typed)", every) == [box_text(one) for one in every]
    assert run(page, "(typed) => writer.lineText(typed)", every) == [line_text(one) for one in every]


def test_every_sign_is_kept_the_same(page: Page) -> None:
    """Each sign of the lower planes, by itself, between words and at the beginning of a line, is kept as by Python."""
    signs = [chr(n) for n in range(0x3100)] + [chr(n) for n in range(0xD7F0, 0x10000, 7)]
    every = [text for sign in signs for text in (sign, f"a{sign}b", f"a\n{sign} b")]
    assert run(page, "(typed) => writer.boxText(typed)", every) == [box_text(one) for one in every]
    assert run(page, "(typed) => writer.lineText(typed)", every) == [line_text(one) for one in every]


def _report(text: str) -> Report:
    """Return a report with a text in each of its boxes."""
    facts = Report(data_to=Month.parse("2006-07"), classification="OFFICIAL", group="homes", meeting=MEETING)
    # records as they are before anybody looks at them: not every text may be a name
    return facts.model_copy(
        update={
            "classification": text,
            "prepared_by": PreparedBy().model_copy(update={"name": text, "role": text, "organisation": text}),
            "achievements": (text, "a", text),
            "barriers": (text,),
            "updates": (
                _update("locks", "burglary").model_copy(update={"heading": text, "progress": text, "plans": text}),
                _update("doors", None).model_copy(update={"status": "Red", "remedial_action": text}),
            ),
            "other_issues": (_issue(text), _issue(text).model_copy(update={"title": "", "recipient": None})),
        }
    )


def _update(action: str, target: str | None) -> Update:
    return Update(action=action, target=target, heading=action)


def _issue(text: str) -> OtherIssue:
    return OtherIssue(title="").model_copy(update={"title": text, "recipient": text, "text": text})


def test_nasty_texts_are_written_the_same(page: Page) -> None:
    """A report with a nasty text in every box is the same file, byte for byte."""
    reports = [_report(text) for text in NASTY]
    wanted = [report_text(one, _PLANS) for one in reports]
    found = _as_written(page, reports)
    assert [one.encode() for one in found] == [one.encode() for one in wanted]


@settings(max_examples=60, deadline=None)
@given(st.lists(typed_reports.map(lambda one: one.model_copy(update={"illustrative": None})), min_size=1, max_size=30))
def test_whatever_is_typed_is_written_the_same(page: Page, reports: list[Report]) -> None:
    """Whatever anybody types, the file is the same, byte for byte."""
    assert _as_written(page, reports) == [report_text(one, _PLANS) for one in reports]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.sampled_from(SIGNS + "\x1c\x85\u2003\u200b"), max_size=40), min_size=1, max_size=60))
def test_whatever_is_typed_is_kept_the_same(page: Page, texts: list[str]) -> None:
    """Whatever anybody types into a box is kept as Python keeps it."""
    assert run(page, "(typed) => writer.boxText(typed)", texts) == [box_text(one) for one in texts]
