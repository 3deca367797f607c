"""One order over several roles that leaves the decision between them open for as long as can be.

The choices are settled at once for all roles. Of what that comes to, each role's *part* is the least that makes ready
for it. Steps that serve more roles come first, and a step waits for what it builds on for each of the roles that it
serves: so whoever decides for one of them at any time learns the rest of its part, in the same order, as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush
from itertools import accumulate, chain

from roadmap.domain.plan import PlanRequest
from roadmap.planning import Planner
from roadmap.planning.bitset import bitset, members, union
from roadmap.planning.goal import Goal
from roadmap.planning.planner import SettledGoal
from roadmap.planning.template import TemplateStep, units_chosen


@dataclass(frozen=True, eq=False)
class Hedge:
    """The units of all roles' parts, by place in the joint goal.

    `parts` has the units of each of the `roles` as a bitset; `places` all of them in hedged order, and `steps` what a
    step of the plan for a role says, by place, for each role.
    """

    goal: Goal
    roles: tuple[str, ...]
    parts: tuple[int, ...]
    places: tuple[int, ...]
    steps: tuple[Mapping[int, TemplateStep], ...]

    @cached_property
    def serves(self) -> list[frozenset[int]]:
        """By position: the roles, by number, that the step is for."""
        sets = [frozenset(members(bits)) for bits in range(1 << len(self.roles))]
        return [sets[bitset(n for n, part in enumerate(self.parts) if part >> place & 1)] for place in self.places]

    @cached_property
    def hours(self) -> list[int]:
        """By position: the hours of the step, in hundredths."""
        return list(map(self.goal.hours, self.places))

    @cached_property
    def ends(self) -> list[int]:
        """By position: the hours of all steps up to its end, in hundredths."""
        return list(accumulate(self.hours))

    @property
    def decided(self) -> int | None:
        """The position, from 0, of the first step that does not serve all roles; None if there is none."""
        return next((n for n, served in enumerate(self.serves) if len(served) < len(self.roles)), None)


def hedge(planner: Planner, roles: Sequence[str], request: PlanRequest) -> Hedge:
    """Settle some roles together for a request that names no role of its own, and put everything in hedged order.

    Raises what `Planner.settle` does. Nothing but the sequence of the roles depends on the sequence they are given in.
    """
    joint = planner.settle(request, roles)
    parts = [planner.settle_part(joint, role) for role in roles]
    order = planner.order(joint.goal, request.strategy)
    templates = [planner.template_of_part(joint, part, request.strategy) for part in parts]
    return Hedge(
        goal=joint.goal,
        roles=tuple(roles),
        parts=tuple(part.gap.units for part in parts),
        places=tuple(hedged_order(parts, order)),
        steps=tuple(dict(zip(template.places, template.steps, strict=True)) for template in templates),
    )


def hedged_order(parts: Sequence[SettledGoal], order: Sequence[int]) -> Iterator[int]:
    """The places of all parts of a joint goal: first what serves most roles, then as in the canonical order.

    A place waits for its prerequisites, for the options that each role chose for it, and for what is recommended
    before it and serves the same roles. As all of that comes before it in the canonical order too, no two places wait
    for each other. Cost: n log n, and linear in the edges.
    """
    served = _served(parts)
    before = _before(parts, served)
    waits = {place: len(earlier) for place, earlier in before.items()}
    after: dict[int, list[int]] = {place: [] for place in served}
    for place, earlier in before.items():
        for other in earlier:
            after[other].append(place)
    turn = {place: (-served[place].bit_count(), n, place) for n, place in enumerate(order) if place in served}
    ready = [turn[place] for place, count in waits.items() if not count]
    heapify(ready)
    while ready:
        place = heappop(ready)[-1]
        yield place
        for waiting in after[place]:
            waits[waiting] -= 1
            if not waits[waiting]:
                heappush(ready, turn[waiting])


def _served(parts: Sequence[SettledGoal]) -> dict[int, int]:
    """By place, for all places of any part: the parts it is in, as a bitset of their numbers."""
    units = [part.gap.units for part in parts]
    return {place: bitset(n for n, part in enumerate(units) if part >> place & 1) for place in members(union(units))}


def _before(parts: Sequence[SettledGoal], served: Mapping[int, int]) -> dict[int, set[int]]:
    """By place: the places it waits for."""
    goal, chosen = parts[0].goal, dict[int, list[int]]()
    for owned, option in chain.from_iterable(units_chosen(part.outcomes) for part in parts):
        if owned.owner is not None:
            chosen.setdefault(owned.owner, []).append(option)
    before = {}
    for place, roles in served.items():
        alike = (other for other in goal.before[place] if served.get(other) == roles)
        before[place] = {*goal.prerequisites[place], *chosen.get(place, ()), *alike} & served.keys()
    return before
