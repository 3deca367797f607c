"""GraphML and node-link JSON: networkx reads the same graph back."""

from __future__ import annotations

import json
from io import BytesIO
from xml.etree import ElementTree

import networkx as nx
import pytest

from roadmap.domain.plan import PlanRequest
from roadmap.domain.text import legible
from roadmap.exporters import graphml, node_link
from tests.building.plans import edges, planner
from tests.contract.exporters.hostile import hostile_document

LINKS = {"self": "https://example.org/v1/plans?role=ml-engineer&known=git,python", "csv": "https://example.org/x"}
KEY = "{http://graphml.graphdrawing.org/xmlns}key"


def from_graphml(plan):
    return nx.read_graphml(BytesIO(graphml.export(plan, LINKS)))


def from_node_link(plan):
    return nx.node_link_graph(json.loads(node_link.export(plan, LINKS)), edges="edges")


READERS = pytest.mark.parametrize("read", [from_graphml, from_node_link])


@READERS
def test_nodes_are_the_steps_in_order_with_their_figures(plan, read):
    nodes = read(plan).nodes
    assert list(nodes) == [step.unit for step in plan.steps]
    for node, step in zip(nodes.values(), plan.steps, strict=True):
        members = ("position", "skill", "level", "name", "track", "hours", "hours_before", "stage", "importance")
        assert [node[member] for member in members] == [getattr(step, member) for member in members]
        assert (node["blocking_factor"], node["delay_factor"]) == (step.blocking_factor, step.delay_factor)
        schedule = step.schedule
        assert node.get("week") == (schedule and schedule.week)
        assert node.get("start") == (schedule and schedule.start and str(schedule.start))
        assert node.get("finish") == (schedule and schedule.finish and str(schedule.finish))


@READERS
def test_edges_are_the_prerequisites_with_their_reasons(plan, read):
    network = read(plan)
    assert network.is_directed()
    assert set(network.edges) == set(edges(plan.steps).edges)
    for step in plan.steps:
        for before in step.requires:
            if before.unit in network:
                assert network.edges[before.unit, step.unit]["why"] == before.why


@READERS
def test_the_whole_says_what_it_is(plan, read):
    about = read(plan).graph
    assert about["title"] == plan.title
    assert about["digest"] == plan.compiled.digest
    assert about["licence"] == plan.compiled.graph.licence
    assert about["self"] == LINKS["self"]
    assert "csv" not in about


def test_each_attribute_of_graphml_has_one_type(plan):
    keys = [
        (key.get("for"), key.get("attr.name")) for key in ElementTree.fromstring(graphml.export(plan, LINKS)).iter(KEY)
    ]
    assert len(keys) == len(set(keys))


@pytest.fixture(scope="module")
def hostile():
    return planner(hostile_document()).build_plan(PlanRequest(role="hostile"))


def test_node_link_keeps_every_text_as_it_is(hostile):
    nodes = from_node_link(hostile).nodes
    assert [(node["name"], node["outcome"]) for node in nodes.values()] == [
        (step.name, step.outcome) for step in hostile.steps
    ]


def test_graphml_keeps_every_text_that_xml_can_hold(hostile):
    nodes = from_graphml(hostile).nodes
    assert [(node["name"], node["outcome"]) for node in nodes.values()] == [
        (legible(step.name), legible(step.outcome)) for step in hostile.steps
    ]
