"""What becomes of an issue: the pull request to make of it, and what is said below it; as JSON for the workflow."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from cspsite import plain_findings
from cspsite.findings import blocking
from cspsite.issue.event import Event, Person
from cspsite.issue.sent import Remark, Sent
from cspsite.markdown_text import plain
from cspsite.print_changes import as_markdown
from cspsite.proposal import Proposal
from cspsite.words import day_words

#: How much is said of remarks, and how much of what was kept stands below one; the whole stands in the issue.
_REMARKS, _KEPT = 4_000, 1_000
_EDIT = "To change something, edit the issue: the pull request follows."


@dataclass(frozen=True, slots=True)
class Author:
    """Whom git names as the author of the report."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A branch with the report's file, and the pull request for it.

    `path` is the file's in the repository. `alike` is how branches of other issues with the same report begin.
    """

    branch: str
    alike: str
    path: str
    text: str
    message: str
    author: Author
    title: str
    body: str
    draft: bool
    changes: str


@dataclass(frozen=True, slots=True)
class Result:
    """What to say below the issue, and the pull request to make; None where the issue cannot be used."""

    issue: int
    answer: str
    pull_request: PullRequest | None = None


def refused(event: Event, reason: str) -> Result:
    """An issue that no report can be made of, with the reason for its sender."""
    sentence = reason[:1].upper() + reason[1:]
    return Result(event.number, f"**No report could be made of this issue.**\n\n{plain(sentence)}.")


def proposed(event: Event, sent: Sent, proposal: Proposal, address: str = "") -> Result:
    """The pull request for a report. `address` is the repository's on the web; without it no line is linked to."""
    group, day = sent.report.group, sent.meeting.date
    alike = f"update-{group}-{day}-issue-"
    branch, folder = f"{alike}{event.number}", proposal.new.folder
    title = f"{' '.join(sent.group.name.split())}: report to the meeting of {day_words(day)}"
    version = plain_findings.Version(proposal.new.loaded, folder, f"{address}/blob/{branch}" if address else "")
    told = plain_findings.as_markdown(proposal.findings, version)
    return Result(
        event.number,
        "\n\n".join([*_remarks(sent.remarks), told, _EDIT]),
        PullRequest(
            branch=branch,
            alike=alike,
            path=f"{folder}/{proposal.path}",
            text=proposal.text,
            message=f"{title}\n\nSent in with issue #{event.number}.\n\n{_trailers(event)}",
            author=Author(event.author.login, event.author.email),
            title=title,
            body=_body(event, title),
            draft=is_doubtful(sent, proposal),
            changes=as_markdown(proposal.review),
        ),
    )


def is_doubtful(sent: Sent, proposal: Proposal) -> bool:
    """Whether a reviewer cannot merge the report as it is: for an error, or for what was not surely understood."""
    return blocking(proposal.findings) or any(remark.doubtful for remark in sent.remarks)


def _trailers(event: Event) -> str:
    """The lines by which the branch is known as the issue's own, and who else is credited."""
    others: list[Person] = [event.sender] if event.sender.id != event.author.id else []
    return "\n".join([f"Issue: #{event.number}", *(f"Co-authored-by: {other.credit}" for other in others)])


def _body(event: Event, title: str) -> str:
    return (
        f"{plain(title)}, as `{event.author.login}` sent it in with #{event.number}.\n\n"
        "What the checks say of it and what it changes stand in the comments below. "
        f"An edit of the issue changes this branch, until somebody else does.\n\nCloses #{event.number}."
    )


def _remarks(remarks: Sequence[Remark]) -> Iterator[str]:
    """What is odd about the form, each remark with the words that were kept."""
    if not remarks:
        return
    rows, room = ["## About the form", ""], _REMARKS
    for i, remark in enumerate(remarks):
        row = "\n".join([f"- {plain(remark.words)}", *_kept(remark.kept)])
        room -= len(row)
        if room < 0:
            rows.append(f"- There are {len(remarks) - i} more remarks: compare the report with the issue.")
            break
        rows.append(row)
    yield "\n".join(rows)


def _kept(words: str) -> Iterator[str]:
    """Words as they are, in a block that nothing in them can end."""
    if not words:
        return
    shown = words if len(words) <= _KEPT else f"{words[:_KEPT]} … (the whole stands in the issue)"
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * max(3, longest + 1)
    yield from ("", f"  {fence}text", *(f"  {row}" for row in shown.splitlines()), f"  {fence}")


def as_json(result: Result) -> str:
    """One line of plain ASCII, whatever stands in the issue."""
    return json.dumps(asdict(result))
