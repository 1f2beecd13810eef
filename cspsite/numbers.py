"""Exact numbers to words and digits: one rounding, half up, at the very end."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

MINUS = "\u2212"


def rounded(value: Fraction, decimals: int) -> Fraction:
    """`value` rounded half up, that is half away from zero: 2.5 gives 3, -2.5 gives -3."""
    return Fraction(_scaled(value, decimals), 10**decimals)


def _scaled(value: Fraction, decimals: int) -> int:
    """How many units of the last place: whole numbers only, which is many times faster than fractions."""
    size: int = (2 * abs(value.numerator) * 10**decimals + value.denominator) // (2 * value.denominator)
    return size if value.numerator >= 0 else -size


def digits(value: Fraction, decimals: int, *, signed: bool = False) -> str:
    """Digits with thousands commas and a true minus sign; `signed` puts a plus before what is above 0."""
    size = _scaled(value, decimals)
    whole, part = divmod(abs(size), 10**decimals)
    text = f"{whole:,}" + (f".{part:0{decimals}d}" if decimals else "")
    if size < 0:
        return MINUS + text
    return "+" + text if signed and size > 0 else text


def equals(value: Fraction, decimals: int = 4) -> str:
    """`= 35.9375` when `decimals` places hold `value`, else `≈ 6.4313`."""
    for places in range(decimals + 1):
        if 10**places % value.denominator == 0:
            return "= " + digits(value, places)
    return "≈ " + digits(value, decimals)


def given(value: Decimal) -> str:
    """The digits of a number with as many places as it was given with: `15`, `7.5`, `1,200`."""
    exponent = value.normalize().as_tuple().exponent
    return digits(Fraction(value), max(0, -int(exponent)))


def article(number: str) -> str:
    """`a` or `an`, as the digits are read aloud: an 8, an 11, an 18, an 80, a 110."""
    whole = number.split(".", maxsplit=1)[0]
    leading = whole.split(",")[0]
    return "an" if whole.startswith("8") or leading in ("11", "18") else "a"
