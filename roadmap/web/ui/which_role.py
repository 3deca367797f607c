"""`/which-role`: questions, and the roles in the order that the answers put them in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response

from roadmap.domain.axis import AXES, AXIS_NAMES, Axis
from roadmap.insights.ranking import TERMS, RoleRankings
from roadmap.services.catalogue import list_roles
from roadmap.services.rankings import rank_roles
from roadmap.web.answers import OK
from roadmap.web.schemas.ranking_requests import RankingBody, RankingCall
from roadmap.web.service import clock, library, library_with
from roadmap.web.ui.chips import chips
from roadmap.web.ui.form import PACE, asked_in_query, load, picked
from roadmap.web.ui.problem_page import attempt
from roadmap.web.ui.site import USUAL_PACE, page

which_role = Blueprint("which_role", __name__)

DATES = ("start_date", "deadline")

ANSWERS = ((-1, "Much less"), (-0.5, "Less"), (0, "No matter"), (0.5, "More"), (1, "Much more"))
"""How much of something one would like, as numbers of the API."""

FIRST = 3
"""How many roles are shown at once."""

EXAMPLES = {
    "mathematics": "Linear algebra, probability and statistics: worked through by hand, not only looked up.",
    "research": "Reading papers, trying ideas that mostly fail, and measuring why.",
    "product": "Features that people use soon, and changes every week by what they do with them.",
    "systems": "Services, pipelines and tools that others build on, and that must not fall over.",
    "hardware": "Chips, memory and clocks: what a model runs on.",
    "people": "Finding out what others need, explaining, agreeing, presenting.",
}
"""What an axis means in the work of a week."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question about one axis: what it is called, what it means, and the answer given (0 where there is none)."""

    axis: Axis
    example: str
    answer: float


@which_role.get("/which-role")
def show() -> Response:
    """The questions, or the ranking that the answers make."""
    members = asked_in_query(("graph", *PACE, *DATES, *AXIS_NAMES))
    answers, trouble = attempt(lambda: _rankings(members))
    graph_id = members.get("graph")
    return page(
        "which_role.html",
        trouble.status if trouble else OK,
        graph_id=graph_id,
        members=members,
        questions=[Question(axis, EXAMPLES.get(axis.name, ""), members.get(axis.name, 0)) for axis in AXES],
        answers=ANSWERS,
        terms={term.name: term.summary for term in TERMS},
        ranked=answers,
        shown=FIRST,
        learner=picked(members, ("graph", *PACE)),
        roles=list_roles(library(), None if trouble else graph_id),
        known=chips(graph_id, members.get("known", [])),
        pace=USUAL_PACE,
        trouble=trouble,
    )


def _rankings(members: Mapping[str, Any]) -> RoleRankings | None:
    """The ranking for some answers; None where nothing is answered."""
    preferences = picked(members, AXIS_NAMES)
    asked = {**picked(members, ("graph", *PACE, *DATES)), **({"preferences": preferences} if preferences else {})}
    if not asked.keys() - {"graph"}:
        return None
    call: RankingCall = load(RankingBody, asked)
    return rank_roles(library_with(call.graph), call.graph, call.request, clock())
