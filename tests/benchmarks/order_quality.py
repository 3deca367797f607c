"""How good the orders are, against what `networkx.lexicographical_topological_sort` by id makes of the same steps.

Every order obeys the same edges, prerequisites and recommendations; distances are those of prerequisites.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

import networkx as nx

from roadmap.domain.plan import PlanRequest, Step
from roadmap.planning import Planner
from roadmap.planning.plan import Plan
from tests.benchmarks.report import Goal, print_table
from tests.benchmarks.shipped import shipped_planner
from tests.building.large_graphs import SHAPES, generate
from tests.building.orders import hours_until, in_order, stage_inversions, track_switches
from tests.building.plans import edges, mean_distance, planner, recommendations, steps_to_first_use

CLOSER = 0.85
LATE = 20
"""Beyond how many steps a first use is late."""

SOONER = 0.5
HEAD = (
    "graph",
    "role",
    "steps",
    "distance",
    "just-in-time",
    "ratio",
    "first use",
    "just-in-time",
    "late",
    "just-in-time",
    "switches",
    "just-in-time",
    "hours to wins",
    "quick-wins",
    "ratio",
    "inversions",
    "foundations",
)


@dataclass(frozen=True)
class Comparison:
    """One plan: each strategy's figure beside that of the alphabetical order."""

    graph: str
    role: str
    steps: int
    distance: tuple[float, float]
    first_use: tuple[float, float]
    late: tuple[float, float]
    switches: tuple[int, int]
    hours_to_wins: tuple[float, float]
    inversions: tuple[int, int]

    @property
    def row(self) -> tuple[object, ...]:
        """The comparison as a row of the table."""
        return (
            self.graph,
            self.role,
            self.steps,
            *self.distance,
            self.distance[1] / self.distance[0],
            *self.first_use,
            *(f"{share:.0%}" for share in self.late),
            *self.switches,
            *self.hours_to_wins,
            self.hours_to_wins[1] / self.hours_to_wins[0],
            *self.inversions,
        )


def run() -> list[Goal]:
    """Print the comparison for every role of the shipped graph and for generated graphs."""
    shipped = list(_comparisons("tech-careers", shipped_planner()))
    generated = [
        comparison
        for shape in sorted(SHAPES)
        for size in (60, 150, 300)
        for comparison in _comparisons(f"{shape} {size}", planner(generate(shape, size, seed=size)))
    ]
    print_table("Orders: alphabetical beside each strategy", HEAD, [each.row for each in (*shipped, *generated)])
    return [*_goals("the shipped graph", shipped), *_goals("generated graphs", generated)]


def _comparisons(name: str, makes: Planner) -> Iterator[Comparison]:
    for role in makes.compiled.roles:
        plans = {
            strategy: makes.build_plan(PlanRequest(role=role, strategy=strategy))
            for strategy in ("just-in-time", "foundations-first", "quick-wins")
        }
        yield _comparison(name, role, plans)


def _comparison(name: str, role: str, plans: dict[str, Plan]) -> Comparison:
    soon = plans["just-in-time"]
    graph = edges(soon.steps)
    obeyed = nx.compose(graph, recommendations(soon))
    alphabetical = in_order(soon.steps, list(nx.lexicographical_topological_sort(obeyed)))
    wanted = _wanted(soon)
    first_uses = [steps_to_first_use(graph, _units(steps)) for steps in (alphabetical, soon.steps)]
    return Comparison(
        graph=name,
        role=role,
        steps=len(soon.steps),
        distance=(_distance(graph, alphabetical), _distance(graph, soon.steps)),
        first_use=(fmean(first_uses[0]), fmean(first_uses[1])),
        late=(_late(first_uses[0]), _late(first_uses[1])),
        switches=(track_switches(alphabetical), track_switches(soon.steps)),
        hours_to_wins=(hours_until(alphabetical, wanted), hours_until(plans["quick-wins"].steps, wanted)),
        inversions=(stage_inversions(alphabetical), stage_inversions(plans["foundations-first"].steps)),
    )


def _distance(graph: nx.DiGraph, steps: Sequence[Step]) -> float:
    return mean_distance(graph, _units(steps))


def _units(steps: Sequence[Step]) -> list[str]:
    return [step.unit for step in steps]


def _late(steps_to_use: Sequence[int]) -> float:
    """The share of units that are first used late."""
    return fmean(steps > LATE for steps in steps_to_use)


def _wanted(made: Plan) -> Collection[str]:
    """What the role asks for: the steps whose reason is the role itself."""
    return {step.unit for step in made.steps if len(step.reason.chain) == 1}


def _goals(where: str, comparisons: Sequence[Comparison]) -> Iterator[Goal]:
    ratios = [each.distance[1] / each.distance[0] for each in comparisons]
    yield Goal(
        f"just-in-time brings prerequisites at least 15 % closer to their use in every plan, on {where}",
        f"{1 - max(ratios):.0%} to {1 - min(ratios):.0%} closer, {1 - fmean(ratios):.0%} on average",
        max(ratios) <= CLOSER,
    )
    before, after = (fmean(each.first_use[n] for each in comparisons) for n in range(2))
    late_before, late_after = (fmean(each.late[n] for each in comparisons) for n in range(2))
    yield Goal(
        f"just-in-time halves the steps to a first use, and how often that is more than {LATE} away, on {where}",
        f"{after:.1f} on average, alphabetical {before:.1f}; {late_after:.1%} late, alphabetical {late_before:.1%}",
        after <= SOONER * before and late_after <= SOONER * late_before,
    )
    before, after = (fmean(each.hours_to_wins[n] for each in comparisons) for n in range(2))
    yield Goal(
        f"quick-wins reaches requirements earlier, on {where}",
        f"after {after:.0f} hours on average, alphabetical {before:.0f}",
        after < before,
    )
    before, after = (fmean(each.inversions[n] for each in comparisons) for n in range(2))
    yield Goal(
        f"foundations-first goes back to an earlier stage less often, on {where}",
        f"{after:.1f} times on average, alphabetical {before:.1f}",
        after < before,
    )
