"""`/embed/{role}`: a roadmap alone, for frames. Complete without a script, as a list."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from flask import Blueprint, Response, render_template, request

from roadmap.services.catalogue import find_role
from roadmap.services.marks import find_marked
from roadmap.services.plans import plan_with_answers
from roadmap.web.answers import HTML
from roadmap.web.api.plans import plan_links
from roadmap.web.arguments import read_arguments
from roadmap.web.embed.files import frame_file, widget_file
from roadmap.web.frames import frame_address
from roadmap.web.policy import protect
from roadmap.web.previews import preview_of
from roadmap.web.refusals import InvalidRequestError
from roadmap.web.schemas.embed_requests import EMBED_PARAMETERS, EmbedCall, EmbedQuery
from roadmap.web.service import address, library_with, other_origins

page = Blueprint("page", __name__)

KEPT_BY_PAGE = {"theme", "lang", "parent_origin"}
"""The parameters that the page around the frame sets, and nothing that happens in it changes."""

CHANGED = ",".join(name for name in EMBED_PARAMETERS if name not in KEPT_BY_PAGE)
"""The parameters that follow what the learner does."""

FILES = {"widget_file": widget_file, "frame_file": frame_file}


@page.get("/<role_id>")
def show_roadmap(role_id: str) -> Response:
    """The page."""
    call: EmbedCall = read_arguments(EmbedQuery, request)
    _check_parent(call.parent_origin)
    planner = library_with(call.graph).planner(call.graph)
    find_role(planner, role_id)
    plan = plan_with_answers(planner, call.plan(role_id))
    html = render_template(
        "embed.html",
        plan=plan,
        links=plan_links(call.graph, plan.request),
        marked=find_marked(planner, call.marks),
        preview=preview_of(call.graph, role_id, frame_address(role_id, call)),
        attributes=list(_attributes(role_id, call)),
        call=call,
        changed=CHANGED,
        **FILES,
    )
    return Response(html, mimetype=HTML)


@page.after_request
def allow_frames(response: Response) -> Response:
    """Let the page into frames, and what is answered in its place too: whoever sets it up is told what is wrong."""
    return protect(response, framed_by=other_origins().may_embed)


def _check_parent(origin: str | None) -> None:
    """InvalidRequestError for an origin that may not have the page in a frame, and so is told nothing either."""
    if origin is None or origin in other_origins().may_embed or origin == _own_origin():
        return
    refused = "Is not among the origins that may have this service in frames (ROADMAP_EMBED_ORIGINS)."
    raise InvalidRequestError("query", {"parent_origin": [refused]}, {})


def _own_origin() -> str:
    own = urlsplit(address("/"))
    return f"{own.scheme}://{own.netloc}"


def _attributes(role_id: str, call: EmbedCall) -> Iterator[tuple[str, str]]:
    """What the element is told: the parameters, by the names that attributes have."""
    yield "role-id", role_id
    for name, value in call.parameters:
        yield name.replace("_", "-"), value
