"""The figures of a ranking on a graph small enough to reckon by hand."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap.domain.plan import PlanRequest
from roadmap.errors import UnknownReferenceError
from roadmap.insights.ranking import RankingRequest, RoleRanking, rank_roles
from roadmap.insights.ranking.reasons import SENTENCES
from roadmap.insights.ranking.terms import TERMS
from roadmap.planning import Planner
from roadmap.planning.references import MOST_REPORTED
from tests.building.documents import document, level, levelled, role, skill
from tests.building.plans import planner

START = date(2027, 1, 4)

MADE = document(
    [
        levelled("algebra", level(20), level(30), level(10), track="mathematics"),
        skill("python", 40),
        skill("service", 60, requires=["python"]),
        skill("talks", 15, axes=["people", "product"]),
        skill("sums", 5, track="data"),
    ],
    [
        role("analyst", "algebra@3", "python", "sums"),
        role("builder", "service", "talks"),
        role("caller", "talks"),
    ],
)
MADE["tracks"][0]["axes"] = ["mathematics"]
MADE["tracks"][1]["axes"] = ["systems"]
"""The analyst takes 105 hours, 60 of them mathematics; the builder 115, 100 of them systems; the caller 15."""


@pytest.fixture(scope="module")
def makes() -> Planner:
    return planner(MADE)


def ranked(makes: Planner, request: RankingRequest | None = None) -> dict[str, RoleRanking]:
    return {each.role.id: each for each in rank_roles(makes, request or RankingRequest()).rankings}


def value(ranking: RoleRanking, name: str) -> float | None:
    return next((term.value for term in ranking.terms if term.name == name), None)


def test_shares_are_of_the_hours_from_nothing_and_hours_may_count_twice(makes: Planner) -> None:
    found = ranked(makes)
    assert found["analyst"].shares == {
        "mathematics": 0.5714, "research": 0, "product": 0, "systems": 0.3809, "hardware": 0, "people": 0
    }  # fmt: skip
    assert (found["caller"].shares["people"], found["caller"].shares["product"]) == (1, 1)
    assert found["builder"].shares["people"] == 0.1304


def test_traits_are_shares_by_the_largest(makes: Planner) -> None:
    found = ranked(makes)
    assert [found[name].traits["mathematics"] for name in ("analyst", "builder", "caller")] == [1, 0, 0]
    assert [found[name].traits["people"] for name in ("analyst", "builder", "caller")] == [0, 0.13, 1]
    assert [found[name].traits["systems"] for name in ("analyst", "builder", "caller")] == [0.43, 1, 0]
    assert {trait for each in found.values() for trait in (each.traits["hardware"], each.traits["research"])} == {0}


def test_entry_is_by_hours_critical_path_and_advanced_units(makes: Planner) -> None:
    found = ranked(makes)
    entry = found["analyst"].entry
    assert (entry.hours, entry.critical_path_hours, entry.advanced_share) == (105, 60, 0.2)
    assert entry.difficulty == 0.8376  # the mean of 105/115 (0.9130), 60/100 and 0.2/0.2, cut
    assert found["caller"].entry.difficulty == 0.0934  # 15/115 (0.1304), 15/100 and none
    assert value(found["caller"], "entry") == 0.9066


def test_nearness_is_by_the_most_hours_left_of_those_ranked(makes: Planner) -> None:
    request = RankingRequest(PlanRequest(known=("python",)))
    found = ranked(makes, request)
    assert [found[name].hours_left for name in ("analyst", "builder", "caller")] == [65, 75, 15]
    assert [value(found[name], "nearness") for name in ("analyst", "builder", "caller")] == [0.1333, 0, 0.8]
    alone = ranked(makes, RankingRequest(request.learner, roles=("analyst",)))
    assert value(alone["analyst"], "nearness") == 0


def test_who_knows_everything_is_as_near_as_can_be(makes: Planner) -> None:
    found = ranked(makes, RankingRequest(PlanRequest(from_roles=("caller",)), roles=("caller",)))["caller"]
    assert (value(found, "nearness"), value(found, "readiness")) == (1, 1)
    assert found.reasons == (
        "Nothing is left to learn.",
        "You know all of its 15 hours already.",
        "Entering it takes 15 hours from nothing, none of its units advanced.",
    )


def test_the_deadline_is_met_or_missed_by_the_hours_a_week_it_would_take(makes: Planner) -> None:
    learner = PlanRequest(hours_per_week=5, start_date=START, deadline=date(2027, 2, 28))
    found = ranked(makes, RankingRequest(learner))
    assert (found["caller"].feasible, value(found["caller"], "deadline")) == (True, 1)
    assert (found["builder"].hours_per_week_needed, value(found["builder"], "deadline")) == (14.4, 0.3472)
    assert found["builder"].finish_date == date(2027, 6, 13)


def test_a_deadline_before_the_start_is_worth_nothing(makes: Planner) -> None:
    learner = PlanRequest(hours_per_week=5, start_date=START, deadline=date(2027, 1, 3))
    found = ranked(makes, RankingRequest(learner))["caller"]
    assert (found.feasible, found.hours_per_week_needed, value(found, "deadline")) == (False, None, 0)


@pytest.mark.parametrize(
    "learner",
    [
        PlanRequest(),
        PlanRequest(hours_per_week=5, start_date=START),
        PlanRequest(start_date=START, deadline=date(2027, 2, 28)),
        PlanRequest(hours_per_week=5, deadline=date(2027, 2, 28)),
    ],
    ids=["neither", "no deadline", "no pace", "no start"],
)
def test_the_deadline_is_left_out_where_there_is_nothing_to_judge_it_by(makes: Planner, learner: PlanRequest) -> None:
    assert value(ranked(makes, RankingRequest(learner))["builder"], "deadline") is None


def test_preferences_and_weights_are_read_to_two_places(makes: Planner) -> None:
    found = rank_roles(makes, RankingRequest(preferences={"mathematics": -0.8799}, weights={"fit": 7.999}))
    assert (found.preferences["mathematics"], found.weights["fit"]) == (-0.87, 7.99)
    assert [str(rank_roles(makes, RankingRequest(preferences={"people": -1e-9})).preferences["people"])] == ["0"]


def test_weights_that_are_left_out_are_the_terms_own(makes: Planner) -> None:
    found = rank_roles(makes, RankingRequest(weights={"entry": 3}))
    assert found.weights == {term.name: 3 if term.name == "entry" else float(term.weight) for term in TERMS}


def test_the_same_score_goes_by_hours_left_and_then_by_id() -> None:
    alike = document(
        [skill("a", 10), skill("b", 10), skill("c", 20)],
        [role("z", "a"), role("y", "b"), role("x", "c")],
    )
    nothing_counts = dict.fromkeys((term.name for term in TERMS), 0.0)
    assert list(ranked(planner(alike), RankingRequest(weights=nothing_counts))) == ["y", "z", "x"]


def test_a_graph_without_roles_has_an_empty_ranking() -> None:
    assert rank_roles(planner(document([skill("a")])), RankingRequest()).rankings == ()


def test_everything_unknown_is_reported_at_once(makes: Planner) -> None:
    request = RankingRequest(PlanRequest(known=("pyton",), from_roles=("bilder",)), roles=("caller", "analist"))
    with pytest.raises(UnknownReferenceError) as raised:
        rank_roles(makes, request)
    places = [(unknown.member, unknown.position, unknown.suggestions[0]) for unknown in raised.value.references]
    assert places == [("roles", 1, "analyst"), ("from_roles", 0, "builder"), ("known", 0, "python")]


def test_unknown_roles_are_not_more_than_anyone_reads(makes: Planner) -> None:
    with pytest.raises(UnknownReferenceError) as raised:
        rank_roles(makes, RankingRequest(roles=tuple(f"role-{n}" for n in range(1000))))
    assert len(raised.value.references) == MOST_REPORTED


def test_there_is_a_sentence_for_every_term() -> None:
    assert list(SENTENCES) == [term.name for term in TERMS]


def test_a_start_is_waited_for_only_where_something_asks_for_it() -> None:
    waiting = (
        PlanRequest(hours_per_week=5),
        PlanRequest(deadline=START),
    )
    assert all(RankingRequest(learner).waits_for_a_start for learner in waiting)
    assert not RankingRequest(PlanRequest(known=("python",))).waits_for_a_start
    assert not RankingRequest(PlanRequest(hours_per_week=5, start_date=START)).waits_for_a_start
