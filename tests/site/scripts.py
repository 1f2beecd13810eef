"""The form's scripts in a browser, without their page: what they make of a report, to compare with Python."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from playwright.sync_api import Browser, Page

from cspsite.model import Report
from cspsite.pages import addresses, site_of
from cspsite.pages.form_data import FormData, form_data, next_reports
from cspsite.publication import read
from cspsite.tree import Tree
from tests.builders import TODAY


def next_form(tree: Tree) -> FormData:
    """Return the data of the minimal partnership's form for its next report."""
    site = site_of(read(tree, TODAY))
    report = next_reports(site, "homes")[0]
    return form_data(site, report)


def loaded(browser: Browser, form: FormData) -> Page:
    """Return a blank page with the form's scripts, and `form` as its data."""
    page = browser.new_page()
    for address in addresses.FORM_SCRIPTS:
        name = address.rpartition("/")[2]
        page.add_script_tag(content=(files("cspsite.pages") / "assets" / name).read_text("utf-8"))
    page.evaluate(
        """(text) => {
            window.form = JSON.parse(text);
            window.writer = cspsite.writer(form.rules, form.plans_for);
            window.tokens = cspsite.tokens(form.rules, form.figures);
            window.checker = cspsite.checker(form, writer, tokens);
        }""",
        form.as_json(),
    )
    return page


def run(page: Page, function: str, values: Sequence[object]) -> list[Any]:
    """Return what a function of JavaScript makes of each value; as JSON, which keeps even halves of signs."""
    made = page.evaluate(f"(text) => JSON.stringify(JSON.parse(text).map({function}))", json.dumps(list(values)))
    found: list[Any] = json.loads(made)
    return found


def as_typed(report: Report) -> dict[str, object]:
    """Return a report as the form's script collects it."""
    found = report.model_dump(exclude={"group", "meeting", "illustrative"}) | {"data_to": str(report.data_to)}
    for issue in found["other_issues"]:
        issue["recipient"] = issue["recipient"] or ""
    return found | {"prepared_by": {name: value or "" for name, value in found["prepared_by"].items()}}
