"""What knowing something means for a plan."""

from __future__ import annotations

from roadmap.domain.plan import KnownUnits
from tests.building.documents import any_of, document, level, levelled, role, skill
from tests.building.plans import plan

GRAPH = document(
    [
        skill("algebra", 10),
        levelled("statistics", level(20, requires=["algebra"]), level(30)),
        skill("forecasting", 40, requires=["statistics"]),
        levelled("python", level(10), level(10)),
        skill("aws", 5, requires=["linux"]),
        skill("azure", 6, requires=["networks"]),
        skill("linux", 4),
        skill("networks", 2),
        skill("cooking", 8),
    ],
    [
        role("forecaster", "forecasting", "python@1", optional=["python@2"]),
        role("operator", any_of("aws", "azure")),
        role("statistician", "statistics@2"),
    ],
)


def forecaster(**request: object) -> list[str]:
    return plan(GRAPH, role="forecaster", **request).unit_ids


def test_a_skill_means_every_level_and_a_level_those_below() -> None:
    assert forecaster(known=("statistics",)) == forecaster(known=("statistics@2",))
    assert set(forecaster(known=("statistics",))) == {"python@1", "forecasting@1"}


def test_knowing_a_unit_implies_what_it_builds_on_all_the_way_down() -> None:
    assert forecaster(known=("forecasting",)) == ["python@1"]
    assert plan(GRAPH, role="forecaster", known=("forecasting",)).known == KnownUnits(
        declared=("forecasting@1",), implied=("algebra@1", "statistics@1", "statistics@2"), unused=()
    )


def test_where_prerequisites_are_not_assumed_only_lower_levels_are_implied() -> None:
    made = plan(GRAPH, role="statistician", known=("statistics@2",), assume_prerequisites=False)
    assert made.steps == ()
    made = plan(GRAPH, role="forecaster", known=("statistics@1",), assume_prerequisites=False)
    assert "algebra@1" not in made.unit_ids
    made = plan(GRAPH, targets=("algebra", "statistics"), known=("statistics",), assume_prerequisites=False)
    assert made.unit_ids == ["algebra@1"]
    assert made.known == KnownUnits(declared=("statistics@1", "statistics@2"), implied=(), unused=())


def test_what_a_known_unit_builds_on_may_be_avoided_where_it_is_not_assumed() -> None:
    """`forecasting` is known without `algebra`, deep below it: nothing is left that needs what is avoided."""
    known, avoid = ("forecasting", "statistics"), ("algebra",)
    made = plan(GRAPH, role="forecaster", known=known, avoid=avoid, assume_prerequisites=False)
    assert made.unit_ids == ["python@1"]


def test_what_is_of_no_use_for_a_plan_is_named() -> None:
    made = plan(GRAPH, role="forecaster", known=("cooking", "algebra", "aws"))
    assert set(made.known.unused) == {"aws@1", "cooking@1"}
    assert made.known.implied == ()


def test_what_only_an_option_not_chosen_needs_is_of_no_use() -> None:
    made = plan(GRAPH, role="operator", known=("aws", "azure"))
    assert made.steps == ()
    assert made.known == KnownUnits(declared=("aws@1", "azure@1"), implied=("linux@1",), unused=("azure@1",))


def test_a_choice_implies_nothing() -> None:
    made = document(
        [skill("aws", 5), skill("azure", 6), skill("deploying", requires=[any_of("aws", "azure")])],
        [role("operator", "deploying", any_of("aws", "azure"))],
    )
    assert plan(made, role="operator", known=("deploying",)).unit_ids == ["aws@1"]


def test_a_background_counts_with_the_options_of_its_own_plan() -> None:
    assert plan(GRAPH, role="operator", from_roles=("operator",)).steps == ()
    made = plan(GRAPH, targets=("aws", "azure"), from_roles=("operator",))
    assert made.unit_ids == ["linux@1", "aws@1"]


def test_readiness_is_the_known_share_of_all_hours_needed() -> None:
    summary = plan(GRAPH, role="forecaster", known=("statistics@1",)).summary
    assert (summary.known_hours, summary.hours) == (30, 80)
    assert summary.readiness == 0.2727


def test_readiness_is_not_whole_while_anything_is_left() -> None:
    endless = document([skill("everything", 10_000), skill("detail", 0.01)], [role("sage", "everything", "detail")])
    assert plan(endless, role="sage", known=("everything",)).summary.readiness < 1


def test_optional_requirements_are_left_out_unless_asked_for() -> None:
    assert "python@2" not in forecaster()
    made = plan(GRAPH, role="forecaster", include_optional=True)
    assert {step.unit: step.importance for step in made.steps}["python@2"] == "optional"
    assert {step.unit: step.importance for step in made.steps}["python@1"] == "essential"


def test_targets_can_be_asked_for_without_a_role_or_on_top_of_one() -> None:
    made = plan(GRAPH, targets=("statistics@1",))
    assert (made.role, made.targets, made.unit_ids) == (None, ("statistics@1",), ["algebra@1", "statistics@1"])
    assert set(plan(GRAPH, role="operator", targets=("cooking",)).unit_ids) == {"networks@1", "azure@1", "cooking@1"}
