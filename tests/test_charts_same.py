"""Both drawings of a chart are one: the same numbers, the same words in the same places, the same colours and lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib.resources import files as resources
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from cspsite.charts.chart import Chart, Kind, Mark
from cspsite.charts.colours import COLOURS
from cspsite.charts.drawing import draw
from cspsite.charts.frame import FLOOR
from cspsite.charts.keys import Key, key_shapes
from cspsite.charts.plotly import figure
from cspsite.charts.shapes import flag_shape
from cspsite.charts.svg import rendered
from tests.chart_kinds import KINDS
from tests.drawings import SVG, having, parsed, texts

each_kind = pytest.mark.parametrize("kind", KINDS)


def _place(text: Any) -> tuple[float, float]:
    """Return where a text of the picture stands in the plot: across from its left edge, and how far up, as shares."""
    return float(text.get("x", "0")), float(text.get("y", "0"))


def _without_markup(text: str) -> str:
    return text.replace("<b>", "").replace("</b>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _unit(layout: Any, x: float, y: float) -> tuple[float, float]:
    """Return where a place in the live chart's plot, as shares of it, stands in units of the drawing."""
    margin = layout["margin"]
    return margin["l"] + x * (600 - margin["r"] - margin["l"]), FLOOR - y * (FLOOR - margin["t"])


@each_kind
def test_words_are_the_same(kind: str) -> None:
    """Every text of the picture stands in the live chart, and nothing else."""
    chart = KINDS[kind]()
    live = [row for note in figure(chart)["layout"]["annotations"] for row in note["text"].split("<br>")]
    assert sorted(map(_without_markup, live)) == sorted(texts(parsed(chart)))


@each_kind
def test_words_stand_in_the_same_places(kind: str) -> None:
    """Each text is as far across and as high up in both, and bold in both or in neither."""
    chart = KINDS[kind]()
    layout = figure(chart)["layout"]
    live = set()
    for note in layout["annotations"]:
        x, y = _unit(layout, note["x"], note["y"])
        for row in note["text"].split("<br>"):
            live.add((_without_markup(row), round(x), round(y), "<b>" in row))
    for element in parsed(chart).iter(f"{SVG}text"):
        x, y = _place(element)
        bold = "csp-strong" in element.get("class", "").split()
        near = {(element.text, round(x) + i, round(y) + j, bold) for i in (-1, 0, 1) for j in (-1, 0, 1)}
        assert near & live, (element.text, x, y)


@each_kind
def test_numbers_are_the_same(kind: str) -> None:
    """Each number of the picture's lines stands where the live chart has it, and is that of the chart."""
    chart = KINDS[kind]()
    frame = draw(chart).frame
    made = figure(chart)
    (lowest, highest), top = made["layout"]["yaxis"]["range"], made["layout"]["margin"]["t"]
    assert lowest == 0
    assert frame.y(highest) == pytest.approx(top)
    for row, trace in zip((*chart.lines, *chart.guides), made["data"], strict=True):
        pairs = [
            (x, y)
            for x, y, said in zip(trace["x"], trace["y"], trace["customdata"], strict=True)
            if said or y is not None
        ]
        assert [(x, y) for x, y in pairs if y is not None] == [
            (step, value) for step, value in enumerate(row.values) if value is not None
        ]
    if chart.kind == "line":
        path = having(parsed(chart), "csp-line")[0].get("d", "")
        points = [float(number) for number in re.findall(r"[\d.]+", path)]
        subject = made["data"][0]
        wanted = [(x, y) for x, y in zip(subject["x"], subject["y"], strict=True) if y is not None]
        assert points == pytest.approx([one for x, y in wanted for one in (frame.x(x), frame.y(y))], abs=0.06)


@each_kind
def test_bands_levels_and_breaks_are_the_same(kind: str) -> None:
    """There are as many of each in both, and as many leaders as labels have."""
    chart = KINDS[kind]()
    drawing, root = draw(chart), parsed(chart)
    layout = figure(chart)["layout"]
    shapes = [one for one in layout["shapes"] if _unit(layout, 0, one["y0"])[1] <= FLOOR]  # and no signs of keys
    assert len([one for one in shapes if one["type"] == "rect"]) == len(having(root, "csp-band")) == len(chart.bands)
    lines = [one["line"].get("dash", "") for one in shapes if one["type"] == "line"]
    assert lines.count("9px,5px") == len(having(root, "csp-ref-target"))
    assert lines.count("9px,5px") + lines.count("4px,3px") == len(having(root, "csp-ref")) == len(chart.references)
    breaks = "".join(one.get("d", "") for one in having(root, "csp-break") if "V" in one.get("d", ""))
    assert lines.count("3px,2px") == len(chart.breaks) == breaks.count("M")
    assert lines.count("") == len(drawing.leaders)


@each_kind
def test_points_are_the_same(kind: str) -> None:
    """As many points are seen in both, hollow in both, ringed in both, and flags have the same shapes."""
    chart = KINDS[kind]()
    root = parsed(chart)
    marker = figure(chart)["data"][0]["marker"]
    hollow = "#FFFFFF"
    if chart.kind == "columns":
        drawn_columns = "".join(one.get("d", "") for one in having(root, "csp-column") if one.get("d"))
        marked = "".join(one.get("d", "") for one in having(root, "csp-column-marked") if one.get("d"))
        known = [fill for fill, value in zip(marker["color"], chart.lines[0].values, strict=True) if value is not None]
        assert (len(known), known.count(hollow)) == (drawn_columns.count("z"), marked.count("z"))
        return
    points = draw(chart).traces[0].points
    seen = [i for i, opacity in enumerate(marker["opacity"]) if opacity]
    symbols, fills = (_each(marker[name], len(marker["opacity"])) for name in ("symbol", "color"))
    assert len(seen) == len(points)
    flagged = sum(one.get("d", "").count("z") for one in having(root, "csp-flag"))
    keys = draw(chart).keys
    assert flagged - sum(key.mark in ("concern", "improvement", "special") for key in keys) == sum(
        symbols[i] in ("square", "diamond", "triangle-up") for i in seen
    )
    rings = sum(one.get("d", "").count("z") for one in having(root, "csp-ring"))
    assert rings == sum(point.ringed for point in points)
    layout, frame = figure(chart)["layout"], draw(chart).frame
    circles = [one for one in layout["shapes"] if one["type"] == "circle"]
    live = [_unit(layout, (one["x0"] + one["x1"]) / 2, (one["y0"] + one["y1"]) / 2) for one in circles]
    values = chart.lines[0].values
    around = [(frame.x(point.step), frame.y(values[point.step] or 0)) for point in points if point.ringed]
    assert [one for at in live if at[1] <= FLOOR for one in at] == pytest.approx(
        [one for at in around for one in at], abs=0.1
    )
    assert [fills[i] == hollow for i in seen] == [point.hollow for point in points]


@each_kind
def test_gridlines_are_the_same(kind: str) -> None:
    """Every gridline of the picture is one of the live chart, which draws none at the very edge of its plot."""
    chart = KINDS[kind]()
    layout = figure(chart)["layout"]
    high, margin = layout["yaxis"]["range"][1], layout["margin"]["t"]
    live = [FLOOR - (FLOOR - margin) * value / high for value in layout["yaxis"]["tickvals"]]
    assert live[1:] == pytest.approx([float(y) for y in re.findall(r",([\d.]+)H", _only(chart, "csp-grid"))], abs=0.06)
    assert min(live) - margin >= 2


def _only(chart: Chart, name: str) -> str:
    (element,) = having(parsed(chart), name)
    return element.get("d", "")


def test_columns_are_as_wide() -> None:
    """A column takes the same share of its step in both; it has no width of its own, which the script would scale."""
    chart = KINDS["years"]()
    made, frame = figure(chart), draw(chart).frame
    left, right = (float(x) for x in re.findall(r"M([\d.]+),.*?H([\d.]+)", _only_columns(chart))[0])
    assert "width" not in made["data"][0]
    assert (1 - made["layout"]["bargap"]) * frame.width == pytest.approx(right - left, abs=0.2)


def _only_columns(chart: Chart) -> str:
    return "".join(one.get("d", "") for one in having(parsed(chart), "csp-column"))


@pytest.mark.parametrize("kind", ["columns", "line"])
@pytest.mark.parametrize("mark", ["hollow", "revised", "gap", "break", "concern", "improvement", "special"])
def test_signs_of_keys_are_the_same(kind: Kind, mark: Mark) -> None:
    """A key's sign stands where the picture has it, and is as large."""
    key = Key(mark, "what it means", 4.0, 341.0)
    drawn = rendered(
        "key.svg.j2", key=key, chart=KINDS["years" if kind == "columns" else "trend"](), flag_shape=flag_shape
    )
    live = [box for shape in key_shapes(key, kind) for box in _box(shape.points)]
    assert live == pytest.approx([one for sign in _signs(drawn) for one in sign], abs=0.06)


def _box(points: Iterable[tuple[float, float]]) -> tuple[float, ...]:
    """Return the left, top, right and bottom of points."""
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def _signs(drawn: str) -> list[tuple[float, ...]]:
    """Return the box of each shape of a key in the picture."""
    found: list[tuple[float, ...]] = []
    for one in ElementTree.fromstring(f"<g>{drawn}</g>"):  # noqa: S314 - our own drawing
        x, y, r = (float(one.get(name, "0")) for name in ("cx", "cy", "r"))
        left, top, width, height = (float(one.get(name, "0")) for name in ("x", "y", "width", "height"))
        if one.tag == "circle":
            found.append((x - r, y - r, x + r, y + r))
        elif one.tag == "rect":
            found.append((left, top, left + width, top + height))
        elif one.tag == "path":
            path = re.sub(r"(M([\d.]+),([\d.]+))v([\d.]+)", r"\1L\2,\3 \4", one.get("d", ""))
            numbers = [float(number) for number in re.findall(r"[\d.]+", path)]
            if len(numbers) == 5:  # a line down
                numbers[3:] = [numbers[3] + numbers.pop()]
            found.append(_box(zip(numbers[::2], numbers[1::2], strict=True)))
    return found


def _each(value: Any, number: int) -> list[Any]:
    return value if isinstance(value, list) else [value] * number


def test_colours_are_those_of_the_style_sheet() -> None:
    """The light colours of the live chart and of the picture by itself are the style sheet's, variable by variable."""
    sheet = (resources("cspsite.pages") / "assets" / "cspsite.css").read_text("utf-8")
    light = sheet[sheet.index(":root, [data-md-color-scheme") :]
    said = dict(re.findall(r"(--csp-[a-z-]+): (#[0-9a-f]{6});", light[: light.index("}")]))
    assert said == {variable: colour.lower() for colour, variable in COLOURS.items()}


@pytest.mark.parametrize(
    "name, of",
    [
        ("csp-line", lambda made: made["data"][0]["line"]),
        ("csp-guide", lambda made: made["data"][1]["line"]),
        ("csp-guide-limit", lambda made: made["data"][2]["line"]),
        ("csp-ref-target", lambda made: next(one["line"] for one in made["layout"]["shapes"] if "dash" in one["line"])),
    ],
    ids=["line", "mean", "limit", "target"],
)
def test_lines_look_the_same(name: str, of: Callable[[Any], Any]) -> None:
    """Widths, dashes and colours of lines are those of `look.css`."""
    chart = KINDS["control"]()
    chart = replace(chart, breaks=(), bands=())
    look = _rules(Path("cspsite/charts/look.css").read_text("utf-8"))
    base = look["csp-ref"] if name.startswith("csp-ref") else look["csp-guide"] if name.startswith("csp-guide") else {}
    wanted = base | look[name]
    line = of(figure(chart))
    variable = {value: key for key, value in COLOURS.items()}[wanted["stroke"].removeprefix("var(").removesuffix(")")]
    assert (line["color"], line["width"]) == (variable, float(wanted["stroke-width"]))
    dashes = wanted.get("stroke-dasharray", "")
    assert re.sub(r"px,?", " ", line.get("dash", "")).replace("solid", "").split() == dashes.split()


def _rules(css: str) -> dict[str, dict[str, str]]:
    """Return what each rule of a single class says."""
    found: dict[str, dict[str, str]] = {}
    for name, inside in re.findall(r"^\.([a-z-]+) \{([^}]*)\}", css, flags=re.MULTILINE):
        found[name] = dict(part.strip().split(": ", 1) for part in inside.split(";") if part.strip())
    return found
