"""What a browser tells a screen reader: the parts of the home page and of a report, by role and name, in order."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

REPORT = "groups/keeping-our-eyes-open/reports/2006-09-11/"
#: The pictures of the page's own that can be seen: those in a link or button are named by it.
PICTURES = """all => all.filter((one) => one.checkVisibility() && !one.closest('a, button, label'))
  .map((one) => one.outerHTML)"""
SHAPES = re.compile("[■▲●○◇]")


def told(page: Page) -> list[tuple[str, str]]:
    """Return the role and name of each part of the page that is not silent, in the order in which it is read."""
    devtools = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = devtools.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    found: list[tuple[str, str]] = []

    def walk(node: dict[str, Any]) -> None:
        if not node["ignored"]:
            found.append((node["role"]["value"], " ".join(node.get("name", {}).get("value", "").split())))
        for child in node.get("childIds", []):
            walk(by_id[child])

    walk(nodes[0])
    return found


def test_home(phone: Page) -> None:
    """On a phone, where rows are cards, the tables of the home page are tables, with heads of columns and of rows."""
    phone.goto("")
    parts = told(phone)
    roles = [role for role, _ in parts]
    assert roles.count("table") == phone.locator("article table").count() > 0
    assert roles.count("rowheader") == phone.locator("article tbody tr").count() > 0
    assert roles.count("columnheader") == phone.locator("article thead th").count() > 0
    assert ("heading", "Milton Keynes Community Safety Partnership") in parts
    # arrows are told in words
    assert {"worse", "no clear change"} <= {name for _, name in parts}
    # no picture is heard without a name: a small trend is silent, as the figures beside it say more
    content = phone.locator("article svg:not([aria-hidden])").evaluate_all(PICTURES)
    assert [one for one in content if "aria-label" not in one and "<title" not in one] == []


def test_statuses_are_words(phone: Page) -> None:
    """A status is read as its word alone: no shape is read, on the home page and in a report."""
    for path in ("", REPORT):
        phone.goto(path)
        names = [name for role, name in told(phone) if role in ("StaticText", "cell", "gridcell", "rowheader", "link")]
        assert [name for name in names if SHAPES.search(name)] == []
        assert {"Red", "Amber", "Green"} <= set(names)


def test_report(desktop: Page) -> None:
    """A report is read as it is laid out: its parts as headings in order, its charts as pictures that are named."""
    desktop.goto(REPORT)
    parts = told(desktop)
    heads = [name for role, name in parts if role == "heading"]
    assert heads[:4] == [
        "Keeping Our Eyes Open: report of 11 September 2006",
        "Best achievements and most challenging barriers",
        "Progress towards agreed actions",
        "Tactical Tasking Group: domestic burglary",
    ]
    assert heads.index("Other issues that may impact on future delivery") < heads.index("Increase in recorded crime")
    charts = [name for role, name in parts if role in ("image", "img") and "burglary" in name.lower()]
    assert charts
    assert all(len(name.split()) > 3 for name in charts)
    regions = [name for role, name in parts if role == "region"]
    assert (
        "Figures for the target: Reduce domestic burglary by 15% per thousand households by 31st March 2008" in regions
    )
    names = {name for role, name in parts if role in ("link", "button")}
    assert "" not in names
    assert "¶" not in {name for _, name in parts}
    place = next(i for i, part in enumerate(parts) if part[0] == "main")
    assert [role for role, _ in parts[:place]].count("banner") == 1
    assert parts[-1][0] != "main"
    assert any(role == "contentinfo" for role, _ in parts[place:])


def test_what_is_done_is_said(desktop: Page) -> None:
    """Copying a code, and saving and checking an update, are said to a screen reader: the places were there before."""
    desktop.goto("indicators/domestic-burglary/")
    announcer = desktop.locator(".csp-announcer[role=status]")
    assert announcer.count() == 1
    assert announcer.inner_text() == ""
    desktop.locator(".csp-copy").first.click()
    desktop.wait_for_function("() => document.querySelector('.csp-announcer').textContent !== ''")
    desktop.goto("groups/keeping-our-eyes-open/update/")
    for css in (".csp-write__tally", ".csp-write__saved", ".csp-write__sent"):
        assert desktop.locator(css).get_attribute("role") == "status", css
    assert desktop.locator(".csp-write__problem").get_attribute("role") == "alert"
