"""A graph from its files: assembled, checked in structure and in meaning, and refused whole if anything is wrong."""

from __future__ import annotations

from pathlib import Path

from roadmap.adapters.graph_files.assemble import Assembly, assemble
from roadmap.adapters.graph_files.structure import cut_out, structural_defects
from roadmap.adapters.shipped import schema_folder
from roadmap.domain.graph.defects import find_defects
from roadmap.domain.graph.document import from_document
from roadmap.domain.graph.model import Graph
from roadmap.errors import Defect, DefectiveGraphError


def read_graph(path: Path) -> Graph:
    """The graph in a folder or file (YAML or JSON). DefectiveGraphError carries every defect, with file and line;
    OSError if there is nothing to read."""
    assembly = assemble(path)
    defects = [*assembly.unreadable, *_defects(assembly)]
    if defects:
        raise DefectiveGraphError(str(path), sorted(defects, key=_place))
    return from_document(assembly.document)


def _defects(assembly: Assembly) -> list[Defect]:
    if assembly.head is None or not assembly.document:
        return []
    structural = structural_defects(assembly.document, schema_folder())
    remains = cut_out(assembly.document, structural)
    # A file that could not be read may hold what the others refer to, so its absence is not held against them.
    look_closer = remains.whole and not assembly.unreadable
    meaning = find_defects(assembly.document, remains.unreadable) if look_closer else []
    return [assembly.located(defect) for defect in (*structural, *meaning)]


def _place(defect: Defect) -> tuple[str, int]:
    return defect.file or "", defect.line or 0
