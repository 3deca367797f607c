"""The roadmap in other people's pages: the widget's files, and a page with it alone for frames."""

from __future__ import annotations

from flask import Blueprint

from roadmap.web.embed.files import FRAME, WIDGET, files
from roadmap.web.embed.page import page

__all__ = ["FRAME", "WIDGET", "embed"]

embed = Blueprint("embed", __name__, url_prefix="/embed")
embed.register_blueprint(files)
embed.register_blueprint(page)
