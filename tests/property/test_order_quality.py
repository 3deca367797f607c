"""What `just-in-time` promises, in figures."""

from __future__ import annotations

from functools import cache
from statistics import mean

import networkx as nx

from roadmap.domain.plan import PlanRequest
from roadmap.planning.plan import Plan
from tests.building.large_graphs import SHAPES, generate
from tests.building.plans import edges, mean_distance, planner, recommendations, steps_to_first_use


def test_prerequisites_come_at_least_15_percent_closer_to_their_use_than_in_alphabetical_order() -> None:
    ratios = [
        mean_distance(edges(made.steps), made.unit_ids) / mean_distance(edges(made.steps), alphabetical(made))
        for made in plans()
    ]
    assert mean(ratios) <= 0.85
    assert max(ratios) <= 1
    assert sum(ratio <= 0.85 for ratio in ratios) >= 0.9 * len(ratios)


def test_it_is_at_most_half_as_far_to_a_first_use_as_in_alphabetical_order() -> None:
    steps = [mean(steps_to_first_use(edges(made.steps), made.unit_ids)) for made in plans()]
    before = [mean(steps_to_first_use(edges(made.steps), alphabetical(made))) for made in plans()]
    assert mean(steps) <= 0.5 * mean(before)
    assert sum(after <= first for after, first in zip(steps, before, strict=True)) >= 0.9 * len(steps)


@cache
def plans() -> tuple[Plan, ...]:
    """The plans from nothing of roles in graphs of every shape."""
    made = []
    for shape in sorted(SHAPES):
        for size, seed in ((40, 1), (90, 2), (150, 3), (220, 4)):
            makes = planner(generate(shape, size, seed))
            made += [makes.build_plan(PlanRequest(role=role)) for role in ("goal", "wide")]
    return tuple(made)


def alphabetical(made: Plan) -> list[str]:
    """The same steps in alphabetical order, as far as the edges allow."""
    return list(nx.lexicographical_topological_sort(nx.compose(edges(made.steps), recommendations(made))))
