"""The papers as one HTML document: cover, contents, and the articles of the pages, each a section of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup

from cspsite.pack.article import Heading, headings, ids, in_pack, on_paper
from cspsite.pack.built import Pages, root_of
from cspsite.pack.contents import Line
from cspsite.pack.cover import Cover
from cspsite.pack.links import Links
from cspsite.pack.markup import Element, read
from cspsite.pack.plan import Plan
from cspsite.pages import addresses
from cspsite.pages.environment import environment
from cspsite.pages.page import up
from cspsite.pages.papers import Section
from cspsite.pages.running import running

#: The levels of the headings that the contents have: papers, and their parts. The document's own title is the first.
_LISTED = range(2, 4)


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
        """The whole document by itself, with these contents."""
        return self._rendered("pack.html.j2", lines=lines)

    @property
    def article(self) -> Markup:
        """The same as what a page of the site says, with contents without sheets."""
        return self._rendered("page.html.j2", lines=self.lines, back=up("papers/"))

    @property
    def style(self) -> Markup:
        """What runs along the sheets of each paper, as a style sheet: names that no other sheet knows."""
        return self._rendered("pack.css.j2")

    def _rendered(self, template: str, **values: object) -> Markup:
        made = _environment().get_template(template).render(document=self, cover=self.cover, **values)
        return Markup(made)  # noqa: S704 - a template of ours, which escapes what is put into it


def document(plan: Plan, built: Pages, url: str) -> Document:
    """The papers of a meeting from the built site, which stands at `url`, or where its pages say if that is empty.

    Raises UsageError where the built site lacks a page.
    """
    first = built.page(plan.sections[0].address)
    styles = (*first.styles, addresses.PAPERS_STYLE)
    return _document(plan, built, styles, site=url or root_of(first))


def papers_page(plan: Plan, built: Pages, url: str) -> Document:
    """The same as a page of the site, which stands at `url`, empty where that is not known."""
    return _document(plan, built, (), site=url, up=up(addresses.papers(plan.cover.meeting.date)))


def _document(plan: Plan, built: Pages, styles: tuple[str, ...], site: str, up: str = "") -> Document:
    articles = {one.id: on_paper(built.page(one.address).article) for one in plan.sections if one.address}
    links = _links(plan, articles, site, up)
    papers = {one.id: _paper(one, articles[one.id], one.address, links) for one in plan.sections if one.address}
    papers |= {one.id: _missing(plan, one, links) for one in plan.sections if one.kind == "missing"}
    text = " ".join(paper.content.text for paper in papers.values())
    papers |= {one.id: _note(plan, one, text, links) for one in plan.sections if one.kind == "note"}
    return Document(plan.cover, tuple(papers[one.id] for one in plan.sections), styles, site)


def _links(plan: Plan, articles: dict[str, Element], site: str, up: str) -> Links:
    papers = {one.address: one.id for one in plan.sections if one.address}
    groups = {one.group: one.id for one in plan.sections if one.group}
    return Links(papers, {id: ids(article) for id, article in articles.items()}, groups, site, up, plan.targets)


def _missing(plan: Plan, section: Section, links: Links) -> Paper:
    """The sheet of a group that sent no report: that it did not, and what it was to tell of."""
    absence = plan.absences[section.group]
    last = addresses.report(section.group, absence.last.meeting) if absence.last else ""
    return _made(section, links, "missing.html.j2", absence=absence, cover=plan.cover, last_address=last)


def _note(plan: Plan, section: Section, text: str, links: Links) -> Paper:
    return _made(section, links, "note.html.j2", note=plan.note.to(text))


def _made(section: Section, links: Links, template: str, **values: object) -> Paper:
    """A section that has no page of its own, from its template; its links are as on the site's home page."""
    html = _environment().get_template(template).render(section=section, **values)
    return _paper(section, Element("article", children=read(html).children), addresses.HOME, links)


def _paper(section: Section, article: Element, address: str, links: Links) -> Paper:
    """A section with the content of an article, which is that of a page at `address`."""
    content = in_pack(Element("div", children=article.children), section.id, lambda link: links.to(address, link))
    return Paper(section, content, (*headings(content),))


def _lines(paper: Paper) -> Iterator[Line]:
    """A paper's lines; the paper itself is found by its section, which begins its first sheet."""
    for heading in paper.headings:
        if heading.level in _LISTED:
            level = heading.level - _LISTED.start + 1
            id, of = (paper.section.id, "") if level == 1 else (heading.id, paper.section.name)
            yield Line(level, heading.text, id, of)


@cache
def _environment() -> Environment:
    loader = ChoiceLoader([PackageLoader("cspsite.pack"), PackageLoader("cspsite.pages")])
    made = environment().overlay(loader=loader)
    made.filters = {**made.filters, "running": running}
    return made
