"""The shipped graph, read once."""

from __future__ import annotations

from functools import cache

from roadmap.adapters.graph_files import read_graph
from roadmap.adapters.shipped import shipped_graph
from roadmap.domain.graph.compiled import CompiledGraph, compile_graph
from roadmap.planning import Planner


@cache
def shipped() -> CompiledGraph:
    """The graph of the project, compiled."""
    return compile_graph(read_graph(shipped_graph()))


def shipped_planner() -> Planner:
    """A planner on it that remembers nothing yet."""
    return Planner(shipped())
