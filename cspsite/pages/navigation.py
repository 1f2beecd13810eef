"""The site's menu: newest first, each group with its reports and histories; hand-written pages last."""

from __future__ import annotations

from cspsite.model import Meeting
from cspsite.pages import addresses
from cspsite.pages.form_data import is_active, next_meetings
from cspsite.pages.page import menu_text
from cspsite.pages.papers import has_papers
from cspsite.pages.site import Site
from cspsite.words import day_words

Entry = str | dict[str, "str | list[Entry]"]

#: Hand-written pages under docs/, with their titles in the menu.
WRITTEN = {
    "contribute.md": "Send an update",
    "methods.md": "How figures are made",
    "findings.md": "What the checks say",
    "changelog.md": "What is new on this site",
}


def navigation(site: Site) -> list[Entry]:
    """Lists and dicts of strings, as MkDocs takes them; paths are those of the Markdown files."""
    data = site.data
    meetings = [_meeting(site, meeting) for meeting in reversed(data.meetings)]
    groups: list[Entry] = [{menu_text(group.name): _group(site, id)} for id, group in data.groups.items()]
    named = sorted(data.indicators.items(), key=lambda item: item[1].name)
    indicators = [_entry(indicator.name, addresses.indicator(id)) for id, indicator in named]
    written: list[Entry] = [{title: path} for path, title in WRITTEN.items()]
    accessibility = _entry("Accessibility statement", addresses.ACCESSIBILITY)
    return [
        _entry("Home", addresses.HOME),
        {"Meetings": [_index(addresses.MEETINGS), *meetings]},
        {"Groups": [_index(addresses.GROUPS), *groups]},
        {"Indicators": [_index(addresses.INDICATORS), *indicators]},
        _entry("Data", addresses.DATA),
        {"About": [*written, _entry("Glossary", addresses.GLOSSARY), accessibility]},
    ]


def _meeting(site: Site, meeting: Meeting) -> Entry:
    """A meeting, with the page of what changed since the one before, and that of all its papers."""
    day, address = day_words(meeting.date), addresses.meeting(meeting.date)
    below = [_entry("What changed", addresses.changes(meeting.date))] if site.preceding(meeting) else []
    below += [_entry("All papers", addresses.papers(meeting.date))] if has_papers(site, meeting) else []
    return {menu_text(day): [_index(address), *below]} if below else _entry(day, address)


def _group(site: Site, id: str) -> list[Entry]:
    """A group, with the form for its next report, its reports, and the histories of its targets and actions."""
    group = site.data.groups[id]
    form = [_entry("Write the next update", addresses.update(id))] if is_active(site, id) else []
    form += [_entry(f"For {day_words(m.date)}", addresses.update(id, m.date)) for m in next_meetings(site, id)[1:]]
    reports = [_entry(day_words(r.meeting), addresses.report(id, r.meeting)) for r in site.data.reports_of(id)]
    targets = [_entry(target.short, addresses.target_history(id, target.id)) for target in group.targets]
    actions = [_entry(action.title, addresses.action(id, action.id)) for action in group.actions]
    return [_index(addresses.group(id)), *form, *reports, *targets, *actions]


def _index(address: str) -> str:
    return f"{address}index.md"


def _entry(title: str, address: str) -> Entry:
    return {menu_text(title): _index(address)}
