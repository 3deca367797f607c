"""`/`: choose a role, or one of the ways to find out which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response

from roadmap.services.role_portraits import RolePortrait, role_portraits
from roadmap.web.answers import OK
from roadmap.web.schemas.fields import Amount, Closed, Flag, Items
from roadmap.web.schemas.plan_requests import plan_members
from roadmap.web.service import library_with
from roadmap.web.ui.form import asked_in_query, load, picked
from roadmap.web.ui.problem_page import attempt
from roadmap.web.ui.site import USUAL_PACE, page

home = Blueprint("home", __name__)

ASKED = ("graph", "hours_per_week")

PaceForm = Closed.from_dict(picked(plan_members(Flag, Amount, Items), ASKED), name="PaceForm")


@dataclass(frozen=True, slots=True)
class Group:
    """Some roles to choose from: the special cases of a role, or those that are none (`of` is None)."""

    of: RolePortrait | None
    roles: tuple[RolePortrait, ...]


@home.get("/")
def show() -> Response:
    """The way in."""
    members = asked_in_query(ASKED)
    asked, trouble = attempt(lambda: load(PaceForm, members))
    graph_id = (asked or {}).get("graph")
    portraits = sorted(role_portraits(library_with(graph_id), graph_id), key=lambda portrait: portrait.role.hours)
    return page(
        "home.html",
        trouble.status if trouble else OK,
        graph_id=graph_id,
        groups=list(_groups(portraits)),
        pace=(asked or {}).get("hours_per_week", USUAL_PACE),
        trouble=trouble,
    )


def _groups(portraits: Sequence[RolePortrait]) -> Iterator[Group]:
    """The roles that stand for themselves, and then those of each role that has specialisms."""
    special = {portrait.role.specialism_of for portrait in portraits} - {None}
    yield Group(None, tuple(portrait for portrait in portraits if portrait.role.specialism_of is None))
    for parent in portraits:
        if parent.role.id in special:
            yield Group(parent, tuple(one for one in portraits if one.role.specialism_of == parent.role.id))
