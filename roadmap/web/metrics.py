"""The metrics, and their page for Prometheus.

Under gunicorn every worker writes its own file in a folder that the server sets up (see `adapters/metric_files.py`),
and the worker that is asked adds them all up.
"""

from __future__ import annotations

import atexit
from collections import deque
from collections.abc import Iterator
from threading import Lock, Thread
from time import sleep
from weakref import WeakKeyDictionary

from flask import Blueprint, Response
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Metric,
    generate_latest,
    values,
)
from prometheus_client.multiprocess import MultiProcessCollector

from roadmap.domain.graph.model import GraphVersion
from roadmap.planning import Planner
from roadmap.services.library import GraphEvent, GraphLibrary, GraphReplaced
from roadmap.web.answers import UNKEPT
from roadmap.web.front.observed import Observation

metrics = Blueprint("metrics", __name__)

KEPT = CollectorRegistry()
SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
STEPS = (0, 10, 25, 50, 75, 100, 150, 200, 300, 500, 1000)
GRAPH = ("graph", "version", "digest")
INFO = "roadmap_graph_info"

REQUESTS = Counter("roadmap_requests", "Requests.", ("route", "method", "status"), registry=KEPT)
LATENCY = Histogram(
    "roadmap_request_seconds", "Time to make an answer, without sending it.", ("route",), registry=KEPT, buckets=SECONDS
)
PLAN_STEPS = Histogram("roadmap_plan_steps", "Steps of the plans answered.", registry=KEPT, buckets=STEPS)
ANSWERS = Counter("roadmap_kept_answers", "Lookups of answers kept.", ("outcome",), registry=KEPT)
LOOKUPS = Counter("roadmap_planner_lookups", "Lookups in planners' caches.", ("cache", "outcome"), registry=KEPT)
SERVED = Gauge(INFO, "Workers that serve a graph's version.", GRAPH, registry=KEPT, multiprocess_mode="livesum")
OUTDATED = Gauge(
    "roadmap_graph_outdated",
    "1 where a graph's files have changed to what cannot be served.",
    ("graph",),
    registry=KEPT,
    multiprocess_mode="livemax",
)
RELOADS = Counter("roadmap_graph_reloads", "New versions taken, once a worker.", ("graph",), registry=KEPT)
REFUSALS = Counter("roadmap_graph_refusals", "New versions refused, once a worker.", ("graph",), registry=KEPT)
RELOAD_SECONDS = Histogram(
    "roadmap_graph_reload_seconds", "Time to read a new version.", registry=KEPT, buckets=(0.1, 0.5, 1, 2.5, 5, 10, 60)
)

PUBLISHED_EVERY = 1.0
"""Seconds."""

MOST_WAITING = 100_000
"""Requests that wait to be counted; more than a worker answers in a second."""


@metrics.get("/metrics")
def get_metrics() -> Response:
    """All metrics of all workers, as Prometheus reads them."""
    REQUEST_COUNTS.publish()
    response = Response(generate_latest(_registry()), content_type=CONTENT_TYPE_LATEST)
    response.headers["Cache-Control"] = UNKEPT
    return response


class RequestCounts:
    """Counts requests: how many, how long they took and what they asked for.

    A request only puts down what is to be counted. A thread does the counting, every second: that many at a time take a
    third of what each takes alone. A worker that is killed leaves at most a second uncounted.
    """

    def __init__(self) -> None:
        self._waiting: deque[Observation] = deque(maxlen=MOST_WAITING)
        self._publishing = Lock()
        self.note = self._waiting.append
        """Puts a request down: an observer."""

    def publish_regularly(self) -> None:
        """Count every second from now on, and at the end of the process."""
        Thread(target=self._keep_publishing, name="metrics", daemon=True).start()
        atexit.register(self.publish)

    def publish(self) -> None:
        """Count what was put down so far, and what the planners' caches counted themselves."""
        library = None
        with self._publishing:
            for _ in range(len(self._waiting)):
                seen = self._waiting.popleft()
                library = seen.told.library or library
                _count(seen)
            if library is not None:
                CACHES.publish(library)

    def _keep_publishing(self) -> None:
        while True:
            sleep(PUBLISHED_EVERY)
            self.publish()


def _count(seen: Observation) -> None:
    here = seen.told
    route = here.route or "none"
    REQUESTS.labels(route, seen.method, str(seen.status)).inc()
    LATENCY.labels(route).observe(seen.seconds)
    if here.steps is not None:
        PLAN_STEPS.observe(here.steps)
    if here.cache:
        ANSWERS.labels(here.cache).inc()


def count_graphs(library: GraphLibrary) -> None:
    """Say which versions are served as the service starts, and that all is well with each."""
    for planner in library.planners():
        version = planner.compiled.version
        SERVED.labels(*_labels(version)).set(1)
        OUTDATED.labels(version.id).set(0)
        RELOADS.labels(version.id)
        REFUSALS.labels(version.id)


def count_graph_event(event: GraphEvent) -> None:
    """Count what happened to a graph."""
    if isinstance(event, GraphReplaced):
        SERVED.labels(*_labels(event.old)).set(0)
        SERVED.labels(*_labels(event.new)).set(1)
        RELOADS.labels(event.new.id).inc()
        RELOAD_SECONDS.observe(event.seconds)
        OUTDATED.labels(event.new.id).set(0)
    else:
        REFUSALS.labels(event.serving.id).inc()
        OUTDATED.labels(event.serving.id).set(1)


class PlannerCaches:
    """What planners' caches counted, brought into the metrics: what that costs a request is nothing."""

    def __init__(self) -> None:
        self._published: WeakKeyDictionary[Planner, dict[tuple[str, str], int]] = WeakKeyDictionary()

    def publish(self, library: GraphLibrary) -> None:
        """Add what was counted since the last time."""
        for planner in library.planners():
            counted = planner.cache_lookups()
            before = self._published.get(planner, {})
            self._published[planner] = counted
            for name, count in counted.items():
                LOOKUPS.labels(*name).inc(max(0, count - before.get(name, 0)))


CACHES = PlannerCaches()
REQUEST_COUNTS = RequestCounts()


class _Served:
    """All workers' metrics, without versions that none of them serves any more."""

    def __init__(self, collector: MultiProcessCollector) -> None:
        self._collector = collector

    def collect(self) -> Iterator[Metric]:
        """The metrics."""
        for metric in self._collector.collect():
            if metric.name == INFO:
                metric.samples = [sample for sample in metric.samples if sample.value]
            yield metric


def _registry() -> CollectorRegistry:
    """What one process counted, or all of them where each has a file."""
    if not getattr(values.ValueClass, "_multiprocess", False):
        return KEPT
    together = CollectorRegistry()
    together.register(_Served(MultiProcessCollector(None)))
    return together


def _labels(version: GraphVersion) -> tuple[str, str, str]:
    return version.id, version.version, version.digest[:12]
