"""The shipped graph keeps the chains of the classic curriculum.

The pairs were chosen from the contents of textbooks before the graph was looked at, and never to fit it: where the
graph is right to differ, the pair stays and says so under `disputed`.
"""

from __future__ import annotations

from collections import Counter
from graphlib import TopologicalSorter

import pytest

from roadmap.adapters.graph_files import read_graph
from roadmap.adapters.shipped import shipped_graph
from roadmap.domain.graph.compiled import compile_graph
from roadmap.domain.plan import PlanRequest
from roadmap.errors import UnreachableTargetsError
from roadmap.planning import Planner
from roadmap.planning.ordering import BY_NAME
from tests.curriculum.textbooks import Pair, read_pairs, read_units

PAIRS = read_pairs()
UNITS = read_units()

APART = [pair for pair in PAIRS if UNITS[pair.after].after not in UNITS[pair.before].before]
"""The pairs that lie between two units: within one, the order is the unit's own affair."""

KEPT = [pair for pair in APART if not pair.disputed]
DISPUTED = [pair for pair in APART if pair.disputed]


@pytest.fixture(scope="module")
def planner() -> Planner:
    return Planner(compile_graph(read_graph(shipped_graph())))


def has_a_way_round(planner: Planner, pair: Pair) -> bool:
    """Whether some plan, whatever it chooses, leads to the later concept without the earlier one."""
    try:
        planner.build_plan(PlanRequest(targets=(UNITS[pair.after].after,), avoid=UNITS[pair.before].before))
    except UnreachableTargetsError:
        return False
    return True


@pytest.mark.parametrize("pair", KEPT, ids=str)
def test_there_is_no_way_round_what_has_to_come_first(planner: Planner, pair: Pair) -> None:
    assert not has_a_way_round(planner, pair), f"{pair.because} ({pair.source.title})"


@pytest.mark.parametrize("pair", DISPUTED, ids=str)
def test_a_dispute_is_struck_out_once_the_graph_keeps_the_pair(planner: Planner, pair: Pair) -> None:
    assert has_a_way_round(planner, pair)


@pytest.mark.parametrize("strategy", BY_NAME)
def test_a_plan_of_the_whole_curriculum_keeps_the_order_of_every_pair(planner: Planner, strategy: str) -> None:
    everything = tuple(dict.fromkeys(UNITS[pair.after].after for pair in KEPT))
    steps = planner.build_plan(PlanRequest(targets=everything, strategy=strategy)).unit_ids
    place = {unit: position for position, unit in enumerate(steps)}
    late = len(steps)
    for pair in KEPT:
        first = min(place.get(unit, late) for unit in UNITS[pair.before].before)
        assert first < place[UNITS[pair.after].after], str(pair)


def test_there_are_pairs_enough_from_every_field() -> None:
    assert len(KEPT) >= 150
    assert min(Counter(pair.field for pair in KEPT).values()) >= 15


def test_few_pairs_are_disputed() -> None:
    assert len(DISPUTED) <= len(PAIRS) / 10


def test_no_pair_stands_twice() -> None:
    assert max(Counter((pair.before, pair.after) for pair in PAIRS).values()) == 1


def test_the_books_do_not_contradict_each_other() -> None:
    order: TopologicalSorter[str] = TopologicalSorter()
    for pair in PAIRS:
        order.add(pair.after, pair.before)
    order.prepare()


def test_every_source_is_named_once_with_its_author_and_edition() -> None:
    sources = {pair.source for pair in PAIRS}
    assert all(source.title and source.by and source.edition for source in sources)
    assert max(Counter(source.title for source in sources).values()) == 1


def test_the_graph_teaches_every_concept(planner: Planner) -> None:
    concepts = {concept for pair in PAIRS for concept in (pair.before, pair.after)}
    assert concepts == UNITS.keys()
    units = {unit for taught in UNITS.values() for unit in (*taught.before, taught.after)}
    assert units <= planner.compiled.number.keys()


def test_what_a_concept_is_as_a_prerequisite_is_no_deeper_than_what_it_is_as_a_goal(planner: Planner) -> None:
    for taught in UNITS.values():
        goal = planner.compiled.units[planner.compiled.number[taught.after]]
        for unit in taught.before:
            known = planner.compiled.units[planner.compiled.number[unit]]
            assert known.skill is not goal.skill or known.level.number <= goal.level.number, unit
