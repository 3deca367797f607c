"""The figures of a plan equal those that networkx finds from what the steps say they require."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given

from tests.building.case import Case
from tests.building.large_graphs import large_cases
from tests.building.plans import edges
from tests.building.rulebook import satisfied
from tests.building.small_graphs import SOME, cases

everywhere = cases(prefer=SOME) | large_cases()


@given(everywhere)
def test_the_blocking_factor_counts_the_steps_that_need_a_step(case: Case) -> None:
    steps = case.plan().steps
    graph = edges(steps)
    assert {step.unit: step.blocking_factor for step in steps} == {
        unit: len(nx.descendants(graph, unit)) for unit in graph
    }


@given(everywhere)
def test_what_a_step_unlocks_are_the_steps_that_require_it(case: Case) -> None:
    steps = case.plan().steps
    graph = edges(steps)
    assert {step.unit: set(step.unlocks) for step in steps} == {unit: set(graph.successors(unit)) for unit in graph}


@given(everywhere)
def test_the_stage_of_a_step_is_its_topological_generation(case: Case) -> None:
    steps = case.plan().steps
    generations = enumerate(nx.topological_generations(edges(steps)), 1)
    assert {step.unit: step.stage for step in steps} == {unit: stage for stage, units in generations for unit in units}


@given(everywhere)
def test_the_delay_factor_is_the_longest_path_through_a_step(case: Case) -> None:
    steps = case.plan().steps
    graph = edges(steps)
    down, up = longest_paths_to(graph), longest_paths_to(graph.reverse())
    assert {step.unit: step.delay_factor for step in steps} == {unit: down[unit] + up[unit] - 1 for unit in graph}


def longest_paths_to(graph: nx.DiGraph) -> dict[str, int]:
    """The number of units on the longest path that ends in each unit."""
    longest: dict[str, int] = {}
    for unit in nx.topological_sort(graph):
        longest[unit] = 1 + max((longest[before] for before in graph.predecessors(unit)), default=0)
    return longest


@given(everywhere)
def test_the_critical_path_is_the_chain_with_the_most_hours(case: Case) -> None:
    made = case.plan()
    graph = edges(made.steps)
    weighted = nx.DiGraph()
    for unit, hours in graph.nodes(data="hours"):
        weighted.add_edge((unit, "start"), (unit, "end"), weight=hours)
    weighted.add_edges_from(((before, "end"), (after, "start"), {"weight": 0}) for before, after in graph.edges)
    assert made.summary.critical_path_hours == pytest.approx(nx.dag_longest_path_length(weighted))
    assert all(graph.has_edge(before, after) for before, after in pairwise(made.critical_path))
    hours = dict(graph.nodes(data="hours"))
    assert made.summary.critical_path_hours == pytest.approx(sum(hours[unit] for unit in made.critical_path))


@given(everywhere)
def test_ready_now_is_the_first_stage_and_needs_nothing_unknown(case: Case) -> None:
    made, known = case.plan(), case.task.known
    assert list(made.ready_now) == [step.unit for step in made.steps if step.stage == 1]
    for unit in made.ready_now:
        assert all(satisfied(required, known) for required in case.rules.requires[unit])


@given(everywhere)
def test_positions_and_hours_add_up(case: Case) -> None:
    made = case.plan()
    assert [step.position for step in made.steps] == list(range(1, len(made.steps) + 1))
    total = 0
    for step in made.steps:
        assert step.hours_before == total / 100
        total += case.rules.hours[step.unit]
    assert made.summary.hours == total / 100
    assert made.summary.steps == len(made.steps)
