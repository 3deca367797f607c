"""How fast roles of the shipped graph are compared, from request to bytes."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from statistics import median
from time import perf_counter

import orjson

from roadmap.domain.plan import PlanRequest
from roadmap.insights.comparison import FEWEST_ROLES, MOST_ROLES, compare
from roadmap.planning import Planner
from tests.benchmarks.report import Goal, print_table
from tests.benchmarks.shipped import shipped_planner

SETS = 5
"""How many sets of roles of each size are compared."""

LEARNERS = 40
"""How many learners, each knowing other things, ask for each set."""

DECLARED = 10


def run() -> list[Goal]:
    """Print the times by the number of roles."""
    makes, random = shipped_planner(), Random(0)
    rows, other = [], dict[int, float]()
    for size in range(FEWEST_ROLES, MOST_ROLES + 1):
        sets = [random.sample(sorted(makes.compiled.roles), size) for _ in range(SETS)]
        measured = [_times(makes, roles, random) for roles in sets]
        again = median(time for _, _, times in measured for time in times)
        other[size] = median(time for _, times, _ in measured for time in times)
        rows.append((size, f"{median(first for first, _, _ in measured):.0f}", f"{other[size]:.2f}", f"{again:.2f}"))
    print_table(
        "Comparisons: request to bytes, medians in ms",
        ("roles", "the first of its roles", "another learner", "the same learner again"),
        rows,
    )
    grown, square = other[MOST_ROLES] / other[FEWEST_ROLES], (MOST_ROLES / FEWEST_ROLES) ** 2
    return [
        Goal(
            f"{MOST_ROLES} roles take at most {square:g} times as long as {FEWEST_ROLES}, the square of their number",
            f"{grown:.1f} times",
            grown <= square,
        )
    ]


def _times(makes: Planner, roles: Sequence[str], random: Random) -> tuple[float, list[float], list[float]]:
    """Milliseconds of the first comparison of some roles, of other learners', and of the same learners' again."""
    units = [unit.id for unit in makes.compiled.units]
    learners = [PlanRequest(known=tuple(random.sample(units, DECLARED))) for _ in range(LEARNERS)]
    first = _time(makes, roles, PlanRequest())
    return first, *([_time(makes, roles, learner) for learner in learners] for _ in range(2))


def _time(makes: Planner, roles: Sequence[str], request: PlanRequest) -> float:
    start = perf_counter()
    orjson.dumps(compare(makes, roles, request))
    return (perf_counter() - start) * 1000
