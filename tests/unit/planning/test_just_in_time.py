"""The parts that `just-in-time` is made of."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest

from roadmap.domain.plan import PlanRequest
from roadmap.planning.goal import Goal, compile_goal
from roadmap.planning.ordering.just_in_time.arrangement import Arrangement, attempts
from roadmap.planning.ordering.just_in_time.depth_first import depth_first
from roadmap.planning.ordering.just_in_time.pulls import Pulls
from roadmap.planning.ordering.just_in_time.usage import usage_of
from tests.building.documents import any_of, document, role, skill, unit
from tests.building.large_graphs import SHAPES, generate
from tests.building.plans import compiled, edges, mean_distance, planner, recommendations


@pytest.fixture(params=sorted(SHAPES))
def shape(request: pytest.FixtureRequest) -> str:
    return request.param


def goal_of(made: dict, name: str) -> Goal:
    graph = compiled(made)
    return compile_goal(graph, graph.roles[name])


def test_the_depth_first_order_obeys_the_edges(shape: str) -> None:
    goal = goal_of(generate(shape, 120, seed=3), "wide")
    assert obeys(goal, depth_first(goal))


def test_usage_knows_the_options_chosen_alone() -> None:
    goal = goal_of(
        document(
            [
                skill("aws", 9),
                skill("azure", 5, requires=["linux"]),
                skill("linux", 1),
                skill("deploying", requires=[any_of("aws", "azure")]),
            ],
            [role("engineer", "deploying")],
        ),
        "engineer",
    )
    place = {unit: place for place, unit in enumerate(goal.unit_ids)}
    usage = usage_of(goal)
    assert {unit for unit, n in place.items() if usage.usual[n]} == {"azure@1", "linux@1", "deploying@1"}
    assert list(usage.needs[place["deploying@1"]]) == [place["azure@1"]]
    assert list(usage.uses[place["azure@1"]]) == [place["deploying@1"]]
    assert list(usage.uses[place["aws@1"]]) == [place["deploying@1"]]
    assert usage.wanted == {place["deploying@1"]}


def test_the_budget_is_reckoned_from_the_order_that_networkx_makes(shape: str) -> None:
    made = generate(shape, 120, seed=3)
    goal, plan = goal_of(made, "wide"), planner(made).build_plan(PlanRequest(role="wide"))
    usage, graph = usage_of(goal), edges(plan.steps)
    alphabetical = list(nx.lexicographical_topological_sort(nx.compose(graph, recommendations(plan))))
    assert [goal.unit_ids[place] for place in usage.alphabetical()] == alphabetical
    assert usage.distance(usage.alphabetical()) == pytest.approx(
        mean_distance(graph, alphabetical) * graph.number_of_edges()
    )


def test_what_is_recommended_counts_for_the_budget_too() -> None:
    made = document(
        [skill("a", recommends=[unit("z@1", "It helps.")]), skill("z"), skill("top", requires=["a", "z"])],
        [role("engineer", "top")],
    )
    goal = goal_of(made, "engineer")
    assert [goal.unit_ids[place] for place in usage_of(goal).alphabetical()] == ["z@1", "a@1", "top@1"]


def test_moves_that_may_cost_nothing_never_raise_the_cost_nor_break_an_edge(shape: str) -> None:
    goal = goal_of(generate(shape, 120, seed=3), "wide")
    pulls = Pulls(usage_of(goal))
    arrangement = Arrangement(goal, pulls.length, depth_first(goal))
    arrangement.slopes = pulls.slopes(arrangement.position)
    costs = [arrangement.cost()]
    for attempt in attempts(seed=1, number=400):
        arrangement.move(attempt)
        costs.append(arrangement.cost())
    assert all(after <= before for before, after in pairwise(costs))
    assert costs[-1] < costs[0]
    assert obeys(goal, arrangement.order)
    assert [arrangement.position[place] for place in arrangement.order] == list(range(len(arrangement.order)))


def test_a_move_never_costs_more_than_allowed(shape: str) -> None:
    goal = goal_of(generate(shape, 120, seed=3), "wide")
    pulls = Pulls(usage_of(goal))
    arrangement = Arrangement(goal, pulls.length, depth_first(goal))
    arrangement.slopes, arrangement.allowed = pulls.slopes(arrangement.position), 700
    cost, changes = arrangement.cost(), []
    for attempt in attempts(seed=1, number=400):
        arrangement.move(attempt)
        changes.append(arrangement.cost() - cost)
        cost = arrangement.cost()
    assert 0 < max(changes) <= 700


def obeys(goal: Goal, order: list[int]) -> bool:
    position = {place: n for n, place in enumerate(order)}
    return sorted(order) == list(range(len(goal.units))) and all(
        position[before] < position[place] for place, earlier in enumerate(goal.before) for before in earlier
    )
