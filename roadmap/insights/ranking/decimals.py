"""Exact decimals, so that what is shown is what was reckoned with, and a score can be added up by hand.

One rule for all of them: further places are cut off, and nothing is rounded up.
"""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

TWO = Decimal("0.01")
FOUR = Decimal("0.0001")


def cut(number: Decimal, places: Decimal = FOUR) -> Decimal:
    """A number without its further places.

    >>> cut(Decimal("-0.87659"), TWO)
    Decimal('-0.87')
    """
    return number.quantize(places, ROUND_DOWN)


def as_given(number: float) -> Decimal:
    """A number as someone wrote it, to two places: of 0.29 exactly 0.29, not the binary fraction nearest to it."""
    return cut(Decimal(str(number)), TWO)


def ratio(part: float, whole: float, places: Decimal = FOUR) -> Decimal:
    """One number divided by another, cut; 0 where the whole is 0."""
    return cut(Decimal(str(part)) / Decimal(str(whole)), places) if whole else Decimal(0)


def shown(number: Decimal) -> float:
    """A number as it goes into an answer: whole where it is whole, and 0 without a sign."""
    return int(number) if number == int(number) else float(number)
