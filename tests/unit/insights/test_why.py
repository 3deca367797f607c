"""Why a unit is in a plan, or is not, on graphs small enough to see it."""

from __future__ import annotations

from typing import Any

import pytest

from roadmap.domain.plan import ChainLink, PlanRequest
from roadmap.domain.questions import Explanation
from roadmap.insights.why import explain
from tests.building.documents import Document, any_of, document, level, levelled, role, skill, unit
from tests.building.plans import planner

SKILLS = [
    skill("linux", 4),
    skill("networks", 2),
    skill("aws", 5, requires=[unit("linux", "It runs on Linux.")]),
    skill("azure", 9, requires=["networks"]),
    levelled("python", level(10), level(20, requires=["linux"]), level(1.5)),
    skill("spark", 10, requires=[any_of("python@1", "scala")]),
    skill("scala", 30, requires=["java"]),
    skill("java", 15),
    skill("cooking", 8),
]
GRAPH = document(
    SKILLS,
    [
        role("operator", any_of("aws", "azure", why="One provider.")),
        role("engineer", "spark", "python@2", optional=[unit("azure", "Some clouds are blue."), "python@3"]),
        role("both", any_of("aws", any_of("azure", "networks", count=2), why="One provider.")),
    ],
)


def why(word: str, graph: Document = GRAPH, **request: Any) -> Explanation:
    makes = planner(graph)
    (told,) = explain(makes, makes.build_plan(PlanRequest(why=(word,), **request)))
    return told


def test_a_step_is_told_with_what_needs_it() -> None:
    told = why("linux", role="operator")
    assert told.sentence == "linux@1 is step 1 of 2: aws@1, which operator asks for, needs it."
    assert told.chain == (
        ChainLink("linux@1", "aws@1", "It runs on Linux."),
        ChainLink("aws@1", "operator", "One provider."),
    )
    assert why("aws", role="operator").sentence == "aws@1 is step 2 of 2: operator asks for it."
    assert why("java", targets=("scala",)).sentence == "java@1 is step 1 of 2: scala@1, which you ask for, needs it."
    assert why("scala", targets=("scala",)).sentence == "scala@1 is step 2 of 2: you ask for it."


def test_a_longer_way_is_told_by_its_two_ends() -> None:
    told = why("linux", targets=("python",))
    assert told.sentence == "linux@1 is step 1 of 4: python@2 needs it, on the way to python@3, which you ask for."


def test_what_was_declared_is_known_and_what_it_builds_on_is_implied() -> None:
    assert why("aws", role="operator", known=("aws",)).sentence == "You said that you know aws@1."
    told = why("linux", role="operator", known=("aws", "python"))
    assert told.sentence == "You know aws@1, which builds on linux@1."
    assert told.implied_by == ("aws@1", "python@2", "python@3")
    assert told.chain == (ChainLink("linux@1", "aws@1", "It runs on Linux."),)


def test_where_prerequisites_are_not_assumed_lower_levels_alone_are_implied() -> None:
    known = {"known": ("python@3",), "assume_prerequisites": False}
    assert why("python@1", role="engineer", **known).implied_by == ("python@3",)
    assert why("linux", role="engineer", **known).verdict == "not-needed"


def test_what_the_role_one_comes_from_needs_is_known() -> None:
    told = why("linux", role="engineer", from_roles=("operator", "both"))
    assert (told.verdict, told.from_roles) == ("known", ("both", "operator"))
    assert told.sentence == "You come from both and operator: whoever is ready for that knows linux@1."


@pytest.mark.parametrize(
    ("request_members", "because", "price"),
    [
        ({}, "the fewest hours", "2 hours more"),
        ({"known": ("aws",)}, "known already", "11 hours more"),
        ({"prefer": ("aws",)}, "preferred", "2 hours more"),
        ({"prefer": ("aws",), "known": ("networks",)}, "preferred", "just as many hours"),
    ],
)
def test_another_option_is_told_with_the_reason_and_the_price(
    request_members: dict[str, Any], because: str, price: str
) -> None:
    told = why("azure", role="operator", **request_members)
    assert told.sentence == f"For operator the plan takes aws@1 ({because}); with azure@1 it would take {price}."
    assert told.choice is not None
    assert [option.chosen for option in told.choice.options] == [True, False]


def test_what_is_preferred_may_take_more_hours() -> None:
    told = why("aws", role="operator", prefer=("azure",), known=("linux",))
    assert (told.extra_hours, told.sentence.split("; ")[1]) == (-6, "with aws@1 it would take 6 hours less.")
    near = document([skill("a", 3), skill("b", 4)], [role("r", any_of("a", "b"))])
    assert why("b", near, role="r").sentence.endswith("with b@1 it would take 1 hour more.")


def test_what_another_option_builds_on_is_told_with_it() -> None:
    told = why("java", role="engineer")
    assert (told.verdict, told.extra_hours) == ("other-option", 45)
    assert [(link.unit, link.needed_by) for link in told.chain] == [("java@1", "scala@1"), ("scala@1", "spark@1")]
    assert told.sentence == (
        "For spark@1 the plan takes python@1 (the fewest hours); "
        "with scala@1, and java@1 for it, it would take 45 hours more."
    )


def test_an_option_within_an_option_is_told_by_the_choice_that_went_another_way() -> None:
    graph = document(
        [skill(name, hours) for name, hours in (("a", 9), ("b", 1), ("c", 2), ("d", 3))],
        [role("r", any_of("a", any_of("b", any_of("c", "d", count=2), why="Inner."), why="Outer."))],
    )
    assert why("a", graph, role="r").choice.why == "Outer."
    told = why("d", graph, role="r")
    assert (told.choice.why, told.extra_hours) == ("Inner.", 4)
    assert told.sentence == "For r the plan takes b@1 (the fewest hours); with d@1 it would take 4 hours more."


def test_what_is_avoided_is_told_as_such() -> None:
    told = why("aws", role="operator", avoid=("aws",))
    assert (told.verdict, told.avoided, told.sentence) == ("avoided", ("aws@1",), "You avoid aws@1.")


def test_what_cannot_be_learnt_or_used_for_what_is_avoided_is_told_by_that() -> None:
    assert why("aws", role="operator", avoid=("linux",)).sentence == "Nothing leads to aws@1 while you avoid linux@1."
    assert (
        why("linux", role="operator", avoid=("aws",)).sentence
        == "You avoid aws@1, without which nothing needs linux@1."
    )
    told = why("java", role="engineer", avoid=("scala",))
    assert told.sentence == "You avoid scala@1, without which nothing needs java@1."


def test_an_option_of_several_units_is_closed_by_one_of_them() -> None:
    told = why("networks", role="both", avoid=("azure",))
    assert (told.verdict, told.avoided) == ("avoided", ("azure@1",))
    assert told.sentence == (
        "Nothing leads to 2 of azure@1, networks@1 while you avoid azure@1, and without it nothing needs networks@1."
    )


def test_what_nothing_needs_is_told_so_even_if_it_is_avoided() -> None:
    assert why("cooking", role="operator").sentence == "Nothing that operator asks for needs cooking@1."
    assert why("cooking", targets=("aws",), avoid=("cooking",)).sentence == "Nothing that you ask for needs cooking@1."


def test_what_an_optional_requirement_may_need_is_told_so() -> None:
    told = why("azure", role="engineer")
    assert (told.verdict, told.optional) == ("not-needed", True)
    assert told.chain == (ChainLink("azure@1", "engineer", "Some clouds are blue."),)
    assert told.sentence == (
        "azure@1 is an optional requirement of engineer, and nothing else that was asked for needs it."
    )
    told = why("networks", role="engineer")
    assert [link.needed_by for link in told.chain] == ["azure@1", "engineer"]
    assert told.sentence == (
        "azure@1, an optional requirement of engineer, may need networks@1; nothing else that was asked for does."
    )
    assert why("azure", role="engineer", include_optional=True).verdict == "in-plan"
    assert not why("networks", role="engineer", known=("azure",)).optional


def test_what_something_known_could_have_needed_is_told_so() -> None:
    told = why("scala", role="engineer", known=("spark",))
    assert (told.verdict, told.optional) == ("not-needed", False)
    assert told.sentence == "You know spark@1 already, and nothing else could need scala@1."
    assert [(link.unit, link.needed_by) for link in why("java", role="engineer", known=("spark",)).chain] == [
        ("java@1", "scala@1"),
        ("scala@1", "spark@1"),
    ]


def test_a_skill_is_explained_level_by_level_and_nothing_twice() -> None:
    makes = planner(GRAPH)
    request = PlanRequest(role="engineer", why=("python@2", "python", "aws", "python@1"))
    told = explain(makes, makes.build_plan(request))
    assert [each.unit for each in told] == ["python@2", "python@1", "python@3", "aws@1"]
    assert explain(makes, makes.build_plan(PlanRequest(role="engineer"))) == ()
