"""How choices are settled and reported."""

from __future__ import annotations

import pytest

from roadmap.domain.plan import ChoiceMade
from roadmap.errors import UnreachableTargetsError
from tests.building.documents import Document, any_of, document, role, skill, unit
from tests.building.plans import plan

CLOUDS = [
    skill("linux", 10),
    skill("networks", 4),
    skill("aws", 20, requires=["linux"]),
    skill("azure", 24, requires=["networks"]),
    skill("gcp", 20, requires=["linux", "networks"]),
]
CLOUD = any_of("aws", "azure", "gcp", why="Models run somewhere.")
OPERATOR = document(CLOUDS, [role("operator", CLOUD)])


def choice(made: Document, **request: object) -> ChoiceMade:
    [only] = plan(made, role="operator", **request).choices
    return only


def chosen(made: Document, **request: object) -> list[str]:
    return [option.requirement for option in choice(made, **request).options if option.chosen]


def extra_hours(made: Document, **request: object) -> list[float | None]:
    return [option.extra_hours for option in choice(made, **request).options]


def test_the_fewest_hours_win_prerequisites_counted() -> None:
    assert chosen(OPERATOR) == ["azure@1"]
    assert extra_hours(OPERATOR) == [2, 0, 6]
    assert choice(OPERATOR).reason == "fewest-hours"
    assert (choice(OPERATOR).needed_by, choice(OPERATOR).why) == ("operator", "Models run somewhere.")


def test_what_is_known_counts_for_what_builds_on_it() -> None:
    assert chosen(OPERATOR, known=("linux",)) == ["aws@1"]
    assert extra_hours(OPERATOR, known=("linux",)) == [0, 8, 4]


def test_what_is_known_already_settles_a_choice() -> None:
    made = choice(OPERATOR, known=("gcp",))
    assert (made.reason, [option.chosen for option in made.options]) == ("already-known", [False, False, True])
    assert plan(OPERATOR, role="operator", known=("gcp",), prefer=("aws",)).steps == ()


def test_a_preference_outranks_hours_and_the_price_is_told() -> None:
    made = choice(OPERATOR, prefer=("gcp",))
    assert (made.reason, [option.chosen for option in made.options]) == ("preferred", [False, False, True])
    assert extra_hours(OPERATOR, prefer=("gcp",)) == [-4, -6, 0]


def test_the_price_of_an_option_keeps_what_is_preferred_elsewhere() -> None:
    made = document(
        [*CLOUDS, skill("bash", 1, requires=["linux"]), skill("zsh", 30, requires=["linux"])],
        [role("operator", CLOUD, any_of("bash", "zsh"))],
    )
    cloud, shell = plan(made, role="operator", prefer=("zsh",)).choices
    if len(cloud.options) < len(shell.options):
        cloud, shell = shell, cloud
    assert [option.extra_hours for option in cloud.options] == [0, 8, 4]
    assert [option.extra_hours for option in shell.options] == [-29, 0]


def test_what_is_avoided_is_not_chosen_and_has_no_price() -> None:
    assert chosen(OPERATOR, avoid=("azure",)) == ["aws@1"]
    assert extra_hours(OPERATOR, avoid=("azure",)) == [0, None, 4]
    assert chosen(OPERATOR, avoid=("linux",)) == ["azure@1"]
    assert choice(OPERATOR, avoid=("linux",)).reason == "only-option"


def test_avoiding_what_is_known_means_nothing() -> None:
    assert plan(OPERATOR, role="operator", known=("azure",), avoid=("azure", "networks")).steps == ()


def test_the_smallest_conflict_is_named() -> None:
    with pytest.raises(UnreachableTargetsError) as refused:
        plan(OPERATOR, role="operator", avoid=("aws", "azure", "gcp", "linux", "networks"))
    assert refused.value.conflict == ("aws@1", "networks@1")
    assert refused.value.targets == ("aws@1", "azure@1", "gcp@1")


def test_ties_go_to_fewer_units_then_to_the_smaller_ids() -> None:
    made = document(
        [skill("x", 5), skill("y", 5, requires=["x"]), skill("long", 10), skill("b", 10), skill("a", 10)],
        [role("operator", any_of("y", "long", "b", "a"))],
    )
    assert chosen(made) == ["a@1"]
    assert chosen(made, avoid=("a", "b")) == ["long@1"]


def test_shared_prerequisites_count_once() -> None:
    made = document(
        [
            skill("shared", 10),
            skill("one", 1, requires=["shared"]),
            skill("two", 1, requires=["shared"]),
            skill("one-alone", 9),
            skill("two-alone", 9),
        ],
        [role("operator", any_of("one", "one-alone"), any_of("two", "two-alone"))],
    )
    assert set(plan(made, role="operator").unit_ids) == {"shared@1", "one@1", "two@1"}


def test_so_many_options_are_chosen_as_the_count_says() -> None:
    made = document(CLOUDS, [role("operator", any_of("aws", "azure", "gcp", count=2))])
    assert chosen(made) == ["aws@1", "gcp@1"]


def test_a_choice_within_a_choice_is_reported_once_it_is_chosen() -> None:
    nested = any_of("azure", any_of("aws", "gcp", why="Linux is known."), why="Some cloud.")
    made = document(CLOUDS, [role("operator", nested)])
    outer, inner = plan(made, role="operator", known=("linux",)).choices
    assert [(option.requirement, option.chosen) for option in outer.options] == [
        ("azure@1", False),
        ("aws@1 or gcp@1", True),
    ]
    assert [(option.requirement, option.chosen) for option in inner.options] == [("aws@1", True), ("gcp@1", False)]
    assert (inner.needed_by, inner.why) == ("operator", "Linux is known.")
    assert len(plan(made, role="operator").choices) == 1


def test_what_is_known_settles_a_choice_within_a_choice_whatever_is_preferred() -> None:
    nested = any_of(any_of("aws", "gcp"), "azure", "networks", count=2)
    made = document(CLOUDS, [role("operator", nested)])
    assert plan(made, role="operator", known=("aws",), prefer=("gcp",)).unit_ids == ["networks@1"]


def test_a_preference_that_cannot_be_had_bends_nothing() -> None:
    """`team` would need gcp, which is avoided: the choice of azure's team must not look better for that."""
    made = document(
        [
            *CLOUDS,
            skill("cheap", 1, requires=[any_of("networks", any_of("linux", "gcp", count=2))]),
            skill("dear", 50),
        ],
        [role("operator", any_of("cheap", "dear"))],
    )
    assert plan(made, role="operator", prefer=("linux",), avoid=("gcp",)).unit_ids == ["networks@1", "cheap@1"]


def test_the_reason_written_on_the_option_of_a_role_is_the_reason_of_its_step() -> None:
    made = document(CLOUDS, [role("operator", any_of("aws", unit("azure@1", "The team uses it."), why="Some cloud."))])
    step = plan(made, role="operator").steps[-1]
    assert [(link.unit, link.needed_by, link.why) for link in step.reason.chain] == [
        ("azure@1", "operator", "The team uses it.")
    ]
    assert (step.reason.mandatory, step.reason.came_with) == (False, "azure@1")


def test_what_every_option_needs_is_mandatory() -> None:
    made = document(
        [skill("linux", 10), skill("aws", 20, requires=["linux"]), skill("gcp", 20, requires=["linux"])],
        [role("operator", any_of("aws", "gcp"))],
    )
    linux, aws = plan(made, role="operator").steps
    assert (linux.unit, linux.reason.mandatory, linux.reason.came_with) == ("linux@1", True, None)
    assert (aws.unit, aws.reason.mandatory, aws.reason.came_with) == ("aws@1", False, "aws@1")


def test_more_combinations_than_can_be_compared_are_settled_all_the_same() -> None:
    """Eight choices of two out of six, and one that ties them together: 15⁸ combinations."""
    skills = [skill(f"{letter}{number}", 1 + number) for letter in "abcdefgh" for number in range(6)]
    choices = [any_of(*(f"{letter}{number}" for number in range(6)), count=2) for letter in "abcdefgh"]
    made = document(skills, [role("operator", *choices, any_of(*(f"{letter}1" for letter in "abcdefgh")))])
    assert set(plan(made, role="operator").unit_ids) == {f"{letter}{n}@1" for letter in "abcdefgh" for n in (0, 1)}


def test_the_solver_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnreachableTargetsError):
        plan(OPERATOR, role="operator", avoid=("aws", "azure", "gcp"))
    assert capfd.readouterr() == ("", "")
