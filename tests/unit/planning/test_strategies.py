"""What each ordering strategy is for."""

from __future__ import annotations

import pytest

from roadmap.domain.plan import PlanRequest
from roadmap.domain.requirement import UnitRequirement
from roadmap.planning.ordering import BY_NAME, STRATEGIES
from tests.building.documents import Document, any_of, document, level, levelled, role, skill, unit
from tests.building.large_graphs import SHAPES, generate
from tests.building.orders import hours_until, stage_inversions, track_switches
from tests.building.plans import edges, mean_distance, plan, planner

TWO_SUBJECTS = document(
    [
        skill("algebra", 30, track="mathematics"),
        skill("calculus", 30, track="mathematics", requires=["algebra"]),
        skill("gradients", 10, track="data", requires=["calculus"]),
        skill("git", 5),
        skill("python", 20),
        skill("testing", 5, requires=["python"]),
        skill("service", 10, requires=["testing", "git"]),
    ],
    [role("engineer", "gradients", "service", "git")],
)


def order(made: Document, strategy: str, **request: object) -> list[str]:
    return plan(made, role="engineer", strategy=strategy, **request).unit_ids


def test_each_strategy_is_known_by_its_name() -> None:
    assert list(BY_NAME) == ["just-in-time", "foundations-first", "quick-wins"]
    assert [BY_NAME[strategy.name] for strategy in STRATEGIES] == list(STRATEGIES)
    assert all(strategy.summary for strategy in STRATEGIES)


def test_just_in_time_keeps_what_belongs_together_together() -> None:
    made = order(TWO_SUBJECTS, "just-in-time")
    mathematics = [made.index(name) for name in ("algebra@1", "calculus@1", "gradients@1")]
    assert mathematics == list(range(mathematics[0], mathematics[0] + 3))


ONE_LATE_USE = document(
    [
        skill("algebra", track="mathematics"),
        skill("statistics", track="mathematics", requires=["algebra"]),
        skill("programming"),
        skill("testing", requires=["programming"]),
        skill("services", requires=["testing"]),
        skill("queues", requires=["services"]),
        skill("models", requires=["queues"]),
        skill("evaluation", requires=["models", "statistics"]),
        skill("pairing", requires=["testing"]),
    ],
    [role("engineer", "evaluation", "pairing")],
)


def test_just_in_time_puts_a_unit_shortly_before_its_first_use() -> None:
    made = order(ONE_LATE_USE, "just-in-time")
    assert made[-3:] == ["algebra@1", "statistics@1", "evaluation@1"]


def test_just_in_time_begins_with_what_half_of_the_plan_builds_on() -> None:
    made = order(ONE_LATE_USE, "just-in-time")
    assert made[:2] == ["programming@1", "testing@1"]


def test_just_in_time_puts_what_nothing_builds_on_after_what_it_builds_on_itself() -> None:
    made = order(ONE_LATE_USE, "just-in-time")
    assert made.index("pairing@1") == made.index("testing@1") + 1


def test_foundations_first_goes_stage_by_stage() -> None:
    made = plan(TWO_SUBJECTS, role="engineer", strategy="foundations-first")
    assert [step.stage for step in made.steps] == sorted(step.stage for step in made.steps)
    assert made.unit_ids[0] == "algebra@1"


def test_foundations_first_keeps_the_tracks_of_a_stage_together() -> None:
    made = plan(TWO_SUBJECTS, role="engineer", strategy="foundations-first")
    first = [step.track for step in made.steps if step.stage == 1]
    assert first == ["mathematics", "software", "software"]


def test_quick_wins_begins_with_what_is_had_soonest() -> None:
    assert order(TWO_SUBJECTS, "quick-wins") == [
        "git@1",
        "python@1",
        "testing@1",
        "service@1",
        "algebra@1",
        "calculus@1",
        "gradients@1",
    ]


def test_quick_wins_counts_every_requirement_that_comes_along() -> None:
    made = document(
        [skill("small", 9), skill("base", 12), skill("top", 4, requires=["base"])],
        [role("engineer", "small", "base", "top")],
    )
    assert order(made, "quick-wins") == ["base@1", "top@1", "small@1"]


@pytest.mark.parametrize("strategy", list(BY_NAME))
def test_a_recommendation_orders_but_adds_nothing(strategy: str) -> None:
    made = document(
        [
            skill("zsh", recommends=[unit("git@1", "It shows."), unit("perl@1", "It was so.")]),
            skill("git"),
            skill("perl"),
        ],
        [role("engineer", "zsh", "git")],
    )
    assert order(made, strategy) == ["git@1", "zsh@1"]


@pytest.mark.parametrize("strategy", list(BY_NAME))
def test_the_options_chosen_come_before_what_they_are_chosen_for(strategy: str) -> None:
    made = document(
        [skill("aws"), skill("azure", 5), skill("deploying", 1, requires=[any_of("aws", "azure")])],
        [role("engineer", "deploying")],
    )
    assert order(made, strategy) == ["azure@1", "deploying@1"]
    assert order(made, strategy, prefer=("aws",)) == ["aws@1", "deploying@1"]


@pytest.mark.parametrize("strategy", list(BY_NAME))
def test_levels_come_in_order(strategy: str) -> None:
    made = document(
        [levelled("python", level(1), level(9), level(2)), skill("a", requires=["python@1"])],
        [role("engineer", "python", "a")],
    )
    learnt = order(made, strategy)
    assert [name for name in learnt if name.startswith("python")] == ["python@1", "python@2", "python@3"]


def test_each_strategy_is_the_best_of_the_three_at_what_it_is_for() -> None:
    totals: dict[str, list[float]] = {name: [0, 0, 0] for name in BY_NAME}
    for shape in sorted(SHAPES):
        makes = planner(generate(shape, 150, seed=5, choices=0))
        for name in BY_NAME:
            made = makes.build_plan(PlanRequest(role="wide", strategy=name))
            wanted = {need.unit for need in makes.compiled.roles["wide"].essential if isinstance(need, UnitRequirement)}
            totals[name][0] += mean_distance(edges(made.steps), made.unit_ids)
            totals[name][1] += stage_inversions(made.steps)
            totals[name][2] += hours_until(made.steps, wanted)
            assert track_switches(made.steps) < len(made.steps)
    best = [min(totals, key=lambda name: totals[name][figure]) for figure in range(3)]
    assert best == list(BY_NAME)
