"""Mermaid gets a flowchart of steps and prerequisites, and nothing else, whatever the texts say."""

import re

import pytest

from roadmap.domain.plan import PlanRequest
from roadmap.domain.text import one_line
from roadmap.exporters.mermaid import export
from tests.building.plans import planner
from tests.contract.exporters.hostile import hostile_document

LINE = re.compile(
    r"""flowchart\ LR
    |\ \ subgraph\ stage\d+\["Stage\ \d+"\]
    |\ \ end
    |\ \ \ \ s\d+\["[\w\ ]*(\#\d+;[\w\ ]*)*<br/>[\d.,]+\ h"\]
    |\ \ s\d+\ -->\ s\d+""",
    re.VERBOSE,
)
NODE = re.compile(r'^    s(\d+)\["(.*) (\d)<br/>', re.MULTILINE)


def unescaped(label):
    return re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label)


def test_every_line_is_one_of_five_kinds(plan):
    lines = export(plan, {}).decode().removesuffix("\n").split("\n")
    assert lines[0] == "flowchart LR"
    assert not [line for line in lines if not LINE.fullmatch(line)]


def test_boxes_are_the_steps_and_arrows_their_prerequisites(plan):
    text = export(plan, {}).decode()
    position = {step.unit: step.position for step in plan.steps}
    assert {(int(n), unescaped(label)) for n, label, _ in NODE.findall(text)} == {
        (step.position, step.name) for step in plan.steps
    }
    assert {tuple(map(int, arrow)) for arrow in re.findall(r"s(\d+) --> s(\d+)", text)} == {
        (position[before.unit], step.position)
        for step in plan.steps
        for before in step.requires
        if before.unit in position
    }


def test_stages_hold_their_steps(plan):
    for part in export(plan, {}).decode().split("  subgraph stage")[1:]:
        stage, steps = int(part.split("[")[0]), part.split("\n  end")[0]
        assert {int(n) for n, _, _ in NODE.findall(steps)} == {
            step.position for step in plan.steps if step.stage == stage
        }


@pytest.fixture(scope="module")
def hostile():
    return planner(hostile_document()).build_plan(PlanRequest(role="hostile"))


def test_hostile_names_are_one_label_each(hostile):
    lines = export(hostile, {}).decode().removesuffix("\n").split("\n")
    assert not [line for line in lines if not LINE.fullmatch(line)]


def test_hostile_names_read_back_the_same(hostile):
    labels = {int(n): unescaped(label) for n, label, _ in NODE.findall(export(hostile, {}).decode())}
    for step in hostile.steps:
        assert labels[step.position].replace("\u2060", "") == one_line(step.name)
