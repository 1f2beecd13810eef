"""What GitHub says of an issue that was opened, edited or labelled; all of it is somebody else's until it is read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from cspsite.errors import UsageError
from cspsite.issue.fields import LABEL, TITLE

#: How many bytes of an event are read: several times what the longest issue makes.
LONGEST_EVENT = 4_000_000
#: A name on GitHub; the underscore is that of accounts which an enterprise manages.
_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}(_[A-Za-z0-9]{1,16})?")

_Object = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Person:
    """An account on GitHub."""

    login: str
    id: int

    @property
    def email(self) -> str:
        """The address by which GitHub knows whose commit it is, and which tells nobody another one."""
        return f"{self.id}+{self.login}@users.noreply.github.com"

    @property
    def credit(self) -> str:
        """As git names an author."""
        return f"{self.login} <{self.email}>"


@dataclass(frozen=True, slots=True)
class Event:
    """An issue as it was when something happened to it: its text, who opened it, and who has just touched it."""

    number: int
    title: str
    body: str
    labels: tuple[str, ...]
    author: Person
    sender: Person

    @property
    def is_update(self) -> bool:
        """Whether its label or the beginning of its title says that it is an update."""
        return LABEL in self.labels or self.title.startswith(TITLE)


def read_event(content: bytes) -> Event:
    """The event of a file that GitHub has written; raises UsageError for anything else, and for bots."""
    if len(content) > LONGEST_EVENT:
        raise UsageError(f"the event is longer than {LONGEST_EVENT:,} bytes, which no event of an issue is")
    try:
        event: object = json.loads(content)
    except (ValueError, RecursionError):
        raise UsageError("the event cannot be read: it is not JSON as GitHub writes it") from None
    issue = _object(event, "issue")
    if "pull_request" in issue:
        raise UsageError("the event is about a pull request, not about an issue")
    number = issue.get("number")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise UsageError("the event cannot be read: its issue has no number")
    labels = issue.get("labels")
    names = [label.get("name") for label in labels if isinstance(label, dict)] if isinstance(labels, list) else []
    return Event(
        number,
        _text(issue.get("title")),
        _text(issue.get("body")),
        tuple(name for name in names if isinstance(name, str)),
        _person(_object(issue, "user")),
        _person(_object(event, "sender")),
    )


def _object(value: object, name: str) -> _Object:
    found = value.get(name) if isinstance(value, dict) else None
    if not isinstance(found, dict):
        raise UsageError(f"the event cannot be read: it has no {name}")
    return found


def _text(value: object) -> str:
    """A text that can be written to a file; nothing for what is no text, as where GitHub has none."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def _person(user: _Object) -> Person:
    login, id = user.get("login"), user.get("id")
    if user.get("type") == "Bot" or (isinstance(login, str) and login.endswith("[bot]")):
        raise UsageError("the issue is a program's, not a person's: nobody could be credited with the report")
    if not isinstance(login, str) or not _LOGIN.fullmatch(login):
        raise UsageError("the event cannot be read: it names no account as GitHub has them")
    if not isinstance(id, int) or isinstance(id, bool) or id < 1:
        raise UsageError("the event cannot be read: an account in it has no number")
    return Person(login, id)
