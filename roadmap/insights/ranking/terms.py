"""The terms of a score: the one place where they, their weights and their meaning are set down.

A score is the sum of weight times value over the terms. Values are at most 1, and more is better. A new term is one
function and one line of `TERMS` here, and a sentence in `reasons`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from roadmap.domain.axis import AXIS_NAMES
from roadmap.domain.plan import PlanRequest
from roadmap.domain.role import Role
from roadmap.domain.skill import to_hours
from roadmap.insights.ranking.decimals import as_given, ratio
from roadmap.insights.ranking.profile import Profile
from roadmap.insights.ranking.request import RankingRequest
from roadmap.planning.effort import Effort

AXIS_SHARE = Decimal("0.1")
"""What one axis counts for in the fit. With six of them the fit stays within -1 and 1; and as a tenth is exact, as a
sixth would not be, no rounding can turn round what a preference says."""


@dataclass(frozen=True, slots=True)
class Contender:
    """One role with what it is like and what it takes the learner."""

    role: Role
    profile: Profile
    effort: Effort


@dataclass(frozen=True, slots=True)
class Contest:
    """What all contenders have in common. `most_hours_left` is the most that any of them has."""

    learner: PlanRequest
    preferences: Mapping[str, Decimal]
    weights: Mapping[str, Decimal]
    most_hours_left: float


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the score; `weight` counts unless a request says otherwise. `value` gives None where there is
    nothing to judge by, and then the term is left out."""

    name: str
    weight: Decimal
    summary: str
    value: Callable[[Contender, Contest], Decimal | None]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a term adds to a role's score."""

    name: str
    weight: Decimal
    value: Decimal

    @property
    def product(self) -> Decimal:
        """Weight times value, exactly."""
        return self.weight * self.value


def contest(request: RankingRequest, contenders: Iterable[Contender]) -> Contest:
    """What is common to some contenders for a request."""
    return Contest(
        learner=request.learner,
        preferences={axis: as_given(request.preferences.get(axis, 0)) for axis in AXIS_NAMES},
        weights={
            term.name: as_given(request.weights[term.name]) if term.name in request.weights else term.weight
            for term in TERMS
        },
        most_hours_left=max((contender.effort.hours for contender in contenders), default=0),
    )


def contributions(contender: Contender, among: Contest) -> tuple[Contribution, ...]:
    """What each term adds to a contender's score, in the order of `TERMS`."""
    valued = ((term.name, term.value(contender, among)) for term in TERMS)
    return tuple(Contribution(name, among.weights[name], value) for name, value in valued if value is not None)


def _nearness(contender: Contender, among: Contest) -> Decimal:
    most = to_hours(among.most_hours_left)
    return ratio(most - to_hours(contender.effort.hours), most) if most else Decimal(1)


def _readiness(contender: Contender, among: Contest) -> Decimal:
    del among
    return Decimal(str(contender.effort.readiness))


def _fit(contender: Contender, among: Contest) -> Decimal:
    traits = contender.profile.traits
    return AXIS_SHARE * sum((among.preferences[axis] * traits[axis] for axis in AXIS_NAMES), Decimal(0))


def _deadline(contender: Contender, among: Contest) -> Decimal | None:
    pace, effort = among.learner.hours_per_week, contender.effort
    if effort.feasible is None or pace is None:
        return None
    return Decimal(1) if effort.feasible else ratio(pace, effort.hours_per_week_needed or 0)


def _entry(contender: Contender, among: Contest) -> Decimal:
    del among
    return 1 - Decimal(str(contender.profile.entry.difficulty))


TERMS = (
    Term(
        "nearness",
        Decimal(1),
        "How few hours are left: 1 when none are, 0 for the role that has most left of those ranked.",
        _nearness,
    ),
    Term("readiness", Decimal(1), "The share of the role's hours that is known already.", _readiness),
    Term(
        "fit",
        Decimal(10),
        "A tenth of the sum of preference times trait over the axes: below 0 for what one would rather not do.",
        _fit,
    ),
    Term(
        "deadline",
        Decimal(1),
        "1 when the deadline is met, otherwise the share of the hours a week that it would take; "
        "left out without a deadline or a pace.",
        _deadline,
    ),
    Term("entry", Decimal("0.25"), "How easy it is to enter the job: 1 less its difficulty.", _entry),
)
