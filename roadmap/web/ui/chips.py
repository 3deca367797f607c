"""What a learner has chosen from a graph, as it is shown in a form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from roadmap.services.spoken_skills import skill_levels, spoken
from roadmap.web.service import library


@dataclass(frozen=True, slots=True)
class Chip:
    """A skill or unit in a form: its id, what it is called, and how many levels its skill has (0: not in the graph)."""

    reference: str
    name: str
    levels: int


def chips(graph_id: str | None, references: Iterable[str]) -> tuple[Chip, ...]:
    """The chips of some skills or units of a graph (None: the default one)."""
    graphs = library()
    return tuple(
        Chip(reference, spoken(graphs, graph_id, reference), skill_levels(graphs, graph_id, reference))
        for reference in references
    )
