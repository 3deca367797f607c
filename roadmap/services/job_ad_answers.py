"""What job adverts say, as it is told: the values of the answer, made from a reading or a survey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roadmap.domain.named import Named
from roadmap.domain.role import Role
from roadmap.domain.skill import unit_id
from roadmap.insights.adverts.demands import Demand
from roadmap.insights.adverts.mentions import Mention
from roadmap.insights.adverts.reading import AdvertReading
from roadmap.insights.adverts.verdict import RoleFit

USUAL_LEVEL = 2
"""The level that a skill is asked for at where an advert does not say: able to do it unaided."""

WISHED_LEVEL = 1
"""The same for a skill that would be nice."""

TOLD = 3
"""How many skills a sentence names."""

SHOWN = 4
"""The decimal places of a confidence or a share."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of the advert as given, by its characters (Unicode code points): from `start` up to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class SkillFound:
    """A skill that an advert asks for. `level_stated` says whether the advert's words set the level, or it is the
    usual one; `importance` is essential or optional."""

    skill: str
    name: str
    unit: str
    level: int
    level_stated: bool
    importance: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ChoiceFound:
    """Skills of which the advert asks for one."""

    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleFound:
    """How well a role fits: `confidence` in [0, 1], all roles together 1, and the skills of the advert that speak for
    and against it, the most telling first."""

    role: Named
    confidence: float
    supporting: tuple[str, ...]
    opposing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermFound:
    """What looks like a technology and is not in the graph."""

    term: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TitleMismatch:
    """A text that describes another role than its title names, clearly better."""

    described_role: Named
    sentence: str


@dataclass(frozen=True, slots=True)
class JobAdReading:
    """What one advert says."""

    title_role: Named | None
    title_mismatch: TitleMismatch | None
    skills: tuple[SkillFound, ...]
    choices: tuple[ChoiceFound, ...]
    roles: tuple[RoleFound, ...]
    unknown_terms: tuple[TermFound, ...]


@dataclass(frozen=True, slots=True)
class AskedSkill:
    """How many adverts ask for a skill, and which share of them all."""

    skill: str
    name: str
    essential: int
    optional: int
    share: float


@dataclass(frozen=True, slots=True)
class SmallestSet:
    """The fewest skills, on top of those known, that meet a share of the adverts, and their hours in all."""

    share: float
    job_ads_needed: int
    job_ads_met: int
    skills: tuple[Named, ...]
    hours: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Survey:
    """What many adverts ask for together: skills by how often, roles by how many adverts describe them."""

    job_ads: int
    skills: tuple[AskedSkill, ...]
    smallest_set: SmallestSet


def told_reading(read: AdvertReading) -> JobAdReading:
    """A reading as it is told."""
    return JobAdReading(
        title_role=None if read.title_role is None else named(read.title_role),
        title_mismatch=_mismatch(read),
        skills=tuple(_skill(read, demand) for demand in read.demands),
        choices=tuple(map(ChoiceFound, read.choices)),
        roles=tuple(map(_role, read.roles)),
        unknown_terms=tuple(
            TermFound(term.text, tuple(_evidence(read, start, end) for start, end in term.places))
            for term in read.unknown_terms
        ),
    )


def named(role: Role) -> Named:
    """A role by id and name."""
    return Named(role.id, role.name)


def _mismatch(read: AdvertReading) -> TitleMismatch | None:
    if read.title_role is None or read.described_role is None:
        return None
    best = next(fit for fit in read.roles if fit.role is read.described_role)
    asked = {str(demand.skill.id): demand.skill.name for demand in read.demands if not demand.wished}
    names = _listed([asked[skill] for skill in best.supporting if skill in asked][:TOLD])
    sentence = (
        f"The title says “{read.title_role.name}”, but the text reads like “{read.described_role.name}”: "
        f"it asks for {names}."
    )
    return TitleMismatch(named(read.described_role), sentence)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _skill(read: AdvertReading, demand: Demand) -> SkillFound:
    level = level_of(demand)
    return SkillFound(
        skill=demand.skill.id,
        name=demand.skill.name,
        unit=unit_id(demand.skill.id, level),
        level=level,
        level_stated=demand.level is not None,
        importance="optional" if demand.wished else "essential",
        evidence=tuple(place_of(read, mention) for mention in demand.mentions),
    )


def level_of(demand: Demand) -> int:
    """The level asked for: the highest there is up to what is said, or usual."""
    asked = demand.level or (WISHED_LEVEL if demand.wished else USUAL_LEVEL)
    numbers = [level.number for level in demand.skill.levels]
    return max((number for number in numbers if number <= asked), default=numbers[0])


def place_of(read: AdvertReading, mention: Mention) -> Evidence:
    """Where the advert as given names a skill."""
    return _evidence(read, read.words[mention.first][0], read.words[mention.end - 1][1])


def _evidence(read: AdvertReading, start: int, end: int) -> Evidence:
    first, last = read.source.span(start, end)
    return Evidence(first, last, read.source.given[first:last])


def _role(fit: RoleFit) -> RoleFound:
    return RoleFound(named(fit.role), round(fit.confidence, SHOWN), fit.supporting, fit.opposing)
