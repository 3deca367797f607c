"""The files that roadmaps in other people's pages are made of."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, redirect
from werkzeug.wrappers import Response as AnyResponse

from roadmap.web.assets import read_assets, send_asset

files = Blueprint("files", __name__)

WIDGET = read_assets(Path(__file__).parent / "widget")
FRAME = read_assets(Path(__file__).parent / "frame")

LATEST = "public, max-age=300"
"""The address of the newest widget leads to its version for five minutes unasked."""


@files.get("/roadmap.js")
def latest() -> AnyResponse:
    """Lead to the newest version of the widget; what it imports is found beside that."""
    response = redirect(widget_file("roadmap.js"))
    response.headers["Cache-Control"] = LATEST
    return response


@files.get("/<version>/<path:name>")
def asset(version: str, name: str) -> Response:
    """A file of the widget."""
    return send_asset(WIDGET, version, name)


@files.get("/frame/<version>/<path:name>")
def frame_asset(version: str, name: str) -> Response:
    """A file of the page for frames."""
    return send_asset(FRAME, version, name)


def widget_file(name: str) -> str:
    """The address of a file of the widget, as seen from `/embed/`: right under whatever path a proxy puts this."""
    return f"{WIDGET.version}/{name}"


def frame_file(name: str) -> str:
    """The address of a file of the page for frames, as seen from `/embed/`."""
    return f"frame/{FRAME.version}/{name}"
