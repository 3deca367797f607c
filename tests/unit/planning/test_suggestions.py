"""What someone may have meant by an id that is not there."""

from __future__ import annotations

import pytest

from roadmap.planning.suggestions import search_skills, suggest_roles, suggest_skills, suggest_units
from tests.building.documents import document, level, levelled, role, skill
from tests.building.plans import compiled

GRAPH = compiled(
    document(
        [
            levelled("python", level(), level(), level()),
            skill("kubernetes", aliases=["k8s", "kube"]),
            skill("retrieval-augmented-generation", aliases=["RAG"]),
            levelled("pytorch", level(), level()),
            skill("java"),
            skill("javascript", aliases=["js", "ecmascript"]),
        ],
        [role("ml-engineer", "python", aliases=["machine-learning engineer"]), role("ai-engineer", "java")],
    )
)


@pytest.mark.parametrize(
    ("name", "best"),
    [
        ("pyhton", "python"),
        ("Python", "python"),
        ("kubernets", "kubernetes"),
        ("k8", "kubernetes"),
        ("rag", "retrieval-augmented-generation"),
        ("ecma-script", "javascript"),
    ],
)
def test_a_skill_is_suggested_for_an_id_name_or_alias_like_it(name: str, best: str) -> None:
    assert suggest_skills(GRAPH, name)[0] == best


def test_a_skill_is_suggested_once_however_many_of_its_names_are_alike() -> None:
    assert suggest_skills(GRAPH, "java script").count("javascript") == 1


def test_nothing_is_suggested_for_what_is_like_nothing_or_endless() -> None:
    assert suggest_skills(GRAPH, "zzzzzz") == ()
    assert suggest_skills(GRAPH, "python" * 1000) == ()
    assert suggest_skills(GRAPH, "") == ()


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        ("python@7", ("python@1", "python@2", "python@3")),
        ("python@", ("python@1", "python@2", "python@3")),
        ("pyhton@2", ("python@2",)),
        ("pyhton@9", ()),
        ("pyhton@two", ("python",)),
        ("pyhton", ("python",)),
    ],
)
def test_units_are_suggested_at_the_level_named_if_there_is_one(name: str, suggested: tuple[str, ...]) -> None:
    assert suggest_units(GRAPH, name)[: len(suggested) or None] == suggested


def test_a_role_is_suggested_for_an_id_or_alias_like_it() -> None:
    assert suggest_roles(GRAPH, "ml-enginer")[0] == "ml-engineer"
    assert suggest_roles(GRAPH, "machine learning engineer") == ("ml-engineer",)


def test_searching_gives_the_same_first_then_beginnings_then_parts() -> None:
    assert search_skills(GRAPH, " Java ") == ["java", "javascript"]
    assert search_skills(GRAPH, "k8s") == ["kubernetes"]
    assert search_skills(GRAPH, "script") == ["javascript"]


def test_searching_for_a_mistyped_name_gives_what_is_like_it() -> None:
    assert search_skills(GRAPH, "kubernetis") == ["kubernetes"]
