"""Comparing roles."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap.domain.plan import PlanRequest
from roadmap.insights.comparison import Comparison, compare
from roadmap.services.library import GraphLibrary


def compare_roles(
    library: GraphLibrary, graph_id: str | None, roles: Sequence[str], request: PlanRequest
) -> Comparison:
    """Two to five different roles of a graph (None: the default one) side by side, for the learner of a request that
    names no role, no targets and no dates.

    Raises GraphNotFoundError and everything `Planner.build_plan` does.
    """
    return compare(library.planner(graph_id), roles, request)
