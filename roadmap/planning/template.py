"""The part of a plan that does not depend on what the learner knows, once the choices are settled.

As everything that needs an unknown unit is unknown too, striking out known units leaves the other steps as they
are, but for position, stage and dates: what a step unlocks, blocks and is there for stays true, and so does the
longest path that begins with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from roadmap.domain.graph.compiled import Unit
from roadmap.domain.plan import ChainLink, Prerequisite, Reason
from roadmap.planning.bitset import bitset, union
from roadmap.planning.gap import Outcome
from roadmap.planning.goal import Goal, OwnedChoice, Want
from roadmap.planning.stages import StageFinder, stage_finder


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

    `places` are their places in the goal, and `units` the same as a set; `hours` in hundredths; `needed` the places of
    all that the goal needs this way, known units that are no step included, and `needed_hours` its hours;
    `builds_on` the positions of each step's prerequisites that are not included in another of them, which is all
    that stages need, and `stages` finds those of the steps that are left; `longest_by` is, for each step, the position
    of the next one on the path of prerequisites with most hours that begins there, and `longest_first` the positions
    by these hours.
    """

    goal: Goal
    places: tuple[int, ...]
    units: int
    unit_ids: tuple[str, ...]
    hours: tuple[int, ...]
    builds_on: tuple[tuple[int, ...], ...]
    stages: StageFinder
    longest_by: tuple[int | None, ...]
    longest_first: tuple[int, ...]
    steps: tuple[TemplateStep, ...]
    needed: int
    needed_hours: int


@dataclass(frozen=True, slots=True)
class Needs:
    """What a goal needs with its choices settled, as sets of places: `units` are those of its plan, whether known or
    not; `all` has besides them the known units that nothing below is needed for."""

    units: int
    all: int


def needs(goal: Goal, cut: Goal, outcomes: Sequence[Outcome], cut_at: int) -> Needs:
    """What a goal needs, and the same goal cut at known units (itself where nothing is cut)."""
    units = cut.base | union(outcome.units for outcome in outcomes)
    if cut is goal:
        return Needs(units, units)
    chosen = union(goal.closure[option] for _, option in units_chosen(outcomes))
    return Needs(units, units | cut_at & (goal.base | chosen))


def build_template(goal: Goal, outcomes: Sequence[Outcome], order: Sequence[int], cut_at: int = 0) -> Template:
    """The template over what a goal and the outcomes of its choices need, in the canonical order of all places.

    With `cut_at`, known units that imply nothing of what they build on, the goal is cut there: neither they nor
    what is needed for them alone is among the steps. Cost: linear in units and edges, times the size of a bitset.
    """
    whole, goal = goal, goal.cut_at(cut_at) if cut_at else goal
    needed = needs(whole, goal, outcomes, cut_at)
    draft = _Draft(goal, outcomes, [place for place in order if needed.units >> place & 1])
    longest, longest_by = draft.longest()
    builds_on = tuple(draft.irredundant())
    return Template(
        goal=goal,
        places=tuple(draft.places),
        units=needed.units,
        unit_ids=tuple(map(goal.unit_ids.__getitem__, draft.places)),
        hours=tuple(draft.hours),
        builds_on=builds_on,
        stages=stage_finder(draft.places, builds_on),
        longest_by=tuple(longest_by),
        longest_first=tuple(sorted(range(len(longest)), key=lambda n: -longest[n])),
        steps=tuple(draft.steps()),
        needed=needed.all,
        needed_hours=goal.weights.weigh(needed.all),
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

    def __init__(self, goal: Goal, outcomes: Sequence[Outcome], places: list[int]) -> None:
        self.goal = goal
        self.chosen = list(units_chosen(outcomes))
        self.places = places
        self.hours = list(map(goal.hours, places))
        self.position = {place: n for n, place in enumerate(places)}
        self.wants = dict(_wants_met(goal, self.chosen))
        self.unavoidable = goal.base | union(outcome.unavoidable for outcome in outcomes)
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

    def longest(self) -> tuple[list[int], list[int | None]]:
        """The hours of the longest path that begins with each step, and the next step on it: the earliest there is."""
        hours = list(self.hours)
        following: list[int | None] = [None] * len(self.places)
        for n in reversed(range(len(self.places))):
            if self.unlocks[n]:
                after = max(self.unlocks[n], key=hours.__getitem__)
                following[n] = after
                hours[n] += hours[after]
        return hours, following

    def steps(self) -> Iterator[TemplateStep]:
        """The steps in order."""
        unit_ids = [self.goal.unit_ids[place] for place in self.places]
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
        for owned, option in self.chosen:
            chosen.setdefault(owned.owner, []).append(option)
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
            yield ChainLink(self.goal.unit_ids[before], self.goal.unit_ids[after], self._why(before, after))
            n = via
        want = self.wants[self.places[n]]
        yield ChainLink(self.goal.unit_ids[self.places[n]], want.asked_by, want.why)

    def _prerequisite(self, before: int, after: int) -> Prerequisite:
        return Prerequisite(self.goal.unit_ids[before], self._why(before, after))

    def _why(self, before: int, after: int) -> str:
        return self.goal.compiled.reasons[self.goal.units[before], self.goal.units[after]]

    def _brought(self) -> Iterator[tuple[str, int]]:
        """The options chosen, and what each brought that is not needed outright."""
        for _, option in self.chosen:
            yield self.goal.unit_ids[option], self.goal.closure[option] & ~self.goal.base

    def _below(self) -> tuple[list[int], list[int]]:
        """For each position, the set of all positions that need it, and the units on the longest path from it."""
        below, depth = [0] * len(self.places), [1] * len(self.places)
        for n in reversed(range(len(self.places))):
            after = self.unlocks[n]
            below[n] = bitset(after) | union(below[m] for m in after)
            depth[n] = 1 + max((depth[m] for m in after), default=0)
        return below, depth


def units_chosen(outcomes: Iterable[Outcome]) -> Iterator[tuple[OwnedChoice, int]]:
    """The units chosen, each with the choice it settles."""
    for outcome in outcomes:
        for owned, options in outcome.chosen:
            yield from ((owned, option) for option in options if isinstance(option, int))


def _wants_met(goal: Goal, chosen: Iterable[tuple[OwnedChoice, int]]) -> Iterator[tuple[int, Want]]:
    """What the goal asks for by place, options chosen included; essential wants come last, so that they win."""
    options = (
        Want(option, goal.wanted_because[owned.asked_by, option], owned.asked_by, owned.essential)
        for owned, option in chosen
        if owned.owner is None
    )
    for want in sorted((*goal.wants, *options), key=lambda want: want.essential):
        if isinstance(want.requirement, int):
            yield want.requirement, want
