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

LINKS = {"self": "/v1/plans"}
write_json = BY_NAME["json"].export


@dataclass(frozen=True)
class Times:
    """Milliseconds of each way for one role, request by request, and whether ours had to settle the choices anew."""

    role: str
    steps: int
    ours: tuple[float, ...]
    plain: tuple[float, ...]
    settled_anew: tuple[bool, ...]

    @property
    def ratio(self) -> float:
        """How many times faster ours is, by medians."""
        return median(self.plain) / median(self.ours)

    def ours_where(self, settled_anew: bool) -> list[float]:
        """Our times where choices had to be settled anew, or had been met before."""
        return [time for time, anew in zip(self.ours, self.settled_anew, strict=True) if anew is settled_anew]

    @property
    def row(self) -> tuple[object, ...]:
        """The role's row of the table."""
        met, anew = self.ours_where(False), self.ours_where(True)
        shown = (f"{median(times):.3f}" if times else "0" for times in (met, anew))
        return (
            self.role,
            self.steps,
            f"{median(self.plain):.3f}",
            f"{median(self.ours):.3f}",
            self.ratio,
            *shown,
            f"{len(anew) / len(self.ours):.0%}",
        )


def run() -> list[Goal]:
    """Print the times for every role."""
    makes = shipped_planner()
    _settle_in(makes)
    measured = [_measure(makes, role) for role in makes.compiled.roles]
    head = ("role", "steps", "networkx ms", "ours ms", "ratio", "choices met", "settled anew", "share anew")
    print_table("Speed: request to bytes, medians", head, [times.row for times in measured])
    ours = median(time for times in measured for time in times.ours)
    plain = median(time for times in measured for time in times.plain)
    found = f"{plain / ours:.0f} times ({ours:.3f} ms against {plain:.3f} ms)"
    return [
        Goal(f"a plan is made at least {TIMES_FASTER} times faster than plainly", found, plain >= TIMES_FASTER * ours)
    ]


def _settle_in(makes: Planner) -> None:
    """What a service does in its first minutes: plans for other learners than those measured."""
    for role in makes.compiled.roles:
        for request in _learners(makes, role, seed=f"earlier {role}"):
            write_json(makes.build_plan(request), LINKS)


def _measure(makes: Planner, role: str) -> Times:
    made = makes.build_plan(PlanRequest(role=role))
    plain = PlainNetworkx(makes.compiled, made)
    ours_times, plain_times, anew = [], [], []
    for request in _learners(makes, role, seed=role):
        settled_before = makes.templates_built
        ours_times.append(_time(lambda request=request: write_json(makes.build_plan(request), LINKS)))
        anew.append(makes.templates_built > settled_before)
        plain_times.append(_time(lambda request=request: plain.plan(request)))
    return Times(role, len(made.steps), tuple(ours_times), tuple(plain_times), tuple(anew))


def _learners(makes: Planner, role: str, seed: str) -> Iterator[PlanRequest]:
    """Requests of learners who each know something else of what the role needs."""
    random = Random(seed)
    units = makes.build_plan(PlanRequest(role=role)).unit_ids
    for _ in range(LEARNERS):
        yield PlanRequest(role=role, known=tuple(random.sample(units, random.randint(0, MOST_DECLARED))))


def _time(work: Callable[[], bytes]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000
