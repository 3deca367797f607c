"""`/v1/plans`: what to learn, in which order, and why."""

from __future__ import annotations

from dataclasses import replace

from flask import Response, request

from roadmap.domain.plan import PlanRequest
from roadmap.exporters import BY_NAME, EXPORTERS, Exporter
from roadmap.services.plans import make_plan
from roadmap.web.downloads import download_headers
from roadmap.web.links import PLANS, links_at
from roadmap.web.negotiation import preferred
from roadmap.web.operation import operation, resource
from roadmap.web.schemas.plan_requests import FormatQuery, PlanBody, PlanCall, PlanQuery
from roadmap.web.schemas.plans import Plan
from roadmap.web.service import address, library_with

plans = resource("plans", "What to learn, in an order in which nothing comes before its prerequisites.")

BY_MEDIA_TYPE = {exporter.media_type: exporter for exporter in EXPORTERS}
MEDIA_TYPES = tuple(BY_MEDIA_TYPE)


@operation(
    plans, PLANS, "createPlan", Plan,
    query=FormatQuery, body=PlanBody, problems=[400, 406, 413, 415, 422], media_types=MEDIA_TYPES[1:],
)  # fmt: skip
def create_plan(form: str | None, call: PlanCall) -> Response:
    """Make a plan

    The shortest way, in hours, from what is known to a role or to target skills, as ordered steps with reasons, and
    with dates where a pace and a start are given.

    Nothing is stored: `links.self` asks for the same plan again, and a GET of it has the same bytes.
    """
    return _written(replace(call, format=form))


@operation(
    plans, PLANS, "getPlan", Plan,
    query=PlanQuery, problems=[400, 406, 422], media_types=MEDIA_TYPES[1:],
)  # fmt: skip
def get_plan(call: PlanCall) -> Response:
    """Get a plan by its link

    The same plan as by POST, with every member as a query parameter and lists joined by commas (or repeated).

    A plan depends on its link and the graph's digest alone, so its ETag is strong and lasts until the graph changes.
    Servers and proxies limit the length of a link, mostly to some 8,000 characters: what is longer goes by POST.
    """
    return _written(call)


def _written(call: PlanCall) -> Response:
    exporter = _exporter(call.format)
    plan = make_plan(library_with(call.graph), call.graph, call.request)
    written = exporter.export(plan, plan_links(call.graph, call.request))
    return Response(written, mimetype=exporter.media_type, headers=download_headers(exporter, plan))


def _exporter(form: str | None) -> Exporter:
    """The exporter of the format asked for by name, or of the one that `Accept` likes best."""
    if form is not None:
        return BY_NAME[form]
    return BY_MEDIA_TYPE[preferred(request.accept_mimetypes, MEDIA_TYPES)]


def plan_links(graph: str | None, request: PlanRequest) -> dict[str, str]:
    """The addresses of a plan on the service that answers this request."""
    return links_at(address(PLANS), graph, request)
