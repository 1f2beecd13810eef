"""Exact numbers to digits: rounded half up once, with true minus signs."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from cspsite.numbers import article, counted, digits, equals, given, rounded, shortest, singular, worked


@pytest.mark.parametrize(
    "value,decimals,expected",
    [
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("2.4999999999999999999", 0, "2"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("-0.4", 0, "0"),
        ("0.05", 1, "0.1"),
        ("1.005", 2, "1.01"),
        ("35.9375", 1, "35.9"),
        ("35.95", 1, "36"),
        ("-6.43128", 2, "-6.43"),
    ],
)
def test_rounded_half_up(value: str, decimals: int, expected: str) -> None:
    """Half goes away from zero, on both sides of it, and exactly: 1.005 is no binary fraction."""
    assert rounded(Fraction(value), decimals) == Fraction(expected)


@pytest.mark.parametrize(
    "value,decimals,signed,text",
    [
        ("348", 0, False, "348"),
        ("9519", 0, False, "9,519"),
        ("1234567.891", 2, False, "1,234,567.89"),
        ("35.9375", 1, True, "+35.9"),
        ("-6.43128", 2, True, "−6.43"),
        ("-6.43128", 2, False, "−6.43"),
        ("0", 1, True, "0.0"),
        ("-0.04", 1, True, "0.0"),
        ("0.04", 1, True, "0.0"),
        ("-0.05", 1, True, "−0.1"),
        ("5", 2, True, "+5.00"),
        ("0.007", 2, False, "0.01"),
        ("999.95", 1, False, "1,000.0"),
    ],
)
def test_digits(value: str, decimals: int, signed: bool, text: str) -> None:
    """Thousands commas, a true minus, and no sign before what is shown as zero."""
    assert digits(Fraction(value), decimals, signed=signed) == text


@pytest.mark.parametrize(
    "value,text",
    [
        (Fraction(575, 16), "= 35.9375"),
        (Fraction(14), "= 14"),
        (Fraction(1, 3), "≈ 0.3333"),
        (Fraction(-85, 160) * 100, "= −53.125"),
    ],
)
def test_equals(value: Fraction, text: str) -> None:
    """A working says = where four places hold the value, and ≈ where they do not."""
    assert equals(value) == text


@pytest.mark.parametrize(
    "number,word",
    [
        ("8", "an"),
        ("8.3", "an"),
        ("80", "an"),
        ("800", "an"),
        ("8,000", "an"),
        ("11", "an"),
        ("11.5", "an"),
        ("11,000", "an"),
        ("18", "an"),
        ("18.2", "an"),
        ("1", "a"),
        ("6.4", "a"),
        ("1,800", "a"),
        ("110", "a"),
        ("118", "a"),
        ("180", "a"),
        ("0.8", "a"),
        ("12", "a"),
    ],
)
def test_article(number: str, word: str) -> None:
    """An eight, an eleven, an eighteen; a six, a hundred and ten, a nought point eight."""
    assert article(number) == word


@pytest.mark.parametrize(
    "value,text",
    [("15", "15"), ("7.5", "7.5"), ("0.25", "0.25"), ("1200", "1,200"), ("15.0", "15"), ("0", "0"), ("-2", "−2")],
)
def test_number_as_it_was_given(value: str, text: str) -> None:
    """A number that a person gave keeps the places that say something, and no others."""
    assert given(Decimal(value)) == text


@pytest.mark.parametrize(
    "value,text",
    [("7.5", "7.5"), ("-7.5", "−7.5"), ("0", "0"), ("1234", "1,234"), ("20/3", "6.6667"), ("0.00004", "0.0000")],
)
def test_shortest(value: str, text: str) -> None:
    """A number stands in as few places as hold it, and at most four."""
    assert shortest(Fraction(value)) == text


@pytest.mark.parametrize(
    "unit,one",
    [
        ("offences", "offence"),
        ("entries", "entry"),
        ("incidents", "incident"),
        ("losses", "loss"),
        ("searches", "search"),
        ("loss", "loss"),
        ("people", "people"),
        ("percentage points", "percentage point"),
    ],
)
def test_singular(unit: str, one: str) -> None:
    """One of a unit, which is a plural; what is no plural by its end stays as it is."""
    assert singular(unit) == one


@pytest.mark.parametrize(
    "size,unit,text",
    [
        ("1", "offences", "1 offence"),
        ("0", "offences", "0 offences"),
        ("1.0", "offences", "1.0 offences"),
        ("11", "offences", "11 offences"),
        ("−1", "offences", "−1 offences"),
        ("1", "per 1,000 households", "1 per 1,000 households"),
    ],
)
def test_counted(size: str, unit: str, text: str) -> None:
    """Only a count of exactly 1 is of a single one, and a rate is per so many however high it is."""
    assert counted(size, unit) == text


@pytest.mark.parametrize(
    "value,by_hand,text",
    [
        # what the sum gives exactly is equal
        ("-5", "-5", "= −5"),
        ("1/3", "1/3", "≈ 0.3333"),
        # 382.2222… and 382.2224 are both 382.222
        ("3440/9", "382.2224", "≈ 382.222"),
        # 1173.33… and 1173.337 are 1173.3 to one place, 1173.33 and 1173.34 to two
        ("3520/3", "1173.337", "≈ 1,173.3"),
        # to no place are these the same
        ("1.4", "1.6", "≈ 1.4"),
    ],
)
def test_result_of_rounded_numbers(value: str, by_hand: str, text: str) -> None:
    """A result has as many places as the rounded numbers beside it give."""
    assert worked(Fraction(value), Fraction(by_hand)) == text
