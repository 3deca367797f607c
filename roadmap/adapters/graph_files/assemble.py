"""The files of a graph put together as one document, and the way back from its parts to file and line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from roadmap.adapters.graph_files.source import SUFFIXES, Source, open_source
from roadmap.adapters.graph_files.yaml_text import TextError
from roadmap.errors import Defect
from roadmap.errors import Path as DocumentPath

SECTIONS = ("skills", "roles")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an item of a section was written: a file, and the path to the item in it."""

    source: Source
    path: DocumentPath


@dataclass(slots=True)
class Assembly:
    """A graph's document, where each skill and role of it came from, and what could not be read at all."""

    document: dict[str, Any] = field(default_factory=dict)
    head: Source | None = None
    origins: dict[str, list[Origin]] = field(default_factory=lambda: {section: [] for section in SECTIONS})
    unreadable: list[Defect] = field(default_factory=list)

    def located(self, defect: Defect) -> Defect:
        """A defect with the file and line of the place it names."""
        section, *inner = defect.path or ("",)
        origins = self.origins.get(str(section), [])
        if inner and isinstance(inner[0], int) and inner[0] < len(origins):
            origin = origins[inner[0]]
            path = (*origin.path, *inner[1:])
            return replace(defect, file=origin.source.name, line=origin.source.line_of(path))
        if self.head is None:
            return defect
        return replace(defect, file=self.head.name, line=self.head.line_of(defect.path))


def assemble(path: Path) -> Assembly:
    """Put a graph together from a folder (`graph.yaml`, `skills/`, `roles/`) or from one file.

    In a folder, each file under `skills` holds a list of skills, and each under `roles` one role or a list.
    OSError if the path, or a folder's graph file, is not there.
    """
    assembly = Assembly()
    head, *others = files_of(path)
    _read_head(assembly, head)
    for file in others:
        name = file.relative_to(path)
        _read_section(assembly, name.parts[0], file, str(name))
    return assembly


def files_of(path: Path) -> list[Path]:
    """The files that a graph is put together from, in that order, the graph file first."""
    if not path.is_dir():
        return [path]
    return [_head_file(path), *(file for section in SECTIONS for file in _files(path / section))]


def _head_file(folder: Path) -> Path:
    files = [folder / f"graph{suffix}" for suffix in SUFFIXES]
    return next((file for file in files if file.is_file()), files[0])


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(file for file in folder.rglob("*") if file.suffix in SUFFIXES and file.is_file())


def _read_head(assembly: Assembly, file: Path) -> None:
    source, value = _read(assembly, file, file.name)
    if source is None:
        return
    if not isinstance(value, dict):
        assembly.unreadable.append(Defect((), file.name, "a graph file holds one mapping", file.name, 1))
        return
    assembly.head = source
    assembly.document.update(value)
    for section in SECTIONS:
        items = value.get(section, [])
        if isinstance(items, list):
            assembly.document[section] = list(items)
            assembly.origins[section] = [Origin(source, (section, n)) for n in range(len(items))]


def _read_section(assembly: Assembly, section: str, file: Path, name: str) -> None:
    source, value = _read(assembly, file, name)
    items = assembly.document.setdefault(section, [])
    if source is None or value is None or not isinstance(items, list):
        return
    if isinstance(value, list):
        items.extend(value)
        assembly.origins[section].extend(Origin(source, (n,)) for n in range(len(value)))
    else:
        items.append(value)
        assembly.origins[section].append(Origin(source, ()))


def _read(assembly: Assembly, file: Path, name: str) -> tuple[Source | None, Any]:
    try:
        source = open_source(file, name)
        return source, source.value
    except TextError as error:
        assembly.unreadable.append(Defect((), name, error.message, name, error.line))
        return None, None
