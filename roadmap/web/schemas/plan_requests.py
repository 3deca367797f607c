"""What a plan is asked for, read from a JSON body or from the parameters of a link: one table of members for both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import ValidationError, fields, post_load, validates_schema

from roadmap.domain.days_off import WEEKDAYS, parse_days_off
from roadmap.domain.plan import PlanRequest
from roadmap.planning.schedule import MAX_WEEKLY_HOURS
from roadmap.web.schemas.fields import Amount, Closed, Day, Flag, Items, Name, Over, Text, Word
from roadmap.web.schemas.queries import CommaList, Query, WrittenAmount, WrittenFlag
from roadmap.web.schemas.vocabulary import FORMAT, STRATEGY

LONGEST_NAME = 100
MOST_ITEMS = 1000
MOST_QUESTIONS = 50

LISTS = ("targets", "known", "from_roles", "prefer", "avoid", "what_if", "why")
"""The members that are lists of ids."""

SIGN = r"[^\x00-\x1f\x7f,]"
"""What may stand for an id: looked up as it is, so that one that does not exist is answered with suggestions."""

ISO_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
DAY_OFF = rf"^({'|'.join(WEEKDAYS)}|{ISO_DATE}(/{ISO_DATE})?)$"


@dataclass(frozen=True, slots=True)
class PlanCall:
    """A request for a plan: on which graph (None: the default one), for what, and in which format, if it says."""

    graph: str | None
    request: PlanRequest
    format: str | None = None


def name_of(description: str, *examples: str) -> Name:
    """A field for the id of something, or what is meant to be one."""
    message = "Must not hold commas or control characters."
    return Name(LONGEST_NAME, SIGN, message, metadata=_described(description, *examples))


def plan_members(flag: type[Flag], amount: type[Amount], items: Callable[..., Items]) -> dict[str, fields.Field[Any]]:
    """The members of a request for a plan, with fields for flags, numbers and lists as its carrier writes them."""

    def units(description: str, *example: str, most: int = MOST_ITEMS) -> Items:
        one = name_of("A skill, for all its levels, or a unit: one level of a skill (`python@2`).")
        return items(one, most=most, metadata={"description": description, "examples": [list(example)]})

    return {
        "graph": name_of("The graph to plan on; the default graph if left out.", "tech-careers"),
        "role": name_of("The role to prepare for. Needed unless there are targets.", "ml-engineer"),
        "targets": units("Skills or units to reach, with the role or in its place.", "linear-algebra"),
        "known": units("What the learner knows already. Level 2 of a skill includes level 1.", "python", "git@1"),
        "from_roles": items(
            name_of("A role's id."),
            most=MOST_ITEMS,
            metadata={
                "description": "Roles the learner comes from: what their plans from nothing hold counts as known.",
                "examples": [["software-engineer"]],
            },
        ),
        "assume_prerequisites": flag(
            metadata={
                "description": "Whether knowing a unit implies knowing its mandatory prerequisites; true if left out.",
                "examples": [True],
            }
        ),
        "include_optional": flag(
            metadata={
                "description": "Whether the plan covers the role's optional requirements; false if left out.",
                "examples": [False],
            }
        ),
        "prefer": units("What to take where there is a choice, even if it takes more hours.", "aws"),
        "avoid": units("What not to learn. Binding: if nothing else leads to the goal, there is no plan.", "azure"),
        "strategy": Word(
            STRATEGY,
            metadata={
                "description": "How to order the steps; `just-in-time` if left out.",
                "examples": ["just-in-time"],
            },
        ),
        "hours_per_week": amount(
            validate=Over(0, MAX_WEEKLY_HOURS),
            metadata={
                "description": "The hours of study in a week. Without it the plan has no schedule.",
                "exclusiveMinimum": 0,
                "maximum": MAX_WEEKLY_HOURS,
                "examples": [10],
            },
        ),
        "start_date": Day(
            metadata={
                "description": "The first day of study. Without it weeks are counted, and no dates given.",
                "examples": ["2027-01-04"],
            }
        ),
        "deadline": Day(
            metadata={
                "description": "The day to be ready by; needs `start_date`. One that cannot be met is answered with "
                "the hours a week it would take.",
                "examples": ["2027-12-31"],
            }
        ),
        "days_off": items(
            Text(validate=_day_off, metadata={"pattern": DAY_OFF, "maxLength": 21}),
            most=MOST_ITEMS,
            metadata={
                "description": "Days without study; needs `start_date`. A weekday (`sunday`), a date (`2026-12-25`), "
                "or a period of two dates, both included (`2026-12-24/2027-01-02`).",
                "examples": [["sunday", "2027-08-01/2027-08-14"]],
            },
        ),
        "what_if": units(
            "What to tell the savings of, if it were known too. Changes nothing about the plan.",
            *("statistics", "docker@1"),
            most=MOST_QUESTIONS,
        ),
        "why": units(
            "What to tell the reason of, whether it is in the plan or not. Changes nothing about the plan.",
            *("python@1", "forecasting"),
            most=MOST_QUESTIONS,
        ),
    }


def check_days_off(members: Mapping[str, Any]) -> None:
    """ValidationError for days off that leave no day of the week."""
    try:
        parse_days_off(members.get("days_off", []))
    except ValueError as error:
        raise ValidationError(f"{error}.", "days_off") from error


def _day_off(word: str) -> None:
    """Refuse what is not a day off; a word that can be read may still leave no day with the others."""
    try:
        parse_days_off([word])
    except ValueError as error:
        raise ValidationError(str(error)) from error


def _described(description: str, *examples: Any) -> dict[str, Any]:
    return {"description": description, **({"examples": list(examples)} if examples else {})}


class LearnerRules(Closed):
    """What holds between the members of a request that say who learns, and how."""

    @validates_schema
    def check_days(self, members: Mapping[str, Any], **kwargs: Any) -> None:
        """ValidationError, by member, for days that are right alone and wrong together."""
        del kwargs
        dated = [name for name in ("deadline", "days_off") if members.get(name)]
        if dated and "start_date" not in members:
            raise ValidationError(f"{' and '.join(dated)} cannot be used without a start date.", "start_date")
        check_days_off(members)


def build_request(members: Mapping[str, Any]) -> PlanRequest:
    """The request that members make; what is left out is as PlanRequest has it."""
    lists = {name: tuple(members[name]) for name in LISTS if name in members}
    days_off = parse_days_off(members.get("days_off", []))
    return PlanRequest(**{**members, **lists, "days_off": days_off})


class PlanRules(LearnerRules):
    """What holds between the members of a request for a plan, and what is made of them."""

    @validates_schema
    def check_goal(self, members: Mapping[str, Any], **kwargs: Any) -> None:
        """ValidationError for a request that leads nowhere."""
        del kwargs
        if not members.get("role") and not members.get("targets"):
            raise ValidationError("A plan needs a role, or targets, or both.", "role")

    @post_load
    def build(self, members: dict[str, Any], **kwargs: Any) -> PlanCall:
        """The request that the members make."""
        del kwargs
        graph, form = members.pop("graph", None), members.pop("format", None)
        return PlanCall(graph, build_request(members), form)


class FormatQuery(Query):
    """The query of a POST for a plan."""

    format = Word(
        FORMAT,
        metadata={"description": "The format of the answer; wins over the `Accept` header.", "examples": ["json"]},
    )

    @post_load
    def pick(self, members: dict[str, Any], **kwargs: Any) -> str | None:
        """The name of the format, if one was asked for."""
        del kwargs
        form: str | None = members.get("format")
        return form


PlanBody = PlanRules.from_dict(dict(plan_members(Flag, Amount, Items)), name="PlanRequest")

PlanQuery = PlanRules.from_dict(
    {**plan_members(WrittenFlag, WrittenAmount, CommaList), "format": FormatQuery().fields["format"]},
    name="PlanQuery",
)
