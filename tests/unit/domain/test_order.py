"""The canonical order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from networkx import DiGraph, ancestors, lexicographical_topological_sort, simple_cycles

from roadmap.domain.graph.order import canonical_order

before = st.integers(1, 12).flatmap(
    lambda size: st.lists(st.lists(st.integers(0, size - 1), max_size=3), min_size=size, max_size=size)
)


@given(before)
def test_it_is_the_first_topological_order_of_all_that_no_cycle_stands_before(needed: list[list[int]]) -> None:
    graph: DiGraph[int] = DiGraph()
    graph.add_nodes_from(range(len(needed)))
    graph.add_edges_from((other, number) for number, others in enumerate(needed) for other in others)
    tangled = {number for cycle in simple_cycles(graph) for number in cycle}
    sound = [number for number in graph if not ({number} | ancestors(graph, number)) & tangled]
    assert canonical_order(needed) == list(lexicographical_topological_sort(graph.subgraph(sound)))
