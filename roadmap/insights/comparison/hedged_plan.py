"""A hedge written out step by step."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.domain.skill import from_hours
from roadmap.insights.comparison.answer import HedgedPlan, HedgedStep, HedgedSummary
from roadmap.insights.comparison.hedge import Hedge
from roadmap.insights.comparison.regret import decision_point, regrets
from roadmap.insights.comparison.weeks import weeks
from roadmap.planning.schedule import Pace, schedule
from roadmap.planning.template import TemplateStep


def hedged_plan(hedge: Hedge, hours_per_week: float | None) -> HedgedPlan:
    """The plan that keeps all roles open. EndlessScheduleError at a pace that never gets there."""
    hours = hedge.ends[-1] if hedge.ends else 0
    return HedgedPlan(
        summary=HedgedSummary(len(hedge.places), from_hours(hours), weeks(hours, hours_per_week)),
        decision_point=decision_point(hedge, hours_per_week),
        regret=tuple(regrets(hedge, hours_per_week)),
        steps=tuple(_steps(hedge, hours_per_week)),
    )


def _steps(hedge: Hedge, hours_per_week: float | None) -> Iterator[HedgedStep]:
    names = {served: tuple(hedge.roles[number] for number in sorted(served)) for served in {*hedge.serves}}
    starts = _weeks_of_steps(hedge, hours_per_week)
    for n, (place, served, end) in enumerate(zip(hedge.places, hedge.serves, hedge.ends, strict=True)):
        step = _step(hedge, place, served)
        skill, level = step.unit.skill, step.unit.level
        yield HedgedStep(
            position=n + 1,
            unit=step.unit.id,
            skill=skill.id,
            level=level.number,
            name=skill.name,
            track=skill.track,
            outcome=level.outcome,
            hours=from_hours(hedge.hours[n]),
            hours_before=from_hours(end - hedge.hours[n]),
            week=starts[n],
            keeps_open=names[served],
            importance=step.importance,
            reason=step.reason,
        )


def _weeks_of_steps(hedge: Hedge, hours_per_week: float | None) -> list[int | None]:
    if hours_per_week is None:
        return [None] * len(hedge.places)
    return [placed.week for placed in schedule(hedge.ends, hedge.hours, Pace(hours_per_week))]


def _step(hedge: Hedge, place: int, served: frozenset[int]) -> TemplateStep:
    """What is said of a step for the role that it is most of use to: one that it is essential for, then the one in
    the fewest links, then by id."""

    def use(number: int) -> tuple[bool, int, str]:
        step = hedge.steps[number][place]
        return step.importance != "essential", len(step.reason.chain), hedge.roles[number]

    return hedge.steps[min(served, key=use)][place]
