"""One passage of a report's prose, with the figures that it quotes and the lines that they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.errors import TokenError
from cspsite.figures import Figure
from cspsite.findings import Finding, Place
from cspsite.model import Report
from cspsite.quote import Passage, Quotation
from cspsite.tokens import TOKEN, find_tokens, parse_token


@dataclass(frozen=True)
class Quoted:
    """A figure, and from where to where its token stands in the passage."""

    start: int
    end: int
    quotation: Quotation


class Read:
    """A passage as the checks see it."""

    def __init__(self, subject: Subject, path: str, report: Report, passage: Passage) -> None:
        self.subject = subject
        self.report = report
        self.passage = passage
        self.start = subject.lines.place(path, *passage.key)
        self.has_group = report.group in subject.data.groups and not subject.unreadable(paths.group(report.group))

    def place(self, offset: int) -> Place:
        """The line of a character of the passage."""
        return self.subject.later(self.start, self.passage.text, offset)

    @cached_property
    def text(self) -> str:
        """The passage with tokens blanked out, so that offsets stay."""
        return blanked(self.passage.text)

    @cached_property
    def _looked_up(self) -> list[tuple[int, str, Quotation | TokenError]]:
        """Where each token stands, its inside, and what it quotes or why it quotes nothing."""
        found: list[tuple[int, str, Quotation | TokenError]] = []
        for start, inside in find_tokens(self.passage.text):
            try:
                found.append((start, inside, self.subject.quoter.quote(inside, self.passage.context)))
            except TokenError as error:
                found.append((start, inside, error))
        return found

    @cached_property
    def quoted(self) -> list[Quoted]:
        """Every figure that the passage quotes, in its order."""
        return [
            Quoted(start, start + len(inside) + 4, found)
            for start, inside, found in self._looked_up
            if isinstance(found, Quotation)
        ]

    @cached_property
    def sure(self) -> list[Quoted]:
        """Those whose value depends on no file with errors."""
        return [quoted for quoted in self.quoted if self._is_sure(quoted.quotation)]

    def _is_sure(self, quotation: Quotation) -> bool:
        request = quotation.figure.request
        if self.subject.doubtful(request.indicator) or (request.per and self.subject.doubtful_denominator(request.per)):
            return False
        return self.has_group and request.baseline.length == 12

    @cached_property
    def by_indicator(self) -> Mapping[str, list[Quoted]]:
        """The sure figures by their indicator."""
        found: dict[str, list[Quoted]] = {}
        for quoted in self.sure:
            found.setdefault(quoted.quotation.token.indicator, []).append(quoted)
        return found

    def tokens(self) -> Iterator[Finding]:
        """Tokens that cannot be read, that name no figure, or whose figure cannot be given."""
        for start, inside, error in self._looked_up:
            if isinstance(error, TokenError) and not self._is_excused(inside, error):
                yield Finding(error.code, self.place(start), error.found, error.expected, error.advice)
        yield from self._not_available()

    def _not_available(self) -> Iterator[Finding]:
        """Figures that cannot be given; of an indicator without counts only the first."""
        empty = set[str]()
        for quoted in self.sure:
            request, figure = quoted.quotation.figure.request, quoted.quotation.figure
            if figure.value is not None or request.indicator in empty or self._lacks_estimate(figure):
                continue
            if self.subject.figures.series[request.indicator].is_empty:
                empty.add(request.indicator)
            inside = self.passage.text[quoted.start + 2 : quoted.end - 2].strip()
            found = f"{{{{ {inside} }}}}: {figure.reason}"
            yield Finding("figure-not-available", self.place(quoted.start), found, "a figure")

    def _lacks_estimate(self, figure: Figure) -> bool:
        """Whether a rate has counts and no estimate, and the missing estimate is a finding of its own."""
        counted = all(term.total.count is not None for term in figure.terms)
        return figure.request.per in self.subject.incomplete and counted and any(not term.rate for term in figure.terms)

    def _is_excused(self, inside: str, error: TokenError) -> bool:
        """Whether it is a file with errors, not the token, that has to be put right."""
        try:
            token = parse_token(inside)
        except TokenError:
            return self.subject.unreadable(paths.indicator(inside.strip().partition(".")[0]))
        files = [paths.indicator(token.indicator)]
        files += [paths.denominator(token.per), paths.denominator_values(token.per)] if token.per else []
        if any(self.subject.unreadable(path) for path in files):
            return True
        return error.code == "token-wrong" and not self.has_group and not token.per


def blanked(text: str) -> str:
    """A text with each token made as many characters that are nothing, on as many lines."""
    return TOKEN.sub(lambda match: re.sub(r"[^\n]", "\0", match[0]) if "\n" in match[0] else "\0" * len(match[0]), text)
