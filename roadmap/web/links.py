"""The links of a plan: its request, written as the query of a GET."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlencode

from roadmap.domain.plan import PlanRequest
from roadmap.exporters import EXPORTERS
from roadmap.services.plans import permalink_query

PLANS = "/v1/plans"


def links_at(plans: str, graph: str | None, request: PlanRequest) -> dict[str, str]:
    """The addresses of a plan, given that of all plans: in the format of `Accept` (`self`), and in each by its name."""
    link = with_query(plans, permalink_query(graph, request))
    return {"self": link, **{exporter.name: f"{link}&format={exporter.name}" for exporter in EXPORTERS}}


def with_query(address: str, query: Sequence[tuple[str, str]]) -> str:
    """An address with a query, in which ids stay readable."""
    return f"{address}?{urlencode(query, safe=',@/', quote_via=quote)}" if query else address
