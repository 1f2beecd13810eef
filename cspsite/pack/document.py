"""The papers as one HTML document: cover, contents, and the articles of the built pages, each a section of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader

from cspsite.model import Meeting
from cspsite.pack.article import Heading, headings, ids, in_pack, on_paper
from cspsite.pack.built import BuiltPage, BuiltSite, root_of
from cspsite.pack.contents import Line
from cspsite.pack.cover import Cover, cover
from cspsite.pack.links import Links
from cspsite.pack.markup import Element, read
from cspsite.pack.note import note
from cspsite.pack.section import Section, sections
from cspsite.pages import addresses
from cspsite.pages.environment import environment
from cspsite.pages.running import running
from cspsite.pages.site import Site

#: How deep the contents go.
_DEEPEST = 2


@dataclass(frozen=True)
class Paper:
    """A section with its content as it is printed, and its headings."""

    section: Section
    content: Element
    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class Document:
    """Everything that is printed of a meeting; `styles` are the site's style sheets, by their paths in it."""

    cover: Cover
    papers: tuple[Paper, ...]
    styles: tuple[str, ...]
    site: str

    @property
    def missing(self) -> list[str]:
        """The names of the groups of which no report was received."""
        return [paper.section.name for paper in self.papers if paper.section.kind == "missing"]

    @property
    def lines(self) -> list[Line]:
        """The contents, without sheets."""
        return [line for paper in self.papers for line in _lines(paper)]

    def html(self, lines: list[Line]) -> str:
        """The whole document, with these contents."""
        return _environment().get_template("pack.html.j2").render(document=self, cover=self.cover, lines=lines)


def document(site: Site, meeting: Meeting, built: BuiltSite, url: str, made: str) -> Document:
    """The papers of a meeting from the built site, which stands at `url`, or where its pages say if that is empty.

    Raises UsageError where the built site lacks a page.
    """
    found = sections(site, meeting)
    pages = {one.id: built.page(one.address) for one in found if one.address}
    first = pages[found[0].id]
    articles = {id: on_paper(page.article) for id, page in pages.items()}
    links = _links(found, articles, url or root_of(first))
    papers = [_from_page(one, pages[one.id], articles[one.id], links) for one in found if one.address]
    papers += [_missing(site, meeting, one, links) for one in found if one.kind == "missing"]
    groups = [one.group for one in found if one.group]
    text = " ".join(paper.content.text for paper in papers)
    papers += [_note(site, one, groups, text, links) for one in found if one.kind == "note"]
    order = [one.id for one in found]
    papers.sort(key=lambda paper: order.index(paper.section.id))
    return Document(cover(site, meeting, len(groups), made), (*papers,), first.styles, links.site)


def _links(found: list[Section], articles: dict[str, Element], url: str) -> Links:
    papers = {one.address: one.id for one in found if one.address}
    groups = {one.group: one.id for one in found if one.group}
    return Links(papers, {id: ids(article) for id, article in articles.items()}, groups, url)


def _from_page(section: Section, page: BuiltPage, article: Element, links: Links) -> Paper:
    return _paper(section, in_pack(article, section.id, lambda link: links.to(page.address, link)))


def _missing(site: Site, meeting: Meeting, section: Section, links: Links) -> Paper:
    """The sheet of a group that sent no report: that it did not, and what it was to tell of."""
    last = next((one for one in site.data.reports_of(section.group) if one.meeting < meeting.date), None)
    return _made(
        section,
        "missing.html.j2",
        group=site.data.groups[section.group],
        meeting=meeting,
        standings=site.standings(section.group, meeting.date),
        is_awaited=site.is_awaited(meeting),
        last=last,
        last_address=links.on_site(addresses.report(section.group, last.meeting)) if last else "",
    )


def _note(site: Site, section: Section, groups: list[str], text: str, links: Links) -> Paper:
    return _made(section, "note.html.j2", note=note(site, groups, text), on_site=links.on_site)


def _made(section: Section, template: str, **values: object) -> Paper:
    """A section that has no page of its own, from its template."""
    html = _environment().get_template(template).render(section=section, **values)
    return _paper(section, in_pack(Element("article", children=read(html).children), section.id, lambda link: link))


def _paper(section: Section, content: Element) -> Paper:
    return Paper(section, content, (*headings(content),))


def _lines(paper: Paper) -> Iterator[Line]:
    """A paper's lines; the paper itself is found by its section, which begins its first sheet."""
    for heading in paper.headings:
        if heading.level <= _DEEPEST:
            id = paper.section.id if heading.level == 1 else heading.id
            yield Line(heading.level, heading.text, id)


@cache
def _environment() -> Environment:
    loader = ChoiceLoader([PackageLoader("cspsite.pack"), PackageLoader("cspsite.pages")])
    made = environment().overlay(loader=loader)
    made.filters = {**made.filters, "running": running}
    return made
