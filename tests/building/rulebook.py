"""The rules of a plan (docs/plans.md) in the plainest words, to hold the planner against.

Everything is read from the graph's document and worked out with sets of unit ids, by trying what there is to try.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from roadmap.domain.plan import PlanRequest
from tests.building.documents import Document
from tests.building.documents import Requirement as Written

Units = frozenset[str]


@dataclass(frozen=True)
class Choice:
    """At least `count` of the options, each a unit or another choice."""

    options: tuple[Requirement, ...]
    count: int


Requirement = str | Choice


class Rulebook:
    """A document's units (hours in hundredths), what they require and recommend, and what its roles need."""

    def __init__(self, document: Document) -> None:
        self.hours: dict[str, int] = {}
        self.requires: dict[str, list[Requirement]] = {}
        self.recommends: dict[str, list[str]] = {}
        self.track: dict[str, str] = {}
        self.levels: dict[str, list[str]] = {
            skill["id"]: [f"{skill['id']}@{number}" for number in sorted(skill.get("levels", {"1": skill}))]
            for skill in document["skills"]
        }
        for skill in document["skills"]:
            for number, level in skill.get("levels", {"1": skill}).items():
                self._read_unit(skill, int(number), level)
        self.roles = {
            role["id"]: tuple([self._read(item) for item in role[member]] for member in ("essential", "optional"))
            for role in document["roles"]
        }

    def _read_unit(self, skill: Document, number: int, level: Document) -> None:
        unit = f"{skill['id']}@{number}"
        below = [f"{skill['id']}@{number - 1}"] if number > 1 else []
        self.hours[unit] = round(level["hours"] * 100)
        self.requires[unit] = [*below, *map(self._read, level.get("requires", ()))]
        self.recommends[unit] = [soft["unit"] for soft in level.get("recommends", ())]
        self.track[unit] = skill["track"]

    def _read(self, item: Written) -> Requirement:
        if isinstance(item, str):
            return self.levels[item][-1] if item in self.levels else item
        if "any_of" in item:
            return Choice(tuple(map(self._read, item["any_of"])), item.get("count", 1))
        return self._read(item["unit"])

    def named(self, references: Iterable[str]) -> Units:
        """The units that references stand for; a skill stands for all its levels."""
        return frozenset(unit for name in references for unit in self.levels.get(name, [name]))

    def mandatory(self, unit: str) -> list[str]:
        """The prerequisites of a unit that are not a matter of choice."""
        return [required for required in self.requires[unit] if isinstance(required, str)]

    def with_prerequisites(self, units: Iterable[str], known: Collection[str] = ()) -> Units:
        """Units with all that they build on, down to what is known."""
        found: set[str] = set()
        waiting = [unit for unit in units if unit not in known]
        while waiting:
            unit = waiting.pop()
            if unit not in found:
                found.add(unit)
                waiting.extend(below for below in self.mandatory(unit) if below not in known)
        return frozenset(found)

    def known(self, request: PlanRequest) -> Units:
        """What is known: the declared units and what knowing them implies."""
        declared = self.named(request.known)
        if request.assume_prerequisites:
            return self.with_prerequisites(declared)
        names = [unit.split("@") for unit in declared]
        return frozenset(f"{skill}@{below}" for skill, level in names for below in range(1, int(level) + 1))

    def wants(self, request: PlanRequest) -> list[Requirement]:
        """What a request leads to."""
        essential, optional = self.roles[request.role] if request.role else ([], [])
        targets = [max(self.named([target])) for target in request.targets]
        return [*essential, *(optional if request.include_optional else []), *targets]


def satisfied(requirement: Requirement, have: Collection[str]) -> bool:
    """Whether some units satisfy a requirement."""
    if isinstance(requirement, str):
        return requirement in have
    return sum(satisfied(option, have) for option in requirement.options) >= requirement.count


def units_in(requirement: Requirement) -> Iterator[str]:
    """Every unit that a requirement names."""
    if isinstance(requirement, str):
        yield requirement
    else:
        for option in requirement.options:
            yield from units_in(option)


@dataclass(frozen=True)
class Task:
    """A request as the rules see it: what is wanted, known, preferred and avoided."""

    rules: Rulebook
    wants: list[Requirement]
    known: Units
    prefer: Units = frozenset()
    avoid: Units = frozenset()

    @cached_property
    def attainable(self) -> Units:
        """Everything that is known or can be learnt without learning what is avoided."""
        have, more = set(self.known), True
        while more:
            more = {
                unit
                for unit, requires in self.rules.requires.items()
                if unit not in have | self.avoid and all(satisfied(required, have) for required in requires)
            }
            have |= more
        return frozenset(have)

    @property
    def is_possible(self) -> bool:
        """Whether everything wanted can be had."""
        return all(satisfied(want, self.attainable) for want in self.wants)

    def is_answer(self, learn: Units) -> bool:
        """Whether learning these units satisfies every want, is closed under prerequisites, and avoids what it must."""
        have = self.known | learn
        return (
            not learn & self.avoid
            and all(satisfied(want, have) for want in self.wants)
            and all(satisfied(required, have) for unit in learn for required in self.rules.requires[unit])
        )

    @cached_property
    def answers(self) -> list[Units]:
        """Every set of units to learn that could be a smallest one: what is wanted outright, and any of the options
        there are, with all that they build on."""
        rules = self.rules
        wanted = [want for want in self.wants if isinstance(want, str)]
        sets = {rules.with_prerequisites(wanted, self.known)}
        for option in self.options:
            brought = rules.with_prerequisites([option], self.known)
            sets |= {units | brought for units in sets}
        return [units for units in sets if self.is_answer(units)]

    @cached_property
    def options(self) -> list[str]:
        """The unknown units that are an option of some choice which could arise."""
        could_matter, waiting = set[str](), [unit for want in self.wants for unit in units_in(want)]
        while waiting:
            unit = waiting.pop()
            if unit not in could_matter:
                could_matter.add(unit)
                waiting.extend(below for required in self.rules.requires[unit] for below in units_in(required))
        asked = [*self.wants, *(required for unit in could_matter for required in self.rules.requires[unit])]
        named = {unit for choice in asked if isinstance(choice, Choice) for unit in units_in(choice)}
        return sorted(named - self.known - self.avoid)

    def hours(self, units: Iterable[str]) -> int:
        """The hours of units, in hundredths."""
        return sum(self.rules.hours[unit] for unit in units)

    def best(self, with_option: Requirement | None = None) -> Units | None:
        """The answer with the fewest choices settled against the preference, then hours, then units, then the
        smaller sorted ids; of those that satisfy an option, if one is given. None if there is no answer."""
        return min(
            (learn for learn in self.answers if not with_option or satisfied(with_option, self.known | learn)),
            key=lambda learn: (self.against_preference(learn), self.hours(learn), len(learn), sorted(learn)),
            default=None,
        )

    def against_preference(self, learn: Units) -> int:
        """How many of the choices that arise, and are not settled by what is known, go to fewer preferred options
        than could be had."""
        asked = [*self.wants, *(required for unit in learn for required in self.rules.requires[unit])]
        return sum(self._goes_against(choice, learn) for choice in asked if isinstance(choice, Choice))

    def _goes_against(self, choice: Choice, learn: Units) -> bool:
        if satisfied(choice, self.known):
            return False
        could = sum(self._is_preferred(option, self.attainable) for option in choice.options)
        does = sum(self._is_preferred(option, self.known | learn) for option in choice.options)
        return does < min(could, choice.count)

    def _is_preferred(self, option: Requirement, have: Units) -> bool:
        """Whether an option is had by way of something preferred. What is known already settles it as it is."""
        if isinstance(option, str):
            return option in have & self.prefer
        if satisfied(option, self.known):
            have = self.known
        return satisfied(option, have) and any(self._is_preferred(inner, have) for inner in option.options)

    def smallest_conflict(self) -> list[str]:
        """The smallest part of what is avoided that alone makes the wants impossible; then the smaller ids."""
        avoided = sorted(self.avoid - self.known)
        return next(
            list(part)
            for size in range(1, len(avoided) + 1)
            for part in combinations(avoided, size)
            if not Task(self.rules, self.wants, self.known, avoid=frozenset(part)).is_possible
        )


def task(rules: Rulebook, request: PlanRequest) -> Task:
    """A request as the rules see it."""
    known = rules.known(request)
    return Task(rules, rules.wants(request), known, rules.named(request.prefer), rules.named(request.avoid) - known)
