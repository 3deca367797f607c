"""The line that each request leaves in the log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from roadmap.web.front.observed import Observation, Observer

Write = Callable[[dict[str, Any]], None]
"""Writes a line with some members."""


def log_requests(write: Write) -> Observer:
    """An observer that writes a line for each request."""

    def write_line(seen: Observation) -> None:
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
        members["request_id"] = seen.request_id
        write(members)

    return write_line
