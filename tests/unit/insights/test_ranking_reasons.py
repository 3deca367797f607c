"""What is said of a role, in sentences that are right for any figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from roadmap.domain.axis import AXIS_NAMES
from roadmap.domain.plan import PlanRequest
from roadmap.domain.role import Role, RoleId
from roadmap.insights.ranking.profile import Entry, Profile
from roadmap.insights.ranking.reasons import SENTENCES, Case, Scored, reasons
from roadmap.insights.ranking.terms import Contender, Contest, Contribution
from roadmap.planning.effort import Effort

START = date(2027, 1, 4)
EFFORT = Effort(
    hours=580, known_hours=612, readiness=0.5134, weeks=58,
    finish_date=date(2028, 2, 13), feasible=None, hours_per_week_needed=None,
)  # fmt: skip
ENTRY = Entry(difficulty=0.5, hours=1192, critical_path_hours=222, advanced_share=0.0336)


def contender(
    entry: Entry = ENTRY, shares: dict[str, str] | None = None, traits: dict[str, str] | None = None, **takes: Any
) -> Contender:
    """A contender with some figures of what it takes, and some shares and traits that are not 0."""
    zeros = dict.fromkeys(AXIS_NAMES, Decimal(0))
    profile = Profile(
        shares={**zeros, **{axis: Decimal(share) for axis, share in (shares or {}).items()}},
        traits={**zeros, **{axis: Decimal(trait) for axis, trait in (traits or {}).items()}},
        entry=entry,
    )
    return Contender(Role(RoleId("r"), "R", "", ()), profile, replace(EFFORT, **takes))


def contest(learner: PlanRequest | None = None, **preferences: str) -> Contest:
    liked = {axis: Decimal(preferences.get(axis, "0")) for axis in AXIS_NAMES}
    return Contest(learner or PlanRequest(), liked, {}, 1000)


def said(term: str, own: Contender, *others: Contender, asked: Contest | None = None) -> str | None:
    return SENTENCES[term](Case(own, others, asked or contest()))


@pytest.mark.parametrize(
    ("own", "others", "sentence"),
    [
        (580, (), "580 hours are left."),
        (1, (), "1 hour is left."),
        (0.5, (), "0.5 hours are left."),
        (1580, (2000,), "1,580 hours are left, fewer than for the other role."),
        (580, (80,), "580 hours are left, more than for the other role."),
        (580, (580,), "580 hours are left, as many as for any other role ranked."),
        (580, (600, 700), "580 hours are left, fewer than for any other role ranked."),
        (580, (500, 580, 700, 900), "580 hours are left, fewer than for 2 of the 4 others."),
        (580, (500, 300, 580, 900), "580 hours are left, more than for 2 of the 4 others."),
        (0, (500,), "Nothing is left to learn."),
    ],
)
def test_hours_left_are_compared_with_the_others(own: float, others: tuple[float, ...], sentence: str) -> None:
    assert said("nearness", contender(hours=own), *(contender(hours=hours) for hours in others)) == sentence


@pytest.mark.parametrize(
    ("known", "left", "sentence"),
    [
        (612, 580, "You know 612 of its 1,192 hours already."),
        (0, 1192, "You know none of its 1,192 hours yet."),
        (1192, 0, "You know all of its 1,192 hours already."),
        (0.5, 0.5, "You know 0.5 of its 1 hour already."),
        (0.1, 0.2, "You know 0.1 of its 0.3 hours already."),
    ],
)
def test_known_hours_are_told_of_all_hours(known: float, left: float, sentence: str) -> None:
    assert said("readiness", contender(known_hours=known, hours=left)) == sentence


LITTLE = contender(shares={"mathematics": "0.0528"}, traits={"mathematics": "0.14"})
MUCH = contender(shares={"mathematics": "0.3799"}, traits={"mathematics": "1"})


def test_a_preference_is_told_with_the_share_of_the_hours() -> None:
    dislikes, likes = contest(mathematics="-0.8"), contest(mathematics="0.8")
    assert said("fit", LITTLE, MUCH, asked=dislikes) == (
        "It spends only 5 % of its hours on mathematics, which you would rather avoid."
    )
    assert said("fit", MUCH, LITTLE, asked=dislikes) == (
        "It spends 37 % of its hours on mathematics, which you would rather avoid."
    )
    assert said("fit", LITTLE, MUCH, asked=likes) == "It spends only 5 % of its hours on mathematics, which you like."
    assert said("fit", MUCH, LITTLE, asked=likes) == "It spends 37 % of its hours on mathematics, which you like."
    assert said("fit", LITTLE, asked=likes) == "It spends 5 % of its hours on mathematics, which you like."


@pytest.mark.parametrize(
    ("share", "words"),
    [("0", "none"), ("0.0001", "less than 1 %"), ("0.0099", "less than 1 %"), ("0.01", "1 %"), ("1", "100 %")],
)
def test_a_share_is_never_said_to_be_nothing_that_is_something(share: str, words: str) -> None:
    own = contender(shares={"people": share}, traits={"people": "1"})
    assert said("fit", own, asked=contest(people="1")) == (
        f"It spends {words} of its hours on working with people, which you like."
    )


def test_two_preferences_are_told_where_both_set_the_role_apart() -> None:
    own = contender(
        shares={"product": "0.32", "systems": "0.5"}, traits={"product": "0.85", "systems": "0.55", "people": "0.5"}
    )
    other = contender(shares={"people": "0.1"}, traits={"people": "0.51"})
    assert said("fit", own, other, asked=contest(product="0.5", systems="0.5", people="0.1")) == (
        "It spends 32 % of its hours on shipping products and 50 % on building systems, both of which you like."
    )
    assert said("fit", own, other, asked=contest(product="-0.5", systems="-0.5")) == (
        "It spends 32 % of its hours on shipping products and 50 % on building systems, "
        "both of which you would rather avoid."
    )
    assert said("fit", own, other, asked=contest(product="0.5", systems="-0.4")) == (
        "It spends 32 % of its hours on shipping products, which you like, and 50 % on building systems, "
        "which you would rather avoid."
    )
    assert said("fit", own, other, asked=contest(product="0.5", people="1")) == (
        "It spends 32 % of its hours on shipping products, which you like."
    )


def test_nothing_is_said_of_preferences_where_there_are_none() -> None:
    assert said("fit", MUCH, LITTLE) is None


@pytest.mark.parametrize(
    ("plan", "pace", "sentence"),
    [
        ({"feasible": True}, 10, "At 10 hours a week you are ready on 2028-02-13, before your deadline."),
        (
            {"feasible": True, "finish_date": date(2028, 3, 1)}, 10.0,
            "At 10 hours a week you are ready on 2028-03-01, the day of your deadline.",
        ),
        (
            {"feasible": False, "finish_date": date(2028, 3, 2), "hours_per_week_needed": 14.0}, 1,
            "At 1 hour a week you are ready on 2028-03-02, 1 day after your deadline; 14 hours a week would do.",
        ),
        (
            {"feasible": False, "finish_date": date(2031, 3, 2), "hours_per_week_needed": 14.5}, 7.5,
            "At 7.5 hours a week you are ready on 2031-03-02, 1,096 days after your deadline; "
            "14.5 hours a week would do.",
        ),
        (
            {"feasible": False, "finish_date": date(2028, 3, 31)}, 10,
            "At 10 hours a week you are ready on 2028-03-31, 30 days after your deadline, "
            "which leaves no day for study.",
        ),
        ({"feasible": True, "hours": 0}, 10, None),
        ({}, None, None),
    ],
)  # fmt: skip
def test_the_deadline_is_told_with_the_day(plan: dict[str, Any], pace: float | None, sentence: str | None) -> None:
    learner = PlanRequest(hours_per_week=pace, start_date=START, deadline=date(2028, 3, 1))
    assert said("deadline", contender(**plan), asked=contest(learner)) == sentence


def test_entry_is_compared_with_the_others_and_told_in_figures() -> None:
    easy, hard = (contender(replace(ENTRY, difficulty=difficulty)) for difficulty in (0.2, 0.9))
    figures = "1,192 hours from nothing, 3 % of its units advanced."
    own = contender()
    assert said("entry", own) == f"Entering it takes {figures}"
    assert said("entry", own, own) == f"It is as easy to enter as any other role ranked: {figures}"
    assert said("entry", own, easy) == f"It is harder to enter than the other role: {figures}"
    assert said("entry", own, hard, hard) == f"It is easier to enter than any other role ranked: {figures}"
    assert said("entry", own, hard, easy, easy) == f"It is harder to enter than 2 of the 3 others: {figures}"
    plain = contender(replace(ENTRY, hours=1, advanced_share=0))
    assert said("entry", plain, hard, hard) == (
        "It is easier to enter than any other role ranked: 1 hour from nothing, none of its units advanced."
    )


def scored(**products: str) -> Scored:
    return Scored(
        contender(), tuple(Contribution(name, Decimal(1), Decimal(value)) for name, value in products.items())
    )


def words_of(own: Scored, *others: Scored) -> list[str]:
    """The beginnings of what is said."""
    return [" ".join(reason.split()[:2]) for reason in reasons(own, others, contest())]


def test_the_terms_that_set_a_role_most_apart_are_told_first() -> None:
    own, other = (
        scored(nearness="0.5", readiness="0.2", entry="0.9"),
        scored(nearness="0.6", readiness="0.9", entry="0.5"),
    )
    assert words_of(own, other) == ["You know", "It is", "580 hours"]


def test_a_third_sentence_needs_something_to_say() -> None:
    own, other = (
        scored(nearness="0.5", readiness="0.2", entry="0.9"),
        scored(nearness="0.54", readiness="0.9", entry="0.5"),
    )
    assert words_of(own, other) == ["You know", "It is"]


def test_a_term_without_a_sentence_makes_room_for_the_next() -> None:
    assert words_of(scored(nearness="0.1", readiness="0.2", fit="0.9")) == ["You know", "580 hours"]
