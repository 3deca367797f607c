"""What a running service is made of, for the views that answer from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app, request
from werkzeug.exceptions import BadRequest

from roadmap.errors import GraphNotFoundError, UnknownReference, UnknownReferenceError
from roadmap.origins import OtherOrigins
from roadmap.services.clock import Clock
from roadmap.services.library import GraphLibrary
from roadmap.web.links import with_query

EXTENSION = "roadmap"


@dataclass(frozen=True, slots=True)
class BodyLimits:
    """The bytes that the body of a request may have; of one with job adverts; of one with the plans of a batch."""

    body: int
    job_ads: int
    batch: int


@dataclass(frozen=True, slots=True)
class Service:
    """The graphs served, the address the service is reached at (None: the one each request came to), the limits of
    bodies, the clock, and what pages of other origins may do."""

    library: GraphLibrary
    public_url: str | None
    limits: BodyLimits
    clock: Clock
    other_origins: OtherOrigins


def install(app: Flask, service: Service) -> None:
    """Make a service known to an app's views."""
    app.extensions[EXTENSION] = service


def library() -> GraphLibrary:
    """The graphs of the service that answers this request."""
    return _service().library


def clock() -> Clock:
    """The clock of the service that answers this request."""
    return _service().clock


def other_origins() -> OtherOrigins:
    """What pages of other origins may do with the service that answers this request."""
    return _service().other_origins


def library_with(graph_id: str | None) -> GraphLibrary:
    """The graphs, one of which a request names outside its path. UnknownReferenceError if there is none of this id."""
    try:
        library().planner(graph_id)
    except GraphNotFoundError as error:
        unknown = UnknownReference("graph", error.name, "graph", None, error.suggestions)
        raise UnknownReferenceError([unknown]) from error
    return library()


def address(path: str) -> str:
    """The absolute address of a path of this service; the path alone for a request that says no usable host."""
    here = request.root_url.rstrip("/") if request.host else ""
    return (_service().public_url or here) + path


def link(path: str, query: Sequence[tuple[str, str]]) -> str:
    """The absolute address of a path of this service with a query, in which ids stay readable."""
    return with_query(address(path), query)


def allow_job_ads() -> None:
    """Let the request have a body of the size that adverts need."""
    request.max_content_length = _service().limits.job_ads


def allow_batch() -> None:
    """Let the request have a body of the size that a batch of plans needs."""
    request.max_content_length = _service().limits.batch


def require_host() -> None:
    """BadRequest for a Host header that is not one (RFC 9112, 3.2), where links are made of it."""
    if _service().public_url is None and not request.host:
        raise BadRequest("The Host header cannot be read.")


def _service() -> Service:
    return cast(Service, current_app.extensions[EXTENSION])
