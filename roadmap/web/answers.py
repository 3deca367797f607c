"""Answers as they leave: their bytes, and what caches may do with them."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import orjson
from flask import Response, request

from roadmap.web.compression import coding_of, compress
from roadmap.web.negotiation import preferred
from roadmap.web.told import Told, told

JSON = "application/json"
HTML = "text/html"
NDJSON = "application/x-ndjson"

FRESH = "public, max-age=300, must-revalidate"
"""What does not change before the graph or the code does: five minutes unasked, then by its ETag."""

UNKEPT = "no-store"
"""What is said to one request alone: errors, answers to a body, probes."""

VARY = "Accept, Accept-Encoding"

SAFE = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
)
"""What browsers are told of every answer that does not say otherwise: it is what it says it is, tells no address to
what it leads to, and may be loaded by a page that isolates itself."""

IDLE = "default-src 'none'; frame-ancestors 'none'"
"""The policy of what is no page: nothing is loaded, nothing runs, nothing frames it. Pages have their own."""

OK = 200
BAD = 400


def answer(value: Any) -> Response:
    """A value as JSON. NotAcceptableError if the client takes no JSON."""
    preferred(request.accept_mimetypes, [JSON])
    return Response(orjson.dumps(value), mimetype=JSON)


def finish(response: Response) -> Response:
    """Give an answer the headers that every answer has, compress it for whom takes that, and say 304 to whom has it
    already (RFC 9110, 13.1.2).

    ETags are strong: SHA-256 of the bytes before they are compressed, and the name of the compression.
    """
    here = told()
    readable = request.method in ("GET", "HEAD") and response.status_code == OK
    response.headers.setdefault("Cache-Control", FRESH if readable else UNKEPT)
    response.headers.setdefault("Vary", VARY)
    for name, value in SAFE:
        response.headers.setdefault(name, value)
    if response.mimetype != HTML:
        response.headers.setdefault("Content-Security-Policy", IDLE)
    _tell(response, here)
    coding = coding_of(request, response)
    if readable and response.cache_control.no_store is not True:
        here.pure = not here.dated
        if _condition(response, coding):
            return response
    if coding is not None:
        compress(response, coding, here.static)
    return response


def _tell(response: Response, here: Told) -> None:
    """Say which graph an answer was made on, to the client and to whatever stands around the app."""
    here.route = request.url_rule.rule if request.url_rule else ""
    if here.graph is not None:
        response.headers["Roadmap-Graph"] = f"{here.graph.id} {here.graph.version} {here.graph.digest}"


def _condition(response: Response, coding: str | None) -> bool:
    """Whether the client has the answer already, which is then emptied."""
    digest = sha256(response.get_data()).hexdigest()
    etag = f"{digest}-{coding}" if coding else digest
    response.set_etag(etag)
    if not request.if_none_match.contains_weak(etag):
        return False
    response.status_code = 304
    response.set_data(b"")
    return True
