"""A graph opened from the cache is the graph that was put there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from roadmap.adapters.graph_cache import GraphCache
from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.errors import RoadmapError
from roadmap.planning import Planner
from roadmap.planning.suggestions import search_skills, suggest_units
from tests.building.case import Case
from tests.building.documents import Document
from tests.building.large_graphs import large_cases, large_documents
from tests.building.plans import canonical_dump, compiled
from tests.building.small_graphs import cases, documents


@contextmanager
def kept(made: Document) -> Iterator[tuple[CompiledGraph, CompiledGraph]]:
    """A graph compiled, and the same opened from a cache."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph.json"
        path.write_text(json.dumps(made), encoding="utf-8")
        fresh = compiled(made)
        yield fresh, GraphCache(Path(folder)).compiled(path, lambda _: fresh)


ORDERED = ("skills", "roles", "number", "by_track")
"""The mappings whose order means something."""


def everything(graph: CompiledGraph) -> dict[str, Any]:
    """Every column of a graph as lists and dictionaries."""
    return {
        field.name: _plain(getattr(whole, field.name))
        for whole in (graph.graph, graph)
        for field in fields(whole)
        if field.name != "graph"
    }


def _plain(column: Any) -> Any:
    if isinstance(column, Mapping):
        assert len(column) == len(list(column))
        return {key: _plain(column[key]) for key in column}
    return list(column) if isinstance(column, Sequence | memoryview) and not isinstance(column, str) else column


@given(st.one_of(documents(), large_documents()))
def test_every_column_is_the_same(made: Document) -> None:
    with kept(made) as (fresh, opened):
        assert everything(opened) == everything(fresh)
        for ordered in ("skills", "roles", "number", "by_track"):
            assert list(getattr(opened, ordered)) == list(getattr(fresh, ordered)), ordered


@given(st.one_of(cases(targets=()), large_cases()))
def test_every_plan_is_the_same(case: Case) -> None:
    with kept(case.document) as (fresh, opened):
        assert outcome(fresh, case) == outcome(opened, case)


def outcome(graph: CompiledGraph, case: Case) -> str:
    try:
        return canonical_dump(Planner(graph).build_plan(case.request))
    except RoadmapError as error:
        return repr(error)


WORDS = st.text("abcdeg-k@123\udcff", max_size=6)


@given(documents(), WORDS)
def test_every_search_and_look_up_is_the_same(made: Document, word: str) -> None:
    with kept(made) as (fresh, opened):
        assert search_skills(opened, word) == search_skills(fresh, word)
        assert suggest_units(opened, word) == suggest_units(fresh, word)
        assert opened.find(word) == fresh.find(word)
        assert sorted(opened.names.holding(word)) == sorted(fresh.names.holding(word))
        for column in ("number", "named", "skills", "names"):
            assert (word in getattr(opened, column)) is (word in getattr(fresh, column)), column
