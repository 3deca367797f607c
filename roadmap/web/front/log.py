"""The line that each request leaves in the log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from roadmap.web.front.observed import Observation, Observer

Line = Callable[..., Any]
"""Writes a line with an event and members: a method of a structlog logger."""


def log_requests(line: Line) -> Observer:
    """An observer that writes a line for each request."""

    def write(seen: Observation) -> None:
        told = seen.told
        members: dict[str, Any] = {
            "method": seen.method,
            "route": told.route,
            "status": seen.status,
            "ms": round(seen.seconds * 1000, 3),
            "bytes": seen.bytes,
        }
        if told.steps is not None:
            members["steps"] = told.steps
        if told.graph is not None:
            members |= {"graph": told.graph.id, "version": told.graph.version, "digest": told.graph.digest[:12]}
        if told.cache:
            members["cache"] = told.cache
        line("request", **members, request_id=seen.request_id)

    return write
