"""Which role to choose: all of them scored by named terms that anyone can add up. `rank_roles` is the entry."""

from roadmap.insights.ranking.rank import RoleRanking, RoleRankings, rank_roles
from roadmap.insights.ranking.request import RankingRequest
from roadmap.insights.ranking.terms import TERMS, Term

__all__ = ["TERMS", "RankingRequest", "RoleRanking", "RoleRankings", "Term", "rank_roles"]
