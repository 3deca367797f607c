"""`/healthz` and `/readyz`: for whoever watches the service."""

from __future__ import annotations

from flask import Response

from roadmap.services.catalogue import list_graphs
from roadmap.web.answers import UNKEPT, answer
from roadmap.web.operation import operation, resource
from roadmap.web.refusals import NotReadyError
from roadmap.web.schemas.health import Alive, Ready
from roadmap.web.service import library, outdated

health = resource("health", "For whoever watches the service.")


@operation(health, "/healthz", "getHealth", Alive, query=None, problems=[406])
def get_health() -> Response:
    """Ask whether the process answers

    For the probe that restarts what hangs.
    """
    return _unkept(answer({"state": "alive"}))


@operation(health, "/readyz", "getReadiness", Ready, query=None, problems=[406, 503])
def get_readiness() -> Response:
    """Ask whether the service can plan

    For the probe that decides whether requests are sent here: yes, once the graphs are loaded.

    A graph whose files have changed to what cannot be served does not take that away.
    """
    graphs = [graph.id for graph in list_graphs(library())]
    if not graphs:
        raise NotReadyError
    return _unkept(answer({"state": "ready", "graphs": graphs, "outdated": list(outdated())}))


def _unkept(response: Response) -> Response:
    response.headers["Cache-Control"] = UNKEPT
    return response
