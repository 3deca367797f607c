"""The composition root: the one place where ports meet their adapters."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from wsgiref.types import WSGIApplication

from roadmap.adapters.graph_shelf import GraphShelf, load_graphs
from roadmap.adapters.live_graphs import LiveGraphs
from roadmap.adapters.logs import request_log, set_up_logs
from roadmap.adapters.shipped import shipped_graph
from roadmap.adapters.system_clock import SystemClock
from roadmap.config import Settings, read_settings
from roadmap.services.library import GraphEvent, GraphReplaced, GraphSource
from roadmap.web.app import create_app
from roadmap.web.front import stand_in_front
from roadmap.web.front.log import log_requests
from roadmap.web.metrics import REQUEST_COUNTS, count_graph_event, count_graphs
from roadmap.web.service import BodyLimits

log = logging.getLogger(__name__)


def build_library(graphs: Sequence[Path], cache_dir: Path | None = None) -> GraphShelf:
    """The graphs at some paths, or the shipped one. DefectiveGraphError or OSError if one cannot be used."""
    return load_graphs(graphs or [shipped_graph()], cache_dir)


def build_app(environment: Mapping[str, str]) -> WSGIApplication:
    """The web service as set up by an environment."""
    settings = read_settings(environment)
    set_up_logs(settings.log_format, settings.log_level)
    graphs = _follow_graphs(settings)
    count_graphs(graphs.current())
    REQUEST_COUNTS.publish_regularly()
    limits = BodyLimits(settings.max_body, settings.max_job_ads, settings.max_batch)
    app = create_app(graphs, limits, settings.public_url, SystemClock(), settings.other_origins)
    write = request_log(settings.log_format, settings.log_level)
    observers = (REQUEST_COUNTS.note,) if write is None else (log_requests(write), REQUEST_COUNTS.note)
    stand_in_front(app, graphs, settings.kept_answers, observers)
    return app


def _follow_graphs(settings: Settings) -> GraphSource:
    """The graphs, followed from now on if so set."""
    if not settings.reload_seconds:
        return build_library(settings.graphs, settings.cache_dir)
    graphs = LiveGraphs(settings.graphs or [shipped_graph()], _tell, settings.cache_dir)
    graphs.follow(settings.reload_seconds)
    return graphs


def _tell(event: GraphEvent) -> None:
    """Log and count what happened to a graph: each defect once, on a line of its own."""
    count_graph_event(event)
    if isinstance(event, GraphReplaced):
        new = {"graph": event.new.id, "version": event.new.version, "digest": event.new.digest[:12]}
        log.info("graph replaced", extra={**new, "seconds": round(event.seconds, 3)})
        return
    kept = {"graph": event.serving.id, "version": event.serving.version}
    for reason in event.reasons:
        log.error("graph refused", extra={**kept, "defect": reason})
