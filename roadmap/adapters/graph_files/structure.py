"""The structure of a graph's document against its JSON Schema, and what is left when the wrong parts are cut out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from roadmap.domain.skill import unit_id
from roadmap.errors import Defect
from roadmap.errors import Path as DocumentPath

SCHEMA = "graph.schema.json"

PARTS = {
    "skills": ({"levels"}, {"requires", "recommends", "resources", "aliases", "axes"}),
    "roles": (set[str](), {"essential", "optional", "facts", "aliases"}),
}
"""For each section, the members whose values can be cut out one by one, by name and by list position."""

LONGEST_MESSAGE = 300

VITAL = ("id", "unit", "any_of")
"""The members without which the thing they belong to means nothing; any other can be left out alone."""


@dataclass(frozen=True, slots=True)
class Remains:
    """What is sound of a document: `unreadable` are the ids of units, skills and roles with parts cut out;
    `whole` is False when too much is wrong for its meaning to be looked at."""

    unreadable: frozenset[str]
    whole: bool


@cache
def _validator(schemas: Path) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for((schemas / SCHEMA).read_text(encoding="utf-8"))


def structural_defects(document: dict[str, Any], schemas: Path) -> list[Defect]:
    """Everything in a document that its JSON Schema does not allow."""
    return [
        Defect(path, _subject(document, path), shorten(error.message))
        for error in _validator(schemas).iter_errors(document)
        for path in _paths(document, error)
    ]


def cut_out(document: dict[str, Any], defects: Iterable[Defect]) -> Remains:
    """Take out the smallest parts that the defects stand in, and say what they belonged to.

    Items of lists become None, so that the others keep their positions.
    """
    unreadable: set[str] = set()
    whole = True
    for defect in defects:
        section, *rest = defect.path or ("",)
        if section not in PARTS or not rest:
            whole = whole and (section not in ("", "tracks", *PARTS) or "axes" in rest)  # nothing refers to axes
            continue
        unreadable.update(_owners(document, defect.path) if _loses_units(defect.path) else ())
        _cut(document, defect.path)
    return Remains(frozenset(unreadable), whole)


def shorten(message: str) -> str:
    """A message without the middle of a value that is long, however much of the document that is."""
    half = LONGEST_MESSAGE // 2
    return message if len(message) <= LONGEST_MESSAGE else f"{message[:half]} … {message[-half:]}"


def _paths(document: dict[str, Any], error: jsonschema_rs.ValidationError) -> Iterator[DocumentPath]:
    """Where a defect stands: at the member that is missing or unexpected, if it is about one."""
    path = _as_written(document, error.instance_path)
    if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.AdditionalProperties):
        yield from ((*path, name) for name in error.kind.unexpected)
    elif isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Required):
        yield (*path, str(error.kind.property))
    else:
        yield path


def _as_written(document: dict[str, Any], path: Iterable[str | int]) -> DocumentPath:
    """The validator's path, in which a name that looks like a number (a level's) has become one."""
    parts: list[str | int] = []
    item: Any = document
    for part in path:
        parts.append(str(part) if isinstance(item, dict) else part)
        item = item[parts[-1]]
    return tuple(parts)


def _item(document: dict[str, Any], path: DocumentPath) -> Any:
    item: Any = document
    for part in path:
        try:
            item = item[part]
        except (KeyError, IndexError, TypeError):
            return None
    return item


def _subject(document: dict[str, Any], path: DocumentPath) -> str:
    """The unit, skill or role that a path is about, or the name of the member."""
    owners = sorted(_owners(document, path), key=len)
    return owners[-1] if owners else "/".join(map(str, path)) or "graph"


def _owners(document: dict[str, Any], path: DocumentPath) -> Iterator[str]:
    item = _item(document, path[:2])
    if path[:1] and path[0] in PARTS and isinstance(item, dict) and isinstance(item.get("id"), str):
        member, number = (*map(str, path[2:4]), "", "")[:2]
        if member == "levels" and number.isdecimal():
            yield unit_id(item["id"], int(number))
        else:
            yield item["id"]


def _smallest_part(path: DocumentPath) -> DocumentPath:
    """The path of the smallest part around a defect that a document can do without."""
    by_name, by_position = PARTS[str(path[0])]
    end = 2
    for n in range(2, len(path) - 1):
        if path[n] in by_name or (path[n] in by_position and isinstance(path[n + 1], int)):
            end = n + 2
    return path[:end]


def _loses_units(path: DocumentPath) -> bool:
    """Whether cutting out what a path names takes units or roles with it that others may refer to."""
    return path[-1] in ("levels", "id") or len(_smallest_part(path)) == len(path)


def _cut(document: dict[str, Any], path: DocumentPath) -> None:
    if isinstance(path[-1], str) and path[-1] not in VITAL and not path[-1].isdecimal():
        _drop(_item(document, path[:-1]), path[-1])
    else:
        part = _smallest_part(path)
        container = _item(document, part[:-1])
        if container is not None:
            container[part[-1]] = None


def _drop(container: Any, member: str) -> None:
    if isinstance(container, dict):
        container.pop(member, None)
