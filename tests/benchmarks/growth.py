"""Whether a plan takes longer when the graph around it grows."""

from __future__ import annotations

from collections import defaultdict
from random import Random
from statistics import median
from time import perf_counter

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.plan import PlanRequest
from roadmap.exporters import BY_NAME
from roadmap.planning import Planner
from tests.benchmarks.report import Goal, print_table
from tests.building.documents import Document, level, levelled, unit
from tests.building.large_graphs import generate
from tests.building.plans import compiled
from tests.building.small_graphs import units_of

SIZES = (1_000, 5_000, 20_000)
CORE = 400
ROUNDS = 15
WARM = 20
"""Plans a round of learners who each know something else."""

WITHIN = 1.5
write_json = BY_NAME["json"].export


def run() -> list[Goal]:
    """Print the times of the same plans in graphs of different sizes, with a goal compiled before and for this."""
    core = generate("curriculum", CORE, seed=1)
    graphs = {size: compiled(surrounded(core, size)) for size in SIZES}
    requests = list(_learners(core))
    cold, warm = _measure(graphs, requests)
    rows = [(size, f"{median(cold[size]):.2f}", f"{median(warm[size]):.3f}") for size in SIZES]
    print_table("Growth: the same plans, ever more graph around them", ("units", "first ms", "then ms"), rows)
    return [_goal("a first plan (goal compiled for it)", cold), _goal("a plan", warm)]


def surrounded(core: Document, size: int) -> Document:
    """The core among so many units in all; the others build on it and on each other, and it on none of them."""
    random = Random(size)
    units, others = units_of(core), []
    while len(units) < size:
        name = f"around-{len(units)}"
        needs = [unit(other, "It builds on it.") for other in random.sample(units, random.randint(1, 4))]
        others.append(levelled(name, level(10, requires=needs)))
        units.append(f"{name}@1")
    return {**core, "skills": [*core["skills"], *others]}


def _learners(core: Document) -> list[PlanRequest]:
    random, units = Random(1), units_of(core)
    return [PlanRequest(role="wide", known=tuple(random.sample(units, 5))) for _ in range(WARM)]


def _measure(
    graphs: dict[int, CompiledGraph], requests: list[PlanRequest]
) -> tuple[dict[int, list[float]], dict[int, list[float]]]:
    cold, warm = defaultdict(list), defaultdict(list)
    settled = {size: Planner(graph) for size, graph in graphs.items()}
    for _ in range(ROUNDS):
        for size, graph in graphs.items():
            cold[size].append(_time(Planner(graph), requests[:1]))
            warm[size].append(_time(settled[size], requests))
    return cold, warm


def _time(makes: Planner, requests: list[PlanRequest]) -> float:
    start = perf_counter()
    for request in requests:
        write_json(makes.build_plan(request), {})
    return (perf_counter() - start) * 1000 / len(requests)


def _goal(what: str, times: dict[int, list[float]]) -> Goal:
    ratio = median(times[SIZES[-1]]) / median(times[SIZES[0]])
    return Goal(
        f"{what} takes at most {WITHIN} times as long in {SIZES[-1]:,} units as in {SIZES[0]:,}",
        f"{ratio:.2f} times",
        ratio <= WITHIN,
    )
