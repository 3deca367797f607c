"""Making a plan, and the query that asks for the same plan again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from roadmap.domain.plan import JUST_IN_TIME, PlanRequest
from roadmap.insights.what_if import what_if
from roadmap.insights.why import explain
from roadmap.planning import Planner
from roadmap.planning.plan import Plan
from roadmap.services.library import GraphLibrary


def make_plan(library: GraphLibrary, graph_id: str | None, request: PlanRequest) -> Plan:
    """The plan for a request on a graph (None: the default one), with answers to what the request asks besides.

    Raises GraphNotFoundError and everything `Planner.build_plan` does.
    """
    return plan_with_answers(library.planner(graph_id), request)


def plan_with_answers(planner: Planner, request: PlanRequest) -> Plan:
    """The plan that a planner makes for a request, with answers to what the request asks besides."""
    plan = planner.build_plan(request)
    if not request.what_if and not request.why:
        return plan
    return replace(plan, what_if=what_if(planner, plan), why=explain(planner, plan))


def permalink_query(graph_id: str | None, request: PlanRequest) -> list[tuple[str, str]]:
    """A request as query parameters: sorted, without repetition, defaults left out, so equal requests are equal.

    What is asked besides keeps its order, as the answers do.
    """
    return [(name, value) for name, value in _parameters(graph_id, request) if value]


def _parameters(graph_id: str | None, request: PlanRequest) -> Iterator[tuple[str, str]]:
    yield "graph", graph_id or ""
    yield "role", request.role or ""
    yield "targets", _joined(request.targets)
    yield "known", _joined(request.known)
    yield "from_roles", _joined(request.from_roles)
    yield "assume_prerequisites", "" if request.assume_prerequisites else "false"
    yield "include_optional", "true" if request.include_optional else ""
    yield "prefer", _joined(request.prefer)
    yield "avoid", _joined(request.avoid)
    yield "strategy", "" if request.strategy == JUST_IN_TIME else request.strategy
    yield "hours_per_week", "" if request.hours_per_week is None else _number(request.hours_per_week)
    yield "start_date", str(request.start_date or "")
    yield "deadline", str(request.deadline or "")
    yield "days_off", str(request.days_off)
    yield "what_if", ",".join(dict.fromkeys(request.what_if))
    yield "why", ",".join(dict.fromkeys(request.why))


def _joined(words: Sequence[str]) -> str:
    return ",".join(sorted(set(words)))


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
