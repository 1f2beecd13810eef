"""Charts made by hand for tests, and what stands where in the drawing of a chart."""

from __future__ import annotations

from xml.etree import ElementTree

from cspsite.charts.chart import Axis, Chart, Line, Table
from cspsite.charts.svg import svg
from cspsite.periods import Month, Period

SVG = "{http://www.w3.org/2000/svg}"


def line_chart(*values: float | None, marks: str = "") -> Chart:
    """Return a line chart of months from April 2006 on."""
    labels = tuple("[x]" if value is None else f"{value:g}" for value in values)
    markers = tuple(frozenset(letter) - {"-"} for letter in marks.ljust(len(values), "-"))
    periods = tuple(Period.month(Month.parse("2006-04") + i) for i in range(len(values)))
    rows = tuple((period.words, label) for period, label in zip(periods, labels, strict=True))
    line = Line("Burglary", values, labels, markers)
    table = Table("Burglary", ("Month", "Offences"), rows)
    return Chart("trend-x", "line", "Burglary", "A month", "", "It rose.", Axis("Offences"), 1, periods, (line,), table)


def parsed(chart: Chart) -> ElementTree.Element:
    """Return the drawing as XML."""
    return ElementTree.fromstring(svg(chart))  # noqa: S314 - our own drawing


def having(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    """Return the elements with a class."""
    return [element for element in root.iter() if name in element.get("class", "").split()]


def texts(root: ElementTree.Element) -> list[str]:
    """Return every piece of text that is drawn."""
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def boxes(root: ElementTree.Element, names: tuple[str, ...], letter: float, size: float) -> list[tuple[float, ...]]:
    """Return about where text of some classes stands, bold a fifth wider: left, top, right, bottom."""
    found: list[tuple[float, ...]] = []
    for element in root.iter(f"{SVG}text"):
        kinds = element.get("class", "").split()
        if set(kinds) & set(names):
            width = len(element.text or "") * letter * (1.15 if "csp-strong" in kinds else 1)
            x, y = float(element.get("x", "0")), float(element.get("y", "0"))
            middle = y + (float(element.get("dy", "0em").removesuffix("em")) - 0.35) * size
            left = x - (width / 2 if "csp-middle" in kinds else width if "csp-end" in kinds else 0)
            found.append((left, middle - size * 0.45, left + width, middle + size * 0.45))
    return found


def labels_keep_clear(chart: Chart) -> None:
    """Check, at the size of text used on a phone, that no two labels overlap and that none leaves the drawing."""
    placed = boxes(parsed(chart), ("csp-tick", "csp-label", "csp-value"), letter=11, size=22)
    for i, one in enumerate(placed):
        assert one[0] >= -1
        assert one[2] <= 601
        for other in placed[i + 1 :]:
            across = min(one[2], other[2]) - max(one[0], other[0])
            assert across <= 0 or min(one[3], other[3]) - max(one[1], other[1]) <= 0, (one, other)
