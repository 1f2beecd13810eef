"""What GitHub tells of an issue, and what only looks so."""

from __future__ import annotations

import json

import pytest

from cspsite.errors import UsageError
from cspsite.issue.event import Person, read_event
from tests.issues import event, event_file


def test_an_event() -> None:
    """The issue's number, text and labels, who opened it, and who has just touched it."""
    other = {"login": "Chair_acme", "id": 5, "type": "User"}
    found = read_event(event_file("Text\r\n", sender=other))
    assert (found.number, found.title, found.body, found.labels) == (12, "Update: Safer Homes", "Text\r\n", ("update",))
    assert (found.author, found.sender) == (Person("ada-example", 4711), Person("Chair_acme", 5))
    assert found.author.credit == "ada-example <4711+ada-example@users.noreply.github.com>"


@pytest.mark.parametrize(
    "labels,title,is_update",
    [
        (["update"], "My report", True),
        ([], "Update: Safer Homes", True),
        (["bug"], "Updates are slow", False),
        ([], "Re: Update: Safer Homes", False),
    ],
)
def test_an_update_is_known_by_its_label_or_title(labels: list[str], title: str, is_update: bool) -> None:
    """Either is enough, as a label that the repository does not have is not given, and a title can be changed."""
    content = event_file("x", labels=[{"name": name} for name in labels], title=title)
    assert read_event(content).is_update == is_update


@pytest.mark.parametrize("body", [None, 7, ["x"]])
def test_an_issue_without_text_has_an_empty_one(body: object) -> None:
    """GitHub says null where nothing was written."""
    assert read_event(json.dumps(event(None) | {"issue": event(None)["issue"] | {"body": body}}).encode()).body == ""


def test_half_a_sign_cannot_reach_a_file() -> None:
    """A text that no file could hold is mended as it is read."""
    assert (
        read_event(b'{"issue":{"number":1,"body":"a\\ud800b","user":' + _ADA + b'},"sender":' + _ADA + b"}").body
        == "a?b"
    )


_ADA = json.dumps(event(None)["sender"]).encode()


def _but(**more: object) -> bytes:
    """Return an event whose author has other facts."""
    return event_file("x", user={"login": "ada", "id": 1, "type": "User"} | more)


@pytest.mark.parametrize(
    "content,message",
    [
        (b"", "the event cannot be read: it is not JSON as GitHub writes it"),
        (b"{", "the event cannot be read: it is not JSON as GitHub writes it"),
        (b"\xff\xfe\x00", "the event cannot be read: it is not JSON as GitHub writes it"),
        (b"[" * 100_000, "the event cannot be read: it is not JSON as GitHub writes it"),
        (b"[]", "the event cannot be read: it has no issue"),
        (b'{"issue": []}', "the event cannot be read: it has no issue"),
        (b'{"issue": {"number": "1; rm"}}', "the event cannot be read: its issue has no number"),
        (b'{"issue": {"number": true}}', "the event cannot be read: its issue has no number"),
        (b'{"issue": {"number": -1}}', "the event cannot be read: its issue has no number"),
        (b'{"issue": {"number": 1}}', "the event cannot be read: it has no user"),
        (event_file("x", pull_request={}), "the event is about a pull request, not about an issue"),
        (
            _but(type="Bot"),
            "the issue is a program's, not a person's: nobody could be credited with the report",
        ),
        (
            _but(login="dependabot[bot]"),
            "the issue is a program's, not a person's: nobody could be credited with the report",
        ),
        (_but(login="ada <x@y>"), "the event cannot be read: it names no account as GitHub has them"),
        (_but(login="ada\nCo-authored-by: x"), "the event cannot be read: it names no account as GitHub has them"),
        (_but(login="-ada"), "the event cannot be read: it names no account as GitHub has them"),
        (_but(login=None), "the event cannot be read: it names no account as GitHub has them"),
        (_but(id=0), "the event cannot be read: an account in it has no number"),
        (_but(id="1+x"), "the event cannot be read: an account in it has no number"),
        (b" " * 4_000_001, "the event is longer than 4,000,000 bytes, which no event of an issue is"),
    ],
)
def test_what_is_no_event(content: bytes, message: str) -> None:
    """Anything but a person's issue is refused in a sentence."""
    with pytest.raises(UsageError) as error:
        read_event(content)
    assert str(error.value) == message
