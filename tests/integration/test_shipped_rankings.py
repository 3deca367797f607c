"""What the rankings of the shipped graph promise: they heed what people know, like and weigh, and say why."""

from __future__ import annotations

from typing import Any

import pytest

from roadmap.adapters.graph_files import read_graph
from roadmap.adapters.shipped import shipped_graph
from roadmap.domain.axis import AXIS_NAMES
from roadmap.domain.graph.compiled import compile_graph
from roadmap.domain.plan import PlanRequest
from roadmap.insights.ranking import RankingRequest, RoleRanking, rank_roles
from roadmap.planning import Planner

AI, ML = "ai-engineer", "ml-engineer"

SOFTWARE = (
    {"from_roles": ("software-engineer",)},
    {"known": ("python", "git", "sql", "software-testing", "rest-apis")},
)
STATISTICS = ({"known": ("statistics",)}, {"known": ("statistics@2", "probability")})

MOST = {
    "mathematics": {"data-scientist", "research-engineer", "ml-engineer"},
    "research": {"research-engineer"},
    "product": {"generative-ai-developer", "ai-engineer"},
    "systems": {"software-engineer", "data-engineer", "ml-platform-engineer", "mlops-engineer"},
    "hardware": {"ml-hardware-engineer"},
    "people": {"ml-solutions-architect", "data-analyst"},
}
"""The roles whose traits stand out, most of them above half of the scale."""


@pytest.fixture(scope="module")
def planner() -> Planner:
    return Planner(compile_graph(read_graph(shipped_graph())))


def ranked(
    planner: Planner, learner: dict[str, Any], preferences: dict[str, float], weights: dict[str, float] | None = None
) -> dict[str, RoleRanking]:
    request = RankingRequest(PlanRequest(**learner), preferences=preferences, weights=weights or {})
    return {ranking.role.id: ranking for ranking in rank_roles(planner, request).rankings}


def says(ranking: RoleRanking, *parts: str) -> bool:
    return any(all(part in reason for part in parts) for reason in ranking.reasons)


def spends(ranking: RoleRanking, much: bool, wish: str) -> bool:
    """Whether a reason says that it spends much, or only little, of its hours on mathematics, and that one likes it."""
    said = "It spends " if much else "It spends only "
    return any(
        reason.startswith(said)
        and reason.endswith(f" % of its hours on mathematics, {wish}.")
        and ("only" in reason) is not much
        for reason in ranking.reasons
    )


@pytest.mark.parametrize("learner", SOFTWARE, ids=["by role", "by skills"])
@pytest.mark.parametrize("dislike", [-0.5, -0.8, -1])
def test_who_knows_software_and_dislikes_mathematics_becomes_an_ai_engineer(
    planner: Planner, learner: dict[str, Any], dislike: float
) -> None:
    found = ranked(planner, learner, {"mathematics": dislike})
    assert found[AI].position < found[ML].position
    assert spends(found[AI], much=False, wish="which you would rather avoid")
    assert spends(found[ML], much=True, wish="which you would rather avoid")
    assert says(found[AI], "You know") or says(found[AI], "hours are left, fewer than")


@pytest.mark.parametrize("learner", STATISTICS, ids=["all of it", "to level 2"])
@pytest.mark.parametrize("like", [0.8, 1])
def test_who_loves_mathematics_and_knows_statistics_becomes_an_ml_engineer(
    planner: Planner, learner: dict[str, Any], like: float
) -> None:
    found = ranked(planner, learner, {"mathematics": like})
    assert found[ML].position < found[AI].position
    assert spends(found[ML], much=True, wish="which you like")
    assert spends(found[AI], much=False, wish="which you like")


def test_weights_decide_between_what_is_near_and_what_is_liked(planner: Planner) -> None:
    learner, preferences = SOFTWARE[0], {"mathematics": 1.0}
    near = ranked(planner, learner, preferences, {"fit": 0})
    liked = ranked(planner, learner, preferences, {"fit": 100})
    assert near[AI].position < near[ML].position
    assert liked[ML].position < liked[AI].position


@pytest.mark.parametrize("axis", AXIS_NAMES)
def test_the_traits_of_roles_are_those_that_people_know_of_them(planner: Planner, axis: str) -> None:
    found = ranked(planner, {}, {})
    most = sorted(found, key=lambda role: found[role].traits[axis], reverse=True)
    assert set(most[: len(MOST[axis])]) == MOST[axis]


def test_the_easier_entry_is_that_of_the_ai_engineer_as_its_fact_says(planner: Planner) -> None:
    found = ranked(planner, {}, {})
    assert found[AI].entry.difficulty < found[ML].entry.difficulty
    assert "Somewhat easier to enter" in next(fact.statement for fact in found[AI].facts if fact.kind == "entry")
