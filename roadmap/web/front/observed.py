"""A line in the log, a count in the metrics and an id for every request."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from secrets import token_hex
from time import perf_counter
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from roadmap.web.told import TOLD, Told

REQUEST_ID = "X-Request-Id"

USABLE = re.compile(r"[A-Za-z0-9._-]{1,64}")
"""The ids taken from clients; what is not like this is replaced, as it goes into logs."""

METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})


@dataclass(frozen=True, slots=True)
class Observation:
    """One request as it is logged and counted. Nothing in it says who asked or for what: no address, query or body.

    `bytes` is the length of the answer's body, `seconds` how long it took to make, without sending it.
    """

    request_id: str
    method: str
    status: int
    bytes: int
    seconds: float
    told: Told


Observer = Callable[[Observation], None]


class Observed:
    """A WSGI app whose requests are told to observers, and given ids: the client's own if it is usable."""

    def __init__(self, app: WSGIApplication, observers: Iterable[Observer]) -> None:
        self._app = app
        self._observers = tuple(observers)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer, and tell of it."""
        begun = perf_counter()
        request_id = _request_id(environ.get("HTTP_X_REQUEST_ID", ""))
        told = environ[TOLD] = Told(request_id)
        begin = _Begin(start_response, request_id)
        body = self._app(environ, begin)
        method = environ["REQUEST_METHOD"]
        method = method if method in METHODS else "other"
        seen = Observation(request_id, method, begin.status, begin.bytes, perf_counter() - begun, told)
        for observer in self._observers:
            observer(seen)
        return body


class _Begin:
    """start_response that keeps the status and the length, and adds the id."""

    __slots__ = ("_begin", "_request_id", "bytes", "status")

    def __init__(self, begin: StartResponse, request_id: str) -> None:
        self._begin = begin
        self._request_id = request_id
        self.status = 0
        self.bytes = 0

    def __call__(self, status: str, headers: list[tuple[str, str]], exc_info: Any = None, /) -> Any:
        self.status = int(status[:3])
        self.bytes = next((int(value) for name, value in headers if name == "Content-Length"), 0)
        return self._begin(status, [*headers, (REQUEST_ID, self._request_id)], exc_info)


def _request_id(given: str) -> str:
    return given if USABLE.fullmatch(given) else token_hex(8)
