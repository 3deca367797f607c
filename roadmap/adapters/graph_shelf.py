"""The graphs given at start, read from their files and kept compiled: a GraphLibrary."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from roadmap.adapters.graph_cache import GraphCache
from roadmap.adapters.graph_files import read_graph
from roadmap.domain.graph.compiled import CompiledGraph, compile_graph
from roadmap.errors import GraphNotFoundError
from roadmap.planning import Planner
from roadmap.planning.suggestions import closest


class GraphShelf:
    """Planners by graph id; the first one given is the default."""

    def __init__(self, planners: Iterable[Planner]) -> None:
        self._planners = {planner.compiled.graph.id: planner for planner in planners}

    def planner(self, graph_id: str | None = None) -> Planner:
        """The planner of a graph, or of the default graph; GraphNotFoundError with suggestions."""
        if graph_id is None:
            return self.planners()[0]
        if graph_id not in self._planners:
            raise GraphNotFoundError(graph_id, closest(graph_id, {name: name for name in self._planners}))
        return self._planners[graph_id]

    def planners(self) -> tuple[Planner, ...]:
        """All planners, the default graph's first."""
        return tuple(self._planners.values())


def load_graphs(paths: Sequence[Path], cache_dir: Path | None = None) -> GraphShelf:
    """Read and compile every graph; DefectiveGraphError for the first that is defective, OSError for one that is
    not there."""
    return GraphShelf(load_graph(path, cache_dir) for path in paths)


def load_graph(path: Path, cache_dir: Path | None = None) -> Planner:
    """Read and compile one graph, or open it from a folder of compiled ones if there is one and the graph's files are
    as they were. Time and memory are linear in it, but for the canonical sort.

    DefectiveGraphError if it is defective, OSError if it is not there.
    """
    with _collector_held():
        return Planner(_read(path) if cache_dir is None else GraphCache(cache_dir).compiled(path, _read))


def _read(path: Path) -> CompiledGraph:
    return compile_graph(read_graph(path))


@contextmanager
def _collector_held() -> Iterator[None]:
    """Keep Python's cyclic garbage collector from running.

    A graph is millions of objects that all stay. The collector runs after so many new ones and looks through what is
    there already, again and again: a third or more of the time that a large graph takes, for nothing to collect.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
