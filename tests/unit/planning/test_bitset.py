"""Sets of small numbers as integers, and their weights."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from roadmap.planning.bitset import bitset, in_at_least, members, union, weights

sets = st.frozensets(st.integers(0, 200))


@given(sets)
def test_a_set_gives_its_members_back_in_order(numbers: frozenset[int]) -> None:
    assert members(bitset(numbers)) == sorted(numbers)


@given(st.lists(sets))
def test_a_union_holds_what_any_of_the_sets_holds(many: list[frozenset[int]]) -> None:
    assert union(map(bitset, many)) == bitset(frozenset().union(*many))


@given(st.lists(sets, min_size=1, max_size=6), st.integers(1, 6))
def test_what_is_in_at_least_so_many_sets(many: list[frozenset[int]], times: int) -> None:
    counts = Counter(number for numbers in many for number in numbers)
    assert in_at_least(times, map(bitset, many)) == bitset(n for n, count in counts.items() if count >= times)


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=100), st.data())
def test_a_set_weighs_as_much_as_its_members_together(values: list[int], data: st.DataObject) -> None:
    numbers = data.draw(st.frozensets(st.integers(0, len(values) - 1)))
    assert weights(values).weigh(bitset(numbers)) == sum(values[number] for number in numbers)


def test_nothing_weighs_nothing() -> None:
    assert weights([]).weigh(0) == weights([0, 0]).weigh(0b11) == 0
