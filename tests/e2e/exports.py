"""Plans for other programs to read: one as it comes, and one in which every text means something to some format."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask.testing import FlaskClient

from roadmap.adapters.graph_shelf import GraphShelf
from roadmap.domain.plan import PlanRequest
from roadmap.exporters import BY_NAME
from roadmap.planning.plan import Plan
from roadmap.web.app import create_app
from tests.building.plans import planner
from tests.building.web import LIMITS, FixedClock
from tests.contract.exporters.hostile import hostile_document

DATED = {"hours_per_week": 10, "start_date": date(2027, 1, 4)}


def hostile_plan(**request: Any) -> Plan:
    """The plan whose steps bear the hostile names."""
    return planner(hostile_document()).build_plan(PlanRequest(role="hostile", **request))


def hostile_service() -> FlaskClient:
    """The service of the graph with the hostile names."""
    library = GraphShelf([planner(hostile_document())])
    return create_app(library, LIMITS, None, FixedClock()).test_client()


def written(plan: Plan, format_name: str) -> bytes:
    """A plan in a format, with no links."""
    return BY_NAME[format_name].export(plan, {})
