"""`/cards/{role}.svg` and `.png`: the picture of a role, for wherever a link to it is shared."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from flask import Blueprint, Response, abort, request

from roadmap.domain.plan import PlanRequest
from roadmap.exporters import png
from roadmap.exporters.svg import STYLE
from roadmap.exporters.svg.role_card import HEIGHT, WIDTH, draw_role_card
from roadmap.planning import Planner
from roadmap.services.catalogue import find_role
from roadmap.services.plans import plan_with_answers
from roadmap.web.arguments import read_arguments
from roadmap.web.policy import sealed_policy
from roadmap.web.schemas.catalogue import GraphQuery
from roadmap.web.service import library_with

cards = Blueprint("cards", __name__, url_prefix="/cards")

SVG, PNG = "svg", "png"
MEDIA_TYPES = {SVG: "image/svg+xml", **({PNG: "image/png"} if png.AVAILABLE else {})}
SIZE = (WIDTH, HEIGHT)

MOST_KEPT = 64
"""Pictures, of some 45 KB each; one takes a tenth of a second to draw."""

Key = tuple[str, str, str]


@dataclass(slots=True)
class Kept:
    """The pictures drawn last, by the graph's digest, the role and the form."""

    pictures: OrderedDict[Key, bytes] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def get(self, key: Key, draw: Callable[[], bytes]) -> bytes:
        """A picture, drawn if it is not there. It is drawn outside the lock: no one waits for another's."""
        with self.lock:
            if key in self.pictures:
                self.pictures.move_to_end(key)
                return self.pictures[key]
        picture = draw()
        with self.lock:
            self.pictures[key] = picture
            while len(self.pictures) > MOST_KEPT:
                self.pictures.popitem(last=False)
        return picture


KEPT = Kept()


@cards.get("/<role_id>.<form>")
def show_card(role_id: str, form: str) -> Response:
    """The card of a role: SVG, or PNG where its extra is installed."""
    graph: str | None = read_arguments(GraphQuery, request)
    if form not in MEDIA_TYPES:
        abort(404)
    planner = library_with(graph).planner(graph)
    find_role(planner, role_id)
    picture = KEPT.get((planner.compiled.digest, role_id, form), lambda: _drawn(planner, role_id, form))
    response = Response(picture, mimetype=MEDIA_TYPES[form])
    response.headers["Content-Security-Policy"] = sealed_policy(STYLE if form == SVG else "")
    return response


def _drawn(planner: Planner, role_id: str, form: str) -> bytes:
    svg = draw_role_card(plan_with_answers(planner, PlanRequest(role=role_id)))
    return png.rasterised(svg.decode()) if form == PNG else svg
