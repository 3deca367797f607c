"""What makes a graph unusable: found all at once, each with the place in the document it stands at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

import networkx as nx

from roadmap.domain.graph.document import Document, full_reference, levels_of, top_levels
from roadmap.domain.graph.order import canonical_order
from roadmap.domain.skill import unit_id
from roadmap.errors import Defect, Path

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """One reference from a unit or role to a unit, somewhere in its requirements or recommendations."""

    path: Path
    owner: str
    target: str


def find_defects(document: Document, unreadable: Collection[str] = ()) -> list[Defect]:
    """Every defect in the meaning of a document whose structure is right (or was cut out and is None).

    `unreadable` are the units and roles that exist but whose structure was cut out: references to them stand.
    Time and memory are linear in the document.
    """
    links = list(_links(document))
    return [
        *_duplicates(document),
        *_unknown_tracks(document),
        *_level_gaps(document, unreadable),
        *_bad_choices(document),
        *_dangling(document, links, unreadable),
        *_dangling_roles(document, unreadable),
        *_cycles(document, links),
    ]


def _skills(document: Document) -> Iterator[tuple[Path, Document]]:
    for position, skill in enumerate(document.get("skills", ())):
        if skill:
            yield ("skills", position), skill


def _levels(document: Document) -> Iterator[tuple[Path, str, Document]]:
    for path, skill in _skills(document):
        for number, level in levels_of(skill).items():
            if level:
                inner = ("levels", number) if "levels" in skill else ()
                yield (*path, *inner), unit_id(skill["id"], int(number)), level


def _roles(document: Document) -> Iterator[tuple[Path, Document]]:
    for position, role in enumerate(document.get("roles", ())):
        if role:
            yield ("roles", position), role


def _duplicates(document: Document) -> Iterator[Defect]:
    for section in ("tracks", "skills", "roles"):
        items = [(position, item) for position, item in enumerate(document.get(section, ())) if item]
        count = Counter(item["id"] for _, item in items)
        seen: set[str] = set()
        for position, item in items:
            if count[item["id"]] > 1 and item["id"] in seen:
                yield Defect((section, position, "id"), item["id"], f"this id is used by another of the {section}")
            seen.add(item["id"])


def _unknown_tracks(document: Document) -> Iterator[Defect]:
    tracks = {track["id"] for track in document.get("tracks", ()) if track}
    for path, skill in _skills(document):
        track = skill.get("track")
        if track is not None and track not in tracks:
            yield Defect((*path, "track"), skill["id"], f"there is no track {track!r}")


def _level_gaps(document: Document, unreadable: Collection[str]) -> Iterator[Defect]:
    for path, skill in _skills(document):
        numbers = sorted(map(int, levels_of(skill)))
        if numbers != list(range(1, len(numbers) + 1)) and skill["id"] not in unreadable:
            have = ", ".join(map(str, numbers))
            yield Defect((*path, "levels"), skill["id"], f"levels must run from 1 without a gap, but are {have}")


def _requirement_lists(document: Document) -> Iterator[tuple[Path, str, Any]]:
    for path, unit, level in _levels(document):
        yield (*path, "requires"), unit, level.get("requires", ())
        yield (*path, "recommends"), unit, level.get("recommends", ())
    for path, role in _roles(document):
        for member in ("essential", "optional"):
            yield (*path, member), role["id"], role.get(member, ())


def _items(path: Path, items: Any) -> Iterator[tuple[Path, Any]]:
    """Every requirement under a list, the options of choices too, with its place."""
    for position, item in enumerate(items):
        if item:
            yield (*path, position), item
            if isinstance(item, Mapping) and "any_of" in item:
                yield from _items((*path, position, "any_of"), item["any_of"])


def _bad_choices(document: Document) -> Iterator[Defect]:
    tops = top_levels(document)
    for path, owner, items in _requirement_lists(document):
        for place, item in _items(path, items):
            if isinstance(item, Mapping) and "any_of" in item:
                yield from _bad_choice(place, owner, item, tops)


def _bad_choice(path: Path, owner: str, choice: Document, tops: Mapping[str, int]) -> Iterator[Defect]:
    options, count = choice["any_of"], choice.get("count", 1)
    if len(options) < count:
        yield Defect(path, owner, f"a choice of {count} needs at least {count} options, but has {len(options)}")
    named = (_unit_named(option) for option in options if option)
    names = Counter(full_reference(name, tops) for name in named if name is not None)
    for name, times in names.items():
        if times > 1:
            yield Defect(path, owner, f"the option {name} is given {times} times")


def _unit_named(item: Any) -> str | None:
    if isinstance(item, str):
        return item
    name: str | None = item.get("unit")
    return name


def _links(document: Document) -> Iterator[Link]:
    tops = top_levels(document)
    for path, owner, items in _requirement_lists(document):
        for place, item in _items(path, items):
            name = _unit_named(item)
            if name is not None:
                yield Link(place, owner, full_reference(name, tops))


def _dangling(document: Document, links: list[Link], unreadable: Collection[str]) -> Iterator[Defect]:
    units = {unit for _, unit, _ in _levels(document)}.union(unreadable)
    for link in links:
        if link.target not in units and link.target.partition("@")[0] not in units:
            yield Defect(link.path, link.owner, f"there is no unit {link.target}")


def _dangling_roles(document: Document, unreadable: Collection[str]) -> Iterator[Defect]:
    roles = {role["id"] for _, role in _roles(document)}.union(unreadable)
    for path, role in _roles(document):
        parents = [role["specialism_of"]] if "specialism_of" in role else []
        for name in (*parents, *role.get("background", ())):
            if name not in roles:
                yield Defect(path, role["id"], f"there is no role {name}")


def _cycles(document: Document, links: list[Link]) -> Iterator[Defect]:
    """One actual cycle of each strongly connected component, over every kind of edge together."""
    paths = {unit: path for path, unit, _ in _levels(document)}
    edges: list[Edge] = [(link.target, link.owner) for link in links if link.owner in paths]
    for unit in paths:
        skill, _, number = unit.partition("@")
        edges.append((unit_id(skill, int(number) - 1), unit))
    graph: nx.DiGraph[str] = nx.DiGraph(_tangled(edges))
    for component in nx.strongly_connected_components(graph):
        start = min(component)
        if len(component) > 1 or graph.has_edge(start, start):
            cycle = [before for before, _ in nx.find_cycle(graph.subgraph(component), start)]
            where = next(unit for unit in cycle if unit in paths)
            yield Defect(paths[where], where, f"a cycle of prerequisites: {' → '.join([*cycle, cycle[0]])}")


def _tangled(edges: list[Edge]) -> list[Edge]:
    """The edges left when all that can be put in order is taken away: none, in a graph without cycles."""
    number: dict[str, int] = {unit: n for n, unit in enumerate(dict.fromkeys(chain.from_iterable(edges)))}
    before: list[list[int]] = [[] for _ in number]
    for below, above in edges:
        before[number[above]].append(number[below])
    if len(sound := set(canonical_order(before))) == len(number):
        return []
    return [(below, above) for below, above in edges if not sound & {number[below], number[above]}]
