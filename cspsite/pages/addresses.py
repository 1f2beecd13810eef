"""Where each page and download stands in the site; addresses are stable, so people may link to them."""

from __future__ import annotations

from datetime import date

HOME = ""
MEETINGS = "meetings/"
GROUPS = "groups/"
INDICATORS = "indicators/"
DATA = "data/"
GLOSSARY = "glossary/"
ACCESSIBILITY = "accessibility/"
MEETINGS_FEED = "feeds/meetings.xml"
CHANGES_FEED = "feeds/changes.xml"
STYLE = "assets/cspsite.css"
PRINT_STYLE = "assets/print.css"
PAPERS_STYLE = "assets/papers.css"
SCRIPT = "assets/cspsite.js"
PLOTLY = "assets/plotly.min.js"
SCHEMAS = "schemas/"
PACKAGE = f"{DATA}datapackage.json"
ARCHIVE = f"{DATA}datapackage.zip"
#: The script of the web form, in the order in which its files are read.
FORM_SCRIPTS = tuple(
    f"assets/{name}.js"
    for name in (
        "report_text",
        "report_tokens",
        "report_comparisons",
        "report_remedy",
        "report_checks",
        "report_preview",
        "update_draft",
        "update_fields",
        "update_findings",
        "update_keeping",
        "update_send",
        "update_form",
    )
)


def meeting(day: date) -> str:
    """A meeting's page."""
    return f"{MEETINGS}{day.isoformat()}/"


def changes(day: date) -> str:
    """What changed from the meeting before to that one."""
    return f"{meeting(day)}changes/"


def papers(day: date) -> str:
    """All papers of a meeting."""
    return f"{meeting(day)}papers/"


def group(id: str) -> str:
    """A delivery group's page."""
    return f"{GROUPS}{id}/"


def update(group_id: str, day: date | None = None) -> str:
    """The form for a group's next report; with a day, the form for a later meeting."""
    form = f"{group(group_id)}update/"
    return f"{form}{day.isoformat()}/" if day else form


def target(group_id: str, id: str) -> str:
    """A target's part of its group's page."""
    return f"{group(group_id)}#target-{id}"


def target_history(group_id: str, id: str) -> str:
    """A target's page, which tells of it at every meeting."""
    return f"{group(group_id)}targets/{id}/"


def action(group_id: str, id: str) -> str:
    """An action's page, which tells of it at every meeting."""
    return f"{group(group_id)}actions/{id}/"


def report(group_id: str, day: date) -> str:
    """A report's page."""
    return f"{GROUPS}{group_id}/reports/{day.isoformat()}/"


def indicator(id: str) -> str:
    """An indicator's page."""
    return f"{INDICATORS}{id}/"


def download(id: str, ending: str) -> str:
    """An indicator's download, `ending` being csv or json."""
    return f"{INDICATORS}{id}/{id}.{ending}"


def chart(indicator_id: str, name: str) -> str:
    """The files of a chart on an indicator's page, without their ending: `trend`, `control`, `years`, `target-…`."""
    return f"{INDICATORS}{indicator_id}/charts/{name}"


def report_chart(group_id: str, day: date, target_id: str) -> str:
    """The files of a target's chart in a report, without their ending."""
    return f"{report(group_id, day)}charts/{target_id}"


def denominator_download(id: str, ending: str) -> str:
    """A denominator's download."""
    return f"{DATA}denominators/{id}.{ending}"


def table(name: str, ending: str) -> str:
    """A table of all data, `ending` being csv or json."""
    return f"{DATA}{name}.{ending}"


def report_document(group_id: str, day: date) -> str:
    """A report as a JSON document."""
    return f"{report(group_id, day)}report.json"
