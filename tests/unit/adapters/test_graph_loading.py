"""Graphs read and compiled: what that leaves behind in the process."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import suppress

import pytest

from roadmap.adapters.graph_shelf import load_graph
from roadmap.errors import DefectiveGraphError
from tests.unit.adapters.folders import write_folder


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize("switch", [gc.enable, gc.disable])
@pytest.mark.parametrize("content", [None, "id: no-more-than-an-id"])
def test_the_garbage_collector_is_left_as_it_was_whatever_is_loaded(careers, tmp_path, content, switch):
    path = careers if content is None else write_folder(tmp_path, {"graph.yaml": content}) / "graph.yaml"
    switch()
    before = gc.isenabled()
    with suppress(DefectiveGraphError):
        load_graph(path)
    assert gc.isenabled() is before
