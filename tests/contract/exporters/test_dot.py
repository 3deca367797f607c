"""Graphviz gets boxes, columns and arrows, and nothing else, whatever the texts say. (Graphviz itself: tests/e2e.)"""

from __future__ import annotations

import re

import pytest

from roadmap.domain.plan import PlanRequest
from roadmap.exporters.dot import export
from tests.building.plans import edges, planner
from tests.contract.exporters.hostile import hostile_document

STRING = r'"(?:[^"\\&]|\\[\\"n]|&amp;)*"'
LINE = re.compile(
    rf"""digraph\ plan\ {{|\ \ }}|}}|\ \ subgraph\ stage\d+\ {{|\ \ \ \ rank=same
    |\ \ graph\ \[label={STRING},\ labelloc=t,\ rankdir=LR,\ ranksep=1,\ fontname="sans-serif"\]
    |\ \ node\ \[shape=box,\ style="rounded,filled",\ colorscheme=set312,\ fontname="sans-serif"\]
    |\ \ \ \ {STRING}\ \[label={STRING},\ tooltip={STRING},\ fillcolor=([1-9]|1[0-2])\]
    |\ \ {STRING}\ ->\ {STRING}\ \[tooltip={STRING}\]""",
    re.VERBOSE,
)
EDGE = re.compile(r'^  "(\S+)" -> "(\S+)"', re.MULTILINE)


@pytest.fixture(scope="module")
def hostile():
    return planner(hostile_document()).build_plan(PlanRequest(role="hostile"))


def lines_of(plan):
    return export(plan, {}).decode().removesuffix("\n").split("\n")


def test_every_line_is_one_of_a_few_kinds(plan):
    assert not [line for line in lines_of(plan) if not LINE.fullmatch(line)]


def test_hostile_texts_stay_within_their_strings(hostile):
    assert not [line for line in lines_of(hostile) if not LINE.fullmatch(line)]


def test_arrows_are_the_prerequisites(plan):
    assert set(EDGE.findall(export(plan, {}).decode())) == set(edges(plan.steps).edges)


def test_a_column_holds_the_steps_of_a_stage(plan):
    for part in export(plan, {}).decode().split("  subgraph stage")[1:]:
        stage, steps = int(part.split(" ")[0]), part.split("\n  }")[0]
        assert set(re.findall(r'^    "(\S+)"', steps, re.MULTILINE)) == {
            step.unit for step in plan.steps if step.stage == stage
        }
