"""`/v1/comparisons`: roles side by side, and a plan that keeps all of them open."""

from __future__ import annotations

from flask import Response

from roadmap.services.comparisons import compare_roles
from roadmap.web.answers import answer
from roadmap.web.operation import operation, resource
from roadmap.web.schemas.comparison_requests import ComparisonBody, ComparisonCall
from roadmap.web.schemas.comparisons import Comparison
from roadmap.web.service import library_with
from roadmap.web.told import told

comparisons = resource("comparisons", "Roles side by side, and a plan that keeps all of them open.")


@operation(
    comparisons, "/v1/comparisons", "createComparison", Comparison,
    body=ComparisonBody, problems=[400, 406, 413, 415, 422],
)  # fmt: skip
def create_comparison(query: object, call: ComparisonCall) -> Response:
    """Compare roles

    What two to five roles share and what only one of them needs, where the same skill is needed at different depth,
    what it takes to change from each to each other, and what is known about the jobs.

    And a hedged plan: one order over all of them with the shared trunk first, in which each step says which roles it
    keeps open. It names the point at which to decide, and what deciding later costs.
    """
    del query
    told().pure = True
    return answer(compare_roles(library_with(call.graph), call.graph, call.roles, call.request))
