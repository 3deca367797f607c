"""Sets of small numbers as Python integers: bit n is set when n is in the set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import compress, count
from math import gcd
from operator import or_

BINARY_DIGITS = bytes.maketrans(b"01", b"\x00\x01")


def bitset(members: Iterable[int]) -> int:
    """The set of the given numbers."""
    return reduce(or_, map((1).__lshift__, members), 0)


def members(bits: int) -> list[int]:
    """The numbers in a set, ascending. Cost: linear in the largest number."""
    return list(compress(count(), flags(bits, 1)))


def flags(bits: int, length: int) -> bytes:
    """By number, from 0: whether it is in a set, as 0 or 1; for so many numbers at least."""
    return f"{bits:0{length}b}"[::-1].encode().translate(BINARY_DIGITS)


def union(sets: Iterable[int]) -> int:
    """The union of sets."""
    return reduce(or_, sets, 0)


def in_at_least(times: int, sets: Iterable[int]) -> int:
    """The numbers that are in at least so many of some sets."""
    in_so_many = [-1, *[0] * times]
    for bits in sets:
        for often in range(times, 0, -1):
            in_so_many[often] |= in_so_many[often - 1] & bits
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
