"""Everything that is measured of a partnership of one size, each in a process of its own."""

from __future__ import annotations

import json
import tempfile
from dataclasses import astuple, dataclass
from pathlib import Path

from benchmarks.cost import Cost, cost
from benchmarks.shape import Shape
from benchmarks.sites import Sites, sites_in

#: 40 groups report to 40 meetings, with four indicators each: 1,946 files, 40 versions of them.
PAST = Shape(groups=40, meetings=40, indicators=160, months=110)


@dataclass(frozen=True, slots=True)
class Measured:
    """The costs of one size: of each step in seconds, of `cspsite check`, and of three builds.

    `hook` is MkDocs with our hook, `written` MkDocs on the pages that `cspsite write` wrote, `plain` MkDocs on as
    many pages of plain prose, each as long as ours.
    """

    shape: Shape
    page_size: float
    steps: dict[str, float]
    check: Cost
    hook: Cost
    written: Cost
    plain: Cost

    @property
    def share(self) -> float:
        """What our own steps add to the build of the very same pages."""
        return self.hook.seconds / self.written.seconds - 1

    @property
    def share_of_plain(self) -> float:
        """Our own steps against a build of plain pages."""
        return sum(self.steps.values()) / self.plain.seconds


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the work on numbers: how many were made, and the CPU seconds of all."""

    name: str
    number: int
    seconds: float


@dataclass(frozen=True, slots=True)
class MeasuredNumbers:
    """The parts of the work on numbers in their order, and the whole process: its imports and its memory too."""

    parts: tuple[Part, ...]
    whole: Cost

    @property
    def seconds(self) -> float:
        """The CPU seconds of all parts, without imports."""
        return sum(part.seconds for part in self.parts)


def measure_numbers() -> MeasuredNumbers:
    """Measure `benchmarks.numbers`."""
    whole = cost("benchmarks.numbers")
    return MeasuredNumbers(tuple(Part(name, *made) for name, made in json.loads(whole.output).items()), whole)


def measure_past() -> MeasuredNumbers:
    """Write the history of `PAST` to a folder that is thrown away, and measure `benchmarks.changes` on it."""
    with tempfile.TemporaryDirectory(prefix="cspsite-benchmark-") as folder:
        cost("benchmarks.versions", Path(folder) / "past", *map(str, astuple(PAST)))
        whole = cost("benchmarks.changes", Path(folder) / "past" / "data")
    return MeasuredNumbers(tuple(Part(name, *made) for name, made in json.loads(whole.output).items()), whole)


def measure(shape: Shape) -> Measured:
    """Make the three sites in a folder that is thrown away, build each, and measure it."""
    with tempfile.TemporaryDirectory(prefix="cspsite-benchmark-") as folder:
        size = cost("benchmarks.sites", folder, *map(str, astuple(shape))).output
        return _measured(shape, sites_in(Path(folder)), float(size))


def _measured(shape: Shape, sites: Sites, page_size: float) -> Measured:
    return Measured(
        shape=shape,
        page_size=page_size,
        steps=json.loads(cost("benchmarks.steps", sites.data).output),
        check=cost("cspsite", "check", "--data", sites.data),
        hook=_build(sites.hook),
        written=_build(sites.written),
        plain=_build(sites.plain),
    )


def _build(site: Path) -> Cost:
    return cost("mkdocs", "build", "--quiet", "--config-file", site / "mkdocs.yml")
