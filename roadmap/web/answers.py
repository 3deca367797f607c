"""Answers as they leave: their bytes, and what caches may do with them."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import orjson
from flask import Response, request

from roadmap.web.negotiation import preferred

JSON = "application/json"
HTML = "text/html"
NDJSON = "application/x-ndjson"

FRESH = "public, max-age=300, must-revalidate"
"""What does not change before the graph or the code does: five minutes unasked, then by its ETag."""

UNKEPT = "no-store"
"""What is said to one request alone: errors, answers to a body, probes."""

OK = 200
BAD = 400


def answer(value: Any) -> Response:
    """A value as JSON. NotAcceptableError if the client takes no JSON."""
    preferred(request.accept_mimetypes, [JSON])
    return Response(orjson.dumps(value), mimetype=JSON)


def finish(response: Response) -> Response:
    """Give an answer the headers that every answer has, and say 304 to whom has it already (RFC 9110, 13.1.2).

    ETags are strong: SHA-256 of the bytes.
    """
    readable = request.method in ("GET", "HEAD") and response.status_code == OK
    response.headers.setdefault("Cache-Control", FRESH if readable else UNKEPT)
    response.headers.setdefault("Vary", "Accept")
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    if readable and response.cache_control.no_store is not True:
        _condition(response)
    return response


def _condition(response: Response) -> None:
    etag = sha256(response.get_data()).hexdigest()
    response.set_etag(etag)
    if request.if_none_match.contains_weak(etag):
        response.status_code = 304
        response.set_data(b"")
