"""Plans to write in every format."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmap.adapters.graph_files import read_graph
from roadmap.domain.days_off import parse_days_off
from roadmap.domain.graph.compiled import compile_graph
from roadmap.domain.plan import PlanRequest
from roadmap.exporters import EXPORTERS, Exporter
from roadmap.planning import Planner
from roadmap.planning.plan import Plan

CAREERS = Path(__file__).parents[2] / "graphs" / "careers"

REQUESTS: dict[str, dict[str, Any]] = {
    "from-nothing": {"role": "ml-engineer"},
    "scheduled": {
        "role": "ml-engineer",
        "known": ("python@1", "git"),
        "include_optional": True,
        "avoid": ("aws",),
        "hours_per_week": 7.5,
        "start_date": date(2026, 11, 2),
        "deadline": date(2027, 3, 1),
        "days_off": parse_days_off(["sunday", "2026-12-24/2027-01-02"]),
    },
    "targets": {"targets": ("linear-algebra@2", "sql"), "strategy": "foundations-first", "hours_per_week": 10},
    "nothing-left": {"role": "software-engineer", "from_roles": ("software-engineer",), "hours_per_week": 10},
}


@pytest.fixture(scope="session")
def careers() -> Planner:
    """A planner of the example graph."""
    return Planner(compile_graph(read_graph(CAREERS)))


@pytest.fixture(params=REQUESTS)
def request_name(request: pytest.FixtureRequest) -> str:
    """The name of one of the requests."""
    return request.param


@pytest.fixture
def plan(careers: Planner, request_name: str) -> Plan:
    """A plan of each kind."""
    return careers.build_plan(PlanRequest(**REQUESTS[request_name]))


@pytest.fixture(params=EXPORTERS, ids=lambda exporter: exporter.name)
def exporter(request: pytest.FixtureRequest) -> Exporter:
    """Each of the formats."""
    return request.param
