"""A plan as an answer."""

from __future__ import annotations

from marshmallow import validate

from roadmap.exporters import EXPORTERS
from roadmap.web.schemas.catalogue import Resource, amount, count, digest, text, texts
from roadmap.web.schemas.fields import Amount, Answer, Count, Day, Flag, Part, Text, Word, parts
from roadmap.web.schemas.vocabulary import CHOICE_REASON, IMPORTANCE, STRATEGY, VERDICT


class PlanGraph(Answer):
    """The graph a plan was made on."""

    id = text("The graph's id.")
    version = text("The graph's version.")
    digest = digest()


class PlanRole(Answer):
    """The role a plan leads to."""

    id = text("The role's id.")
    name = text("The role's name.")


class PlanSummary(Answer):
    """A plan in figures. Weeks and dates need a pace and a start date, the last two a deadline."""

    steps = count("How many steps.")
    hours = amount("The hours left to learn.")
    known_hours = amount("The hours of what is needed and known already.")
    readiness = Amount(
        required=True,
        validate=validate.Range(0, 1),
        metadata={"description": "Known hours divided by all hours needed: 1 when nothing is left."},
    )
    critical_path_hours = amount("The hours of the longest chain of prerequisites.")
    weeks = Count(
        required=True, allow_none=True, metadata={"description": "How many weeks, the last one counting whole."}
    )
    finish_date = Day(required=True, allow_none=True, metadata={"description": "The last day of study."})
    feasible = Flag(required=True, allow_none=True, metadata={"description": "Whether the deadline is met."})
    hours_per_week_needed = amount("The hours a week that would meet the deadline.", allow_none=True)


class ChainLink(Answer):
    """One step of a reason."""

    unit = text("The unit that is needed.")
    needed_by = text("What needs it: a unit, the role, or `targets`.")
    why = text("The reason.")


class Reason(Answer):
    """Why a step is in the plan."""

    mandatory = Flag(required=True, metadata={"description": "Whether no choice could leave the step out."})
    came_with = text("The chosen option that brought the step; null if it is mandatory.", allow_none=True)
    chain = parts(
        ChainLink,
        required=True,
        metadata={"description": "The shortest chain of prerequisites from the step to a requirement."},
    )


class Prerequisite(Answer):
    """A unit that a step builds on directly."""

    unit = text("The unit.")
    why = text("The reason.")


class StepSchedule(Answer):
    """When a step is learnt."""

    week = count("The week it starts in, from 1.", least=1)
    start = Day(required=True, allow_none=True, metadata={"description": "Its first day."})
    finish = Day(required=True, allow_none=True, metadata={"description": "Its last day."})


class Step(Answer):
    """One unit of a plan in its place."""

    position = count("Its place in the plan, from 1.", least=1)
    unit = text("The unit's id.")
    skill = text("The skill's id.")
    level = count("The level of the skill.", least=1)
    name = text("The skill's name.")
    track = text("The id of the skill's track.")
    outcome = text("What one can do afterwards.")
    hours = amount("The hours it takes.")
    hours_before = amount("The hours of all earlier steps.")
    stage = count("From 1: all steps of one stage could be learnt at the same time.", least=1)
    delay_factor = count("The number of steps on the longest chain of prerequisites through this one.", least=1)
    schedule = Part(StepSchedule, required=True, allow_none=True)
    importance = Word(IMPORTANCE, required=True)
    reason = Part(Reason, required=True)
    requires = parts(Prerequisite, required=True)
    unlocks = texts("The steps that build on this one directly.")
    blocking_factor = count("How many later steps need this one, directly or not.")
    resources = parts(Resource, required=True)


class Option(Answer):
    """One option of a choice."""

    requirement = text("The option in words.")
    units = texts("The units it names.")
    chosen = Flag(required=True, metadata={"description": "Whether it was taken."})
    extra_hours = Amount(
        required=True,
        allow_none=True,
        metadata={"description": "How much longer the plan gets by taking it; null if what is avoided rules it out."},
    )


class ChoiceMade(Answer):
    """How a choice was settled."""

    needed_by = text("What asks for it: a unit, the role, or `targets`.")
    why = text("The reason it is asked for.")
    count = count("How many options were needed.", least=1)
    reason = Word(CHOICE_REASON, required=True)
    options = parts(Option, required=True)


class KnownUnits(Answer):
    """What the learner has."""

    declared = texts("The units said to be known.")
    implied = texts("The units they imply that are of use here.")
    unused = texts("The declared units that this plan has no use for.")


class Saving(Answer):
    """What a plan would save if something were known too, with what that implies."""

    units = texts("What would be known: the unit asked about, or all levels of the skill.")
    hours_saved = Amount(
        required=True,
        metadata={
            "description": "The hours of this plan less those of the plan that would be made then. Below 0 only where "
            "`avoid` rules out something preferred, and knowing this opens the way to it."
        },
    )
    steps_saved = Count(
        required=True,
        metadata={"description": "The same of the steps. Below 0 also where fewer hours take more steps."},
    )
    days_saved = Count(
        required=True,
        allow_none=True,
        metadata={"description": "How many days earlier the plan would finish; needs a pace and a start date."},
    )
    finish_date = Day(required=True, allow_none=True, metadata={"description": "The last day of study then."})


class WhatIf(Answer):
    """What a plan would save if more were known."""

    each = parts(
        Saving,
        required=True,
        metadata={"description": "For each thing asked about alone, in the order asked."},
    )
    together = Part(Saving, required=True)


class Explanation(Answer):
    """Why a unit is in a plan, or is not."""

    unit = text("The unit asked about.")
    verdict = Word(VERDICT, required=True)
    sentence = text("The verdict and its reason as an English sentence, made of the other members.")
    position = Count(
        required=True,
        allow_none=True,
        validate=validate.Range(min=1),
        metadata={"description": "in-plan: its place in the plan, from 1."},
    )
    chain = parts(
        ChainLink,
        required=True,
        metadata={
            "description": "The shortest chain of prerequisites from the unit to what settles the verdict. in-plan: to "
            "the role, as the step has it. implied: to the nearest declared unit. other-option: to who asks for the "
            "choice that went another way. avoided: to who asks for the choice that could have led to it. not-needed: "
            "to the known unit that could have needed it, or the role whose optional requirement may; else empty."
        },
    )
    implied_by = texts("implied: all declared units that build on it, the nearest first.")
    from_roles = texts("known: the roles the learner comes from that have it; empty for what was declared.")
    choice = Part(ChoiceMade, required=True, allow_none=True)
    extra_hours = Amount(
        required=True,
        allow_none=True,
        metadata={
            "description": "other-option: how much longer the plan gets by taking the way of the chain; below 0 if "
            "what is preferred takes longer."
        },
    )
    avoided = texts("avoided: a smallest set of avoided units that together close the way of the chain.")
    optional = Flag(
        required=True,
        metadata={
            "description": "not-needed: whether an optional requirement of the role, not asked for, may need it."
        },
    )


_addresses = {
    name: Text(required=True, metadata={"format": "uri", "description": description})
    for name, description in (
        ("self", "This plan, in the format of `Accept`."),
        *((form.name, f"This plan as {form.media_type}.") for form in EXPORTERS),
    )
}

Links = Answer.from_dict(dict(_addresses), name="Links")
"""Addresses of the same plan: made of the request, so that it can be kept, shared and asked for again."""


class Plan(Answer):
    """What to learn, in an order in which nothing comes before its prerequisites."""

    graph = Part(PlanGraph, required=True)
    role = Part(PlanRole, required=True, allow_none=True)
    targets = texts("The units asked for by name.")
    strategy = Word(STRATEGY, required=True)
    summary = Part(PlanSummary, required=True)
    steps = parts(Step, required=True)
    choices = parts(ChoiceMade, required=True)
    ready_now = texts("The steps that can be started now: all their prerequisites are known.")
    known = Part(KnownUnits, required=True)
    critical_path = texts("The chain of prerequisites with the most hours.")
    what_if = Part(WhatIf, required=True, allow_none=True)
    why = parts(Explanation, required=True, metadata={"description": "The units asked about, in the order asked."})
    links = Part(Links, required=True)
