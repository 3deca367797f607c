"""What roles are compared for: the learner's members of a request for a plan, and the roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from marshmallow import RAISE, Schema, fields, post_load

from roadmap.domain.plan import PlanRequest
from roadmap.insights.comparison import FEWEST_ROLES, MOST_ROLES
from roadmap.web.schemas.fields import Amount, Flag, Items
from roadmap.web.schemas.plan_requests import name_of, plan_members

LISTS = ("known", "from_roles", "prefer", "avoid")
LEARNER = (*LISTS, "assume_prerequisites", "include_optional", "strategy", "hours_per_week")
"""The members that say the same as in a request for a plan."""


@dataclass(frozen=True, slots=True)
class ComparisonCall:
    """A request to compare roles: on which graph (None: the default one), which roles, and for whom."""

    graph: str | None
    roles: tuple[str, ...]
    request: PlanRequest


class ComparisonRules(Schema):
    """What is made of the members of a request to compare roles."""

    class Meta:
        """Unknown members are refused."""

        unknown = RAISE

    @post_load
    def build(self, members: dict[str, Any], **kwargs: Any) -> ComparisonCall:
        """The request that the members make; what is left out is as PlanRequest has it."""
        del kwargs
        graph, roles = members.pop("graph", None), members.pop("roles")
        for name in LISTS:
            members[name] = tuple(members.get(name, ()))
        return ComparisonCall(graph, tuple(roles), PlanRequest(**members))


def comparison_members() -> dict[str, fields.Field[Any]]:
    """The members of a request to compare roles."""
    of_plan = plan_members(Flag, Amount, Items)
    roles = Items(
        name_of("A role's id."),
        required=True,
        least=FEWEST_ROLES,
        most=MOST_ROLES,
        distinct=True,
        metadata={
            "description": "The roles to compare. Answers name them in this sequence.",
            "examples": [["ai-engineer", "ml-engineer"]],
        },
    )
    return {"graph": of_plan["graph"], "roles": roles, **{name: of_plan[name] for name in LEARNER}}


ComparisonBody = ComparisonRules.from_dict(comparison_members(), name="ComparisonRequest")
