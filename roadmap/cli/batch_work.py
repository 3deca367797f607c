"""What each process of `roadmap plan-batch` does: a few lines at a time, on a graph that it reads once.

How requests are read is named rather than imported: it comes with the web service, and only the processes need it.
"""

from __future__ import annotations

import gc
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from pkgutil import resolve_name

import click

from roadmap.adapters.graph_shelf import load_graphs
from roadmap.cli.program import explain
from roadmap.errors import RoadmapError
from roadmap.services.library import GraphLibrary
from roadmap.services.plan_batches import Wire, answer_lines

WIRE_OF_LINES = "roadmap.web.plan_lines:wire_of_lines"


@dataclass(frozen=True, slots=True)
class Setup:
    """What all lines depend on: the graph's file or folder and the digest it must have, the address of the service
    that links lead to (None: no links), and the bytes that a line may have."""

    graph: Path
    digest: str
    service: str | None
    longest: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines to answer, the place of the first in the whole, and how far into the input they reach, in bytes."""

    setup: Setup
    first: int
    lines: list[bytes]
    reaches: int


@dataclass(frozen=True, slots=True)
class Answered:
    """How many answers a chunk came to, and how many problems are among them."""

    lines: int
    problems: int
    reaches: int


def answer_chunk(chunk: Chunk) -> tuple[bytes, Answered]:
    """Answer the lines of a chunk. ClickException if the graph is no longer the one that it was."""
    answers = list(answer_lines(_library(chunk.setup), _wire(chunk.setup), chunk.lines, chunk.first))
    problems = sum(not answer.solved for answer in answers)
    return b"".join(answer.text for answer in answers), Answered(len(answers), problems, chunk.reaches)


@cache
def _library(setup: Setup) -> GraphLibrary:
    try:
        library = load_graphs([setup.graph])
    except (RoadmapError, OSError) as error:  # not all of them can be sent to another process
        raise click.ClickException(explain(error)) from None
    if library.planner().compiled.digest != setup.digest:
        raise click.ClickException(f"{setup.graph} changed when the batch had begun.")
    gc.freeze()  # what stays need not be looked through for garbage again
    return library


@cache
def _wire(setup: Setup) -> Wire[bytes]:
    wire: Wire[bytes] = resolve_name(WIRE_OF_LINES)(setup.service, setup.longest)
    return wire
