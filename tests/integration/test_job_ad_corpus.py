"""Adverts in many styles, labelled by hand, and how well they are read on the shipped graph.

The labels say what a careful reader takes an advert to ask for, whatever words it uses; those of skills that the graph
no longer has are passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from roadmap.adapters.graph_files import read_graph
from roadmap.adapters.shipped import shipped_graph
from roadmap.domain.graph.compiled import CompiledGraph, compile_graph
from roadmap.insights.adverts.reading import AdvertReader, AdvertReading
from roadmap.planning import Planner

ADVERTS = Path(__file__).parents[1] / "adverts"
PRECISION, RECALL = 0.95, 0.90
RIGHT_ROLE, RIGHT_LEVEL, RIGHT_IMPORTANCE = 0.90, 0.90, 0.95


@dataclass(frozen=True)
class Read:
    """An advert with its labels, and what is read in it."""

    name: str
    label: dict[str, Any]
    reading: AdvertReading

    @property
    def wanted(self) -> dict[str, dict[str, Any]]:
        """The skills that the advert asks for."""
        return {skill: how or {} for skill, how in self.label["skills"].items() if skill in compiled().skills}

    @property
    def found(self) -> set[str]:
        """The skills that are read in it."""
        return {demand.skill.id for demand in self.reading.demands}


@cache
def compiled() -> CompiledGraph:
    return compile_graph(read_graph(shipped_graph()))


@cache
def adverts() -> tuple[Read, ...]:
    reader = AdvertReader(Planner(compiled()))
    labels = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(ADVERTS.glob("*.yaml"))}
    return tuple(Read(name, label, reader.read(label["text"], label["title"] or "")) for name, label in labels.items())


def share(right: int, of: int) -> float:
    return right / of


def said() -> Iterator[tuple[dict[str, Any], Any]]:
    """Each skill that was rightly found: its label, and what was read of it."""
    for advert in adverts():
        for demand in advert.reading.demands:
            if demand.skill.id in advert.wanted:
                yield advert.wanted[demand.skill.id], demand


def test_there_are_adverts_enough_for_each_role_and_with_misleading_titles() -> None:
    roles = Counter(advert.label["role"] for advert in adverts() if not advert.label["misleading"])
    assert len(adverts()) >= 60
    assert set(roles) == set(compiled().roles)
    assert min(roles.values()) >= 4
    assert sum(advert.label["misleading"] for advert in adverts()) >= 10


def test_what_is_found_is_asked_for() -> None:
    found = sum(len(advert.found) for advert in adverts())
    wrong = {advert.name: sorted(advert.found - advert.wanted.keys()) for advert in adverts()}
    assert share(found - sum(map(len, wrong.values())), found) >= PRECISION, wrong


def test_what_is_asked_for_is_found() -> None:
    wanted = sum(len(advert.wanted) for advert in adverts())
    missed = {advert.name: sorted(advert.wanted.keys() - advert.found) for advert in adverts()}
    assert share(wanted - sum(map(len, missed.values())), wanted) >= RECALL, missed


def test_the_role_described_comes_first() -> None:
    first = {advert.name: advert.reading.roles[0].role.id for advert in adverts()}
    right = sum(first[advert.name] == advert.label["role"] for advert in adverts())
    assert share(right, len(adverts())) >= RIGHT_ROLE, first


def test_every_misleading_title_is_told_and_no_honest_one() -> None:
    told = {advert.name for advert in adverts() if advert.reading.described_role is not None}
    assert told == {advert.name for advert in adverts() if advert.label["misleading"]}


def test_levels_are_as_the_words_say() -> None:
    levels = [(how["level"], demand) for how, demand in said() if "level" in how]
    right = sum(min(level, demand.skill.levels[-1].number) == demand.level for level, demand in levels)
    assert share(right, len(levels)) >= RIGHT_LEVEL


def test_what_would_be_nice_is_told_from_what_must_be() -> None:
    told = [(how.get("importance") == "optional", demand.wished) for how, demand in said()]
    assert share(sum(label == wished for label, wished in told), len(told)) >= RIGHT_IMPORTANCE


def test_alternatives_are_read_as_such() -> None:
    wanted = {(advert.name, frozenset(choice)) for advert in adverts() for choice in advert.label.get("choices") or ()}
    found = {(advert.name, frozenset(choice)) for advert in adverts() for choice in advert.reading.choices}
    assert share(len(wanted & found), len(wanted)) >= RIGHT_LEVEL, wanted - found


@pytest.mark.parametrize("name", ["ai-engineer-01", "misleading-01"])
def test_evidence_lies_in_the_text(name: str) -> None:
    advert = next(advert for advert in adverts() if advert.name == name)
    for demand in advert.reading.demands:
        for mention in demand.mentions:
            start, end = advert.reading.words[mention.first][0], advert.reading.words[mention.end - 1][1]
            assert advert.reading.source.given[slice(*advert.reading.source.span(start, end))]
