"""Graphs written to files, to be read back."""

from __future__ import annotations

import json
from pathlib import Path

from roadmap.adapters.graph_files import read_graph
from roadmap.errors import Defect, DefectiveGraphError
from tests.building.documents import Document

HEAD = """\
id: test-graph
name: Test graph
version: "2026.11"
licence: CC-BY-4.0
tracks: [{id: software, name: Software}]
"""

SKILL = "- {id: %s, name: Some skill, track: software, outcome: Use it., hours: %s}\n"


def write_folder(folder: Path, files: dict[str, str | bytes]) -> Path:
    """A folder with some files by name; a name may have folders in it."""
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def write_document(folder: Path, document: Document, name: str = "graph.json") -> Path:
    """A graph as one JSON file."""
    return write_folder(folder, {name: json.dumps(document)}) / name


def defects_of(path: Path) -> tuple[Defect, ...]:
    """The defects of a graph; none if it is sound."""
    try:
        read_graph(path)
    except DefectiveGraphError as error:
        return error.defects
    return ()


def places(path: Path) -> list[tuple[str | None, int | None, str]]:
    """The defects of a graph in short: file, line and subject."""
    return [(defect.file, defect.line, defect.subject) for defect in defects_of(path)]
