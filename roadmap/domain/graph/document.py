"""A graph's document form: the plain structure of its JSON, in both directions, and the digest made of it.

The canonical document has sorted ids, every level written out and every default left out, so that two ways of
writing one graph have one digest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from roadmap.domain.axis import in_order
from roadmap.domain.graph.model import Graph, Track
from roadmap.domain.requirement import Choice, Recommendation, Requirement, UnitRequirement
from roadmap.domain.role import Fact, Role, RoleId, Source
from roadmap.domain.skill import Alias, Level, Resource, Skill, SkillId, from_hours, to_hours, unit_id

Document = Mapping[str, Any]

LEVEL_MEMBERS = ("outcome", "hours", "requires", "recommends", "resources")


def levels_of(skill: Document) -> Mapping[str, Document]:
    """The levels of a skill's document by number; a skill without levels has one, written in the skill itself."""
    if "levels" in skill:
        levels: Mapping[str, Document] = skill["levels"]
        return levels
    return {"1": {member: skill[member] for member in LEVEL_MEMBERS if member in skill}}


def top_levels(document: Document) -> dict[str, int]:
    """The highest level of each skill, which a reference to the skill without a level stands for."""
    return {
        skill["id"]: max(map(int, levels), default=1)
        for skill in document.get("skills", ())
        if skill and (levels := levels_of(skill)) is not None
    }


def full_reference(reference: str, tops: Mapping[str, int]) -> str:
    """A reference with its level: a bare skill id stands for all its levels, so for the highest.

    >>> full_reference("python", {"python": 3})
    'python@3'
    """
    return reference if "@" in reference or reference not in tops else unit_id(reference, tops[reference])


def from_document(document: Document) -> Graph:
    """Read a graph's document. It must be free of defects (`find_defects`); parts that are None are left out."""
    tops = top_levels(document)
    tracks = tuple(Track(track["id"], track["name"], in_order(track.get("axes", ()))) for track in document["tracks"])
    axes = {track.id: track.axes for track in tracks}
    return Graph(
        id=document["id"],
        name=document["name"],
        version=document["version"],
        licence=document["licence"],
        summary=document.get("summary", ""),
        tracks=tracks,
        skills=tuple(skill_of(skill, axes, tops) for skill in document["skills"] if skill),
        roles=tuple(_role(role, tops) for role in document.get("roles", ()) if role),
    )


def skill_of(
    skill: Document, axes: Mapping[str, tuple[str, ...]], tops: Mapping[str, int] = MappingProxyType({})
) -> Skill:
    """Read a skill's document. `axes` are those of the tracks; `tops` (`top_levels`) need not be given where every
    reference has its level, as in a canonical document."""
    levels = sorted((int(number), level) for number, level in levels_of(skill).items() if level)
    return Skill(
        id=SkillId(skill["id"]),
        name=skill["name"],
        track=skill["track"],
        summary=skill.get("summary", ""),
        levels=tuple(_level(number, level, tops) for number, level in levels),
        aliases=_aliases(skill),
        axes=in_order(skill["axes"]) if "axes" in skill else axes[skill["track"]],
    )


def _level(number: int, level: Document, tops: Mapping[str, int]) -> Level:
    return Level(
        number=number,
        outcome=level["outcome"],
        hours=to_hours(level["hours"]),
        requires=_requirements(level.get("requires", ()), tops),
        recommends=tuple(
            Recommendation(full_reference(soft["unit"], tops), soft.get("why", ""))
            for soft in level.get("recommends", ())
            if soft
        ),
        resources=tuple(Resource(**resource) for resource in level.get("resources", ()) if resource),
    )


def _role(role: Document, tops: Mapping[str, int]) -> Role:
    return Role(
        id=RoleId(role["id"]),
        name=role["name"],
        summary=role.get("summary", ""),
        essential=_requirements(role.get("essential", ()), tops),
        optional=_requirements(role.get("optional", ()), tops),
        aliases=_aliases(role),
        specialism_of=role.get("specialism_of"),
        background=tuple(role.get("background", ())),
        facts=tuple(_fact(fact) for fact in role.get("facts", ()) if fact),
    )


def _fact(fact: Document) -> Fact:
    return Fact(**{**fact, "source": Source(**fact["source"])})


def _aliases(owner: Document) -> tuple[Alias, ...]:
    return tuple(
        Alias(alias) if isinstance(alias, str) else Alias(alias["text"], alias.get("ambiguous", False))
        for alias in owner.get("aliases", ())
        if alias
    )


def _requirements(items: Sequence[Any], tops: Mapping[str, int]) -> tuple[Requirement, ...]:
    return tuple(_requirement(item, tops) for item in items if item)


def _requirement(item: Any, tops: Mapping[str, int]) -> Requirement:
    if isinstance(item, str):
        return UnitRequirement(full_reference(item, tops), "")
    if "any_of" in item:
        options = _requirements(item["any_of"], tops)
        return Choice(options, int(item.get("count", 1)), item.get("why", ""))
    return UnitRequirement(full_reference(item["unit"], tops), item.get("why", ""))


def to_document(graph: Graph) -> dict[str, Any]:
    """The canonical document of a graph: reading it back gives an equal graph in canonical order."""
    axes = {track.id: track.axes for track in graph.tracks}
    return {
        "id": graph.id,
        "name": graph.name,
        "version": graph.version,
        "licence": graph.licence,
        **_unless_empty(summary=graph.summary),
        "tracks": [_track_document(track) for track in graph.tracks],
        "skills": [skill_document(skill, axes) for skill in sorted(graph.skills, key=lambda skill: skill.id)],
        "roles": [_role_document(role) for role in sorted(graph.roles, key=lambda role: role.id)],
    }


def canonical_json(graph: Graph) -> str:
    """The canonical document as JSON with sorted keys and no white space (in the manner of RFC 8785)."""
    return json.dumps(to_document(graph), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest(graph: Graph) -> str:
    """SHA-256 of the canonical JSON in UTF-8, in hexadecimal."""
    return hashlib.sha256(canonical_json(graph).encode()).hexdigest()


def _track_document(track: Track) -> dict[str, Any]:
    return {"id": track.id, "name": track.name, **_unless_empty(axes=list(track.axes))}


def skill_document(skill: Skill, axes: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """A skill as the canonical document has it; `axes` are those of the tracks."""
    return {
        "id": skill.id,
        "name": skill.name,
        "track": skill.track,
        **({} if skill.axes == axes[skill.track] else {"axes": list(skill.axes)}),
        **_unless_empty(summary=skill.summary, aliases=_alias_documents(skill.aliases)),
        "levels": {str(level.number): _level_document(level) for level in skill.levels},
    }


def _level_document(level: Level) -> dict[str, Any]:
    return {
        "outcome": level.outcome,
        "hours": from_hours(level.hours),
        **_unless_empty(
            requires=[_requirement_document(requirement) for requirement in level.requires],
            recommends=[_unit_document(soft.unit, soft.why) for soft in level.recommends],
            resources=[
                {"title": resource.title, "url": resource.url, "kind": resource.kind, "free": resource.free}
                for resource in level.resources
            ],
        ),
    }


def _role_document(role: Role) -> dict[str, Any]:
    return {
        "id": role.id,
        "name": role.name,
        **_unless_empty(
            summary=role.summary,
            aliases=_alias_documents(role.aliases),
            specialism_of=role.specialism_of,
            background=list(role.background),
            essential=[_requirement_document(requirement) for requirement in role.essential],
            optional=[_requirement_document(requirement) for requirement in role.optional],
            facts=[_fact_document(fact) for fact in role.facts],
        ),
    }


def _fact_document(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "statement": fact.statement,
        "source": {"title": fact.source.title, **_unless_empty(url=fact.source.url)},
        **_unless_empty(region=fact.region, date=fact.date),
    }


def _requirement_document(requirement: Requirement) -> dict[str, Any]:
    if isinstance(requirement, UnitRequirement):
        return _unit_document(requirement.unit, requirement.why)
    return {
        "any_of": [_requirement_document(option) for option in requirement.options],
        **({"count": requirement.count} if requirement.count != 1 else {}),
        **_unless_empty(why=requirement.why),
    }


def _unit_document(unit: str, why: str) -> dict[str, Any]:
    return {"unit": unit, **_unless_empty(why=why)}


def _alias_documents(aliases: Sequence[Alias]) -> list[Any]:
    return [{"text": alias.text, "ambiguous": True} if alias.ambiguous else alias.text for alias in aliases]


def _unless_empty(**members: Any) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value}
