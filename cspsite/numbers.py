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
    number, parts = value.as_integer_ratio()
    size: int = (2 * abs(number) * 10**decimals + parts) // (2 * parts)
    return size if number >= 0 else -size


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
    text = shortest(value, decimals)
    return f"= {text}" if 10**decimals % value.denominator == 0 else f"≈ {text}"


def shortest(value: Fraction, decimals: int = 4) -> str:
    """Digits in as few places as hold `value`, at most `decimals`: `7.5`, `6.6667`."""
    parts = value.denominator
    places = next((n for n in range(decimals) if 10**n % parts == 0), decimals)
    return digits(value, places)


def worked(value: Fraction, by_hand: Fraction, decimals: int = 4) -> str:
    """As `equals`, in as many places as `by_hand` gives, which is worked out from the rounded numbers of a working."""
    if value == by_hand:
        return equals(value, decimals)
    agreed = (n for n in range(decimals, -1, -1) if rounded(value, n) == rounded(by_hand, n))
    return f"≈ {shortest(value, next(agreed, decimals))}"


def given(value: Decimal) -> str:
    """The digits of a number with as many places as it was given with: `15`, `7.5`, `1,200`."""
    exponent = value.normalize().as_tuple().exponent
    return digits(Fraction(value), max(0, -int(exponent)))


def counted(size: str, unit: str) -> str:
    """`3 offences`, `1 offence`, `1 per 1,000 households`: digits before a unit, which is a plural."""
    return f"{size} {singular(unit) if size == '1' and not unit.startswith('per ') else unit}"


def singular(unit: str) -> str:
    """`offence` for `offences`, `entry` for `entries`; what does not end like these stays as it is."""
    if unit.endswith("ies"):
        return f"{unit.removesuffix('ies')}y"
    if unit.endswith(("sses", "ches", "shes", "xes")):
        return unit.removesuffix("es")
    return unit if unit.endswith("ss") else unit.removesuffix("s")


def article(number: str) -> str:
    """`a` or `an`, as the digits are read aloud: an 8, an 11, an 18, an 80, a 110."""
    whole = number.split(".", maxsplit=1)[0]
    leading = whole.split(",")[0]
    return "an" if whole.startswith("8") or leading in ("11", "18") else "a"
