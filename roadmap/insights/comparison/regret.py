"""What it costs to decide late: the hours a hedged plan has then spent on what the role decided for has no use for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmap.domain.skill import from_hours
from roadmap.insights.comparison.hedge import Hedge
from roadmap.insights.comparison.weeks import weeks

QUARTERS = 4


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """The first step of a hedged plan that does not serve all roles, by position from 1, and what comes before it."""

    position: int
    unit: str
    hours_before: float
    weeks_before: int | None


@dataclass(frozen=True, slots=True)
class RoleRegret:
    """Deciding for one role: the hours spent by then on what it does not need, and those still to go for it."""

    role: str
    hours_wasted: float
    hours_to_go: float
    weeks_to_go: int | None


@dataclass(frozen=True, slots=True)
class Regret:
    """Deciding when a `share` of the hours behind the decision point is spent, rounded up to the end of a step.

    `steps_done` counts the steps up to there, and `hours_spent` are theirs.
    """

    share: float
    steps_done: int
    hours_spent: float
    weeks_spent: int | None
    roles: tuple[RoleRegret, ...]


def decision_point(hedge: Hedge, hours_per_week: float | None) -> DecisionPoint | None:
    """Where the roles part; None where all steps serve all of them."""
    n = hedge.decided
    if n is None:
        return None
    before = hedge.ends[n] - hedge.hours[n]
    return DecisionPoint(n + 1, hedge.goal.unit_ids[hedge.places[n]], from_hours(before), weeks(before, hours_per_week))


def regrets(hedge: Hedge, hours_per_week: float | None) -> Iterator[Regret]:
    """At the decision point, and at the end of the first step with which a quarter, half and three quarters of the
    hours behind it are spent; nothing where the roles do not part."""
    if hedge.decided is None:
        return
    spent = [0, *hedge.ends]
    trunk = spent[hedge.decided]
    for quarter in range(QUARTERS):
        enough = QUARTERS * trunk + quarter * (spent[-1] - trunk)
        done = next(n for n, hours in enumerate(spent) if QUARTERS * hours >= enough)
        yield Regret(
            share=quarter / QUARTERS,
            steps_done=done,
            hours_spent=from_hours(spent[done]),
            weeks_spent=weeks(spent[done], hours_per_week),
            roles=tuple(_regret(hedge, number, done, hours_per_week) for number in range(len(hedge.roles))),
        )


def _regret(hedge: Hedge, role: int, done: int, hours_per_week: float | None) -> RoleRegret:
    steps = list(zip(hedge.hours, hedge.serves, strict=True))
    wasted = sum(hours for hours, served in steps[:done] if role not in served)
    to_go = sum(hours for hours, served in steps[done:] if role in served)
    return RoleRegret(hedge.roles[role], from_hours(wasted), from_hours(to_go), weeks(to_go, hours_per_week))
