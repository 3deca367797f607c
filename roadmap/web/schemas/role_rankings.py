"""Ranked roles as an answer."""

from __future__ import annotations

from marshmallow import validate

from roadmap.domain.axis import AXES
from roadmap.insights.ranking import TERMS
from roadmap.insights.ranking.request import HEAVIEST, STRONGEST
from roadmap.web.schemas.catalogue import Fact, amount, count
from roadmap.web.schemas.fields import Amount, Answer, Count, Day, Flag, Items, Part, Text, Word, parts
from roadmap.web.schemas.plans import PlanGraph, PlanRole
from roadmap.web.schemas.ranking_requests import figures_by_name
from roadmap.web.schemas.vocabulary import TERM

AxisShares = Answer.from_dict(
    figures_by_name(((axis.name, axis.called) for axis in AXES), 0, 1, required=True), name="AxisShares"
)
AxisPreferences = Answer.from_dict(
    figures_by_name(((axis.name, axis.called) for axis in AXES), -STRONGEST, STRONGEST, required=True),
    name="AxisPreferences",
)
TermWeights = Answer.from_dict(
    figures_by_name(((term.name, term.summary) for term in TERMS), 0, HEAVIEST, required=True), name="TermWeights"
)


def _share(description: str) -> Amount:
    return Amount(required=True, validate=validate.Range(0, 1), metadata={"description": description})


def _figure(description: str) -> Amount:
    return Amount(required=True, metadata={"description": description})


class ScoreTerm(Answer):
    """One term of a score."""

    name = Word(TERM, required=True)
    weight = Amount(
        required=True, validate=validate.Range(0, HEAVIEST), metadata={"description": "How much it counts."}
    )
    value = Amount(
        required=True,
        validate=validate.Range(-1, 1),
        metadata={"description": "How well the role does, at best 1; below 0 only for `fit`."},
    )
    product = _figure("Weight times value.")


class RoleEntry(Answer):
    """How hard it is to enter a job, by its plan from nothing."""

    difficulty = _share("The mean of the three figures below, each divided by the largest that any role has.")
    hours = amount("The hours of the whole plan.")
    critical_path_hours = amount("The hours of its longest chain of prerequisites.")
    advanced_share = _share("The share of its units that are of level 3.")


class RoleRanking(Answer):
    """One role in its place."""

    position = count("Its place, from 1.", least=1)
    role = Part(PlanRole, required=True)
    score = _figure("The sum of the products of its terms.")
    terms = parts(ScoreTerm, required=True)
    hours_left = amount("The hours left to learn.")
    known_hours = amount("The hours of what is needed and known already.")
    weeks = Count(
        required=True, allow_none=True, metadata={"description": "How many weeks, the last one counting whole."}
    )
    finish_date = Day(required=True, allow_none=True, metadata={"description": "The last day of study."})
    feasible = Flag(required=True, allow_none=True, metadata={"description": "Whether the deadline is met."})
    hours_per_week_needed = amount("The hours a week that would meet the deadline.", allow_none=True)
    readiness = _share("Known hours divided by all hours needed: 1 when nothing is left.")
    shares = Part(
        AxisShares,
        required=True,
        metadata={"description": "By axis, the share of the hours of the role's plan from nothing that count for it."},
    )
    traits = Part(
        AxisShares,
        required=True,
        metadata={"description": "The shares, each divided by the largest that any role of the graph has."},
    )
    entry = Part(RoleEntry, required=True)
    facts = parts(Fact, required=True)
    reasons = Items(
        Text(),
        required=True,
        metadata={"description": "Two or three sentences, of the terms that set the role most apart from the others."},
    )


class RoleRankings(Answer):
    """Roles by score, best first."""

    graph = Part(PlanGraph, required=True)
    start_date = Day(
        required=True,
        allow_none=True,
        metadata={"description": "The first day of study that was used; null where nothing asks for one."},
    )
    preferences = Part(AxisPreferences, required=True, metadata={"description": "The preferences that were used."})
    weights = Part(TermWeights, required=True, metadata={"description": "The weights that were used."})
    rankings = parts(RoleRanking, required=True)
