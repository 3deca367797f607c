"""The rules of a ranking: a sum that anyone can check, and preferences and weights that work the way they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from roadmap.domain.axis import AXIS_NAMES
from roadmap.domain.plan import PlanRequest
from roadmap.insights.ranking import TERMS, RankingRequest, RoleRanking, RoleRankings, rank_roles
from roadmap.planning import Planner
from tests.building.axes import leaning_documents
from tests.building.documents import Document
from tests.building.plans import planner
from tests.building.small_graphs import draw_role, draw_some, units_of

START = date(2027, 1, 4)
TERM_NAMES = [term.name for term in TERMS]

likes = st.floats(-1, 1) | st.integers(-100, 100).map(lambda hundredths: hundredths / 100)
weighs = st.floats(0, 100) | st.integers(0, 30).map(lambda tenths: tenths / 10)
preferences = st.dictionaries(st.sampled_from(AXIS_NAMES), likes)
weights = st.dictionaries(st.sampled_from(TERM_NAMES), weighs)
paces = st.none() | st.sampled_from((0.5, 1, 2.3, 10))
deadlines = st.none() | st.dates(date(2026, 12, 1), date(2027, 12, 31))


@st.composite
def graphs(draw: st.DrawFn) -> Document:
    """Small graphs with axes and up to four roles, some of which need the same."""
    made = draw(leaning_documents())
    units = units_of(made)
    more = [draw_role(draw, name, units, choices=True) for name in ("third", "fourth")[: draw(st.integers(0, 2))]]
    return {**made, "roles": [*made["roles"], *more]}


@st.composite
def requests(draw: st.DrawFn, made: Document) -> RankingRequest:
    """Requests of all kinds."""
    units, names = units_of(made), [role["id"] for role in made["roles"]]
    dated = draw(st.booleans())
    learner = PlanRequest(
        known=draw_some(draw, units),
        from_roles=draw_some(draw, names) if draw(st.booleans()) else (),
        assume_prerequisites=draw(st.booleans()),
        hours_per_week=draw(paces),
        start_date=START if dated else None,
        deadline=draw(deadlines) if dated else None,
    )
    return RankingRequest(
        learner=learner,
        roles=draw_some(draw, names),
        preferences=draw(preferences),
        weights=draw(weights),
    )


@st.composite
def asked(draw: st.DrawFn) -> tuple[Planner, RankingRequest]:
    """A graph's planner, and a request."""
    made = draw(graphs())
    return planner(made), draw(requests(made))


def exact(number: float) -> Decimal:
    """The number that is written in an answer."""
    return Decimal(str(number))


def by_role(ranked: RoleRankings) -> dict[str, RoleRanking]:
    return {ranking.role.id: ranking for ranking in ranked.rankings}


def values(ranking: RoleRanking) -> dict[str, float]:
    return {term.name: term.value for term in ranking.terms}


@given(asked())
def test_a_score_is_the_sum_of_weight_times_value_to_the_last_digit(case: tuple[Planner, RankingRequest]) -> None:
    ranked = rank_roles(*case)
    for ranking in ranked.rankings:
        for term in ranking.terms:
            assert exact(term.product) == exact(term.weight) * exact(term.value)
            assert term.weight == ranked.weights[term.name]
        assert exact(ranking.score) == sum(exact(term.product) for term in ranking.terms)


@given(asked())
def test_the_fit_is_a_tenth_of_preference_times_trait(case: tuple[Planner, RankingRequest]) -> None:
    ranked = rank_roles(*case)
    for ranking in ranked.rankings:
        whole = sum(exact(ranked.preferences[axis]) * exact(ranking.traits[axis]) for axis in AXIS_NAMES)
        assert exact(values(ranking)["fit"]) == whole / 10


@given(asked())
def test_the_order_follows_from_what_is_shown(case: tuple[Planner, RankingRequest]) -> None:
    ranked = rank_roles(*case).rankings
    assert list(ranked) == sorted(ranked, key=lambda role: (-role.score, role.hours_left, role.role.id))
    assert [ranking.position for ranking in ranked] == list(range(1, len(ranked) + 1))


@given(asked())
def test_values_stay_within_their_bounds(case: tuple[Planner, RankingRequest]) -> None:
    for ranking in rank_roles(*case).rankings:
        for name, value in values(ranking).items():
            assert (-1 if name == "fit" else 0) <= value <= 1
        assert all(0 <= share <= 1 for share in (*ranking.shares.values(), *ranking.traits.values()))
        assert 0 <= ranking.entry.difficulty <= 1


@given(asked(), st.sampled_from(AXIS_NAMES), likes, likes)
def test_raising_a_preference_never_lowers_a_role_under_one_that_has_less_of_it(
    case: tuple[Planner, RankingRequest], axis: str, one: float, other: float
) -> None:
    makes, request = case
    low, high = (
        by_role(rank_roles(makes, replace(request, preferences={**request.preferences, axis: preference})))
        for preference in sorted((one, other))
    )
    for first, second in combinations(low, 2):
        more, less = sorted((first, second), key=lambda role: low[role].traits[axis], reverse=True)
        lead_before = exact(low[more].score) - exact(low[less].score)
        assert exact(high[more].score) - exact(high[less].score) >= lead_before
        if low[more].position < low[less].position:
            assert high[more].position < high[less].position


@given(asked(), st.sampled_from(TERM_NAMES), weighs, weighs)
def test_raising_a_weight_never_lowers_a_role_under_one_that_does_worse_by_its_term(
    case: tuple[Planner, RankingRequest], term: str, one: float, other: float
) -> None:
    makes, request = case
    low, high = (
        by_role(rank_roles(makes, replace(request, weights={**request.weights, term: weight})))
        for weight in sorted((one, other))
    )
    for first, second in combinations(low, 2):
        better, worse = sorted((first, second), key=lambda role: values(low[role]).get(term, 0), reverse=True)
        if low[better].position < low[worse].position:
            assert high[better].position < high[worse].position


@given(asked(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_asked_does_not_matter(case: tuple[Planner, RankingRequest], random: Random) -> None:
    makes, request = case
    learner = replace(
        request.learner,
        known=tuple(random.sample([*request.learner.known, *request.learner.known], 2 * len(request.learner.known))),
        from_roles=tuple(random.sample(request.learner.from_roles, len(request.learner.from_roles))),
    )
    other = RankingRequest(
        learner=learner,
        roles=tuple(random.sample([*request.roles, *request.roles], 2 * len(request.roles))),
        preferences=dict(random.sample(list(request.preferences.items()), len(request.preferences))),
        weights=dict(random.sample(list(request.weights.items()), len(request.weights))),
    )
    assert rank_roles(makes, other) == rank_roles(makes, request)


@given(asked())
def test_the_figures_are_those_of_the_plan_for_each_role(case: tuple[Planner, RankingRequest]) -> None:
    makes, request = case
    for ranking in rank_roles(makes, request).rankings:
        plan = makes.build_plan(replace(request.learner, role=ranking.role.id)).summary
        assert (ranking.hours_left, ranking.known_hours) == (plan.hours, plan.known_hours)
        assert (ranking.weeks, ranking.finish_date) == (plan.weeks, plan.finish_date)
        assert (ranking.feasible, ranking.hours_per_week_needed) == (plan.feasible, plan.hours_per_week_needed)
        assert ranking.readiness == plan.readiness


@given(asked())
def test_each_role_has_two_or_three_different_sentences(case: tuple[Planner, RankingRequest]) -> None:
    for ranking in rank_roles(*case).rankings:
        assert len(ranking.reasons) in (2, 3)
        assert len(set(ranking.reasons)) == len(ranking.reasons)
        assert all(reason[0].isupper() or reason[0].isdigit() for reason in ranking.reasons)
        assert all(reason.endswith(".") and "  " not in reason for reason in ranking.reasons)


@given(graphs())
def test_traits_tell_shares_on_one_scale_whatever_is_asked(made: Document) -> None:
    ranked = rank_roles(planner(made), RankingRequest()).rankings
    for axis in AXIS_NAMES:
        most = max(ranked, key=lambda ranking: ranking.shares[axis])
        assert most.traits[axis] == (1 if most.shares[axis] else 0)
    alone = rank_roles(planner(made), RankingRequest(roles=(ranked[-1].role.id,))).rankings[0]
    assert (alone.traits, alone.shares, alone.entry) == (ranked[-1].traits, ranked[-1].shares, ranked[-1].entry)
