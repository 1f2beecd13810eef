"""Which action, and for which of its targets, a row of a form is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cspsite.changes.likeness import ratio
from cspsite.model import Action, Group
from cspsite.word import tags
from cspsite.word.draft import RowDraft
from cspsite.word.labels import quoted

#: From which likeness on words are taken for an action's or a target's, and how far the next best must be behind.
LIKE = 0.6
AHEAD = 0.1
Key = tuple[str, str | None]


@dataclass(frozen=True)
class Match:
    """A row and what it is about; `key` is None where that is not known, and `said` is what to say of it."""

    row: RowDraft
    key: Key | None
    said: str = ""


class Matcher:
    """Matches rows against a group's actions; `headings` are other words that updates on them have stood under."""

    def __init__(self, group: Group, headings: dict[Key, str]) -> None:
        self.group = group
        self.headings = headings
        keys = [(action.id, target) for action in group.actions for target in action.targets or (None,)]
        self.anchors = tags.anchors(_anchor(key) for key in {*keys, *headings})
        self.keys = {_anchor(key): key for key in {*keys, *headings}}
        self.taken: set[Key] = set()

    def matches(self, rows: Iterable[RowDraft]) -> Iterator[Match]:
        """Each row with its action; a row that only ends the title of the one above is part of that."""
        for row in self._whole(list(rows)):
            found = self._match(row)
            if found.key is not None:
                self.taken.add(found.key)
            yield found

    def _whole(self, rows: list[RowDraft]) -> Iterator[RowDraft]:
        """The rows, with those joined that a page's end has split in the middle of their title."""
        last: RowDraft | None = None
        for row in rows:
            if last and row.action and not row.anchor and not row.status and self._goes_on(last, row):
                last.action = f"{last.action} {row.action}"
                last.target = " ".join(filter(None, [last.target, row.target]))
                last.add(row)
                continue
            if last:
                yield last
            last = row
        if last:
            yield last

    def _goes_on(self, last: RowDraft, row: RowDraft) -> bool:
        whole = self._best(f"{last.action} {row.action}")
        return self._best(row.action)[1] < LIKE and whole[1] >= LIKE and whole[1] > self._best(last.action)[1]

    def _best(self, text: str) -> tuple[list[Action], float]:
        """The actions whose words are most like a text, more than one where none is ahead; and how like they are."""
        scores = {action.id: max(_like(text, words) for words in self._words(action)) for action in self.group.actions}
        scores |= dict.fromkeys(self._several(text), 1)
        best = max(scores.values(), default=0)
        behind = best if best == 1 else best - AHEAD
        return [action for action in self.group.actions if scores[action.id] >= behind], best

    def _several(self, text: str) -> list[str]:
        """The actions whose titles stand in a text one after the other, as where cells were merged."""
        whole = letters(text)
        found = {action.id: letters(action.title) for action in self.group.actions if letters(action.title) in whole}
        own = [id for id, title in found.items() if not any(title != one and title in one for one in found.values())]
        return own if len({found[id] for id in own}) > 1 else []

    def _words(self, action: Action) -> list[str]:
        return [action.title, *(heading for key, heading in self.headings.items() if key[0] == action.id)]

    def _match(self, row: RowDraft) -> Match:
        key = self.keys.get(self.anchors.get(row.anchor, ""))
        actions, likeness = self._best(row.action)
        if key is not None and key not in self.taken:
            action = self.group.action(key[0])
            if not row.action or action is None or action in actions or likeness < LIKE:
                return Match(row, key, self._reworded(row, key, likeness))
        if row.anchor and key is None and (not row.action or likeness < LIKE):
            return Match(row, None, f"the group has no action {quoted(row.action or row.anchor)}")
        if not letters(row.action):
            return Match(row, None, "a row does not say which action it is about")
        if likeness < LIKE:
            return Match(row, None, f"no action of the group is called {quoted(row.action)}")
        if len(actions) > 1:
            named = " or ".join(quoted(action.title) for action in actions)
            return Match(row, None, f"{quoted(row.action)} could be {named}")
        return self._for_target(row, actions[0])

    def _reworded(self, row: RowDraft, key: Key, likeness: float) -> str:
        """What to say where a row's own boxes stand beside other words than its action's."""
        action = self.group.action(key[0])
        if not row.action or action is None or likeness >= LIKE:
            return ""
        return (
            f"{quoted(row.action)} stands where the form had “{action.title}”; group.yml says what an action is called"
        )

    def _for_target(self, row: RowDraft, action: Action) -> Match:
        if len(action.targets) < 2:
            return Match(row, (action.id, action.targets[0] if action.targets else None))
        for text in filter(None, [row.target, row.carried]):
            scored = sorted(((self._target_like(text, id), id) for id in action.targets), reverse=True)
            if scored[0][0] >= LIKE and scored[0][0] - scored[1][0] > (0 if scored[0][0] == 1 else AHEAD / 2):
                return Match(row, (action.id, scored[0][1]))
        left = [id for id in action.targets if (action.id, id) not in self.taken]
        if len(left) == 1 and not row.target:
            return Match(row, (action.id, left[0]), f"“{action.title}” is taken as the update for {left[0]}")
        return Match(row, None, f"for which of its targets “{action.title}” is meant is not clear")

    def _target_like(self, text: str, id: str) -> float:
        target = self.group.target(id)
        return max(_like(text, target.wording), _like(text, target.short)) if target else 0


def _like(one: str, other: str) -> float:
    """How alike two texts are; alike but for white space and signs is alike."""
    return 1 if letters(one) and is_same(one, other) else ratio(one, other)


def is_same(one: str, other: str) -> bool:
    """Whether two texts have the same letters and digits in the same order."""
    return letters(one) == letters(other)


def letters(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _anchor(key: Key) -> str:
    return f"{key[0]}.{key[1]}" if key[1] else key[0]
