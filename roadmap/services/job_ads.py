"""Reading job adverts: one with the plan that leads to it, or many with what they ask for together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from roadmap.domain.named import Named
from roadmap.domain.plan import PlanRequest
from roadmap.domain.requirement import Choice, Requirement, UnitRequirement
from roadmap.domain.role import Role, RoleId
from roadmap.domain.skill import from_hours, unit_id
from roadmap.insights.adverts.demands import Demand
from roadmap.insights.adverts.reading import AdvertReader, AdvertReading
from roadmap.insights.adverts.survey import cover, skill_demand
from roadmap.planning import Planner
from roadmap.planning.plan import Plan
from roadmap.planning.references import look_up
from roadmap.services.job_ad_answers import (
    SHOWN,
    AskedSkill,
    JobAdReading,
    SmallestSet,
    Survey,
    level_of,
    place_of,
    told_reading,
)
from roadmap.services.library import GraphLibrary
from roadmap.services.plans import plan_with_answers

READERS = 16
"""How many graphs' readers are kept, the least used given up first."""

USUAL_SHARE = 0.8
"""The share of the adverts that the smallest set of skills is to meet where nothing is said."""

AS_ROLE = RoleId("job-ad")
"""What the advert is called as the role of a plan."""


@dataclass(frozen=True, slots=True)
class JobAd:
    """An advert as given: plain text or HTML, and its title if it has one."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class JobAdPlan:
    """The plan that leads to an advert, and the request that asks for the same steps again: for the units that the
    advert demands, with its choices settled."""

    plan: Plan
    again: PlanRequest


def read_job_ad(library: GraphLibrary, graph_id: str | None, job_ad: JobAd) -> JobAdReading:
    """What an advert says; GraphNotFoundError. Cost: linear in its length."""
    return told_reading(_read(library.planner(graph_id), job_ad))


def plan_for_job_ad(
    library: GraphLibrary, graph_id: str | None, job_ad: JobAd, request: PlanRequest
) -> tuple[JobAdReading, JobAdPlan | None]:
    """What an advert says, and the plan that leads to it; None where it asks for nothing that the graph has.

    The advert is planned for as if it were a role. `request` names what is known and how to plan, but no role and no
    targets. Raises what `Planner.build_plan` does.
    """
    planner = library.planner(graph_id)
    look_up(planner.compiled, request)
    read = _read(planner, job_ad)
    role = _as_role(read, job_ad.title)
    if not role.essential and not (role.optional and request.include_optional):
        return told_reading(read), None
    with_role = replace(planner.compiled, roles={**planner.compiled.roles, role.id: role})
    plan = plan_with_answers(Planner(with_role), replace(request, role=role.id))
    return told_reading(read), JobAdPlan(plan, replace(request, targets=tuple(_settled(plan, role, request))))


def _settled(plan: Plan, role: Role, request: PlanRequest) -> Iterator[str]:
    """The units that the role of an advert came to: those it names, and those chosen for it."""
    for requirement in (*role.essential, *(role.optional if request.include_optional else ())):
        if isinstance(requirement, UnitRequirement):
            yield requirement.unit
    for choice in plan.choices:
        if choice.needed_by == role.id:
            yield from (unit for option in choice.options if option.chosen for unit in option.units)


def survey_job_ads(
    library: GraphLibrary, graph_id: str | None, job_ads: Sequence[JobAd], share: float, request: PlanRequest | None
) -> tuple[tuple[JobAdReading, ...], Survey]:
    """What each of many adverts says, and what they ask for together.

    `share` (over 0, at most 1) of them are to be met by the smallest set; `request` names what is known, if anything.
    Raises GraphNotFoundError and UnknownReferenceError.
    """
    planner = library.planner(graph_id)
    readings = [_read(planner, job_ad) for job_ad in job_ads]
    known = frozenset[str]() if request is None else _known_skills(planner, request)
    asked = tuple(
        AskedSkill(count.skill.id, count.skill.name, count.essential, count.optional, round(count.share, SHOWN))
        for count in skill_demand(readings)
    )
    smallest = _smallest_set(planner, readings, share, known)
    return tuple(map(told_reading, readings)), Survey(len(job_ads), asked, smallest)


def _smallest_set(
    planner: Planner, readings: Sequence[AdvertReading], share: float, known: frozenset[str]
) -> SmallestSet:
    skills = planner.compiled.skills
    hours = {name: sum([int(level.hours) for level in skill.levels]) for name, skill in skills.items()}
    fewest = cover(readings, share, known, hours)
    return SmallestSet(
        share=share,
        job_ads_needed=fewest.needed,
        job_ads_met=fewest.met,
        skills=tuple(Named(skill, skills[skill].name) for skill in fewest.skills),
        hours=from_hours(sum([hours[skill] for skill in fewest.skills])),
        exact=fewest.exact,
    )


@lru_cache(READERS)
def _reader(planner: Planner) -> AdvertReader:
    return AdvertReader(planner)


def _read(planner: Planner, job_ad: JobAd) -> AdvertReading:
    return _reader(planner).read(job_ad.text, job_ad.title)


def _known_skills(planner: Planner, request: PlanRequest) -> frozenset[str]:
    references = look_up(planner.compiled, request)
    roles = (number for role in references.from_roles for number in planner.units_of_role(role))
    return frozenset(planner.compiled.units[number].skill.id for number in (*references.known, *roles))


def _as_role(read: AdvertReading, title: str) -> Role:
    """An advert as a role: what it demands is essential, what it wishes for optional, with its words as the reasons."""
    return Role(
        id=AS_ROLE,
        name=title or "The job advert",
        summary="",
        essential=tuple(_requirements(read, wished=False)),
        optional=tuple(_requirements(read, wished=True)),
    )


def _requirements(read: AdvertReading, *, wished: bool) -> Iterator[Requirement]:
    demands = {str(demand.skill.id): demand for demand in read.demands if demand.wished is wished}
    free: dict[str, Demand] = dict(demands)
    for choice in read.choices:
        options = [free.pop(skill) for skill in choice if skill in free]
        if len(options) > 1:
            units = tuple(_unit(read, demand) for demand in options)
            yield Choice(units, 1, _why(read, options))
        else:
            free.update((demand.skill.id, demand) for demand in options)
    for demand in demands.values():
        if demand.skill.id in free:
            yield _unit(read, demand)


def _unit(read: AdvertReading, demand: Demand) -> UnitRequirement:
    return UnitRequirement(unit_id(demand.skill.id, level_of(demand)), _why(read, [demand]))


def _why(read: AdvertReading, demands: Iterable[Demand]) -> str:
    said = (place_of(read, demand.mentions[0]).text for demand in demands)
    quoted = (f"“{' '.join(words.split())}”" for words in said)
    return f"The advert asks for {' or '.join(quoted)}."
