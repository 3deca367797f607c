"""What all pages have in common: their files, their policy, and how they write figures and tracks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, render_template, url_for

from roadmap.domain.graph.model import Graph, Track
from roadmap.domain.skill import LEVEL_NAMES
from roadmap.exporters.svg.look import COLOURS, MARKS
from roadmap.web.answers import HTML, OK
from roadmap.web.assets import read_assets, send_asset
from roadmap.web.policy import nonce, protect
from roadmap.web.service import library

HUNDREDTH = 0.01

USUAL_PACE = 10
"""The hours a week that figures are given for where nobody says otherwise."""

FILES = read_assets(Path(__file__).parent / "assets")

site = Blueprint("site", __name__)


@dataclass(frozen=True, slots=True)
class TrackLook:
    """How a track is drawn on every page: a colour, and a mark on it for those who tell colours apart badly."""

    number: int
    name: str
    colour: str
    mark: str


@site.get("/assets/<version>/<path:name>")
def asset(version: str, name: str) -> Response:
    """A file that pages load."""
    return send_asset(FILES, version, name)


@site.app_template_global()
def file(name: str) -> str:
    """The address of a file that pages load."""
    return url_for("ui.site.asset", version=FILES.version, name=name)


@site.app_template_filter()
def number(value: float) -> str:
    """A number to read: `1,239`, `12.5`."""
    return f"{int(value) if value == int(value) else value:,}"


@site.app_template_filter()
def count(value: float, noun: str) -> str:
    """How many of something: `1 hour`, `2 hours`."""
    return f"{number(value)} {noun}{'' if value == 1 else 's'}"


@site.app_template_filter()
def percent(share: float) -> str:
    """A share, cut: `5 %`, and `under 1 %` for what is more than nothing."""
    return f"{int(share * 100)}\u00a0%" if share >= HUNDREDTH or not share else "under\u00a01\u00a0%"


@site.app_template_filter()
def day(when: date) -> str:
    """A day to read: `4 January 2027`."""
    return f"{when.day} {when:%B} {when.year}"


@site.app_template_filter()
def first_sentence(text: str) -> str:
    """The first sentence of a text."""
    return text.partition(". ")[0].rstrip(".") + "."


@site.app_template_filter()
def further_sentences(text: str) -> str:
    """What follows the first sentence of a text."""
    return text.partition(". ")[2]


@site.app_template_filter()
def weeks_at(hours: float, pace: float) -> int:
    """The weeks that some hours take, the last one counting whole."""
    return ceil(hours / pace)


@site.app_template_global()
def linked(members: Mapping[str, Any]) -> dict[str, str]:
    """Members of a request as a link or an attribute has them; what says nothing is left out."""
    return {name: _written(value) for name, value in members.items() if value not in (None, "", [], ())}


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:g}"
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ",".join(value)


@site.app_template_test()
def web(address: str | None) -> bool:
    """Whether an address may be a link; no other kind is followed from here."""
    return bool(address) and str(address).startswith(("https://", "http://"))


def page(template: str, status: int = OK, *, graph_id: str | None = None, **context: Any) -> Response:
    """A page of the site, about a graph (None: the default one)."""
    html = render_template(
        f"ui/{template}", levels=LEVEL_NAMES, nonce=nonce, graph_id=graph_id, **_about(graph_id), **context
    )
    return protect(Response(html, status, mimetype=HTML), forms=True)


def _about(graph_id: str | None) -> dict[str, Any]:
    """The graph of a page, and how its tracks are drawn."""
    graphs = [planner.compiled.graph for planner in library().planners()]
    graph = next((graph for graph in graphs if graph.id == graph_id), graphs[0] if graphs else None)
    return {"graph": graph, "tracks": dict(_looks(graph)) if graph else {}}


def _looks(graph: Graph) -> Iterator[tuple[str, TrackLook]]:
    for n, track in enumerate(graph.tracks):
        yield track.id, _look(n, track)


def _look(n: int, track: Track) -> TrackLook:
    return TrackLook(n, track.name, COLOURS[n % len(COLOURS)], MARKS[n % len(MARKS)])
