"""Sets of small numbers as Python integers: bit n is set when n is in the set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from math import gcd
from operator import or_


def bitset(members: Iterable[int]) -> int:
    """The set of the given numbers."""
    return reduce(or_, (1 << member for member in members), 0)


def members(bits: int) -> list[int]:
    """The numbers in a set, ascending. Cost: linear in the largest number."""
    return [place for place, digit in enumerate(reversed(bin(bits))) if digit == "1"]


def union(sets: Iterable[int]) -> int:
    """The union of sets."""
    return reduce(or_, sets, 0)


def in_at_least(times: int, sets: Iterable[int]) -> int:
    """The numbers that are in at least so many of some sets."""
    in_so_many = [-1, *[0] * times]
    for bits in sets:
        for count in range(times, 0, -1):
            in_so_many[count] |= in_so_many[count - 1] & bits
    return in_so_many[times]


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the numbers 0 … n−1, laid out so that a whole set is weighed by a few counts of bits.

    Plane k holds the numbers whose weight has bit k set, after division by the greatest common divisor: the
    weight of a set is the sum over k of 2ᵏ times the number of its members in plane k.
    """

    planes: tuple[int, ...]
    unit: int

    def weigh(self, bits: int) -> int:
        """The sum of the weights of a set's members, exactly."""
        return self.unit * sum((bits & plane).bit_count() << k for k, plane in enumerate(self.planes))


def weights(values: Sequence[int]) -> Weights:
    """Lay out the weights of 0 … n−1."""
    unit = gcd(*values) or 1
    scaled = [value // unit for value in values]
    height = max(scaled, default=0).bit_length()
    planes = tuple(bitset(n for n, value in enumerate(scaled) if value >> k & 1) for k in range(height))
    return Weights(planes, unit)
