"""The port through which services reach the graphs that are loaded."""

from __future__ import annotations

from typing import Protocol

from roadmap.planning import Planner


class GraphLibrary(Protocol):
    """The graphs that can be planned on, each behind a planner. Implementations are safe for several threads."""

    def planner(self, graph_id: str | None = None) -> Planner:
        """The planner of a graph, or of the default graph; GraphNotFoundError with suggestions."""
        ...

    def planners(self) -> tuple[Planner, ...]:
        """All planners, the default graph's first."""
        ...
