"""The light theme's colours, for a script that may replace each by the style sheet's."""

from __future__ import annotations

from collections.abc import Mapping

SERIES, TEXT, QUIET, GROUND = "#12436D", "#1F1F1F", "#5F676B", "#FFFFFF"
GRID, BAND, OWN, EDGE, TARGET = "#D9DEE1", "#E3EBF2", "#C6D8E8", "#D3DEE8", "#801650"
CONCERN, IMPROVEMENT, SPECIAL = "#C44A0C", "#1B7F77", "#7A4FB5"

#: Every colour that a figure uses, with the style sheet's variable for it.
COLOURS: Mapping[str, str] = {
    SERIES: "--csp-series",
    TEXT: "--csp-text",
    QUIET: "--csp-quiet",
    GROUND: "--csp-ground",
    GRID: "--csp-grid",
    BAND: "--csp-band",
    OWN: "--csp-band-own",
    EDGE: "--csp-band-edge",
    TARGET: "--csp-target",
    CONCERN: "--csp-concern",
    IMPROVEMENT: "--csp-improvement",
    SPECIAL: "--csp-special",
}
