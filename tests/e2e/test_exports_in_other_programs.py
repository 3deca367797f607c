"""Other programs read plans: Graphviz draws DOT, ical.js reads calendars."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from roadmap.domain.text import one_line
from roadmap.planning.plan import Plan
from tests.building.plans import edges
from tests.e2e.exports import DATED, hostile_plan, written
from tests.e2e.programs import needed

SVG = "{http://www.w3.org/2000/svg}"


def piped(given: bytes, *command: str | Path, folder: Path | None = None) -> bytes:
    """What a program makes of what it is given; it must succeed, without a warning."""
    done = subprocess.run(list(map(str, command)), input=given, capture_output=True, check=False, cwd=folder)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout


@pytest.fixture(scope="module")
def plan() -> Plan:
    return hostile_plan()


def test_graphviz_reads_the_steps_and_their_prerequisites(plan: Plan) -> None:
    read = json.loads(piped(written(plan, "dot"), needed("dot"), "-Tjson"))
    names = {item["_gvid"]: item["name"] for item in read["objects"] if "nodes" not in item}
    assert sorted(names.values()) == sorted(plan.unit_ids)
    assert {(names[edge["tail"]], names[edge["head"]]) for edge in read["edges"]} == set(edges(plan.steps).edges)


def test_graphviz_shows_hostile_names_as_they_are_and_links_to_nothing(plan: Plan) -> None:
    drawn = ElementTree.fromstring(piped(written(plan, "dot"), needed("dot"), "-Tsvg"))
    shown = {}
    for node in drawn.iter(f"{SVG}g"):
        if node.get("class") == "node":
            shown[node.find(f"{SVG}title").text] = one_line(node.find(f".//{SVG}text").text)
    assert shown == {step.unit: one_line(f"{step.name} {step.level}") for step in plan.steps}
    hrefs = [value for element in drawn.iter() for name, value in element.attrib.items() if "href" in name]
    assert not hrefs
    assert not list(drawn.iter(f"{SVG}image"))


@pytest.mark.xdist_group("readers")
@pytest.mark.parametrize("request_members", [{}, DATED], ids=["to-dos", "events"])
def test_ical_js_reads_hostile_names_as_they_are(readers: Path, request_members: dict[str, Any]) -> None:
    plan = hostile_plan(**request_members)
    read = json.loads(piped(written(plan, "ical"), needed("node"), "read_calendar.js", folder=readers))
    assert len({entry["uid"] for entry in read["entries"]}) == len(read["entries"]) == len(plan.steps)
    for entry, step in zip(read["entries"], plan.steps, strict=True):
        number = "" if request_members else f"{step.position}. "
        assert entry["summary"] == f"{number}{one_line(step.name)} {step.level}"
        assert entry["description"].split("\n")[1] == one_line(step.outcome)
        assert entry["inner"] == 0
        if step.schedule:
            assert (entry["kind"], entry["dtstart"]) == ("vevent", str(step.schedule.start))
        else:
            assert (entry["kind"], "dtstart" in entry) == ("vtodo", False)
