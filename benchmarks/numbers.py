"""What numbers alone cost: every figure, all evidence and every control chart of 300 indicators over 20 years.

`python -m benchmarks.numbers` prints how many there are and the CPU seconds of each part as JSON. In a process of its
own, so that its memory is that of the numbers and of what they are made from.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from benchmarks.partnership import tree
from benchmarks.shape import Shape
from cspsite.assurance import Assurance, assurance
from cspsite.evidence import Assessor, Evidence
from cspsite.evidence_words import compared, onwards, verdict, where
from cspsite.figures import Figures
from cspsite.load import load
from cspsite.model import Data
from cspsite.quotable import quotable
from cspsite.quote import Context, Quoter
from cspsite.tree import Tree
from cspsite.variation import Variation, variation

#: 75 groups have 300 targets, one for each indicator; the one meeting asks for one report of each.
SHAPE = Shape(groups=75, meetings=1, indicators=300, months=240)

R = TypeVar("R")


class Numbers:
    """A partnership's numbers at its last meeting; each part says how many it computed."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.quoter = Quoter(Figures(data))

    def figures(self) -> int:
        """Each figure that can be quoted of an indicator, as it is shown, in words and with its working."""
        return sum(
            len([(one.text, one.words, one.figure.shown, one.figure.working) for one in quotable(self.quoter, *about)])
            for about in self.contexts()
        )

    def evidence(self) -> int:
        """Each target's evidence, in all its sentences."""
        assessor = Assessor(self.quoter)
        found = (assessor.assess(context.target, context) for _, context in self.contexts() if context.target)
        return sum(bool(_sentences(one, self.data)) for one in found if one)

    def control_charts(self) -> int:
        """The chart of each indicator counted by the month: what its latest count is, and if its target will be met."""
        return sum(bool(self._controlled(id, context)) for id, context in self.contexts())

    def _controlled(self, id: str, context: Context) -> tuple[Variation | None, Assurance] | None:
        chart, polarity = self.quoter.figures.control_chart(id, context.data_to), self.data.indicators[id].polarity
        if chart is None:
            return None
        level = self.quoter.quote(f"{id}.goal", context).figure.value if context.target else None
        return variation(chart, polarity), assurance(chart, None if level is None else float(level), polarity)

    def contexts(self) -> Iterator[tuple[str, Context]]:
        """Each indicator with its last month, and the target on it if there is one."""
        data_to = self.data.meetings[-1].data_to
        aimed = {target.indicator: (group, target) for group in self.data.groups.values() for target in group.targets}
        for id in self.data.indicators:
            yield id, Context(data_to, *aimed.get(id, (None, None)))


def _sentences(evidence: Evidence, data: Data) -> list[str]:
    indicator = data.indicators[evidence.target.indicator]
    travels = (evidence.since_last_year, evidence.since_baseline)
    ways = [words for travel in travels for words in (travel.words, compared(travel))]
    return [verdict("Amber", evidence), *where(evidence, indicator), *onwards(evidence), *ways]


def main(shape: Shape = SHAPE) -> dict[str, tuple[int, float]]:
    """How many there are of each part and the CPU seconds that they took; the files are made before."""
    spent: dict[str, tuple[int, float]] = {}
    files = tree(shape)

    def timed(name: str, part: Callable[[], R], number: Callable[[R], int]) -> R:
        start = time.process_time()
        made = part()
        spent[name] = (number(made), time.process_time() - start)
        return made

    data = timed("indicators loaded", lambda: _loaded(files), lambda data: len(data.indicators))
    numbers = timed("series", lambda: Numbers(data), lambda numbers: len([*numbers.quoter.figures.series.values()]))
    timed("figures", numbers.figures, int)
    timed("targets' evidence", numbers.evidence, int)
    timed("control charts", numbers.control_charts, int)
    return spent


def _loaded(files: Tree) -> Data:
    loaded = load(files)
    assert loaded.data is not None, loaded.findings
    return loaded.data


if __name__ == "__main__":
    print(json.dumps(main()))
