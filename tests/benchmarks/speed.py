"""How fast a plan is made on the shipped graph, from request to bytes, against the plain networkx way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from statistics import median
from time import perf_counter

from roadmap.domain.plan import PlanRequest
from roadmap.exporters import BY_NAME
from roadmap.planning import Planner
from tests.benchmarks.plain_networkx import PlainNetworkx
from tests.benchmarks.report import Goal, print_table
from tests.benchmarks.shipped import shipped_planner

TIMES_FASTER = 30
LEARNERS = 200
"""How many learners, each knowing other things, ask for each role."""

MOST_DECLARED = 20
"""How many units a learner declares at most; what they build on comes on top."""

EARLIER = 1_000
"""How many other learners asked for the role before them: a service is in its first minutes once only."""

LINKS = {"self": "/v1/plans"}
write_json = BY_NAME["json"].export


@dataclass(frozen=True)
class Times:
    """Milliseconds of each way for one role, a request each, and the share of requests for which ours had to work
    out a template, as no learner before had the choices settled the same way."""

    role: str
    steps: int
    ours: list[float]
    plain: list[float]
    whole: list[float]
    templates: float

    @property
    def row(self) -> tuple[object, ...]:
        """The role's row of the table."""
        ours, plain, whole = map(median, (self.ours, self.plain, self.whole))
        times = (f"{time:.3f}" for time in (ours, plain, whole))
        return (self.role, self.steps, *times, plain / ours, whole / ours, f"{self.templates:.1%}")


def run() -> list[Goal]:
    """Print the times for every role."""
    makes = shipped_planner()
    measured = [_measure(makes, role) for role in makes.compiled.roles]
    head = ("role", "steps", "ours ms", "plain ms", "whole ms", "plain/ours", "whole/ours", "new templates")
    print_table(
        "Speed: request to bytes, medians; plainly with networkx, and with the whole answer",
        head,
        [times.row for times in measured],
    )
    ours, plain, whole = (
        median(time for times in measured for time in getattr(times, way)) for way in ("ours", "plain", "whole")
    )
    return [
        Goal(
            f"a plan is made at least {TIMES_FASTER} times faster than plainly",
            f"{plain / ours:.0f} times ({ours:.3f} ms against {plain:.3f} ms)",
            plain >= TIMES_FASTER * ours,
        ),
        Goal(
            f"a plan is made at least {TIMES_FASTER} times faster than a whole answer plainly",
            f"{whole / ours:.0f} times ({ours:.3f} ms against {whole:.3f} ms)",
            whole >= TIMES_FASTER * ours,
        ),
    ]


def _measure(makes: Planner, role: str) -> Times:
    """One way after the other, as a service answers one plan after the other, and no request twice."""
    made = makes.build_plan(PlanRequest(role=role))
    plain = PlainNetworkx(makes.compiled, made)
    for request in _learners(makes, role, EARLIER, seed=f"earlier {role}"):
        write_json(makes.build_plan(request), LINKS)
    learners = list(_learners(makes, role, LEARNERS, seed=role))
    built = makes.templates_built
    ours = [_time(lambda request=request: write_json(makes.build_plan(request), LINKS)) for request in learners]
    templates = (makes.templates_built - built) / LEARNERS
    return Times(
        role,
        len(made.steps),
        ours,
        plain=[_time(lambda request=request: plain.plan(request)) for request in learners],
        whole=[_time(lambda request=request: plain.whole_plan(request)) for request in learners],
        templates=templates,
    )


def _learners(makes: Planner, role: str, count: int, seed: str) -> Iterator[PlanRequest]:
    """Requests of learners who each know something else of what the role needs."""
    random = Random(seed)
    units = makes.build_plan(PlanRequest(role=role)).unit_ids
    for _ in range(count):
        yield PlanRequest(role=role, known=tuple(random.sample(units, random.randint(0, MOST_DECLARED))))


def _time(work: Callable[[], bytes]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000
