"""A review as Markdown for a pull request, as text for a terminal, and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby

from cspsite.changes.change import Change, FieldChange, Rank, label
from cspsite.changes.kinds import WordingChanged
from cspsite.changes.restated import Move, Moving
from cspsite.changes.wording import Piece, marked
from cspsite.charts.sentence import raised
from cspsite.findings import Finding
from cspsite.markdown_text import LONGEST, plain
from cspsite.review import Review

#: What a reviewer reads first, and what is folded away; each with its heading.
HEADINGS: Mapping[Rank, str] = {
    Rank.STATUS: "Statuses",
    Rank.REDEFINED: "Redefined",
    Rank.VANISHED: "Vanished",
    Rank.RESTATED: "Figures restated",
    Rank.REPORTS: "Reports",
    Rank.GROUPS: "Groups, targets and actions",
    Rank.REST: "Counts, definitions and settings",
    Rank.WORDING: "Wording",
}
_FOLDED = (Rank.GROUPS, Rank.REST, Rank.WORDING)
#: How many changes of a rank, and findings, are shown unfolded; the whole stands below.
_SHOWN = 15


def as_markdown(review: Review) -> str:
    """A headline, what matters, the findings that are new or gone, and the whole in a folded section."""
    parts = [f"## {plain(review.headline)}"]
    if review.is_blocked:
        parts.append("**This version cannot be published: it has findings that are errors.**")
    ranked = _ranked(review.changes)
    parts += [_section(rank, ranked[rank], _SHOWN) for rank in ranked if rank not in _FOLDED]
    parts += [*_findings("New findings", review.added), *_findings("Findings resolved", review.resolved)]
    if review.changes:
        parts += [f"<details>\n<summary>All {len(review.changes)} changes</summary>"]
        parts += [*(_section(rank, ranked[rank]) for rank in ranked), "</details>"]
    return _cut("\n\n".join(parts))


def _ranked(changes: Sequence[Change]) -> dict[Rank, list[Change]]:
    return {rank: list(found) for rank, found in groupby(changes, key=lambda change: change.rank)}


def _section(rank: Rank, changes: Sequence[Change], most: int | None = None) -> str:
    rows = [row for change in changes[:most] for row in (f"- {_told(change)}", *_moves(change, most))]
    if most is not None and len(changes) > most:
        rows.append(f"- and {len(changes) - most} more, below")
    return "\n".join([f"### {HEADINGS[rank]}", "", *rows])


def _moves(change: Change, most: int | None) -> list[str]:
    """The published figures that move with a change of counts, as a list within the list."""
    moves = _of(change)
    rows = [f"    - {plain(move.words)}" for move in moves[:most]]
    return [*rows, f"    - and {len(moves) - most} more, below"] if most is not None and len(moves) > most else rows


def _of(change: Change) -> tuple[Move, ...]:
    return change.moves if isinstance(change, Moving) else ()


def pieces_of(change: Change) -> list[Piece]:
    """A text word by word; as wholes where little of it stays the same; nothing of what is no text."""
    if change.rank is not Rank.WORDING:
        return []
    sides = (Piece(change.old or "", "deleted"), Piece(change.new or "", "inserted"))
    wholes = [piece for piece in sides if piece.text]
    if not change.old or not change.new:
        return wholes if isinstance(change, WordingChanged) else []
    return marked(change.old, change.new) or wholes


def _told(change: Change) -> str:
    pieces = pieces_of(change)
    if not pieces:
        return plain(change.words)
    marks = {"deleted": "~~", "inserted": "**", "same": ""}
    told = "".join(_marked(plain(piece.text), marks[piece.sort]) for piece in pieces)
    return f"{plain(raised(what(change)))}: {told}"


def what(change: Change) -> str:
    """Which text it is, of which thing: `the progress of the action “Fit new locks”`."""
    own = f"{label(change.field)} of " if isinstance(change, FieldChange) else ""
    return f"{own}{change.subject.words}"


def _marked(text: str, mark: str) -> str:
    """Text between marks, which Markdown reads only where they touch it."""
    inner = text.strip()
    return text.replace(inner, f"{mark}{inner}{mark}") if inner and mark else text


def _findings(heading: str, findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        rows = [
            f"- {finding.severity}: {plain(finding.title)}, {plain(finding.place.path)} line "
            f"{finding.place.line}: {plain(finding.found)}. {plain(finding.to_do)}"
            for finding in findings[:_SHOWN]
        ]
        if len(findings) > _SHOWN:
            rows.append(f"- and {len(findings) - _SHOWN} more; `cspsite check` prints all")
        yield "\n".join([f"### {heading}: {len(findings)}", "", *rows])


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    kept = text[:LONGEST].rpartition("\n")[0]
    open_details = kept.count("<details>") > kept.count("</details>")
    return kept + "\n\n*Cut here; `cspsite changes` prints the rest.*" + ("\n\n</details>" if open_details else "")


def as_text(review: Review) -> str:
    """The headline, then every change in a line of its own under its heading, then the findings."""
    rows = [review.headline]
    for rank, changes in _ranked(review.changes).items():
        rows += ["", HEADINGS[rank].upper()]
        for change in changes:
            rows += [f"  {_in_brackets(change)}", *(f"    {move.words}" for move in _of(change))]
    for heading, findings in (("NEW FINDINGS", review.added), ("FINDINGS RESOLVED", review.resolved)):
        if findings:
            rows += ["", heading]
            rows += [
                f"  {one.place.path}:{one.place.line}: {one.severity}: {one.title}: {one.found}" for one in findings
            ]
    return "\n".join(rows)


def _in_brackets(change: Change) -> str:
    """A change in one line; of a text, what was taken out stands in [- -], what was put in in {+ +}."""
    pieces = pieces_of(change)
    if not pieces:
        return change.words
    marks = {"deleted": ("[-", "-]"), "inserted": ("{+", "+}"), "same": ("", "")}
    told = "".join(piece.text.join(marks[piece.sort]) for piece in pieces)
    return f"{raised(what(change))}: {' '.join(told.split())}"


def as_json(review: Review) -> str:
    """An object with the headline, the changes and the findings that are new or gone."""
    content = {
        "headline": review.headline,
        "blocked": review.is_blocked,
        "changes": [_object(change) for change in review.changes],
        "findings": {
            "new": [_finding(finding) for finding in review.added],
            "resolved": [_finding(finding) for finding in review.resolved],
        },
    }
    return json.dumps(content, indent=2, ensure_ascii=False, default=str)


def _object(change: Change) -> dict[str, object]:
    return {
        "kind": change.kind,
        "words": change.words,
        "subject": asdict(change.subject),
        "formerly": asdict(change.formerly) if change.formerly else None,
        "old": change.old,
        "new": change.new,
        "moves": [asdict(move) for move in _of(change)],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.place.path,
        "line": finding.place.line,
        "found": finding.found,
        "expected": finding.expected,
    }


FORMATS: Mapping[str, Callable[[Review], str]] = {"text": as_text, "json": as_json, "markdown": as_markdown}
