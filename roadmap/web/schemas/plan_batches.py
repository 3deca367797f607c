"""Plans for many learners: what is asked for, and the lines of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import post_load

from roadmap.web.schemas.catalogue import count
from roadmap.web.schemas.fields import Amount, Answer, Attribute, Closed, Flag, Given, Items, Name, Part
from roadmap.web.schemas.plan_requests import LONGEST_NAME, PlanCall, PlanRules, plan_members
from roadmap.web.schemas.plans import Plan
from roadmap.web.schemas.problems import Problem

MOST_PLANS = 1000

PLAN_BATCH_LINE = "PlanBatchLine"

SIGN = r"[^\x00-\x1f\x7f]"


def _id(description: str) -> Name:
    metadata = {"description": description, "examples": ["learner-17"]}
    return Name(LONGEST_NAME, SIGN, "Must not hold control characters.", metadata=metadata)


class ItemRules(PlanRules):
    """What holds between the members of one request of a batch."""

    @post_load
    def build(self, members: dict[str, Any], **kwargs: Any) -> PlanCall:
        """The request that the members make; the id is the client's affair."""
        members.pop("id", None)
        call: PlanCall = super().build(members, **kwargs)
        return call


PlanBatchItem = ItemRules.from_dict(
    {
        "id": _id("The client's own id for the plan, given back with it. It need not be the only one of its kind."),
        **plan_members(Flag, Amount, Items),
    },
    name="PlanBatchItem",
)

PlanDefaults = Closed.from_dict(dict(plan_members(Flag, Amount, Items)), name="PlanDefaults")


class _Unread(Items):
    """An array whose items are left as they are: each is read, and refused, by itself."""

    def _deserialize(self, value: Any, attr: Attribute, data: Given, **kwargs: Any) -> list[Any]:
        del attr, data, kwargs
        if not isinstance(value, list):
            raise self.make_error("invalid")
        if self.most is not None and len(value) > self.most:
            raise self.make_error("many", most=self.most)
        return value


@dataclass(frozen=True, slots=True)
class BatchCall:
    """The requests of a batch as they were written, and members for those that leave them out."""

    plans: list[Any]
    defaults: Mapping[str, Any]


class PlanBatchRequest(Closed):
    """What plans are asked for, and what their requests share."""

    defaults = Part(
        PlanDefaults,
        metadata={
            "description": "What holds for every plan that does not say otherwise: a member that a plan has is taken "
            "in the place of the one here, lists included.",
        },
    )
    plans = _Unread(
        Part(PlanBatchItem),
        required=True,
        most=MOST_PLANS,
        metadata={"description": "The plans. One that is wrong is answered with a problem in its line."},
    )

    @post_load(pass_original=True)
    def build(self, members: dict[str, Any], original: dict[str, Any], **kwargs: Any) -> BatchCall:
        """The call, with the defaults as they were written: they are read again with each plan."""
        del kwargs
        return BatchCall(members["plans"], original.get("defaults", {}))


class PlanBatchLine(Answer):
    """One line of the answer to a batch: a plan, or a problem."""

    index = count("The place of the plan in the request, from 0.")
    id = _id("The client's own id for the plan, if the request has one.")
    plan = Part(Plan, metadata={"description": "The plan, to the byte what a request for it alone gets."})
    problem = Part(
        Problem,
        metadata={
            "description": "Why there is no plan. A `pointer` leads into the plan's own request, defaults filled in."
        },
    )
