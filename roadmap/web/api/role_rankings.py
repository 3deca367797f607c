"""`/v1/role-rankings`: which role to choose."""

from __future__ import annotations

from flask import Response

from roadmap.services.rankings import rank_roles
from roadmap.web.answers import answer
from roadmap.web.operation import operation, resource
from roadmap.web.schemas.ranking_requests import RankingBody, RankingCall
from roadmap.web.schemas.role_rankings import RoleRankings
from roadmap.web.service import clock, library_with

role_rankings = resource(
    "role-rankings", "Which role to choose, by what is known, the time there is, and what is liked."
)


@operation(
    role_rankings, "/v1/role-rankings", "rankRoles", RoleRankings,
    body=RankingBody, problems=[400, 406, 413, 415, 422],
)  # fmt: skip
def create_role_rankings(query: object, call: RankingCall) -> Response:
    """Rank the roles

    Every role of a graph, best first, with the hours left, the finish date, what the job is like, and reasons in words.

    A score is the sum of its terms, and a term is its weight times its value, exactly as shown: nothing else is in it.
    Values are cut after four decimal places, never rounded up, but for `fit`, which needs no cutting. Roles of the same
    score stand by hours left, then by id.
    """
    del query
    return answer(rank_roles(library_with(call.graph), call.graph, call.request, clock()))
