"""Roles ranked for one learner: a plan for each, a score of named terms, and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from roadmap.domain.graph.model import GraphVersion
from roadmap.domain.named import Named
from roadmap.domain.role import Fact
from roadmap.insights.ranking.decimals import shown
from roadmap.insights.ranking.profile import Entry, profiles
from roadmap.insights.ranking.reasons import Scored, reasons
from roadmap.insights.ranking.request import RankingRequest
from roadmap.insights.ranking.terms import Contender, Contest, contest, contributions
from roadmap.planning import Planner
from roadmap.planning.references import look_up


@dataclass(frozen=True, slots=True)
class RankedTerm:
    """One term of a score as shown: `product` is exactly `weight` times `value`."""

    name: str
    weight: float
    value: float
    product: float


@dataclass(frozen=True, slots=True)
class RoleRanking:
    """One role in its place, from 1. `score` is exactly the sum of the products of its terms.

    The figures from `hours_left` to `readiness` are what the role takes the learner (`Effort`), those from
    `shares` to `entry` the role's own (`Profile`).
    """

    position: int
    role: Named
    score: float
    terms: tuple[RankedTerm, ...]
    hours_left: float
    known_hours: float
    weeks: int | None
    finish_date: date | None
    feasible: bool | None
    hours_per_week_needed: float | None
    readiness: float
    shares: Mapping[str, float]
    traits: Mapping[str, float]
    entry: Entry
    facts: tuple[Fact, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleRankings:
    """Roles by score, best first, with the start date, preferences and weights that were used."""

    graph: GraphVersion
    start_date: date | None
    preferences: Mapping[str, float]
    weights: Mapping[str, float]
    rankings: tuple[RoleRanking, ...]


def rank_roles(planner: Planner, request: RankingRequest) -> RoleRankings:
    """Rank the roles of a graph: by score, then by hours left, then by id.

    A pure function of graph and request; the order of the request's lists does not matter. Raises UnknownReferenceError
    and EndlessScheduleError. Cost: that of a gap for each role.
    """
    compiled = planner.compiled
    look_up(compiled, request.learner, request.roles)
    roles = sorted(set(request.roles) or compiled.roles.keys())
    contenders = [_contender(planner, role, request) for role in roles]
    asked = contest(request, contenders)
    scored = [Scored(contender, contributions(contender, asked)) for contender in contenders]
    best_first = sorted(scored, key=_place)
    return RoleRankings(
        graph=compiled.version,
        start_date=request.learner.start_date,
        preferences=_shown(asked.preferences),
        weights=_shown(asked.weights),
        rankings=tuple(_ranking(position, best_first, asked) for position in range(len(best_first))),
    )


def _contender(planner: Planner, role: str, request: RankingRequest) -> Contender:
    effort = planner.measure(replace(request.learner, role=role))
    return Contender(planner.compiled.roles[role], profiles(planner)[role], effort)


def _score(scored: Scored) -> Decimal:
    return sum((part.product for part in scored.parts), Decimal(0))


def _place(scored: Scored) -> tuple[Decimal, float, str]:
    return -_score(scored), scored.contender.effort.hours, scored.contender.role.id


def _ranking(position: int, best_first: list[Scored], asked: Contest) -> RoleRanking:
    scored = best_first[position]
    role, profile, effort = scored.contender.role, scored.contender.profile, scored.contender.effort
    return RoleRanking(
        position=position + 1,
        role=Named(role.id, role.name),
        score=shown(_score(scored)),
        terms=tuple(
            RankedTerm(part.name, shown(part.weight), shown(part.value), shown(part.product)) for part in scored.parts
        ),
        hours_left=effort.hours,
        known_hours=effort.known_hours,
        weeks=effort.weeks,
        finish_date=effort.finish_date,
        feasible=effort.feasible,
        hours_per_week_needed=effort.hours_per_week_needed,
        readiness=effort.readiness,
        shares=_shown(profile.shares),
        traits=_shown(profile.traits),
        entry=profile.entry,
        facts=role.facts,
        reasons=reasons(scored, [*best_first[:position], *best_first[position + 1 :]], asked),
    )


def _shown(numbers: Mapping[str, Decimal]) -> dict[str, float]:
    return {name: shown(number) for name, number in numbers.items()}
