"""Which answers pages of other origins may read (the Fetch standard's CORS protocol). Nothing here knows credentials.

The API may be read by the origins of the settings. Files that any page may load (the widget's modules, which browsers
load by this protocol, and pictures) may be read by all.
"""

from __future__ import annotations

from flask import Response, request

from roadmap.origins import ANY, Origins
from roadmap.web.service import other_origins

READ_BY_ANY = ("embed.files", "cards")
"""Blueprints of files that any page may load."""

API = ("/v1/", "/oembed", "/openapi.json")
"""Beginnings of paths, so that what is not found there can be read too."""

METHODS = "GET, HEAD, POST"
PREFLIGHT_SECONDS = "7200"
"""How long an answer to a preflight holds: the longest that Chromium grants."""

ALLOW_ORIGIN = "Access-Control-Allow-Origin"


def share(response: Response) -> Response:
    """Say who may read an answer, whatever its status: problems and 304 are read like everything else."""
    if request.blueprint in READ_BY_ANY:
        response.headers[ALLOW_ORIGIN] = ANY
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    elif request.path.startswith(API):
        _share_with(response, other_origins().may_call)
    return response


def _share_with(response: Response, origins: Origins) -> None:
    """Name the origin that asks, if it is one of some.

    Where origins are named, an answer differs by who asks, and says so to everyone: a cache that kept the answer to
    a stranger must not give it to a friend.
    """
    if origins.named:
        response.vary.add("Origin")
    origin = request.headers.get("Origin")
    if origins.any:
        response.headers[ALLOW_ORIGIN] = ANY
    elif origin in origins.named:
        response.headers[ALLOW_ORIGIN] = origin
    else:
        return
    response.headers["Access-Control-Expose-Headers"] = ANY
    if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
        response.headers["Access-Control-Allow-Methods"] = METHODS
        response.headers["Access-Control-Allow-Headers"] = ANY
        response.headers["Access-Control-Max-Age"] = PREFLIGHT_SECONDS
