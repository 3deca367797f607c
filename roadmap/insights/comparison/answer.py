"""What a comparison of roles says, from the roles themselves to the plan that keeps all of them open."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.domain.graph.model import GraphVersion
from roadmap.domain.plan import Reason
from roadmap.domain.role import Fact
from roadmap.insights.comparison.regret import DecisionPoint, Regret


@dataclass(frozen=True, slots=True)
class ComparedRole:
    """A role in figures: its own plan (`steps`, `hours`), and its part of the hedged plan.

    `extra_hours` is the difference: the price of keeping the other roles open. It can only be negative where what is
    preferred makes the role's own plan longer.
    """

    id: str
    name: str
    summary: str
    steps: int
    hours: float
    weeks: int | None
    hedged_steps: int
    hedged_hours: float
    extra_hours: float


@dataclass(frozen=True, slots=True)
class TrackHours:
    """The hours of some units that belong to one track."""

    track: str
    hours: float


@dataclass(frozen=True, slots=True)
class PartOfRoles:
    """The units of the hedged plan that serve these roles and no other, and their hours by track, most first."""

    roles: tuple[str, ...]
    units: tuple[str, ...]
    hours: float
    weeks: int | None
    tracks: tuple[TrackHours, ...]


@dataclass(frozen=True, slots=True)
class RoleLevel:
    """The highest level of a skill that a role needs."""

    role: str
    level: int


@dataclass(frozen=True, slots=True)
class Depth:
    """A skill that roles need at different depth. Roles that do not need it are left out."""

    skill: str
    name: str
    track: str
    levels: tuple[RoleLevel, ...]


@dataclass(frozen=True, slots=True)
class Transition:
    """What is left to learn for one role for somebody who has another one, besides what is known."""

    from_role: str
    to_role: str
    steps: int
    hours: float
    weeks: int | None


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """The facts of one kind about one role."""

    role: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class FactsOfKind:
    """The facts of one kind about each of the roles."""

    kind: str
    roles: tuple[RoleFacts, ...]


@dataclass(frozen=True, slots=True)
class HedgedStep:
    """One step of a hedged plan. `keeps_open` are the roles it serves; `reason` leads to one of them."""

    position: int
    unit: str
    skill: str
    level: int
    name: str
    track: str
    outcome: str
    hours: float
    hours_before: float
    week: int | None
    keeps_open: tuple[str, ...]
    importance: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class HedgedSummary:
    """A hedged plan in figures: what it takes to be ready for all of the roles."""

    steps: int
    hours: float
    weeks: int | None


@dataclass(frozen=True, slots=True)
class HedgedPlan:
    """One order over all roles, what serves most of them first."""

    summary: HedgedSummary
    decision_point: DecisionPoint | None
    regret: tuple[Regret, ...]
    steps: tuple[HedgedStep, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything there is to say about some roles side by side, in the sequence they were named in."""

    graph: GraphVersion
    strategy: str
    roles: tuple[ComparedRole, ...]
    parts: tuple[PartOfRoles, ...]
    depth: tuple[Depth, ...]
    transitions: tuple[Transition, ...]
    facts: tuple[FactsOfKind, ...]
    hedged_plan: HedgedPlan
