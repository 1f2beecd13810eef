"""Reports as officers write them: about as long as the partnership's own of 11 September 2006, figures quoted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from benchmarks.calendar import data_to, meetings
from benchmarks.groups import Update, group_id, updates
from benchmarks.indicators import frequency, indicator_id
from benchmarks.shape import Shape
from cspsite import paths

_STATUSES = ("Amber", "Green", "Red", "Green", "Amber")
_SENTENCES = (
    "The project has now held interviews and recruited the workers, and the first of them began this month.",
    "Negotiations for a shared transmission system between the agencies are progressing, if slowly.",
    "The strategy has been agreed by the partnership, and an evaluation of what it saves is underway.",
    "Officers have visited every address in the two streets that were hit most often, and left advice in writing.",
    "Workers in the community settled the quarrels between the older groups, and schools report fewer of them.",
    "The number of people who miss their first appointment has fallen since it is made in the custody suite itself.",
    "There is a concern of a significant shortfall that the partnership may inherit, and which it could not sustain.",
    "Two parish councils have agreed to pay for sessions in the villages, and a third is to decide next month.",
    "The rota and the telephone line are ready, but only one of the two posts is filled.",
    "Information from the public has grown since the neighbourhood teams began to hold surgeries in the street.",
    "Robust joined up working between agencies means that people receive support much sooner than they used to.",
)
_QUOTES = (
    "{{{{ {0}.count }}}} offences were recorded in the period, {{{{ {0}.change.last_year | words }}}}\n"
    "on the same months of last year ({{{{ {0}.count.last_year }}}} offences).",
    "Against the baseline year this is {{{{ {0}.difference.baseline | words }}}}.\n"
    "The rate shows {{{{ {0}.rate_change.baseline | words }}}}.",
    "Over the last twelve months there were {{{{ {0}.rolling_12 }}}} offences,\n"
    "{{{{ {0}.rolling_12_change | words }}}} on the twelve months before.",
)


def files(shape: Shape) -> Iterator[tuple[str, str]]:
    """The report of every group to every meeting."""
    for group in range(shape.groups):
        for number, meeting in enumerate(meetings(shape)):
            yield paths.report(group_id(group), meeting), _report(shape, group, number, meeting)


def _report(shape: Shape, group: int, number: int, meeting: date) -> str:
    words = _Words(group * 31 + number * 7)
    parts = [
        _facts(meeting),
        f"## Achievements\n\n- {words.some(1)}\n- {words.some(1)}\n",
        f"## Barriers\n\n- {words.some(1)}\n- {words.some(1)}\n",
        "## Updates\n",
        *(_update(update, words, i + number) for i, update in enumerate(updates(shape, group))),
        "## Other issues\n",
        f"### Growth of the town\n\n{words.some(2)}\n",
        f"### Neighbourhood teams\n\n**For:** Anyshire Police\n\n{words.some(2)}\n",
    ]
    return "\n".join(parts)


def _facts(meeting: date) -> str:
    return f"---\ndata_to: {data_to(meeting)}\nclassification: OFFICIAL\nprepared_by: {{role: Inspector}}\n---\n"


def _update(update: Update, words: _Words, number: int) -> str:
    """One report of five leaves out a remedial action that it ought to name, as reports do."""
    status = _STATUSES[number % len(_STATUSES)]
    parts = [
        f"### {update.title} {{#{update.anchor}}}\n",
        f"**Status:** {status}\n",
        f"#### Progress\n\n{_progress(update, words, number)}\n",
        f"#### Plans for the next two months\n\n- {words.some(1)}\n",
    ]
    if status == "Red" or (status == "Amber" and number % 3):
        parts.append(f"#### Remedial action\n\n{words.some(1)}\n")
    return "\n".join(parts)


def _progress(update: Update, words: _Words, number: int) -> str:
    """Two or three figures, or seven; a yearly indicator has no rolling twelve months."""
    if update.indicator is None:
        return words.some(3)
    first = number % len(_QUOTES) if frequency(update.indicator) == "month" else 0
    wanted = _QUOTES if first == 1 else _QUOTES[first : first + 1]
    quotes = [quote.format(indicator_id(update.indicator)) for quote in wanted]
    return "\n".join([*quotes, words.some(1)])


class _Words:
    """Sentences one after another, beginning at a place of its own for each report."""

    def __init__(self, start: int) -> None:
        self._next = start

    def some(self, number: int) -> str:
        """So many sentences."""
        taken = [_SENTENCES[(self._next + i) % len(_SENTENCES)] for i in range(number)]
        self._next += number
        return " ".join(taken)
