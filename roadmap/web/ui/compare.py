"""`/compare`: what roles share, what each alone needs, and when to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response

from roadmap.insights.comparison import FEWEST_ROLES, MOST_ROLES, Comparison
from roadmap.insights.comparison.answer import PartOfRoles
from roadmap.services.catalogue import list_roles
from roadmap.services.comparisons import compare_roles
from roadmap.services.spoken_skills import spoken
from roadmap.web.answers import OK
from roadmap.web.schemas.comparison_requests import ComparisonBody, ComparisonCall
from roadmap.web.service import library, library_with
from roadmap.web.ui.chips import chips
from roadmap.web.ui.form import PACE, asked_in_query, load, picked
from roadmap.web.ui.problem_page import attempt
from roadmap.web.ui.site import page
from roadmap.web.ui.venn import Venn, venn

compare = Blueprint("compare", __name__)

CIRCLES = 2
"""How many roles are drawn as circles: more of them cannot be, with areas to scale."""


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part of the hedged plan: whose it is in words, and its units by name."""

    part: PartOfRoles
    title: str
    units: tuple[str, ...]


@compare.get("/compare")
def show() -> Response:
    """Roles side by side, or the form that asks which."""
    members = asked_in_query(("graph", "roles", *PACE))
    graph_id = members.get("graph")
    compared, trouble = attempt(lambda: _comparison(members))
    roles = list_roles(library(), None if trouble else graph_id)
    return page(
        "compare.html",
        trouble.status if trouble else OK,
        graph_id=graph_id,
        members=members,
        compared=compared,
        names={role.id: role.name for role in roles},
        parts=_parts(compared, graph_id) if compared else [],
        circles=_circles(compared) if compared else None,
        learner=picked(members, ("graph", *PACE)),
        roles=roles,
        bounds=(FEWEST_ROLES, MOST_ROLES),
        known=chips(graph_id, members.get("known", [])),
        trouble=trouble,
    )


def _comparison(members: Mapping[str, Any]) -> Comparison | None:
    """The comparison asked for; None where no roles are named."""
    if "roles" not in members:
        return None
    call: ComparisonCall = load(ComparisonBody, members)
    return compare_roles(library_with(call.graph), call.graph, call.roles, call.request)


def _parts(compared: Comparison, graph_id: str | None) -> list[PartShown]:
    return [
        PartShown(part, _title(part, compared), tuple(spoken(library(), graph_id, unit) for unit in part.units))
        for part in compared.parts
    ]


def _title(part: PartOfRoles, compared: Comparison) -> str:
    names = {role.id: role.name for role in compared.roles}
    if len(part.roles) == len(names):
        return "Both" if len(names) == CIRCLES else "All"
    if len(part.roles) == 1:
        return f"Only {names[part.roles[0]]}"
    return " and ".join(names[role] for role in part.roles)


def _circles(compared: Comparison) -> Venn | None:
    """The circles of two roles that both have something to learn."""
    if len(compared.roles) != CIRCLES or not all(role.hedged_hours for role in compared.roles):
        return None
    one, other = (role.hedged_hours for role in compared.roles)
    shared = sum(part.hours for part in compared.parts if len(part.roles) == CIRCLES)
    return venn(one, other, shared)
