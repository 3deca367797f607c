"""The roadmap in other people's pages: the widget's files, and what goes with them."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, redirect, url_for
from werkzeug.wrappers import Response as AnyResponse

from roadmap.web.assets import read_assets, send_asset

embed = Blueprint("embed", __name__, url_prefix="/embed")

WIDGET = read_assets(Path(__file__).parent / "widget")

LATEST = "public, max-age=300"
"""The address of the newest widget leads to its version for five minutes unasked."""


@embed.get("/roadmap.js")
def latest() -> AnyResponse:
    """Lead to the newest version of the widget; what it imports is found beside that."""
    response = redirect(url_for("embed.asset", version=WIDGET.version, name="roadmap.js"))
    response.headers["Cache-Control"] = LATEST
    return response


@embed.get("/<version>/<path:name>")
def asset(version: str, name: str) -> Response:
    """A file of the widget."""
    return send_asset(WIDGET, version, name)
