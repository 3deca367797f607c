"""What a view tells of its answer to whatever stands around the app: the log, the metrics and the kept answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import request

from roadmap.domain.graph.model import GraphVersion
from roadmap.services.library import GraphLibrary

TOLD = "roadmap.told"
"""The name in the WSGI environment."""


@dataclass(slots=True)
class Told:
    """`library` are the graphs that the request is answered from, once they are looked at; `graph` the one it was
    answered on. `route` is the template of the path, never the path itself; `steps` how many steps the plan has that
    was answered. `pure` marks an answer that depends on the graphs and the request alone, `static` one that depends on
    neither, `dated` one that depends on the day. `cache` says whether the answer was kept from before: hit, miss, or
    nothing where none is kept."""

    request_id: str = ""
    library: GraphLibrary | None = None
    graph: GraphVersion | None = None
    route: str = ""
    steps: int | None = None
    pure: bool = False
    static: bool = False
    dated: bool = False
    cache: str = ""


def told() -> Told:
    """What is told of the answer to this request."""
    environ = request.environ
    if TOLD not in environ:
        environ[TOLD] = Told()
    return cast(Told, environ[TOLD])
