"""The ids of a request, and all that are not there, reported together."""

from __future__ import annotations

import pytest

from roadmap.domain.plan import PlanRequest
from roadmap.errors import UnknownReferenceError
from roadmap.planning.references import MOST_REPORTED, look_up
from tests.building.documents import document, level, levelled, role, skill
from tests.building.plans import compiled

GRAPH = compiled(
    document([levelled("python", level(), level()), skill("git")], [role("developer", "python"), role("tester", "git")])
)


def names(numbers: tuple[int, ...]) -> list[str]:
    return [GRAPH.units[number].id for number in numbers]


def test_a_skill_stands_for_its_highest_level_as_a_target_and_for_all_levels_elsewhere() -> None:
    found = look_up(
        GRAPH, PlanRequest(targets=("python",), known=("python",), prefer=("python",), avoid=("python@1", "git"))
    )
    assert names(found.targets) == ["python@2"]
    assert names(found.known) == names(found.prefer) == ["python@1", "python@2"]
    assert names(found.avoid) == ["git@1", "python@1"]


def test_repetition_and_order_are_gone() -> None:
    request = PlanRequest(known=("python@2", "git", "python", "git@1"), from_roles=("tester", "developer", "tester"))
    found = look_up(GRAPH, request)
    assert names(found.known) == ["git@1", "python@1", "python@2"]
    assert found.from_roles == ("developer", "tester")


def test_every_unknown_id_is_reported_with_its_member_and_position() -> None:
    request = PlanRequest(
        role="develper",
        targets=("git", "gti"),
        known=("pyhton@2", "python", "python@3"),
        from_roles=("tester", "nobody"),
        prefer=("x@1",),
        avoid=("git@2",),
    )
    with pytest.raises(UnknownReferenceError) as refused:
        look_up(GRAPH, request)
    assert [(each.kind, each.name, each.member, each.position) for each in refused.value.references] == [
        ("role", "develper", "role", None),
        ("role", "nobody", "from_roles", 1),
        ("skill", "gti", "targets", 1),
        ("unit", "pyhton@2", "known", 0),
        ("unit", "python@3", "known", 2),
        ("unit", "x@1", "prefer", 0),
        ("unit", "git@2", "avoid", 0),
    ]
    suggested = {each.name: each.suggestions for each in refused.value.references}
    assert suggested["develper"] == ("developer",)
    assert suggested["gti"] == ("git",)
    assert suggested["python@3"] == ("python@1", "python@2")


def test_the_message_asks_what_was_meant() -> None:
    with pytest.raises(UnknownReferenceError, match=r"There is no skill 'gti'\. Did you mean git\?"):
        look_up(GRAPH, PlanRequest(known=("gti",)))


def test_a_flood_of_unknown_ids_is_cut_off() -> None:
    with pytest.raises(UnknownReferenceError) as refused:
        look_up(GRAPH, PlanRequest(known=tuple(f"unknown-{n}" for n in range(1000))))
    assert len(refused.value.references) == MOST_REPORTED
