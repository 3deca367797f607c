"""Roles side by side, as an answer."""

from __future__ import annotations

from marshmallow import validate

from roadmap.web.schemas.catalogue import Fact, amount, count, text, texts
from roadmap.web.schemas.fields import Amount, Answer, Count, Items, Part, Word, parts
from roadmap.web.schemas.plans import PlanGraph, Reason
from roadmap.web.schemas.vocabulary import FACT_KIND, IMPORTANCE, STRATEGY


def weeks(description: str) -> Count:
    """A number of weeks that is null without a pace."""
    return Count(
        required=True,
        allow_none=True,
        validate=validate.Range(min=0),
        metadata={"description": f"{description}; null without `hours_per_week`."},
    )


class ComparedRole(Answer):
    """A role in figures: its own plan, and its part of the hedged plan."""

    id = text("The role's id.")
    name = text("The role's name.")
    summary = text("What the job is.")
    steps = count("The steps of its own plan: the one that `/v1/plans` makes.")
    hours = amount("The hours of its own plan.")
    weeks = weeks("The weeks of its own plan")
    hedged_steps = count("The steps of the hedged plan that serve it.")
    hedged_hours = amount("The hours of these steps.")
    extra_hours = Amount(
        required=True,
        metadata={
            "description": "The difference: the price of keeping the other roles open. Below 0 only where what is "
            "preferred makes its own plan longer."
        },
    )


class TrackHours(Answer):
    """Hours of one track."""

    track = text("The track's id.")
    hours = amount("The hours.")


class PartOfRoles(Answer):
    """What serves the same roles and no other."""

    roles = texts("The roles it serves.")
    units = texts("The units, in the order of the hedged plan.")
    hours = amount("Their hours.")
    weeks = weeks("Their weeks")
    tracks = parts(
        TrackHours, required=True, metadata={"description": "Their hours by track, those with most hours first."}
    )


class RoleLevel(Answer):
    """The level of a skill that a role needs."""

    role = text("The role's id.")
    level = count("The highest level it needs: 1 foundation, 2 working, 3 advanced.", least=1)


class Depth(Answer):
    """A skill that roles need at different depth, known or not."""

    skill = text("The skill's id.")
    name = text("The skill's name.")
    track = text("The id of its track.")
    levels = parts(
        RoleLevel, required=True, metadata={"description": "Role by role; those that do not need it are left out."}
    )


class Transition(Answer):
    """What is left to learn for one role for whoever has another one, besides what is known."""

    from_role = text("The role one has.")
    to_role = text("The role one goes to.")
    steps = count("How many steps are left.")
    hours = amount("Their hours.")
    weeks = weeks("Their weeks")


class RoleFacts(Answer):
    """Facts of one kind about one role."""

    role = text("The role's id.")
    facts = parts(Fact, required=True)


class FactsOfKind(Answer):
    """Facts of one kind about each of the roles."""

    kind = Word(FACT_KIND, required=True)
    roles = parts(RoleFacts, required=True)


class HedgedSummary(Answer):
    """What it takes to be ready for all of the roles."""

    steps = count("How many steps.")
    hours = amount("Their hours.")
    weeks = weeks("Their weeks")


class DecisionPoint(Answer):
    """The first step of the hedged plan that does not serve all roles."""

    position = count("Its place in the hedged plan, from 1.", least=1)
    unit = text("The unit's id.")
    hours_before = amount("The hours of all steps before it, which serve all roles.")
    weeks_before = weeks("The weeks of all steps before it")


class RoleRegret(Answer):
    """Deciding for one role."""

    role = text("The role decided for.")
    hours_wasted = amount("The hours of the steps done that do not serve it.")
    hours_to_go = amount("The hours of the steps not done that serve it.")
    weeks_to_go = weeks("The weeks of these")


class Regret(Answer):
    """What it costs to decide at some point of the hedged plan."""

    share = Amount(
        required=True,
        validate=validate.Range(0, 1),
        metadata={
            "description": "How much of the hours behind the decision point is spent, rounded up to the end of a step."
        },
    )
    steps_done = count("The steps done by then.")
    hours_spent = amount("Their hours.")
    weeks_spent = weeks("Their weeks")
    roles = parts(RoleRegret, required=True)


class HedgedStep(Answer):
    """One unit of a hedged plan in its place."""

    position = count("Its place in the hedged plan, from 1.", least=1)
    unit = text("The unit's id.")
    skill = text("The skill's id.")
    level = count("The level of the skill.", least=1)
    name = text("The skill's name.")
    track = text("The id of the skill's track.")
    outcome = text("What one can do afterwards.")
    hours = amount("The hours it takes.")
    hours_before = amount("The hours of all earlier steps.")
    week = Count(
        required=True,
        allow_none=True,
        validate=validate.Range(min=1),
        metadata={"description": "The week it starts in, from 1; null without `hours_per_week`."},
    )
    keeps_open = texts("The roles it serves.")
    importance = Word(IMPORTANCE, required=True)
    reason = Part(Reason, required=True)


class HedgedPlan(Answer):
    """One order over all of the roles: what serves most of them first."""

    summary = Part(HedgedSummary, required=True)
    decision_point = Part(DecisionPoint, required=True, allow_none=True)
    regret = parts(
        Regret,
        required=True,
        metadata={
            "description": "Deciding at the decision point, and when a quarter, half and three quarters of the hours "
            "behind it are spent; empty where there is no decision point."
        },
    )
    steps = parts(HedgedStep, required=True)


class Comparison(Answer):
    """Two to five roles side by side, in the sequence they were named in."""

    graph = Part(PlanGraph, required=True)
    strategy = Word(STRATEGY, required=True)
    roles = Items(Part(ComparedRole), required=True)
    parts = Items(
        Part(PartOfRoles),
        required=True,
        metadata={"description": "The hedged plan by the roles that its steps serve, those that serve most first."},
    )
    depth = Items(
        Part(Depth),
        required=True,
        metadata={"description": "The skills needed at different depth, those with levels furthest apart first."},
    )
    transitions = Items(Part(Transition), required=True)
    facts = Items(Part(FactsOfKind), required=True)
    hedged_plan = Part(HedgedPlan, required=True)
