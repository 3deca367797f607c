"""What a ranking of roles is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import fields, post_load, validate, validates_schema

from roadmap.domain.axis import AXES
from roadmap.insights.ranking import TERMS, RankingRequest
from roadmap.insights.ranking.request import HEAVIEST, STRONGEST
from roadmap.web.schemas.fields import Amount, Closed, Flag, Items, Part
from roadmap.web.schemas.plan_requests import MOST_ITEMS, build_request, check_days_off, name_of, plan_members

OF_THE_LEARNER = ("known", "from_roles", "assume_prerequisites", "hours_per_week", "start_date", "deadline", "days_off")
"""The members that a request for a plan has too."""

SAID_OTHERWISE = {
    "hours_per_week": "The hours of study in a week. Without it there are neither weeks nor dates.",
    "start_date": "The first day of study. Today if left out, where a pace, a deadline or days off ask for one.",
    "deadline": "The day to be ready by. A role that does not meet it is ranked lower, and not left out.",
    "days_off": "Days without study. A weekday (`sunday`), a date (`2026-12-25`), or a period of two dates, both "
    "included (`2026-12-24/2027-01-02`).",
}
"""What these members mean where there is no plan to be dated, but roles to be ranked."""


@dataclass(frozen=True, slots=True)
class RankingCall:
    """A request for a ranking, and the graph to rank on (None: the default one)."""

    graph: str | None
    request: RankingRequest


def figures_by_name(
    named: Iterable[tuple[str, str]], least: float, most: float, **kwargs: Any
) -> dict[str, fields.Field[Any]]:
    """A number between two bounds for each name, with its description."""
    return {
        name: Amount(validate=validate.Range(least, most), metadata={"description": description}, **kwargs)
        for name, description in named
    }


Preferences = Closed.from_dict(
    figures_by_name(((axis.name, f"How gladly one does it: {axis.called}.") for axis in AXES), -STRONGEST, STRONGEST),
    name="Preferences",
)
Weights = Closed.from_dict(
    figures_by_name(((term.name, f"{term.summary} Weighs {term.weight} if left out.") for term in TERMS), 0, HEAVIEST),
    name="Weights",
)


class RankingRules(Closed):
    """What holds between the members of a request for a ranking, and what is made of them."""

    @validates_schema
    def check(self, members: Mapping[str, Any], **kwargs: Any) -> None:
        """ValidationError for days off that leave no day of the week."""
        del kwargs
        check_days_off(members)

    @post_load
    def build(self, members: dict[str, Any], **kwargs: Any) -> RankingCall:
        """The request that the members make."""
        del kwargs
        request = RankingRequest(
            learner=build_request({name: members[name] for name in OF_THE_LEARNER if name in members}),
            roles=tuple(members.get("roles", ())),
            preferences=members.get("preferences", {}),
            weights=members.get("weights", {}),
        )
        return RankingCall(members.get("graph"), request)


def _members() -> dict[str, fields.Field[Any]]:
    shared = plan_members(Flag, Amount, Items)
    for name, description in SAID_OTHERWISE.items():
        shared[name].metadata = {**shared[name].metadata, "description": description}
    return {
        "graph": name_of("The graph whose roles to rank; the default graph if left out.", "tech-careers"),
        **{name: shared[name] for name in OF_THE_LEARNER},
        "preferences": Part(
            Preferences, metadata={"description": "By axis, from -1 (rather not) over 0 (all the same) to 1 (gladly)."}
        ),
        "weights": Part(Weights, metadata={"description": "By term, from 0 (leave it aside) to 100."}),
        "roles": Items(
            name_of("A role's id."),
            most=MOST_ITEMS,
            metadata={
                "description": "The roles to rank; all of the graph's if left out or empty.",
                "examples": [["ai-engineer", "ml-engineer"]],
            },
        ),
    }


RankingBody = RankingRules.from_dict(_members(), name="RoleRankingRequest")
