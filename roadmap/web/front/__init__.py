"""What stands in front of the app: every request passes here first, and every answer last."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Flask

from roadmap.services.library import GraphSource
from roadmap.web.front.kept_answers import KeptAnswers
from roadmap.web.front.observed import Observed, Observer


def stand_in_front(app: Flask, graphs: GraphSource, most_kept: int, observers: Iterable[Observer]) -> None:
    """Have the requests to an app observed, and up to so many bytes of its answers kept (0: none)."""
    kept = KeptAnswers(app.wsgi_app, graphs, most_kept) if most_kept else app.wsgi_app
    app.wsgi_app = Observed(kept, observers)  # type: ignore[method-assign]  # as Flask has it done
