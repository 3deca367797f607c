"""What a plan leads to, compiled over the units it could ever need.

Units are numbered anew within a goal (a unit's *place*), so that sets of them are small integers whatever the
size of the graph around them. Places keep the canonical topological order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from roadmap.domain.graph.compiled import CompiledGraph, NumberedChoice, NumberedRequirement, edges_of
from roadmap.domain.requirement import Choice, Requirement, UnitRequirement
from roadmap.domain.role import Role
from roadmap.planning.bitset import Weights, bitset, in_at_least, union, weights

TARGETS = "targets"


@dataclass(frozen=True, slots=True)
class Want:
    """One thing the goal asks for: a unit (by place) or a choice, with the reason and who asks."""

    requirement: NumberedRequirement
    why: str
    asked_by: str
    essential: bool


@dataclass(frozen=True, slots=True)
class OwnedChoice:
    """A choice, the place of the unit that requires it (None when the goal itself does), and who asks and why."""

    owner: int | None
    choice: NumberedChoice
    asked_by: str
    why: str
    essential: bool = True

    def inner(self, choice: NumberedChoice) -> OwnedChoice:
        """A choice that is an option of this one, for the same owner and reason."""
        return replace(self, choice=choice, why=choice.why or self.why)


@dataclass(frozen=True, slots=True, eq=False)
class Goal:
    """A goal over `units` (numbers in the graph, ascending) and their ids, with everything else by place.

    `closure` is each unit with all its mandatory prerequisites; `base` the closure of the units wanted
    outright; `edges_in` the direct prerequisites and options; `before` these and the recommendations, which is
    what an order obeys; `wanted_choices` what the goal itself requires a choice of, `wanted_because` the reason of
    each option there, by role and place; `unit_choices` what each unit requires a choice of. `contested` is what must
    be looked at to settle the choices: all but those mandatory units that neither have a choice of their own nor are
    an option. Sets are bitsets of places.
    """

    compiled: CompiledGraph
    units: tuple[int, ...]
    unit_ids: tuple[str, ...]
    place: Mapping[int, int]
    wants: tuple[Want, ...]
    weights: Weights
    prerequisites: tuple[tuple[int, ...], ...]
    closure: tuple[int, ...]
    base: int
    wanted_choices: tuple[OwnedChoice, ...]
    wanted_because: Mapping[tuple[str, int], str]
    unit_choices: tuple[tuple[OwnedChoice, ...], ...]
    owners: int
    contested: int
    edges_in: tuple[tuple[int, ...], ...]
    before: tuple[tuple[int, ...], ...]

    def named(self, requirement: NumberedRequirement) -> Requirement:
        """A requirement with unit ids in the place of places."""
        if isinstance(requirement, int):
            return UnitRequirement(self.unit_ids[requirement], "")
        return Choice(tuple(map(self.named, requirement.options)), requirement.count, requirement.why)

    def hours(self, place: int) -> int:
        """Hours, in hundredths, of the unit at a place."""
        return self.compiled.hours[self.units[place]]

    def known(self, numbers: Collection[int], assume_prerequisites: bool) -> int:
        """What knowing some units of the graph means here: themselves and, if assumed, what they build on.

        The lower levels of a skill always count. Cost: linear in the units above the known ones.
        """
        if not assume_prerequisites:
            return bitset(self.place[number] for number in self._levels_to(numbers) if number in self.place)
        places = [self.place[number] for number in numbers if number in self.place]
        known = union(map(self.closure.__getitem__, places))
        if len(places) < len(numbers):
            known |= self._known_beyond([number for number in numbers if number not in self.place])
        return known

    def _known_beyond(self, numbers: list[int]) -> int:
        """What units that the goal itself could never need build on, as far as it is among the goal's."""
        place, prerequisites = self.place, self.compiled.prerequisites
        known, seen, waiting = 0, set(numbers), numbers
        while waiting:
            number = waiting.pop()
            if number in place:
                known |= self.closure[place[number]]
            else:
                fresh = [below for below in prerequisites[number] if below not in seen]
                seen.update(fresh)
                waiting += fresh
        return known

    def _levels_to(self, numbers: Iterable[int]) -> Iterator[int]:
        """Units with the lower levels of their skills."""
        for number in numbers:
            unit = self.compiled.units[number]
            yield from self.compiled.units_of(unit.skill)[: unit.level.number]

    def unavoidable(self, known: int) -> int:
        """The unknown units that every way to settle the choices needs. Cost: that of the closures."""
        brought: list[int] = []
        for place, required in enumerate(self.prerequisites):
            needed: chain[NumberedRequirement] = chain(required, (owned.choice for owned in self.unit_choices[place]))
            below = union(_brought_anyway(requirement, brought) for requirement in needed)
            brought.append(0 if known >> place & 1 else 1 << place | below)
        return union(_brought_anyway(want.requirement, brought) for want in self.wants)

    def asked_by(self, role: str) -> Goal:
        """This goal, places and all, as far as one role asks for it."""
        wants = tuple(want for want in self.wants if want.asked_by == role)
        base, choices = _base(wants, self.closure), tuple(_wanted_choices(wants))
        contested = _contested(base, choices, self.unit_choices)
        return replace(self, wants=wants, base=base, wanted_choices=choices, contested=contested)

    def cut_at(self, known: int) -> Goal:
        """This goal where nothing below a known unit is needed (for knowledge that implies no prerequisites)."""
        closure = _closures(self.prerequisites, known)
        return replace(self, closure=closure, base=_base(self.wants, closure))


def compile_goal(
    compiled: CompiledGraph, role: Role | None, targets: Sequence[int] = (), include_optional: bool = False
) -> Goal:
    """Compile a goal from a role, target units (numbers in the graph), or both. Cost: see `compile_joint_goal`."""
    return compile_joint_goal(compiled, () if role is None else (role,), targets, include_optional)


def compile_joint_goal(
    compiled: CompiledGraph, roles: Sequence[Role], targets: Sequence[int] = (), include_optional: bool = False
) -> Goal:
    """Compile everything that some roles and target units (numbers in the graph) ask for into one goal.

    Cost: linear in the units and edges it could need, but for the closures, which take n²/8 bytes for n units.
    """
    asked = list(_wants(compiled, roles, targets, include_optional))
    units = _reachable(compiled, [want.requirement for want in asked])
    place = {number: position for position, number in enumerate(units)}
    wants = tuple(replace(want, requirement=_at_places(want.requirement, place)) for want in asked)
    prerequisites = tuple(tuple(place[below] for below in compiled.prerequisites[number]) for number in units)
    closure = _closures(prerequisites, known=0)
    base = _base(wants, closure)
    wanted_choices = tuple(_wanted_choices(wants))
    unit_choices = tuple(_unit_choices(compiled, number, place) for number in units)
    edges_in = tuple(map(_edges_in, prerequisites, unit_choices))
    return Goal(
        compiled=compiled,
        units=units,
        unit_ids=tuple(compiled.units[number].id for number in units),
        place=place,
        wants=wants,
        weights=weights([compiled.hours[number] for number in units]),
        prerequisites=prerequisites,
        closure=closure,
        base=base,
        wanted_choices=wanted_choices,
        wanted_because=_wanted_because(compiled, roles, place),
        unit_choices=unit_choices,
        owners=bitset(position for position, owned in enumerate(unit_choices) if owned),
        contested=_contested(base, wanted_choices, unit_choices),
        edges_in=edges_in,
        before=tuple(
            tuple(dict.fromkeys((*edges, *_recommended(compiled, number, place))))
            for edges, number in zip(edges_in, units, strict=True)
        ),
    )


def leaves(requirement: NumberedRequirement) -> Iterator[int]:
    """The units a requirement names, inside choices too, in the order written."""
    if isinstance(requirement, int):
        yield requirement
    else:
        for option in requirement.options:
            yield from leaves(option)


def _brought_anyway(requirement: NumberedRequirement, brought: Sequence[int]) -> int:
    """The units that a requirement brings in whatever is chosen: of a choice, those under so many options that the
    others are too few."""
    if isinstance(requirement, int):
        return brought[requirement]
    options = [_brought_anyway(option, brought) for option in requirement.options]
    return in_at_least(len(options) - requirement.count + 1, options)


def _wants(
    compiled: CompiledGraph, roles: Iterable[Role], targets: Sequence[int], include_optional: bool
) -> Iterator[Want]:
    for role in roles:
        for requirement in role.essential:
            yield Want(compiled.numbered(requirement), requirement.why, role.id, essential=True)
        for requirement in role.optional if include_optional else ():
            yield Want(compiled.numbered(requirement), requirement.why, role.id, essential=False)
    for target in targets:
        yield Want(target, "You asked for it.", TARGETS, essential=True)


def _reachable(compiled: CompiledGraph, requirements: Iterable[NumberedRequirement]) -> tuple[int, ...]:
    waiting = [leaf for requirement in requirements for leaf in leaves(requirement)]
    seen = set(waiting)
    while waiting:
        unit = waiting.pop()
        options = (leaf for choice in compiled.choices[unit] for leaf in leaves(choice))
        for number in (*compiled.prerequisites[unit], *options):
            if number not in seen:
                seen.add(number)
                waiting.append(number)
    return tuple(sorted(seen))


def _closures(prerequisites: tuple[tuple[int, ...], ...], known: int) -> tuple[int, ...]:
    closures: list[int] = []
    for place, required in enumerate(prerequisites):
        bit = 1 << place
        closures.append(0 if known & bit else bit | union(closures[p] for p in required))
    return tuple(closures)


def _base(wants: Iterable[Want], closure: Sequence[int]) -> int:
    return union(closure[want.requirement] for want in wants if isinstance(want.requirement, int))


def _at_places(requirement: NumberedRequirement, place: Mapping[int, int]) -> NumberedRequirement:
    return place[requirement] if isinstance(requirement, int) else _choice_at_places(requirement, place)


def _choice_at_places(choice: NumberedChoice, place: Mapping[int, int]) -> NumberedChoice:
    return replace(choice, options=tuple(_at_places(option, place) for option in choice.options))


def _wanted_choices(wants: Iterable[Want]) -> Iterator[OwnedChoice]:
    for want in wants:
        if not isinstance(want.requirement, int):
            yield OwnedChoice(None, want.requirement, want.asked_by, want.why, want.essential)


def _wanted_because(
    compiled: CompiledGraph, roles: Iterable[Role], place: Mapping[int, int]
) -> dict[tuple[str, int], str]:
    because: dict[tuple[str, int], str] = {}
    for role in roles:
        choices = [wanted for wanted in (*role.essential, *role.optional) if isinstance(wanted, Choice)]
        for unit, why in chain.from_iterable(map(edges_of, choices)):
            if compiled.number[unit] in place:
                because.setdefault((role.id, place[compiled.number[unit]]), why)
    return because


def _unit_choices(compiled: CompiledGraph, number: int, place: Mapping[int, int]) -> tuple[OwnedChoice, ...]:
    unit = compiled.units[number]
    choices = (_choice_at_places(choice, place) for choice in compiled.choices[number])
    return tuple(OwnedChoice(place[number], choice, unit.id, choice.why) for choice in choices)


def _edges_in(required: tuple[int, ...], choices: tuple[OwnedChoice, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys((*required, *(leaf for owned in choices for leaf in leaves(owned.choice)))))


def _recommended(compiled: CompiledGraph, number: int, place: Mapping[int, int]) -> Iterator[int]:
    return (place[soft] for soft in compiled.recommended[number] if soft in place)


def _contested(base: int, wanted: tuple[OwnedChoice, ...], unit_choices: tuple[tuple[OwnedChoice, ...], ...]) -> int:
    everything = (1 << len(unit_choices)) - 1
    owners = bitset(position for position, owned in enumerate(unit_choices) if owned)
    options = bitset({leaf for owned in chain(wanted, *unit_choices) for leaf in leaves(owned.choice)})
    return everything & ~base | owners | options
