"""A compiled graph laid out in columns.

Skills are numbered by id here, so that an id is found by bisection; `order` tells them as the graph has them. What a
skill says stands as a JSON text of its own, as in the canonical document, and is read when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import orjson

from roadmap.adapters.graph_cache.container import Writer
from roadmap.domain.graph.compiled import CompiledGraph, NumberedChoice, NumberedRequirement
from roadmap.domain.graph.document import skill_document, to_document


def pack(compiled: CompiledGraph, writer: Writer) -> None:
    """Write a compiled graph. Cost: linear in it."""
    ids = sorted(compiled.skills)
    number = {skill: n for n, skill in enumerate(ids)}
    _pack_skills(compiled, ids, number, writer)
    _pack_units(compiled, number, writer)
    _pack_reasons(compiled, writer)
    names = sorted(compiled.names)
    writer.texts("names", map(str.encode, names))
    writer.numbers("names.skill", "I", (number[compiled.names[name]] for name in names))
    writer.texts("head", [orjson.dumps(_head(compiled))])


def _head(compiled: CompiledGraph) -> dict[str, Any]:
    return {
        "graph": to_document(replace(compiled.graph, skills=())),
        "digest": compiled.digest,
        "roles": list(compiled.roles),
        "tracks": list(compiled.by_track),
        "hours": compiled.hours_in_all,
    }


def _pack_skills(compiled: CompiledGraph, ids: list[str], number: Mapping[str, int], writer: Writer) -> None:
    axes = {track.id: track.axes for track in compiled.graph.tracks}
    writer.texts("ids", map(str.encode, ids))
    writer.texts("skills", (orjson.dumps(skill_document(compiled.skills[skill], axes)) for skill in ids))
    writer.rows("skills.units", (compiled.named[skill] for skill in ids))
    writer.numbers("order", "I", (number[skill] for skill in compiled.skills))
    writer.numbers("by_name", "I", (number[skill] for skill in compiled.by_name))
    writer.rows("by_track", ([number[skill] for skill in skills] for skills in compiled.by_track.values()))


def _pack_units(compiled: CompiledGraph, number: Mapping[str, int], writer: Writer) -> None:
    writer.numbers("units.skill", "I", (number[unit.skill.id] for unit in compiled.units))
    writer.numbers("units.level", "I", (unit.skill.levels.index(unit.level) for unit in compiled.units))
    writer.numbers("hours", "Q", compiled.hours)
    writer.numbers("rank", "I", compiled.rank)
    writer.rows("prerequisites", compiled.prerequisites)
    writer.rows("recommended", compiled.recommended)
    writer.rows("dependents", compiled.dependents)
    writer.texts("choices", map(_choices, compiled.choices))


def _pack_reasons(compiled: CompiledGraph, writer: Writer) -> None:
    """The reasons of a unit's edges stand as the edges do; a reason that many edges have is written once."""
    edges: list[dict[int, str]] = [{} for _ in compiled.units]
    for (before, after), why in compiled.reasons.items():
        edges[after][before] = why
    reasons = {why: n for n, why in enumerate(dict.fromkeys(compiled.reasons.values()))}
    writer.rows("edges", edges)
    writer.numbers("edges.why", "I", (reasons[why] for edge in edges for why in edge.values()))
    writer.texts("why", map(str.encode, reasons))


def _choices(choices: Iterable[NumberedChoice]) -> bytes:
    return orjson.dumps(written) if (written := list(map(_written, choices))) else b""


def _written(requirement: NumberedRequirement) -> Any:
    if isinstance(requirement, int):
        return requirement
    return [requirement.count, requirement.why, *map(_written, requirement.options)]
