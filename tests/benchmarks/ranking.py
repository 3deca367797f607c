"""How fast all roles of the shipped graph are ranked, from request to bytes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from statistics import median
from time import perf_counter

import orjson

from roadmap.domain.axis import AXIS_NAMES
from roadmap.domain.plan import PlanRequest
from roadmap.insights.ranking import RankingRequest, rank_roles
from roadmap.planning import Planner
from tests.benchmarks.report import Goal, print_table
from tests.benchmarks.shipped import shipped_planner

WITHIN = 5.0
"""Milliseconds for a ranking, once learners came before."""

LEARNERS = 200
MOST_DECLARED = 20


def run() -> list[Goal]:
    """Print the times with dates and without, and that of the first request of all."""
    makes = shipped_planner()
    first = _time(makes, RankingRequest())
    rows = []
    for kind, dated in (("without dates", False), ("with dates", True)):
        learners = list(_learners(makes, dated))
        for request in learners:
            _time(makes, request)
        rows.append((kind, f"{median(_time(makes, request) for request in learners):.2f}"))
    print_table(
        f"Ranking: {len(makes.compiled.roles)} roles, milliseconds", ("", "ms"), [("the first", f"{first:.0f}"), *rows]
    )
    return [Goal(f"all roles are ranked within {WITHIN:g} ms", f"{rows[-1][1]} ms", float(rows[-1][1]) <= WITHIN)]


def _time(makes: Planner, request: RankingRequest) -> float:
    begun = perf_counter()
    orjson.dumps(rank_roles(makes, request))
    return (perf_counter() - begun) * 1000


def _learners(makes: Planner, dated: bool) -> Iterator[RankingRequest]:
    random = Random(f"ranking {dated}")
    units = [unit.id for unit in makes.compiled.units]
    for _ in range(LEARNERS):
        known = tuple(random.sample(units, random.randint(0, MOST_DECLARED)))
        pace = {"hours_per_week": 10, "start_date": date(2027, 1, 4), "deadline": date(2028, 1, 4)} if dated else {}
        likes = {axis: random.uniform(-1, 1) for axis in AXIS_NAMES}
        yield RankingRequest(PlanRequest(known=known, **pace), preferences=likes)
