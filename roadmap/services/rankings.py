"""Ranking roles for a learner, from today where the request does not say from when."""

from __future__ import annotations

from roadmap.insights import ranking
from roadmap.insights.ranking import RankingRequest, RoleRankings
from roadmap.services.clock import Clock
from roadmap.services.library import GraphLibrary


def rank_roles(library: GraphLibrary, graph_id: str | None, request: RankingRequest, clock: Clock) -> RoleRankings:
    """The roles of a graph (None: the default one), best first; the answer names the start date that was used.

    Raises GraphNotFoundError, UnknownReferenceError and EndlessScheduleError.
    """
    dated = request.starting(clock.today()) if request.waits_for_a_start else request
    return ranking.rank_roles(library.planner(graph_id), dated)
