"""The ports through which services reach the graphs that are loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from roadmap.domain.graph.model import GraphVersion
from roadmap.planning import Planner


class GraphLibrary(Protocol):
    """The graphs that can be planned on, each behind a planner. Implementations are safe for several threads."""

    def planner(self, graph_id: str | None = None) -> Planner:
        """The planner of a graph, or of the default graph; GraphNotFoundError with suggestions."""
        ...

    def planners(self) -> tuple[Planner, ...]:
        """All planners, the default graph's first."""
        ...


class GraphSource(Protocol):
    """Where the graphs come from, which may change while they are served. Safe for several threads."""

    def current(self) -> GraphLibrary:
        """The graphs as they are now. Whatever is loaded later, they stay so: an answer is made from one of these."""
        ...

    def outdated(self) -> tuple[str, ...]:
        """The ids of graphs whose files have changed to what cannot be served, so that the version before is."""
        ...


@dataclass(frozen=True, slots=True)
class GraphReplaced:
    """A new version of a graph is served from here on; reading it took so many seconds."""

    old: GraphVersion
    new: GraphVersion
    seconds: float


@dataclass(frozen=True, slots=True)
class GraphRefused:
    """The files of a graph were changed to what cannot be served, for these reasons; `serving` stays."""

    serving: GraphVersion
    reasons: tuple[str, ...]


GraphEvent = GraphReplaced | GraphRefused
"""What happens to the graphs of a service that runs."""
