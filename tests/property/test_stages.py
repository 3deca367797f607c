"""Both ways to find stages agree with the topological generations of what is to be learnt."""

from __future__ import annotations

from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.planning.bitset import bitset
from roadmap.planning.stages import MOST_STEPS, AllAtOnce, OneByOne, StageFinder, stage_finder

Steps = tuple[list[int], list[list[int]], list[int]]
"""The places of steps, what each builds on by position, and the positions to learn, with all that builds on them."""


@st.composite
def steps(draw: st.DrawFn) -> Steps:
    random, count = Random(draw(st.integers(0, 10_000))), draw(st.integers(0, 60))
    places = random.sample(range(count + 20), count)
    builds_on = [random.sample(range(n), min(n, random.randint(0, 3))) for n in range(count)]
    graph = _graph(builds_on)
    wanted = random.sample(range(count), draw(st.integers(0, count)))
    return places, builds_on, sorted(set(wanted).union(*(nx.descendants(graph, n) for n in wanted)))


def _graph(builds_on: list[list[int]]) -> nx.DiGraph:
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(builds_on)))
    graph.add_edges_from((earlier, n) for n, befores in enumerate(builds_on) for earlier in befores)
    return graph


def _in_numbers(find: StageFinder, made: Steps) -> dict[int, int]:
    places, _, to_learn = made
    found = find(bitset(places[n] for n in to_learn))
    assert all(stage & stage + 1 == 0 for stage in found)
    return {n: stage.bit_length() for n, stage in enumerate(found) if stage}


@given(steps())
def test_stages_are_the_topological_generations_of_what_is_to_be_learnt(made: Steps) -> None:
    places, builds_on, to_learn = made
    left = _graph(builds_on).subgraph(to_learn)
    generations = {n: number for number, all_of in enumerate(nx.topological_generations(left), 1) for n in all_of}
    assert _in_numbers(OneByOne(places, builds_on), made) == generations
    assert _in_numbers(AllAtOnce(places, builds_on, "Q"), made) == generations
    assert _in_numbers(stage_finder(places, builds_on), made) == generations


@given(steps(), st.lists(st.integers(0, 10_000), max_size=300))
def test_what_was_asked_before_changes_no_stage(made: Steps, seeds: list[int]) -> None:
    places, builds_on, _ = made
    find = AllAtOnce(places, builds_on, "Q")
    for seed in seeds:
        find(bitset(Random(seed).sample(places, Random(seed).randint(0, len(places)))))
    assert _in_numbers(find, made) == _in_numbers(OneByOne(places, builds_on), made)


@pytest.mark.parametrize(
    ("count", "chain", "way"),
    [
        (MOST_STEPS, 64, AllAtOnce),
        (MOST_STEPS, 65, OneByOne),
        (MOST_STEPS + 1, 1, OneByOne),
    ],
)
def test_only_steps_that_are_few_and_shallow_are_taken_at_once(count: int, chain: int, way: type) -> None:
    builds_on = [[n - 1] if 0 < n < chain else [] for n in range(count)]
    find = stage_finder(range(count), builds_on)
    assert isinstance(find, way)
    assert max(find((1 << count) - 1)).bit_length() == chain
