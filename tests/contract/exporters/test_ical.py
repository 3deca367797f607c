"""A calendar is valid, says what the plan says, and can be imported again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from roadmap.domain.plan import PlanRequest
from roadmap.domain.text import one_line
from roadmap.exporters.ical import export
from tests.building.documents import document, role, skill, unit
from tests.building.plans import plan as plan_of
from tests.building.plans import planner
from tests.contract.exporters.conftest import REQUESTS
from tests.contract.exporters.hostile import hostile_document

ADDRESS = "https://example.org/v1/plans?role=ml-engineer&known=git,python@1"
START = date(2027, 1, 4)


def entries(plan, links=None):
    calendar = Calendar.from_ical(export(plan, links or {}))
    assert not calendar.errors
    assert not [error for entry in calendar.subcomponents for error in entry.errors]
    return calendar.subcomponents


@pytest.fixture
def dated(careers):
    return careers.build_plan(PlanRequest(**REQUESTS["scheduled"]))


@pytest.fixture
def undated(careers):
    return careers.build_plan(PlanRequest(role="ml-engineer", hours_per_week=10))


def test_a_step_with_dates_is_an_event_of_whole_days(dated):
    events = entries(dated)
    assert {event.name for event in events} == {"VEVENT"}
    for event, step in zip(events, dated.steps, strict=True):
        assert (event.start, event.end) == (step.schedule.start, step.schedule.finish + timedelta(days=1))
        assert type(event.start) is date
        assert event["transp"] == "TRANSPARENT"


def test_a_step_without_dates_is_a_to_do_in_its_place(undated):
    todos = entries(undated)
    assert {todo.name for todo in todos} == {"VTODO"}
    for todo, step in zip(todos, undated.steps, strict=True):
        assert todo["summary"] == f"{step.position}. {step.name} {step.level}"
        assert not {"dtstart", "due", "duration", "status"} & {name.lower() for name in todo}


def test_an_entry_says_what_why_and_by_what(dated):
    tracks = {track.id: track.name for track in dated.compiled.graph.tracks}
    for event, step in zip(entries(dated, {"self": ADDRESS}), dated.steps, strict=True):
        said = str(event["description"]).split("\n")
        assert event["summary"] == f"{step.name} {step.level}"
        assert said[1] == one_line(step.outcome)
        assert step.unit in said[0]
        assert step.reason.chain[0].needed_by in said[2]
        assert [line.rpartition(": ")[2] for line in said[3:]] == [resource.url for resource in step.resources]
        assert event.categories == [tracks[step.track]]
        assert event["url"] == ADDRESS


def test_the_calendar_has_the_name_of_the_goal(dated):
    calendar = Calendar.from_ical(export(dated, {}))
    assert calendar["x-wr-calname"] == calendar["name"] == "Study plan: Machine-learning engineer"


def test_lines_end_and_are_folded_as_the_standard_has_it(plan):
    written = export(plan, {"self": ADDRESS})
    lines = written.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    assert written.count(b"\n") == written.count(b"\r") == len(lines) - 1
    assert all(line.decode() for line in lines[:-1])


def test_an_empty_plan_has_an_entry_because_a_calendar_must(careers):
    [entry] = entries(careers.build_plan(PlanRequest(**REQUESTS["nothing-left"])))
    assert (entry["summary"], entry["status"]) == ("Nothing is left to learn.", "COMPLETED")


def imported(*plans):
    """What a calendar program has after importing plans one after the other: the last entry of each UID."""
    return {str(entry["uid"]): entry for plan in plans for entry in entries(plan)}


def test_importing_again_updates(careers):
    first = careers.build_plan(PlanRequest(role="ml-engineer", hours_per_week=10, start_date=START))
    later = careers.build_plan(PlanRequest(role="ml-engineer", hours_per_week=5, start_date=START + timedelta(7)))
    both = imported(first, later)
    assert len(both) == len(first.steps)
    assert [entry.start for entry in both.values()] == [step.schedule.start for step in later.steps]
    for old, new in zip(entries(first), entries(later), strict=True):
        assert old["sequence"] <= new["sequence"]
        assert old["dtstamp"].dt < new["dtstamp"].dt


def test_what_is_known_by_now_does_not_change_what_the_rest_is_called(careers):
    first = careers.build_plan(PlanRequest(role="ml-engineer"))
    later = careers.build_plan(PlanRequest(role="ml-engineer", known=("python", "git")))
    assert set(imported(later)) < set(imported(first))


@pytest.mark.parametrize("goal", [{"role": "ai-engineer"}, {"targets": ("linear-algebra@2", "sql")}])
def test_another_goal_has_entries_of_its_own(careers, goal):
    one = careers.build_plan(PlanRequest(role="ml-engineer"))
    assert not set(imported(one)) & set(imported(careers.build_plan(PlanRequest(**goal))))


def test_another_graph_has_entries_of_its_own():
    made = document([skill("a")], [role("r", unit("a", "So."))])
    assert not set(imported(plan_of(made, role="r"))) & set(imported(plan_of({**made, "id": "other"}, role="r")))


def test_an_entry_is_stamped_with_the_start_of_its_plan_and_by_no_clock(dated, undated):
    assert {entry["dtstamp"].dt for entry in entries(dated)} == {datetime(2026, 11, 2, tzinfo=UTC)}
    assert {entry["dtstamp"].dt for entry in entries(undated)} == {datetime(1970, 1, 1, tzinfo=UTC)}


def test_hostile_texts_make_no_entries_and_read_back():
    plan = planner(hostile_document()).build_plan(PlanRequest(role="hostile", hours_per_week=10, start_date=START))
    events = entries(plan, {"self": ADDRESS})
    assert [event["summary"] for event in events] == [f"{one_line(step.name)} {step.level}" for step in plan.steps]
    for event, step in zip(events, plan.steps, strict=True):
        assert not event.subcomponents
        assert str(event["description"]).split("\n")[1] == one_line(step.outcome)
