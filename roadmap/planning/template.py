"""The part of a plan that does not depend on how much of its mandatory units the learner knows already.

As everything that needs an unknown unit is unknown too, striking out known units leaves the other steps as they
are, but for position, stage and dates: what a step unlocks, blocks and is there for stays true.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roadmap.domain.graph.compiled import Unit
from roadmap.domain.plan import ChainLink, ChoiceMade, Option, Prerequisite, Reason
from roadmap.domain.requirement import describe
from roadmap.domain.skill import from_hours
from roadmap.planning.bitset import bitset, union
from roadmap.planning.gap import Gap, Settled
from roadmap.planning.goal import Goal, Want, leaves


@dataclass(frozen=True, slots=True)
class TemplateStep:
    """What a step is whatever the learner knows. `depth_below` counts the units on the longest path from it."""

    unit: Unit
    importance: str
    reason: Reason
    requires: tuple[Prerequisite, ...]
    unlocks: tuple[str, ...]
    blocking_factor: int
    depth_below: int


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Template:
    """Steps in plan order, by position from 0.

    `places` are their places in the goal; `hours` in hundredths; `builds_on` the positions of each step's
    prerequisites that are not included in another of them, which is all that stages and longest paths need;
    `needed` the places of all that the goal needs this way, known or not, and `needed_hours` its hours.
    """

    goal: Goal
    places: tuple[int, ...]
    hours: tuple[int, ...]
    builds_on: tuple[tuple[int, ...], ...]
    steps: tuple[TemplateStep, ...]
    choices: tuple[ChoiceMade, ...]
    needed: int
    needed_hours: int


def build_template(goal: Goal, gap: Gap, known: int, order: Sequence[int], needed: int) -> Template:
    """The template over the gap of what is known and all mandatory units, in the canonical order of all places.

    Cost: linear in units and edges, times the size of a bitset.
    """
    units = gap.units | goal.base
    draft = _Draft(goal, gap, known, [place for place in order if units >> place & 1])
    return Template(
        goal=goal,
        places=tuple(draft.places),
        hours=tuple(map(goal.hours, draft.places)),
        builds_on=tuple(draft.irredundant()),
        steps=tuple(draft.steps()),
        choices=tuple(_choice_made(goal, settled) for settled in gap.settled),
        needed=units | needed,
        needed_hours=goal.weights.weigh(units | needed),
    )


@dataclass(frozen=True, slots=True)
class _Towards:
    """The best way from a step to a want: to one that is essential, in the fewest links. `via` is the position
    of the next step on the way; None where the step itself is wanted."""

    optional: bool
    links: int
    via: int | None


class _Draft:
    """Everything about the steps of a template, worked out position by position."""

    def __init__(self, goal: Goal, gap: Gap, known: int, places: list[int]) -> None:
        self.goal = goal
        self.gap = gap
        self.places = places
        self.position = {place: n for n, place in enumerate(places)}
        self.wants = dict(_wants_met(goal, gap))
        self.unavoidable = goal.unavoidable(known)
        self.requires = [list(required) for required in self._required()]
        self.unlocks: list[list[int]] = [[] for _ in places]
        for n, required in enumerate(self.requires):
            for before in required:
                if before in self.position:
                    self.unlocks[self.position[before]].append(n)
        self.towards = self._towards()

    def irredundant(self) -> Iterator[tuple[int, ...]]:
        """The direct prerequisites, as positions, less those that another one includes."""
        above: list[int] = []
        for required in self.requires:
            direct = sorted(self.position[before] for before in required if before in self.position)
            included = union(above[n] for n in direct)
            above.append(included | bitset(direct))
            yield tuple(n for n in direct if not included >> n & 1)

    def steps(self) -> Iterator[TemplateStep]:
        """The steps in order."""
        unit_ids = [self.goal.unit_id(place) for place in self.places]
        brought = list(self._brought())
        below, depth = self._below()
        for n, place in enumerate(self.places):
            mandatory = bool(self.unavoidable >> place & 1)
            option = next((option for option, units in brought if units >> place & 1), None)
            yield TemplateStep(
                unit=self.goal.compiled.units[self.goal.units[place]],
                importance="optional" if self.towards[n].optional else "essential",
                reason=Reason(mandatory, None if mandatory else option, tuple(self._chain(n))),
                requires=tuple(self._prerequisite(before, place) for before in self.requires[n]),
                unlocks=tuple(unit_ids[m] for m in self.unlocks[n]),
                blocking_factor=below[n].bit_count(),
                depth_below=depth[n],
            )

    def _required(self) -> Iterator[dict[int, None]]:
        """The places of each step's prerequisites: mandatory ones, then the options chosen for it."""
        chosen: dict[int | None, list[int]] = {}
        for settled in self.gap.settled:
            options = [option for option in settled.chosen if isinstance(option, int)]
            chosen.setdefault(settled.owned.owner, []).extend(options)
        for place in self.places:
            yield dict.fromkeys((*self.goal.prerequisites[place], *chosen.get(place, ())))

    def _towards(self) -> list[_Towards]:
        towards: dict[int, _Towards] = {}
        for n in reversed(range(len(self.places))):
            ways = [_Towards(towards[m].optional, towards[m].links + 1, m) for m in self.unlocks[n]]
            if self.places[n] in self.wants:
                ways.insert(0, _Towards(not self.wants[self.places[n]].essential, 1, None))
            towards[n] = min(ways, key=lambda way: (way.optional, way.links))
        return [towards[n] for n in range(len(self.places))]

    def _chain(self, n: int) -> Iterator[ChainLink]:
        while (via := self.towards[n].via) is not None:
            before, after = self.places[n], self.places[via]
            yield ChainLink(self.goal.unit_id(before), self.goal.unit_id(after), self._why(before, after))
            n = via
        want = self.wants[self.places[n]]
        yield ChainLink(self.goal.unit_id(self.places[n]), want.asked_by, want.why)

    def _prerequisite(self, before: int, after: int) -> Prerequisite:
        return Prerequisite(self.goal.unit_id(before), self._why(before, after))

    def _why(self, before: int, after: int) -> str:
        return self.goal.compiled.reasons[self.goal.units[before], self.goal.units[after]]

    def _brought(self) -> Iterator[tuple[str, int]]:
        """The options chosen, and what each brought that is not needed outright."""
        for settled in self.gap.settled:
            for option in settled.chosen:
                if isinstance(option, int):
                    yield self.goal.unit_id(option), self.goal.closure[option] & ~self.goal.base

    def _below(self) -> tuple[list[int], list[int]]:
        """For each position, the set of all positions that need it, and the units on the longest path from it."""
        below, depth = [0] * len(self.places), [1] * len(self.places)
        for n in reversed(range(len(self.places))):
            after = self.unlocks[n]
            below[n] = bitset(after) | union(below[m] for m in after)
            depth[n] = 1 + max((depth[m] for m in after), default=0)
        return below, depth


def known_and_needed(goal: Goal, gap: Gap, known: int) -> int:
    """The known units that the goal needs: its mandatory ones, and what the options chosen build on."""
    chosen = (option for settled in gap.settled for option in settled.chosen if isinstance(option, int))
    return known & (goal.base | union(goal.closure[option] for option in chosen))


def _wants_met(goal: Goal, gap: Gap) -> Iterator[tuple[int, Want]]:
    """What the goal asks for by place, options chosen included; essential wants come last, so that they win."""
    chosen = (
        Want(option, goal.wanted_because[option], settled.owned.asked_by, settled.owned.essential)
        for settled in gap.settled
        if settled.owned.owner is None
        for option in settled.chosen
        if isinstance(option, int)
    )
    for want in sorted((*goal.wants, *chosen), key=lambda want: want.essential):
        if isinstance(want.requirement, int):
            yield want.requirement, want


def _choice_made(goal: Goal, settled: Settled) -> ChoiceMade:
    owned = settled.owned
    return ChoiceMade(
        needed_by=owned.asked_by,
        why=owned.why,
        count=owned.choice.count,
        reason=settled.reason,
        options=tuple(
            Option(
                requirement=describe(goal.named(option)),
                units=tuple(dict.fromkeys(map(goal.unit_id, leaves(option)))),
                chosen=option in settled.chosen,
                extra_hours=None if extra is None else from_hours(extra),
            )
            for option, extra in zip(owned.choice.options, settled.extra, strict=True)
        ),
    )
