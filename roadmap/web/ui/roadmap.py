"""`/roadmap`: a plan to read, to change and to keep by its address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response

from roadmap.exporters import EXPORTERS
from roadmap.planning.ordering import STRATEGIES
from roadmap.planning.plan import Plan
from roadmap.services.catalogue import list_roles
from roadmap.services.plans import make_plan
from roadmap.web.answers import OK
from roadmap.web.api.plans import plan_links
from roadmap.web.embed.files import widget_file
from roadmap.web.frames import FRAMES, PAGE
from roadmap.web.previews import Preview, preview_of
from roadmap.web.schemas.plan_requests import PlanBody, PlanCall
from roadmap.web.service import library, library_with, link
from roadmap.web.ui.chips import chips
from roadmap.web.ui.form import asked_in_query, load, picked
from roadmap.web.ui.problem_page import attempt
from roadmap.web.ui.site import linked, page
from roadmap.web.ui.snippets import attributes, element_snippet, frame_snippet

roadmap = Blueprint("roadmap", __name__)

ASKED = ("graph", "role", "targets", "known", "from_roles", "assume_prerequisites", "include_optional", "prefer",
         "avoid", "strategy", "hours_per_week", "start_date", "deadline", "days_off")  # fmt: skip
"""What a plan is asked for."""

SHOWN = ("in_progress", "skipped", "show_known", "view")
"""What is said of how it is shown, and not asked of the planner."""

IN_FORM = ("role", "known", "from_roles", "hours_per_week", "start_date", "strategy", "include_optional", *SHOWN)
"""What the form has fields for; the rest goes with it unseen."""

FORMATS = {
    "html": "Page to print",
    "svg": "Picture (SVG)",
    "png": "Picture (PNG)",
    "ical": "Calendar",
    "markdown": "Markdown",
    "csv": "Table (CSV)",
    "json": "JSON",
    "mermaid": "Mermaid",
    "dot": "Graphviz",
    "graphml": "GraphML",
    "node_link": "Node-link JSON",
}
"""What formats are called here, what people read first; one that is not named is called by its own name."""


@roadmap.get(PAGE)
def show() -> Response:
    """The roadmap that the address asks for, or the form that asks for one."""
    members = asked_in_query((*ASKED, *SHOWN))
    plan, trouble = attempt(lambda: _plan(picked(members, ASKED)))
    graph_id = members.get("graph")
    title = plan.title if plan else ""
    shared = members if plan else {}
    return page(
        "roadmap.html",
        trouble.status if trouble else OK,
        graph_id=graph_id,
        members=members,
        unseen=[(name, value) for name, value in members.items() if name not in IN_FORM],
        plan=plan,
        trouble=trouble,
        roles=list_roles(library(), None if trouble else graph_id),
        strategies=STRATEGIES,
        known=chips(graph_id, members.get("known", [])),
        attributes=attributes(shared),
        preview=_preview(members) if plan else None,
        widget=f"{FRAMES}{widget_file('roadmap.js')}",
        element=element_snippet(shared),
        frame=frame_snippet(shared, f"Roadmap: {title}"),
        downloads=_downloads(plan, graph_id),
    )


def _plan(members: Mapping[str, Any]) -> Plan | None:
    """The plan asked for; None where nothing says where it is to lead."""
    if not members.keys() & {"role", "targets"}:
        return None
    call: PlanCall = load(PlanBody, members)
    return make_plan(library_with(call.graph), call.graph, call.request)


def _preview(members: Mapping[str, Any]) -> Preview | None:
    """What is told of the page where it is shared; None for a plan that leads to no role."""
    if "role" not in members:
        return None
    return preview_of(members.get("graph"), members["role"], link(PAGE, list(linked(members).items())))


def _downloads(plan: Plan | None, graph_id: str | None) -> list[tuple[str, str, str]]:
    """The formats of a plan: name, what it is called, address."""
    if plan is None:
        return []
    links = plan_links(graph_id, plan.request)
    names = [*FORMATS, *(exporter.name for exporter in EXPORTERS if exporter.name not in FORMATS)]
    return [(name, FORMATS.get(name, name), links[name]) for name in names if name in links]
