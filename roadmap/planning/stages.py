"""The stages of a plan's steps: 1 for a step that builds on nothing to learn, else one more than what it builds on.

A stage is the number of steps on the longest chain up to and including a step, and is kept in *unary*: a number with
so many of its lowest bits set, 0 for a step that is struck out. The longest of some chains is then what is set by any
of them. With the stages of all steps side by side in the lanes of one number, the union of the chains that begin with
what is to be learnt finds them all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress
from struct import Struct, calcsize

from roadmap.planning.bitset import bitset, flags, union

FIRST = 1
"""The first stage, in unary."""

MOST_STEPS = 256
"""How many steps are given lanes: what is prepared grows with their square."""

LANES = "BHIQ"
"""Lanes of 8, 16, 32 and 64 bits, in the terms of `struct`."""

StageFinder = Callable[[int], Sequence[int]]
"""From the places to learn, with all that needs them, as a bitset: by position, the stage of each step, in unary."""


def stage_finder(places: Sequence[int], builds_on: Sequence[Sequence[int]]) -> StageFinder:
    """The way to find the stages of steps at some places, that build on earlier ones (by position)."""
    one_by_one = OneByOne(places, builds_on)
    deepest = max(one_by_one(bitset(places)), default=0)
    lane = next((code for code in LANES if calcsize(code) * 8 >= deepest.bit_length()), None)
    return one_by_one if lane is None or len(places) > MOST_STEPS else AllAtOnce(places, builds_on, lane)


class OneByOne:
    """Goes from step to step."""

    def __init__(self, places: Sequence[int], builds_on: Sequence[Sequence[int]]) -> None:
        self.places = places
        self.builds_on = builds_on

    def __call__(self, to_learn: int) -> list[int]:
        """The stages. Cost: linear in the steps and what they build on."""
        stages = [0] * len(self.places)
        there = flags(to_learn, max(self.places, default=0) + 1)
        for n, (place, earlier) in enumerate(zip(self.places, self.builds_on, strict=True)):
            if there[place]:
                stages[n] = max(map(stages.__getitem__, earlier), default=0) << 1 | 1
        return stages


class AllAtOnce:
    """Unites chains. The first step's lane is the highest, so that later steps make for smaller numbers; `chains` holds
    for each place the longest chains that begin there."""

    def __init__(self, places: Sequence[int], builds_on: Sequence[Sequence[int]], lane: str) -> None:
        self.lanes = Struct(f">{len(places)}{lane}")
        chains = dict(zip(places, _chains(builds_on, 8 * calcsize(lane)), strict=True))
        self.chains = [chains.get(place, 0) for place in range(max(places, default=0) + 1)]

    def __call__(self, to_learn: int) -> tuple[int, ...]:
        """The stages. Cost: linear in the steps to learn, times the size of all lanes."""
        longest = union(compress(self.chains, flags(to_learn, 1)))
        return self.lanes.unpack(longest.to_bytes(self.lanes.size, "big"))


def _chains(builds_on: Sequence[Sequence[int]], width: int) -> list[int]:
    """For each step the longest chains that begin with it."""
    count = len(builds_on)
    chains = [1 << width * (count - 1 - n) for n in range(count)]
    every_first = union(chains)
    for n in reversed(range(count)):
        one_longer = chains[n] << 1 | chains[n] & every_first
        for earlier in builds_on[n]:
            chains[earlier] |= one_longer
    return chains
