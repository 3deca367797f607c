"""`roadmap plan-batch`."""

from __future__ import annotations

import hashlib
import os
import sys
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from io import BufferedReader
from itertools import islice
from pathlib import Path
from stat import S_ISREG

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from roadmap import __version__
from roadmap.adapters.batch_file import BatchOutput, StreamOutput, open_batch_file
from roadmap.adapters.lines import read_lines
from roadmap.adapters.processes import available, in_order
from roadmap.cli.batch_work import Chunk, Setup, answer_chunk
from roadmap.cli.options import graph_option, graph_path, open_library
from roadmap.cli.output import count
from roadmap.config import read_settings

PROBLEMS = 1
"""The exit code of a batch that is answered whole, with a problem in at least one line."""

CHUNK = 8
"""Lines that a process is given at once: enough that giving costs little, few enough that nobody waits at the end."""

STANDARD = Path("-")


@click.command(
    epilog="""\b
Examples:
  roadmap plan-batch learners.ndjson plans.ndjson
  roadmap plan-batch learners.ndjson plans.ndjson --restart
  jq -c '.[]' learners.json | roadmap plan-batch - - | gzip > plans.ndjson.gz

A line of INPUT is a request as POST /v1/plans takes it, and may have an id:
  {"id": "learner-17", "role": "ml-engineer", "known": ["python"]}
The line of OUTPUT in the same place has its plan, or the problem with it.

Run again, an interrupted batch goes on where it was; plans.ndjson.state says where.
Exit code: 0 if all lines have plans, 1 if some have problems, 2 if there is no answer.
"""
)
@click.argument(
    "source", metavar="INPUT", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
)
@click.argument("target", metavar="OUTPUT", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--restart", is_flag=True, help="Write OUTPUT anew, whatever is in it.")
@click.option("--processes", type=click.IntRange(1), help="How many to work with. Otherwise: one a processor.")
@graph_option
@click.pass_context
def plan_batch(ctx: click.Context, /, source: Path, target: Path, restart: bool, processes: int | None) -> None:
    """Make a plan for every line of INPUT, on all processors: NDJSON in, NDJSON out, - for standard input or output."""
    setup = _setup(ctx.obj)
    with _open_input(source) as file:
        stamp = _stamp(file)
        with _open_output(target, file, _origin(file, setup), restart) as output:
            _plan(file, output, setup, processes or available())
            if _stamp(file) != stamp:
                raise click.ClickException(f"{source} changed while it was read. Run again with --restart.")
    made = output.written
    told = f"{count(made.lines - made.problems, 'plan')}, {count(made.problems, 'problem')}"
    click.echo(f"{told}, {count(made.lines, 'line')} in all.", err=True)
    ctx.exit(PROBLEMS if made.problems else 0)


def _setup(graph: Path | None) -> Setup:
    settings = read_settings(os.environ)
    digest = open_library(graph).planner().compiled.digest
    return Setup(graph_path(graph), digest, settings.public_url, settings.max_body)


def _open_input(source: Path) -> AbstractContextManager[BufferedReader]:
    return open(0, "rb", closefd=False) if source == STANDARD else source.open("rb")


def _open_output(
    target: Path, file: BufferedReader, origin: Mapping[str, str] | None, restart: bool
) -> AbstractContextManager[BatchOutput]:
    """A file that can be gone on with, unless it is a pipe, a terminal or the like, or what is read is one."""
    if target == STANDARD:
        return nullcontext(StreamOutput(sys.stdout.fileno(), "standard output"))
    if target.exists() and os.path.samestat(target.stat(), os.fstat(file.fileno())):
        raise click.ClickException(f"{target} is the input itself.")
    if target.exists() and not target.is_file():
        return _open_stream(target)
    return open_batch_file(target, origin, restart)


@contextmanager
def _open_stream(target: Path) -> Iterator[StreamOutput]:
    with target.open("wb") as stream:
        yield StreamOutput(stream.fileno(), str(target))


def _stamp(file: BufferedReader) -> tuple[int, int] | None:
    """What changes with a file; None for what is not one."""
    state = os.fstat(file.fileno())
    return (state.st_size, state.st_mtime_ns) if S_ISREG(state.st_mode) else None


def _origin(file: BufferedReader, setup: Setup) -> dict[str, str] | None:
    """What every line of the answer depends on; None if the input can be read only once."""
    if _stamp(file) is None:
        return None
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    settings = f"ROADMAP_MAX_BODY={setup.longest} ROADMAP_PUBLIC_URL={setup.service or ''}"
    return {"input": digest, "graph": setup.digest, "version of roadmap": __version__, "setting": settings}


def _plan(file: BufferedReader, output: BatchOutput, setup: Setup, processes: int) -> None:
    """Answer what is not answered yet."""
    stamp = _stamp(file)
    with _progress() as progress:
        task = progress.add_task("", total=stamp and stamp[0])
        for text, answered in in_order(answer_chunk, _chunks(file, setup, output.written.lines), processes):
            output.append(text, answered.lines, answered.problems)
            progress.update(task, completed=answered.reaches, description=count(output.written.lines, "line"))


def _chunks(file: BufferedReader, setup: Setup, done: int) -> Iterator[Chunk]:
    """The lines behind those that are done."""
    lines = read_lines(file, setup.longest)
    deque(islice(lines, done), maxlen=0)
    while chunk := list(islice(lines, CHUNK)):
        yield Chunk(setup, done, chunk, file.tell() if file.seekable() else 0)
        done += len(chunk)


def _progress() -> Progress:
    """A bar on a terminal, and nothing elsewhere."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console, disable=not console.is_terminal)
