"""Issues as GitHub makes them of a form: somebody fills in boxes, and an event tells of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import yaml

from cspsite.issue.blank import blank
from cspsite.issue.template import template
from cspsite.load import Loaded, load
from tests.builders import GROUP, MINIMAL, PARTNERSHIP, Files, edited, tree

#: The minimal partnership with a second meeting, to which nobody has reported.
NEXT: Mapping[str, str] = edited(
    PARTNERSHIP,
    "data_to: 2006-07}\n",
    "data_to: 2006-07}\n  - {date: 2006-11-13, data_to: 2006-07, papers_due: 2006-11-06}\n",
)
#: A second action, for no target.
TWO: Mapping[str, str] = {GROUP: MINIMAL[GROUP] + "  - id: talks\n    title: Talk in schools (all)\n"}
PATH = "groups/homes/reports/2006-11-13.md"
MEETING = "13 November 2006 (2006-11-13)"


def loaded(*changes: Files) -> Loaded:
    """Return the partnership with a second meeting and changes, as the loader makes it."""
    return load(tree(NEXT, *changes))


def form(*changes: Files) -> dict[str, Any]:
    """Return the form of the tests' group, as YAML is read."""
    found = loaded(*changes)
    assert found.data is not None
    made = blank(found.data, {*found.texts, *found.broken}, "homes")
    assert made is not None
    content: dict[str, Any] = yaml.safe_load(template(made))
    return content


def boxes(form: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what can be filled in of a form."""
    return [field for field in form["body"] if field["type"] != "markdown"]


def body(given: Mapping[str, str], *changes: Files) -> str:
    """Return the text that GitHub makes of a form with these boxes filled in, by their ids; the meeting is chosen."""
    filled = {"meeting": MEETING, **given}
    fields = boxes(form(*changes))
    assert set(filled) <= {field["id"] for field in fields}
    parts = [f"### {field['attributes']['label']}\n\n{filled.get(field['id']) or '_No response_'}" for field in fields]
    return "\n\n".join(parts)


def event(body: str | None, **more: object) -> dict[str, Any]:
    """Return what GitHub tells of an issue of that text, with more said of it."""
    person = {"login": "ada-example", "id": 4711, "type": "User"}
    issue = {
        "number": 12,
        "title": "Update: Safer Homes",
        "body": body,
        "labels": [{"name": "update"}],
        "user": person,
        "author_association": "COLLABORATOR",
    }
    return {"action": "opened", "issue": issue | more, "sender": more.get("sender", person)}


def event_file(body: str | None, **more: object) -> bytes:
    """Return the file of an event."""
    return json.dumps(event(body, **more)).encode()
