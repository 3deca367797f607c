"""The prepared bytes of JSON are those of the whole plan written at once."""

import dataclasses
import json

import orjson
import pytest
from hypothesis import given

from roadmap.domain.plan import PlanRequest
from roadmap.exporters.json import export
from tests.building.documents import document, role, skill, unit
from tests.building.plans import plan as plan_of
from tests.building.small_graphs import Case, cases

LINKS = {"self": "https://example.org/v1/plans?role=ml-engineer"}


def assembled(plan, links):
    """Everything in the plan's JSON, put together from its values alone."""
    graph = plan.compiled.graph
    return {
        "graph": {"id": graph.id, "version": graph.version, "digest": plan.compiled.digest},
        "role": None if plan.role is None else {"id": plan.role.id, "name": plan.role.name},
        "targets": list(plan.targets),
        "strategy": plan.request.strategy,
        "summary": dataclasses.asdict(plan.summary),
        "steps": [step_members(step) for step in plan.steps],
        "choices": [dataclasses.asdict(choice) for choice in plan.choices],
        "ready_now": list(plan.ready_now),
        "known": dataclasses.asdict(plan.known),
        "critical_path": list(plan.critical_path),
        "what_if": plan.what_if and dataclasses.asdict(plan.what_if),
        "why": [dataclasses.asdict(explanation) for explanation in plan.why],
        "links": links,
    }


STEP_MEMBERS = (
    *("position", "unit", "skill", "level", "name", "track", "outcome", "hours", "hours_before", "stage"),
    *("delay_factor", "schedule", "importance", "reason", "requires", "unlocks", "blocking_factor", "resources"),
)


def step_members(step):
    members = dataclasses.asdict(step)
    assert set(members) == set(STEP_MEMBERS)
    return {name: members[name] for name in STEP_MEMBERS}


def test_the_bytes_are_those_of_the_whole(plan):
    assert export(plan, LINKS) == orjson.dumps(assembled(plan, LINKS))


@given(cases(hours_per_week=2.5, prefer=(), avoid=()))
def test_the_bytes_are_those_of_the_whole_on_any_graph(case: Case):
    plan = plan_of(case.document, **{f.name: getattr(case.request, f.name) for f in dataclasses.fields(PlanRequest)})
    assert export(plan, {}) == orjson.dumps(assembled(plan, {}))


@pytest.mark.parametrize("hours_per_week", [None, 0.3, 168])
@pytest.mark.parametrize("hours", [0.01, 0.25, 1 / 3, 99.99, 4999.5, 5000, 10_000])
def test_hours_may_be_fractions_and_many(hours, hours_per_week):
    names = [f"skill-{n}" for n in range(4)]
    skills = [skill(name, hours) for name in names]
    many = document(skills, [role("r", *(unit(name, "So.") for name in names))])
    plan = plan_of(many, role="r", hours_per_week=hours_per_week)
    written = export(plan, {})
    assert written == orjson.dumps(assembled(plan, {}))
    assert json.loads(written)["summary"]["hours"] == pytest.approx(4 * round(hours, 2))
