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


class PinnedLibrary:
    """The graphs of a library as they stood when each was first asked for, whatever the library does meanwhile: for
    answers in many parts that must all be of one version. For one thread."""

    def __init__(self, library: GraphLibrary) -> None:
        self._library = library
        self._pinned: dict[str | None, Planner] = {}

    def planner(self, graph_id: str | None = None) -> Planner:
        """The planner of a graph, or of the default graph; GraphNotFoundError with suggestions."""
        if graph_id not in self._pinned:
            found = self._library.planner(graph_id)
            self._pinned[graph_id] = self._pinned.setdefault(found.compiled.graph.id, found)
        return self._pinned[graph_id]

    def planners(self) -> tuple[Planner, ...]:
        """All planners, the default graph's first."""
        return tuple(self.planner(planner.compiled.graph.id) for planner in self._library.planners())
