"""`roadmap graph`: for authors of skill graphs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from roadmap.adapters.graph_files import read_graph
from roadmap.adapters.graph_shelf import load_graph
from roadmap.cli.options import graph_option, graph_path, open_library
from roadmap.cli.output import Column, Part, count, heading, line, show, table
from roadmap.cli.program import Group
from roadmap.domain.graph.compiled import compile_graph
from roadmap.domain.graph.document import canonical_json
from roadmap.errors import Defect, DefectiveGraphError
from roadmap.planning import Planner
from roadmap.services.graph_changes import GraphChanges, compare_graphs
from roadmap.services.graph_review import review_graph
from roadmap.services.graph_statistics import HOURS_PER_WEEK, GraphStatistics, graph_statistics

CHECKED = (
    "members and values against the JSON Schema; repeated keys, ids and options; levels; references to units, "
    "roles and tracks; cycles over prerequisites, choices and recommendations"
)

DEFECTIVE = 1


@click.group(cls=Group)
@graph_option
def graph() -> None:
    """Check, measure, compare and export skill graphs.

    PATH is a graph's folder (graph.yaml, skills/, roles/) or one YAML or JSON file. Without it: --graph, the
    first in ROADMAP_GRAPHS, or the shipped graph.
    """


path_argument = click.argument("path", required=False, type=click.Path(path_type=Path))


@graph.command(epilog="\b\nExample:\n  roadmap graph check my-graph/")
@path_argument
@graph_option
@click.pass_context
def check(ctx: click.Context, path: Path | None) -> None:
    """Read a graph and report every defect at once, each with file and line.

    Of a sound graph, what is worth an author's second look is reported too, as warnings. Exit code 0 if the graph is
    sound, 1 if it has defects, 2 if there is nothing to read.
    """
    path = graph_path(path or ctx.obj)
    try:
        sound = read_graph(path)
    except DefectiveGraphError as error:
        show(line(_defect(path, defect)) for defect in error.defects)
        click.echo(f"{len(error.defects)} {'defect' if len(error.defects) == 1 else 'defects'} in {path}", err=True)
        ctx.exit(DEFECTIVE)
    units = sum(len(skill.levels) for skill in sound.skills)
    counts = _counts((len(sound.skills), "skill"), (units, "unit"), (len(sound.roles), "role"))
    remarks = review_graph(Planner(compile_graph(sound)))
    verdict = f": {counts}; {count(len(remarks), 'warning')}." if remarks else f": {counts}."
    warnings = [line(("warning: ", "yellow"), str(remark)) for remark in remarks]
    show([*warnings, line((f"{path} is sound", "bold green"), verdict), line(f"Checked: {CHECKED}.")])


@graph.command(epilog="\b\nExample:\n  roadmap graph stats")
@path_argument
@graph_option
@click.pass_obj
def stats(given: Path | None, path: Path | None) -> None:
    """Show a graph in figures: its tracks, edges and choices, and what each role takes from nothing."""
    show(_statistics(graph_statistics(open_library(path or given))))


@graph.command(
    epilog="\b\nExamples:\n  roadmap graph export my-graph/ > my-graph.json\n  roadmap graph export | sha256sum"
)
@path_argument
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
@graph_option
@click.pass_obj
def export(given: Path | None, path: Path | None, output: Path | None) -> None:
    """Write a graph as canonical JSON: one file that reads back as the same graph.

    Its SHA-256 is the graph's digest, so nothing is added to it, not even a newline at the end.
    """
    written = canonical_json(read_graph(graph_path(path or given))).encode()
    if output is None:
        click.echo(written, nl=False)
    else:
        output.write_bytes(written)


@graph.command(epilog="\b\nExample:\n  roadmap graph diff old-graph/ new-graph/")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
def diff(old: Path, new: Path) -> None:
    """Say what changed from one version of a graph to another, and what that does to each role's hours."""
    before, after = map(load_graph, (old, new))
    show(_changes(compare_graphs(before, after)))


def _defect(path: Path, defect: Defect) -> str:
    """A defect with its file as it is reached from here, the way editors and compilers write places."""
    folder = path if path.is_dir() else path.parent
    number = "" if defect.line is None else f":{defect.line}"
    return f"{folder / (defect.file or path.name)}{number}: {defect.subject}: {defect.message}"


def _statistics(figures: GraphStatistics) -> Iterator[Part]:
    graph, chain = figures.graph, figures.longest_chain
    yield line((graph.name, "bold"), f" {graph.version} ({graph.id}, {graph.licence})")
    yield line(f"Digest: {graph.digest}")
    yield line(
        _counts((graph.skills, "skill"), (graph.units, "unit"), (graph.roles, "role")), f", {graph.hours:,} hours"
    )
    yield line(
        "Edges: ",
        _counts(
            (figures.prerequisites, "prerequisite"),
            (figures.options, "option"),
            (figures.recommendations, "recommendation"),
        ),
        f"; {count(figures.choices, 'choice')}",
    )
    yield line(f"Longest chain: {count(len(chain), 'unit')}: {' → '.join(chain)}")
    yield heading("Tracks")
    yield _tracks(figures)
    if figures.roles:
        yield heading("Roles, from nothing")
        yield _roles(figures)


def _changes(found: GraphChanges) -> Iterator[Part]:
    yield from (line(str(change)) for change in found.changes)
    if not found.changes:
        yield line("Nothing changed.")
    columns = (Column("Role", style="cyan"), *_figure_columns("Hours before", "Hours after", "Change"))
    rows = [
        (role.role, _hours(role.before), _hours(role.after), f"{(role.after or 0) - (role.before or 0):+,}")
        for role in found.role_hours
        if role.before != role.after
    ]
    if rows:
        yield heading("Hours of roles, from nothing")
        yield table(columns, [rows])


def _hours(hours: float | None) -> str:
    return "none" if hours is None else f"{hours:,}"


def _tracks(figures: GraphStatistics) -> Part:
    columns = (Column("Track", style="cyan"), Column("Name"), *_figure_columns("Skills", "Units", "Hours"))
    rows = [(track.id, track.name, track.skills, track.units, f"{track.hours:,}") for track in figures.tracks]
    return table(columns, [rows])


def _roles(figures: GraphStatistics) -> Part:
    weeks = f"Weeks at {HOURS_PER_WEEK} h"
    columns = (Column("Role", style="cyan"), Column("Name"), *_figure_columns("Steps", "Hours", weeks))
    rows = [(role.id, role.name, role.steps, f"{role.hours:,}", role.weeks) for role in figures.roles]
    return table(columns, [rows])


def _figure_columns(*titles: str) -> Iterator[Column]:
    yield from (Column(title, "right") for title in titles)


def _counts(*counted: tuple[int, str]) -> str:
    return ", ".join(count(number, noun) for number, noun in counted)
