"""Workings: somebody with a calculator gets the result that stands beside the numbers."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspsite.numbers import rounded
from tests.aims import MORE, RATE, Values, held, people, so_far
from tests.builders import series_csv

_KEYS: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_NAMES = ["expected", "expected_count", "gap", "gap_count", "goal", "pace"]
_NAMES += ["projection", "projection_change", "projection.target"]
_PROFILED: Values = {"trajectory": {"shape": "profiled"}}
_POINTS: Values = {"trajectory": {"shape": "points", "points": [{"to": "2006-03", "change": 3}]}}
_REACH: Values = {"kind": "reach_value", "change": None}
_TARGETS: list[Values] = [
    {"change": 11.125},
    {"change": 17, **MORE},
    {"change": 15, **RATE},
    {"change": 36, **_PROFILED},
    {"change": 12.5, **_POINTS},
    {**_REACH, "value": 837},
    {**_REACH, "value": 9.25, **RATE},
]


def _typed(text: str) -> Fraction:
    """Return what a calculator shows for a sum as it is printed."""
    plain = text.translate(str.maketrans("−×÷", "-*/", ",")).replace("months", "").replace("days", "")
    plain = re.sub(r"\(1 ([-+]) ([\d.]+)%\)", r"(1 \1 \2 / 100)", plain).replace("%", "")
    return _worked(ast.parse(plain.strip(), mode="eval").body)


def _worked(node: ast.expr) -> Fraction:
    if isinstance(node, ast.BinOp):
        return _KEYS[type(node.op)](_worked(node.left), _worked(node.right))
    if isinstance(node, ast.UnaryOp):
        return _worked(node.operand) * (-1 if isinstance(node.op, ast.USub) else 1)
    assert isinstance(node, ast.Constant)
    return Fraction(str(node.value))


def _agrees(working: str) -> bool:
    """Return whether the sum, rounded like the result, is the result; what has no sum is right as it stands."""
    found = re.fullmatch(r"(?:from .*?: )?(.*?) ([=≈]) ([−+]?[\d,]*\d(?:\.\d+)?)(%?).*", working)
    if found is None:
        return working.startswith("at the ")
    left, sign, result, percent = found.groups()
    # "351 (351.8, rounded down)" is 351
    by_hand = _typed(re.sub(r" \([\d,.]+, rounded \w+\)", "", left)) * (100 if percent and left.endswith("− 1") else 1)
    shown = _typed(result)
    places = len(result.partition(".")[2])
    return by_hand == shown if sign == "=" else rounded(by_hand, places) == shown


@pytest.mark.parametrize(
    "working,right",
    [
        ("−7.6749% − (−6.6667%) ≈ −1.0082", True),
        ("−7.67% − (−6.67%) ≈ −1.0082", False),
        ("348 ÷ 32.8% ≈ 1,061.8", False),
        ("348 ÷ (937 ÷ 2,859) ≈ 1,061.8 (32.8% is the usual share)", True),
        ("206 × (1 − 6.6667%) × 106,250 ÷ 100,000 ≈ 204.2833", True),
        ("380 ÷ 400 − 1 = −5%", True),
        ("348 − 351 (351.8, rounded down) = −3", True),
    ],
)
def test_calculator(working: str, right: bool) -> None:
    """What the tests below go by sees a result that its numbers do not give."""
    assert _agrees(working) is right


@settings(max_examples=60, deadline=None)
@given(
    base=st.integers(50, 40_000),
    share=st.fractions(0, 2, max_denominator=200),
    target=st.sampled_from(_TARGETS),
    now=st.integers(90_000, 120_000),
)
def test_workings_give_what_they_show(base: int, share: Fraction, target: Values, now: int) -> None:
    """The numbers of a working, put into a calculator, give its result in as many places as are shown."""
    found = held(so_far(int(base * share), base, 3 * base + 7), target, estimates=people(100_000, now))
    for name in _NAMES:
        figure = found.figure(name)
        assert figure.value is None or _agrees(figure.working), (name, figure.working)


@settings(max_examples=30, deadline=None)
@given(counts=st.lists(st.integers(20, 3_000), min_size=40, max_size=40), target=st.sampled_from(_TARGETS))
def test_workings_by_the_usual_share(counts: list[int | None], target: Values) -> None:
    """So do those of a projection by the usual share of the months, and what rests on it."""
    found = held(series_csv("2003-04", counts), target)
    for name in ("projection", "projection_change", "projection.target"):
        assert "usual share" in found.figure(name).working
        assert _agrees(found.figure(name).working), found.figure(name).working
