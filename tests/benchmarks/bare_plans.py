"""A WSGI app that makes plans and nothing else: no checks, no framework, no log. Served to see what a plan takes."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode
from wsgiref.types import StartResponse, WSGIEnvironment

import orjson

from roadmap.adapters.graph_shelf import load_graph
from roadmap.adapters.shipped import shipped_graph
from roadmap.domain.plan import PlanRequest
from roadmap.exporters import BY_NAME, EXPORTERS
from roadmap.services.plans import permalink_query

PLANNER = load_graph(shipped_graph())
write_json = BY_NAME["json"].export


def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Make a plan for a role, and what is known."""
    members = orjson.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
    request = PlanRequest(role=members["role"], known=tuple(members["known"]))
    query = urlencode(permalink_query(None, request), safe=",@/", quote_via=quote)
    link = f"http://localhost/v1/plans?{query}"
    links = {"self": link, **{exporter.name: f"{link}&format={exporter.name}" for exporter in EXPORTERS}}
    body = write_json(PLANNER.build_plan(request), links)
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]
