"""The composition root: the one place where ports meet their adapters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from wsgiref.types import WSGIApplication

from roadmap.adapters.graph_shelf import GraphShelf, load_graphs
from roadmap.adapters.shipped import shipped_graph
from roadmap.adapters.system_clock import SystemClock
from roadmap.config import Settings, read_settings
from roadmap.web.app import create_app
from roadmap.web.service import BodyLimits


def build_library(graphs: Sequence[Path], cache_dir: Path | None = None) -> GraphShelf:
    """The graphs at some paths, or the shipped one. DefectiveGraphError or OSError if one cannot be used."""
    return load_graphs(graphs or [shipped_graph()], cache_dir)


def build_app(environment: Mapping[str, str]) -> WSGIApplication:
    """The web service as set up by an environment."""
    settings: Settings = read_settings(environment)
    library = build_library(settings.graphs, settings.cache_dir)
    limits = BodyLimits(settings.max_body, settings.max_job_ads, settings.max_batch)
    return create_app(library, limits, settings.public_url, SystemClock(), settings.other_origins)
