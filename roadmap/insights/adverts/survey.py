"""Many adverts at once: how often each skill is asked for, and the fewest skills that meet a share of the adverts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from roadmap.domain.skill import Skill
from roadmap.insights.adverts.demands import Demand
from roadmap.insights.adverts.reading import AdvertReading
from roadmap.planning.gap.programme import Programme, Variable, total

MOST_NODES = 2_000
"""How far the search for the fewest skills goes before they are picked greedily."""


@dataclass(frozen=True, slots=True)
class SkillDemand:
    """How many of the adverts ask for a skill: as essential, as optional, and either way as a share of all."""

    skill: Skill
    essential: int
    optional: int
    share: float


@dataclass(frozen=True, slots=True)
class Cover:
    """The fewest skills, on top of those known, that meet `met` adverts: every essential skill of each, one of each
    choice. `exact` unless the search was cut short, when there may be a smaller set."""

    share: float
    needed: int
    met: int
    skills: tuple[str, ...]
    exact: bool


def skill_demand(readings: Sequence[AdvertReading]) -> list[SkillDemand]:
    """The skills by how many adverts ask for them, most first; then by id."""
    asked: dict[str, list[Demand]] = {}
    for reading in readings:
        for demand in reading.demands:
            asked.setdefault(demand.skill.id, []).append(demand)
    counted = [_counted(demands, len(readings)) for demands in asked.values()]
    return sorted(counted, key=lambda count: (-count.share, -count.essential, count.skill.id))


def _counted(demands: Sequence[Demand], adverts: int) -> SkillDemand:
    wished = sum(demand.wished for demand in demands)
    return SkillDemand(demands[0].skill, len(demands) - wished, wished, len(demands) / adverts)


def cover(readings: Sequence[AdvertReading], share: float, known: Collection[str], hours: Mapping[str, int]) -> Cover:
    """The fewest skills that meet a share (over 0, up to 1) of the adverts; of several such sets, the one of the fewest
    `hours`, then of the first ids. An integer programme; where it is too hard, skills are added greedily."""
    wanted = [list(_clauses(reading, known)) for reading in readings]
    needed = ceil(share * len(readings) - 1e-9)
    exact = _fewest(wanted, needed, hours)
    chosen = exact if exact is not None else _greedily(wanted, needed)
    met = sum(all(clause & chosen for clause in clauses) for clauses in wanted)
    return Cover(share, needed, met, tuple(sorted(chosen)), exact is not None)


def _clauses(reading: AdvertReading, known: Collection[str]) -> Iterator[frozenset[str]]:
    """What an advert demands: sets of skills of which one each must be there."""
    essential = {demand.skill.id for demand in reading.demands if not demand.wished}
    choices = [frozenset(choice) & essential for choice in reading.choices]
    singles = essential.difference(*choices)
    for clause in (*choices, *(frozenset((skill,)) for skill in singles)):
        if clause and clause.isdisjoint(known):
            yield clause


def _fewest(wanted: Sequence[Sequence[frozenset[str]]], needed: int, hours: Mapping[str, int]) -> set[str] | None:
    programme = Programme(MOST_NODES)
    names = sorted({skill for clauses in wanted for clause in clauses for skill in clause})
    taken = {skill: programme.variable() for skill in names}
    met = [_met(programme, clauses, taken) for clauses in wanted]
    programme.at_least(total(met), needed)
    weighed = total(hours[skill] * variable for skill, variable in taken.items())
    found = programme.minimise(total(taken.values())) and programme.minimise(weighed)
    if not (found and programme.prefer_first(list(taken.values()))):
        return None
    return {skill for skill, variable in taken.items() if programme.is_taken(variable)}


def _met(programme: Programme, clauses: Iterable[frozenset[str]], taken: Mapping[str, Variable]) -> Variable:
    """A variable that is 1 only if every clause has a skill that is taken."""
    met = programme.variable()
    for clause in clauses:
        programme.at_least(total(taken[skill] for skill in sorted(clause)), met)
    return met


def _greedily(wanted: Sequence[Sequence[frozenset[str]]], needed: int) -> set[str]:
    """Meet the advert that takes the fewest new skills, again and again."""
    chosen: set[str] = set()
    for _ in range(len(wanted)):
        lacking = [[clause for clause in clauses if not clause & chosen] for clauses in wanted]
        if sum(not clauses for clauses in lacking) >= needed:
            break
        nearest = min((clauses for clauses in lacking if clauses), key=len)
        chosen.update(min(clause) for clause in nearest)
    return chosen
