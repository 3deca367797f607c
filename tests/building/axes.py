"""Graphs whose hours count for axes: the graph of careers, and small ones from hypothesis."""

from __future__ import annotations

import copy
from functools import cache

from flask import Flask
from hypothesis import strategies as st

from roadmap.adapters.graph_files import read_graph
from roadmap.adapters.graph_shelf import GraphShelf
from roadmap.domain.axis import AXIS_NAMES
from roadmap.domain.graph.document import from_document, to_document
from roadmap.planning import Planner
from roadmap.web.app import create_app
from tests.building.documents import Document
from tests.building.plans import planner
from tests.building.small_graphs import documents
from tests.building.web import CAREERS, LIMITS, FixedClock

OF_CAREERS = {
    "mathematics": ["mathematics"],
    "software": ["systems"],
    "cloud": ["systems"],
    "generative-ai": ["product"],
    "large-language-models": ["research", "product"],
}
"""The axes of tracks and of a skill, which the graph of careers itself leaves open."""


@cache
def leaning_careers() -> Planner:
    """A planner on the graph of careers with axes."""
    made = to_document(read_graph(CAREERS))
    for item in (*made["tracks"], *made["skills"]):
        if item["id"] in OF_CAREERS:
            item["axes"] = OF_CAREERS[item["id"]]
    return planner(made)


def leaning_app() -> Flask:
    """A service that serves it."""
    return create_app(GraphShelf([leaning_careers()]), LIMITS, None, FixedClock())


some_axes = st.lists(st.sampled_from(AXIS_NAMES), unique=True, max_size=3)


@st.composite
def leaning_documents(draw: st.DrawFn) -> Document:
    """Small graphs whose tracks and skills count for some axes, or for none."""
    made = copy.deepcopy(draw(documents()))
    for item in (*made["tracks"], *made["skills"]):
        if draw(st.booleans()):
            item["axes"] = draw(some_axes)
    from_document(made)
    return made
