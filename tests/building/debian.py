"""Debian's packages as a skill graph: what depends on what, as the package lists of a machine have it.

A package is a skill of one level, a dependency its prerequisite, alternatives (`a | b`, or who provides a virtual
package) a choice, megabytes installed its hours. Versions are left out, and so is what no package here provides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from tests.building.documents import Document, any_of, document, skill, unit

NAME = re.compile(r"\s*([a-z0-9][a-z0-9+.-]*)")
LEAST, MOST = 0.01, 10_000


@dataclass(frozen=True)
class Package:
    """A package: its size in megabytes, and for each dependency the packages any of which will do."""

    name: str
    size: float
    needs: tuple[tuple[str, ...], ...]


def packages(text: str) -> dict[str, Package]:
    """The packages in a list as `apt-cache dumpavail` prints it, by name; of several versions the first."""
    found: dict[str, Mapping[str, str]] = {}
    for fields in map(_fields, text.split("\n\n")):
        if "Package" in fields:
            found.setdefault(fields["Package"], fields)
    provided = defaultdict(set)
    for name, fields in found.items():
        for virtual in _names(fields.get("Provides", ""), ","):
            provided[virtual].add(name)
    return {name: _package(name, fields, found, provided) for name, fields in found.items()}


def _fields(paragraph: str) -> dict[str, str]:
    lines = (line.partition(": ") for line in paragraph.splitlines() if not line.startswith(" "))
    return {name: value for name, _, value in lines}


def _names(text: str, mark: str) -> list[str]:
    return [found[1] for found in map(NAME.match, text.split(mark)) if found]


def _package(
    name: str, fields: Mapping[str, str], real: Mapping[str, object], provided: Mapping[str, set[str]]
) -> Package:
    needs = dict.fromkeys(
        tuple(dict.fromkeys(_providers(alternatives, real, provided)))
        for depends in (fields.get("Pre-Depends", ""), fields.get("Depends", ""))
        for alternatives in depends.split(",")
    )
    size = int(fields.get("Installed-Size", 0)) / 1024
    return Package(name, size, tuple(need for need in needs if need and name not in need))


def _providers(alternatives: str, real: Mapping[str, object], provided: Mapping[str, set[str]]) -> Iterator[str]:
    for name in _names(alternatives, "|"):
        if name in real:
            yield name
        yield from sorted(provided.get(name, ()))


def network(found: Mapping[str, Package]) -> nx.DiGraph:
    """The packages, and an edge to each from everything that one of its dependencies names."""
    graph = nx.DiGraph()
    graph.add_nodes_from(found)
    graph.add_edges_from((other, each.name) for each in found.values() for need in each.needs for other in need)
    return graph


def condensed(found: Mapping[str, Package]) -> dict[str, Package]:
    """Packages that need each other, each by some dependency or alternative, made one, called after the first."""
    groups = list(nx.strongly_connected_components(network(found)))
    group = {name: min(members) for members in groups for name in members}
    return {min(members): _merged(min(members), [found[name] for name in members], group) for members in groups}


def _merged(name: str, members: list[Package], group: Mapping[str, str]) -> Package:
    needs = dict.fromkeys(tuple(sorted({group[other] for other in need})) for each in members for need in each.needs)
    outside = sorted(need for need in needs if name not in need)
    return Package(name, sum(each.size for each in members), tuple(outside))


def graph_of(found: Iterable[Package]) -> Document:
    """A skill graph of packages."""
    made = [_skill(each) for each in found]
    return {**document(made), "id": "debian", "name": "Debian packages", "licence": "CC0-1.0"}


def id_of(name: str) -> str:
    """The id of a package's skill: signs that ids do not have are spelt out."""
    spelt = name.replace("+", "-plus").replace(".", "-dot-")
    return re.sub("-{2,}", "-and-", spelt).strip("-")


def _skill(each: Package) -> Document:
    needs = [_requirement(need) for need in each.needs]
    hours = min(max(round(each.size, 2), LEAST), MOST)
    return {**skill(id_of(each.name), hours, requires=needs), "name": each.name}


def _requirement(need: tuple[str, ...]) -> Document:
    options = [unit(f"{id_of(name)}@1", "A package depends on it.") for name in need]
    return options[0] if len(options) == 1 else any_of(*options, why="A package depends on one of these.")
