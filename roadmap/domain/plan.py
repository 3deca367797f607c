"""What is asked of the planner, and the parts a plan is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from roadmap.domain.days_off import DaysOff
from roadmap.domain.skill import Resource

JUST_IN_TIME = "just-in-time"


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """What a plan is asked for. Ids stand as written: a unit (`python@2`), or a skill for all its levels.

    role, targets         where to: a role, units, or both (one of them at least)
    include_optional      the role's optional requirements too
    known                 what is declared known
    from_roles            roles whose requirements are known, with the choices of their plan from nothing
    assume_prerequisites  knowing a unit implies its mandatory prerequisites
    prefer, avoid         skills or units to choose where there is a choice, and never to learn
    hours_per_week        the pace, over 0; None for a plan without a schedule
    start_date            the first day of study; without it weeks are counted but no dates given
    deadline              the day to be ready by; needs a start date
    days_off              days without study; needs a start date
    what_if               what to tell the savings of, if it were known too; changes nothing about the plan
    why                   what to tell the reason of, in the plan or not; changes nothing either
    """

    role: str | None = None
    targets: tuple[str, ...] = ()
    include_optional: bool = False
    known: tuple[str, ...] = ()
    from_roles: tuple[str, ...] = ()
    assume_prerequisites: bool = True
    prefer: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    strategy: str = JUST_IN_TIME
    hours_per_week: float | None = None
    start_date: date | None = None
    deadline: date | None = None
    days_off: DaysOff = field(default_factory=DaysOff)
    what_if: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One step of a reason: `unit` is there because `needed_by` (a unit, the role, or `targets`) needs it."""

    unit: str
    needed_by: str
    why: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a step is in the plan.

    `chain` is the shortest chain of prerequisites from the step to a requirement, one link an edge, ending at
    the role. `mandatory` when no choice could leave the step out; otherwise `came_with` names the chosen
    option that brought it.
    """

    mandatory: bool
    came_with: str | None
    chain: tuple[ChainLink, ...]


@dataclass(frozen=True, slots=True)
class StepSchedule:
    """When a step is learnt: the week it starts in, from 1, and its first and last day if a start was given."""

    week: int
    start: date | None
    finish: date | None


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """A unit that a step builds on directly, and why."""

    unit: str
    why: str


@dataclass(frozen=True, slots=True)
class Step:
    """One unit of a plan in its place.

    `hours_before` is the work of all earlier steps; `stage` counts from 1 (all of one stage could be learnt at
    the same time); `blocking_factor` is how many later steps need this one, directly or not; `delay_factor` the
    number of steps on the longest prerequisite path through it (both after X. Slim et al., Curricular
    Analytics, 2018). `importance` is essential, or optional if only an optional requirement needs it.
    """

    position: int
    unit: str
    skill: str
    level: int
    name: str
    track: str
    outcome: str
    hours: float
    hours_before: float
    stage: int
    importance: str
    reason: Reason
    requires: tuple[Prerequisite, ...]
    unlocks: tuple[str, ...]
    blocking_factor: int
    delay_factor: int
    schedule: StepSchedule | None
    resources: tuple[Resource, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice. `extra_hours` is how much longer (or, if negative, shorter) the plan gets by
    taking it; None where what is avoided rules it out."""

    requirement: str
    units: tuple[str, ...]
    chosen: bool
    extra_hours: float | None


@dataclass(frozen=True, slots=True)
class ChoiceMade:
    """How one choice was settled. `needed_by` is a unit, the role, or `targets`; `reason` one of
    already-known, preferred, only-option and fewest-hours."""

    needed_by: str
    why: str
    count: int
    reason: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class KnownUnits:
    """What the learner has: `declared` as in the request, `implied` by it and of use here, and the declared
    units of no use for this plan (`unused`)."""

    declared: tuple[str, ...]
    implied: tuple[str, ...]
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A plan in figures.

    `readiness` is known hours divided by all hours needed, to four places rounded down (1 when nothing is needed).
    `weeks` and `finish_date` need a pace and a start; `feasible` and `hours_per_week_needed` a deadline (None: no day
    is left for study).
    """

    steps: int
    hours: float
    known_hours: float
    readiness: float
    critical_path_hours: float
    weeks: int | None
    finish_date: date | None
    feasible: bool | None
    hours_per_week_needed: float | None
