"""What `just-in-time` promises, in figures."""

from __future__ import annotations

from statistics import mean

import networkx as nx

from roadmap.domain.plan import PlanRequest
from tests.building.large_graphs import SHAPES, generate
from tests.building.plans import edges, mean_distance, planner, recommendations


def test_prerequisites_come_at_least_15_percent_closer_to_their_use_than_in_alphabetical_order() -> None:
    ratios = []
    for shape in sorted(SHAPES):
        for size, seed in ((40, 1), (90, 2), (150, 3), (220, 4)):
            makes = planner(generate(shape, size, seed))
            for role in ("goal", "wide"):
                made = makes.build_plan(PlanRequest(role=role))
                graph = edges(made.steps)
                alphabetical = nx.lexicographical_topological_sort(nx.compose(graph, recommendations(made)))
                ratios.append(mean_distance(graph, made.unit_ids) / mean_distance(graph, alphabetical))
    assert mean(ratios) <= 0.85
    assert sum(ratio <= 1 for ratio in ratios) >= 0.9 * len(ratios)
