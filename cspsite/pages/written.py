"""Hand-written pages: the figures, workings, charts and tables between their braces, and what cannot be filled in."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from markupsafe import Markup

from cspsite import paths
from cspsite.blocks import Exhibit, Name, Rule, Working, parse_block
from cspsite.errors import TokenError
from cspsite.figures import Figure
from cspsite.findings import Finding, Place, nearest
from cspsite.markers import told
from cspsite.pages import addresses
from cspsite.pages.chart_view import ChartView, control_view, rolling_view, trend_view, years_view
from cspsite.pages.environment import environment
from cspsite.pages.example import EXAMPLE, example
from cspsite.pages.prose import Workings
from cspsite.pages.site import Illustration, Site, linker
from cspsite.pages.written_tables import with_tables
from cspsite.quote import Context, Quotation
from cspsite.slots import Slot, WrittenPage
from cspsite.tokens import parse_token

#: What Markdown would make something of, as the number that a browser makes the sign of again.
_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "*_`[]\\|{}~^$"})
#: Files on which figures of every indicator may rest.
_SHARED = ("partnership", "group", "denominator", "denominator_values")


def finished(site: Site, name: str, markdown: str) -> str:
    """The page `name` as it is published: filled in, and each of its tables with a caption and heads."""
    link = linker(_address(name))
    return with_tables(fill(site, name, markdown), lambda other: link(_address(_beside(name, other))))


def fill(site: Site, name: str, markdown: str) -> str:
    """The page `name` with what stands between braces filled in, save in code; what names nothing stays as it is.

    Figures are those of the latest meeting, each for the first target on its indicator. The page is said to be
    illustrative where they are, right after its first heading; their workings follow at its end.
    """
    page = WrittenPage(markdown)
    return _Filling(site, name, page).whole() if page.slots else markdown


def problems(
    site: Site, name: str, markdown: str, root: str = "docs", broken: frozenset[str] = frozenset()
) -> list[Finding]:
    """What cannot be filled in on the page `name` of the folder `root`, in the order of its lines.

    What rests on a file of the data that is `broken` is left out: that file is to be put right first.
    """
    page = WrittenPage(markdown)
    found = list(_Filling(site, name, page).problems(root, broken)) if page.slots else []
    if never := page.never_closed():
        found.append(Finding("never-closed", Place(name, never[0], root), never[1], "its end, further down"))
    return sorted(found, key=lambda finding: finding.place.line)


#: From where to where, and what stands there instead.
_Edit = tuple[int, int, str]


class _PageWorkings(Workings):
    """The figures of a hand-written page, each where its own indicator stands."""

    def __init__(self, site: Site) -> None:
        super().__init__(site.quoter, Context(site.data_to), "page")
        self.site = site

    def context_of(self, indicator: str) -> Context:
        """The latest meeting's month, with the first target on the indicator."""
        return self.site.context_of(indicator, self.context.data_to)

    def quote(self, inside: str) -> Quotation:
        """The quotation of a token; raises TokenError when it names no figure."""
        return self.quoter.quote(inside, self.context_of(parse_token(inside).indicator))


class _Filling:
    """One hand-written page on its way to the site."""

    def __init__(self, site: Site, name: str, page: WrittenPage) -> None:
        self.site = site
        self.page = page
        self.link = linker(_address(name))
        self.name = name
        self.workings = _PageWorkings(site)
        self.indicators: list[str] = []
        self.denominators: list[str | None] = []
        self.charts = Counter[str]()
        self.missing: list[tuple[Slot, str]] = []

    def whole(self) -> str:
        """The page with every slot filled, a notice after its first heading, and workings at its end."""
        filled = self._edits()
        after = self.page.after_heading
        notice = (after, after, _block(_macros().illustrative(self.illustrations())))
        text, at = "", 0
        for start, end, piece in sorted([notice, *filled], key=lambda edit: edit[0]):
            text, at = text + self.page.text[at:start] + piece, end
        return text + self.page.text[at:] + _block(_macros().workings(self.workings, "on this page"))

    def _edits(self) -> list[_Edit]:
        """What stands in the place of each slot; a whole line whose example is missing makes way for a word of that."""
        pieces = [(slot, self._filled(slot)) for slot in self.page.slots]
        gone = list(dict.fromkeys(self._line(slot) for slot, piece in pieces if piece is None))
        kept = [
            (slot.start, slot.end, piece)
            for slot, piece in pieces
            if piece is not None and not any(start <= slot.start < end for start, end in gone)
        ]
        return [*kept, *((*line, self._instead(gone, n)) for n, line in enumerate(gone))]

    def _instead(self, gone: list[tuple[int, int]], n: int) -> str:
        """What stands instead of one of the lines that are gone: the same is not said twice, one line after another."""
        if self.example is None:
            return "There is no example yet: the data hold no counts." if n == 0 else ""
        start, _ = gone[n]
        return "" if n and gone[n - 1][1] + 1 == start else "*These data have no example of it.*"

    def _line(self, slot: Slot) -> tuple[int, int]:
        """From where to where the line goes that a slot stands in, or the lines."""
        end = self.page.text.find("\n", slot.end)
        return self.page.text.rfind("\n", 0, slot.start) + 1, len(self.page.text) if end < 0 else end

    def _filled(self, slot: Slot) -> str | None:
        try:
            return self.piece(slot)
        except TokenError:
            return slot.written

    def problems(self, root: str, broken: frozenset[str]) -> Iterator[Finding]:
        """Slots that cannot be filled, then those whose figure or chart is not available."""
        for slot in self.page.slots:
            try:
                self.piece(slot)
            except TokenError as error:
                if not self._is_excused(slot, broken):
                    place = Place(self.name, slot.line, root)
                    yield Finding(error.code, place, error.found, error.expected, error.advice)
        for slot, reason in self.missing:
            if not self._is_excused(slot, broken):
                found = f"{' '.join(slot.written.split())}: {reason}"
                yield Finding("figure-not-available", Place(self.name, slot.line, root), found, "a figure")

    def piece(self, slot: Slot) -> str | None:
        """What stands in the place of a slot, None where the data have no such example.

        Raises TokenError where it names nothing or stands in the wrong place.
        """
        if slot.inside is None:
            raise _open_braces(self.page.text, slot)
        if slot.where in ("heading", "front matter"):
            where = "the front matter" if slot.where == "front matter" else f"a {slot.where}"
            expected, advice = f"words only: {where} quotes no figure", f"Quote it in the words below {where}."
            raise TokenError("token-wrong", _shortened(slot.written), expected, advice)
        if parse_block(slot.inside).indicator != EXAMPLE or EXAMPLE in self.site.data.indicators:
            return self.content(slot, slot.inside)
        return self.exemplary(slot, slot.inside)

    def exemplary(self, slot: Slot, inside: str) -> str | None:
        """What stands in the place of a slot of the example indicator, None where these data have no such example.

        Raises TokenError where the slot itself is wrong, whatever the data.
        """
        if self.example is None:
            return None
        try:
            return self.content(slot, re.sub(rf"\b{EXAMPLE}\b", self.example, inside, count=1))
        except TokenError as error:
            if error.code == "unknown-figure" or isinstance(parse_block(inside), Exhibit):
                raise
            return None

    @cached_property
    def example(self) -> str | None:
        """The indicator that explains how figures are made."""
        return example(self.site)

    def content(self, slot: Slot, inside: str) -> str:
        """A figure, its working, an indicator's name, a rule, a chart or a table; raises TokenError."""
        found = parse_block(inside)
        if isinstance(found, Exhibit):
            return self.exhibit(slot, found)
        if isinstance(found, Name):
            return self.named(found)
        if isinstance(found, Rule):
            return _ruled(getattr(self.site.data.partnership.rules, found.name))
        if isinstance(found, Working):
            request = self.site.quoter.request(found.token, self.workings.context_of(found.token.indicator))
            figure = self.site.figures.get(request)
            self._note(slot, figure)
            words = figure.working if figure.value is not None else figure.reason
            return _inert(_macros().told_working(words, figure.markers - told(words)))
        quotation, anchor = self.workings.add(inside)
        self._note(slot, quotation.figure)
        return _inert(self.workings.link(quotation, anchor))

    def named(self, content: Name) -> str:
        """An indicator's name, which leads to its page; raises TokenError for an unknown one."""
        known = self.site.data.indicators.get(content.indicator)
        if known is None:
            raise _unknown_indicator("name", content.indicator, "", list(self.site.data.indicators))
        return _inert(_macros().named(known.name, self.link(addresses.indicator(content.indicator))))

    def _note(self, slot: Slot, figure: Figure) -> None:
        """Remember on what the page rests, and that a figure is not available."""
        self.indicators.append(figure.request.indicator)
        self.denominators.append(figure.request.per)
        if figure.value is None and not self._is_example(slot):
            self.missing.append((slot, figure.reason))

    @staticmethod
    def _is_example(slot: Slot) -> bool:
        """Whether a slot is about the example: what that has none of is no fault of the page."""
        return EXAMPLE in (slot.inside or "").replace(".", " ").split()

    def exhibit(self, slot: Slot, content: Exhibit) -> str:
        """A chart, or its table, as a block of its own; raises TokenError."""
        if slot.where != "paragraph":
            expected, advice = f"a {content.form} in a paragraph of its own", "Put an empty line before and after it."
            raise TokenError("token-wrong", _shortened(slot.written), expected, advice)
        if content.indicator not in self.site.data.indicators:
            raise _unknown_indicator(
                content.form, content.indicator, f" {content.kind}", list(self.site.data.indicators)
            )
        context = self.workings.context_of(content.indicator)
        self.charts[f"{content.kind} {content.indicator}"] += 1
        # two hyphens, which no id of the data and no heading's anchor has
        name = f"{content.indicator}--{self.charts[f'{content.kind} {content.indicator}']}"
        view = VIEWS[content.kind](self.site, content.indicator, context, name)
        self.indicators.append(content.indicator)
        if content.kind == "target" and context.target and context.target.measure:
            self.denominators.append(context.target.measure.per)
        if view.chart is None and not self._is_example(slot):
            self.missing.append((slot, view.reason))
        macros = _macros()
        return _block(macros.chart(view, self.link) if content.form == "chart" else macros.chart_table(view))

    def illustrations(self) -> list[Illustration]:
        """What is illustrative in the figures, charts and tables of the page."""
        return self.site.illustrations(
            *self.site.indicator_records(dict.fromkeys(self.indicators)),
            *self.site.denominator_records(self.denominators),
        )

    def _is_excused(self, slot: Slot, broken: frozenset[str]) -> bool:
        """Whether a file with errors, not the page, may have to be put right."""
        try:
            content = parse_block(slot.inside or "")
        except TokenError:
            return False
        own = set(_with_parts(self.site, content.indicator))
        for kind, id, _ in map(paths.kind_of, broken):
            if kind in _SHARED or (kind in ("indicator", "series") and id in own):
                return True
        return False


def _with_parts(site: Site, indicator: str) -> Iterator[str]:
    """An indicator and all that it is the sum of."""
    yield indicator
    record = site.data.indicators.get(indicator)
    for part in record.components if record else ():
        if part != indicator:
            yield from _with_parts(site, part)


def _target_view(site: Site, indicator: str, context: Context, name: str) -> ChartView:
    if context.target is None:
        return ChartView(None, reason=f"no target is about {site.data.indicators[indicator].name}.")
    evidence = site.assessor.assess(context.target, context)
    return rolling_view(site, context.target, context, name, course=evidence.levels if evidence else None)


def _control_view(site: Site, indicator: str, context: Context, name: str) -> ChartView:
    return control_view(site, indicator, context, site.level_of(indicator, context), name)


#: The chart of each of `blocks.KINDS`; the name tells it from others on its page.
VIEWS: Mapping[str, Callable[[Site, str, Context, str], ChartView]] = {
    "trend": trend_view,
    "years": years_view,
    "control": _control_view,
    "target": _target_view,
}


@cache
def _macros() -> Any:
    return environment().get_template("macros.html.j2").module


def _beside(name: str, other: str) -> str:
    """The Markdown file that `other` names, as seen from the page `name`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), other))


def _address(name: str) -> str:
    """The address of the page that a Markdown file becomes: `methods/` for `methods.md`."""
    return re.sub(r"(^|/)(index|README)/$", r"\1", name.removesuffix(".md") + "/")


def _block(html: Markup) -> str:
    """HTML as a block between paragraphs, with no empty line within, which would end it."""
    rows = [row for row in str(html).splitlines() if row.strip()]
    return "\n\n" + "\n".join(rows) + "\n\n" if rows else ""


def _inert(html: Markup) -> str:
    """HTML within words, in which Markdown finds none of its signs."""
    return " ".join(str(html).split()).translate(_SIGNS)


def _ruled(value: object) -> str:
    """A rule's number, or yes or no."""
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _shortened(written: str) -> str:
    return " ".join(written.split())[:60]


def _open_braces(text: str, slot: Slot) -> TokenError:
    if slot.written == "{{":
        found = text[slot.start : slot.start + 40].split("\n", maxsplit=1)[0]
        advice = "Close it; two braces that shall be seen are written \\{{."
        return TokenError("token-wrong", found, "{{ … }} closed with }}", advice)
    expected = "{{ … }} with two braces on each side"
    return TokenError("token-wrong", _shortened(slot.written), expected, "Double the braces.")


def _unknown_indicator(form: str, indicator: str, after: str, known: list[str]) -> TokenError:
    close = nearest(indicator, known)
    advice = f"Did you mean {form} {close}{after}?" if close else "Name an indicator by the id in its page's address."
    found = f"{form} {indicator}"
    return TokenError("unknown-figure", found, "one of " + (", ".join(known) or "none yet"), advice)
