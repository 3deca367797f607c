"""Graphs that follow their files: changed ones are read again while the old ones are served, and swapped at once."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from threading import Event, Thread
from time import perf_counter

from roadmap.adapters.file_signature import Signature, signature
from roadmap.adapters.graph_shelf import GraphShelf, load_graph
from roadmap.domain.plan import PlanRequest
from roadmap.errors import DefectiveGraphError
from roadmap.planning import Planner
from roadmap.services.library import GraphEvent, GraphRefused, GraphReplaced

Listener = Callable[[GraphEvent], None]

SWITCH_SECONDS = 0.0005
"""How long the reading thread may keep the interpreter while others wait for it; Python's own is ten times that."""


@dataclass(slots=True)
class _Watched:
    """A path with the planner that is served from it. `tried` is what its files were when they were last read, `seen`
    when they were last looked at."""

    path: Path
    planner: Planner
    tried: Signature
    seen: Signature
    refused: bool = False


class LiveGraphs:
    """A GraphSource that follows the files of its graphs.

    Looking costs a stat a file. What has changed is read once it has stayed the same for two looks, and what changes
    while it is read does not count: so a folder in the middle of a copy is left alone. What cannot be served is told to
    the listener and not read again before it changes again; the graph before stays.
    """

    def __init__(self, paths: Sequence[Path], listener: Listener, cache_dir: Path | None = None) -> None:
        """`cache_dir` keeps compiled graphs in files. DefectiveGraphError or OSError if a graph cannot be used now."""
        self._listener = listener
        self._cache_dir = cache_dir
        self._watched = [_watch(path, cache_dir) for path in paths]
        self._shelf = self._put_up()
        self._stopped = Event()

    def current(self) -> GraphShelf:
        """The graphs as they are now; they stay so."""
        return self._shelf

    def outdated(self) -> tuple[str, ...]:
        """The ids of graphs whose files have changed to what cannot be served."""
        return tuple(watched.planner.compiled.graph.id for watched in self._watched if watched.refused)

    def look(self) -> None:
        """Look once, and serve what has changed and settled. For one thread at a time."""
        events = [event for event in map(self._follow, self._watched) if event is not None]
        if any(isinstance(event, GraphReplaced) for event in events):
            self._shelf = self._put_up()
        for event in events:
            self._listener(event)

    def follow(self, seconds: float) -> None:
        """Look every so many seconds (a tenth more or less, so that processes do not read at the same time), in a
        thread that ends with the process."""
        Thread(target=self._keep_looking, args=(seconds,), name="graphs", daemon=True).start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    def _keep_looking(self, seconds: float) -> None:
        own = Random()  # noqa: S311 - nothing secret; and not what others may have seeded
        while not self._stopped.wait(seconds * own.uniform(0.9, 1.1)):
            try:
                self.look()
            except Exception:  # the thread must outlive whatever one look comes to
                logging.getLogger(__name__).exception("Looking for changed graphs failed")

    def _follow(self, watched: _Watched) -> GraphEvent | None:
        """Read a path again if it has changed and settled, and say what came of it."""
        now = signature(watched.path)
        settled, watched.seen = now == watched.seen, now
        if not settled or now == watched.tried:
            return None
        begun = perf_counter()
        read = _try(watched.path, self._cache_dir)
        if signature(watched.path) != now:
            return None
        watched.tried = now
        watched.refused = not isinstance(read, Planner)
        if not isinstance(read, Planner):
            return GraphRefused(watched.planner.compiled.version, read)
        return _replace(watched, read, perf_counter() - begun)

    def _put_up(self) -> GraphShelf:
        return GraphShelf(watched.planner for watched in self._watched)


def _replace(watched: _Watched, planner: Planner, seconds: float) -> GraphEvent | None:
    """Put a planner in the place of the one before, unless it says the same: that one remembers more."""
    old, new = watched.planner.compiled.version, planner.compiled.version
    if new == old:
        return None
    watched.planner = planner
    return GraphReplaced(old, new, seconds)


def _watch(path: Path, cache_dir: Path | None) -> _Watched:
    before = signature(path)
    return _Watched(path, load_graph(path, cache_dir), before, before)


def _try(path: Path, cache_dir: Path | None) -> Planner | tuple[str, ...]:
    """The planner of a graph, ready for the first request of each role; or why there is none."""
    try:
        with _yielding():
            planner = load_graph(path, cache_dir)
            for role in planner.compiled.roles:
                planner.build_plan(PlanRequest(role=role))
            return planner
    except DefectiveGraphError as error:
        return tuple(map(str, error.defects))
    except OSError as error:
        return (f"{path}: {error.strerror or error}",)
    except Exception as error:  # a file that breaks the reader must not break the service
        logging.getLogger(__name__).exception("Reading %s failed", path)
        return (f"{path}: {type(error).__name__}: {error}",)


@contextmanager
def _yielding() -> Iterator[None]:
    """Give the interpreter to threads that answer requests sooner than usual."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(min(usual, SWITCH_SECONDS))
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
