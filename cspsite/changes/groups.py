"""Groups in two versions, with their targets and actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cspsite.changes import kinds, presence
from cspsite.changes.about import About, about, differing
from cspsite.changes.change import Change
from cspsite.changes.link import Link, turned
from cspsite.changes.lists import reordered
from cspsite.changes.shown import shown
from cspsite.changes.subject import of_action, of_group, of_target
from cspsite.changes.version import Version, numbered
from cspsite.model import Action, Group, Target
from cspsite.words import day_words


def groups(link: Link) -> Iterator[Change]:
    """Every change of a group's own facts, of its targets and of its actions."""
    pairs = link.groups
    for old, new in pairs.both:
        if old != new or link.old.data.groups[old] != link.new.data.groups[new]:
            yield from _Both(link, old, new).changes()
    for id in pairs.gone:
        yield from _one_side(link, link.old, id, came=False)
    for id in pairs.come:
        yield from _one_side(link, link.new, id, came=True)
    yield from _moved_targets(link)
    yield from _moved_actions(link)


def _moved_targets(link: Link) -> Iterator[Change]:
    """Each target that went from one group to another, with what else changed of it."""
    for (group, id), (other, key) in link.moved_targets.items():
        old, new = link.old.data.groups[group], link.new.data.groups[other]
        before, after = numbered(old.targets)[id], numbered(new.targets)[key]
        whom = about(of_target(group, old, before), of_target(other, new, after))
        yield whom.tell(kinds.TargetOfOtherGroup, field="group", old=old.name, new=new.name)
        yield from differing(before, after, whom, link.same)


def _moved_actions(link: Link) -> Iterator[Change]:
    """Each action that went from one group to another, with what else changed of it."""
    for (group, id), (other, key) in link.moved_actions.items():
        old, new = link.old.data.groups[group], link.new.data.groups[other]
        before, after = numbered(old.actions)[id], numbered(new.actions)[key]
        whom = about(of_action(group, old, before), of_action(other, new, after))
        yield whom.tell(kinds.ActionOfOtherGroup, field="group", old=old.name, new=new.name)
        yield from differing(before, after, whom)
        yield from _state(whom, before, after)


@dataclass(frozen=True)
class _Both:
    """A group that is in both versions, by its id in each."""

    link: Link
    old_id: str
    new_id: str

    @property
    def old(self) -> Group:
        """The group as it was."""
        return self.link.old.data.groups[self.old_id]

    @property
    def new(self) -> Group:
        """The group as it is."""
        return self.link.new.data.groups[self.new_id]

    def changes(self) -> Iterator[Change]:
        """The group's own, then those of its targets, then those of its actions."""
        whom = about(of_group(self.old_id, self.old), of_group(self.new_id, self.new))
        if self.old_id != self.new_id:
            yield whom.tell(kinds.GroupRenamed, field="id", old=self.old_id, new=self.new_id)
        yield from differing(self.old, self.new, whom)
        yield from _ends(whom, self.old, self.new)
        yield from self.targets(whom)
        yield from self.actions(whom)

    def targets(self, whom: About) -> Iterator[Change]:
        """Each target that differs, came or is gone."""
        old, new = numbered(self.old.targets), numbered(self.new.targets)
        pairs = self.link.members(self.old_id, self.new_id).targets
        for one, other in pairs.both:
            target = about(of_target(self.old_id, self.old, old[one]), of_target(self.new_id, self.new, new[other]))
            yield from differing(old[one], new[other], target, self.link.same)
        yield from _targets(self.link, self.old_id, self.old, pairs.gone, came=False)
        yield from _targets(self.link, self.new_id, self.new, pairs.come, came=True)
        yield from reordered(whom, "targets", pairs, list(new), (list(old), list(new)))

    def actions(self, whom: About) -> Iterator[Change]:
        """Each action that differs, came or is gone."""
        old, new = numbered(self.old.actions), numbered(self.new.actions)
        pairs = self.link.members(self.old_id, self.new_id).actions
        for one, other in pairs.both:
            action = about(of_action(self.old_id, self.old, old[one]), of_action(self.new_id, self.new, new[other]))
            yield from differing(old[one], new[other], action, self._same)
            yield from _state(action, old[one], new[other])
        yield from _actions(self.link, self.old_id, self.old, pairs.gone, came=False)
        yield from _actions(self.link, self.new_id, self.new, pairs.come, came=True)
        yield from reordered(whom, "actions", pairs, list(new), (list(old), list(new)))

    def _same(self, field: str, old: object, new: object) -> bool:
        """Whether the targets that an action serves only have other ids."""
        if field != "targets" or not isinstance(old, tuple) or not isinstance(new, tuple):
            return False
        names = self.link.members(self.old_id, self.new_id).targets.renamed
        back = turned(names)
        return tuple(names.get(id, id) for id in old) == new and tuple(back.get(id, id) for id in new) == old


def _one_side(link: Link, version: Version, id: str, *, came: bool) -> Iterator[Change]:
    """A group that is in one version only, with its targets and actions."""
    group = version.data.groups[id]
    whom = about(of_group(id, group), None)
    over = group.ends is not None and group.ends <= _until(link)
    gone = presence.GroupRetired if over else presence.GroupVanished
    yield (
        whom.tell(presence.GroupAdded, new=group.name, over=over)
        if came
        else whom.tell(gone, old=group.name, over=over)
    )
    yield from _targets(link, id, group, numbered(group.targets), came=came)
    yield from _actions(link, id, group, numbered(group.actions), came=came)


def _targets(link: Link, id: str, group: Group, keys: Iterable[str], *, came: bool) -> Iterator[Change]:
    """The targets of a group that came or are gone, but for those that went from one group to another."""
    elsewhere, targets = set(link.moved_targets.values() if came else link.moved_targets), numbered(group.targets)
    yield from (_target(link, id, group, targets[key], came=came) for key in keys if (id, key) not in elsewhere)


def _actions(link: Link, id: str, group: Group, keys: Iterable[str], *, came: bool) -> Iterator[Change]:
    """The same of actions."""
    elsewhere, actions = set(link.moved_actions.values() if came else link.moved_actions), numbered(group.actions)
    yield from (_action(id, group, actions[key], came=came) for key in keys if (id, key) not in elsewhere)


def _target(link: Link, id: str, group: Group, target: Target, *, came: bool) -> Change:
    whom = about(of_target(id, group, target), None)
    over = target.end is not None and target.end <= _until(link)
    if came:
        return whom.tell(presence.TargetAdded, new=target.short, over=over)
    gone = presence.TargetRetired if over else presence.TargetVanished
    return whom.tell(gone, old=target.short, over=over)


def _action(id: str, group: Group, action: Action, *, came: bool) -> Change:
    whom = about(of_action(id, group, action), None)
    over = action.state == "closed"
    if came:
        return whom.tell(presence.ActionAdded, new=action.title, over=over)
    gone = presence.ActionRetired if over else presence.ActionVanished
    return whom.tell(gone, old=action.title, over=over)


def _until(link: Link) -> date:
    """The last day that either version knows of: what ended by then had come to its end."""
    return max(link.old.day, link.new.day)


def _state(whom: About, old: Action, new: Action) -> Iterator[Change]:
    if old.state == new.state:
        if old.closed != new.closed:
            yield whom.tell(kinds.ActionChanged, field="closed", old=shown(old.closed), new=shown(new.closed))
        return
    kind = kinds.ActionClosed if new.state == "closed" else kinds.ActionReopened
    yield whom.tell(kind, old=_standing(old), new=_standing(new))


def _standing(action: Action) -> str:
    """`open`, `closed on 1 March 2007`."""
    return f"{action.state} on {day_words(action.closed)}" if action.closed else action.state


def _ends(whom: About, old: Group, new: Group) -> Iterator[Change]:
    if old.ends == new.ends:
        return
    kind = kinds.GroupEnded if old.ends is None else kinds.GroupContinued
    if old.ends and new.ends:
        yield whom.tell(kinds.GroupChanged, field="ends", old=shown(old.ends), new=shown(new.ends))
    else:
        yield whom.tell(kind, old=shown(old.ends), new=shown(new.ends))
