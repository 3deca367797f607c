"""What commands print with: tables and colour on a terminal, plain aligned lines everywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Literal

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, those that turn the direction of writing included: a graph's texts must not steer a terminal."""

UNBOUNDED = 100_000
"""The width of plain output, so that nothing in it is wrapped or cut."""

Part = Text | Table


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. On a terminal a `wide` one takes the room that is left, and wraps."""

    title: str
    justify: Literal["left", "right"] = "left"
    style: str = ""
    wide: bool = False


def room() -> int:
    """How many signs fit on a line of standard output: a terminal's width, or `UNBOUNDED`."""
    console = Console()
    return console.width if console.is_terminal else UNBOUNDED


def show(parts: Iterable[Part]) -> None:
    """Print parts one under the other: fitted to a terminal and in colour, or as plain text."""
    if room() < UNBOUNDED:
        Console(highlight=False).print(*parts, sep="\n")
    else:
        click.echo(plain(parts), nl=False)


def plain(parts: Iterable[Part]) -> str:
    """Parts as plain text: one line a row, no colour, no blanks at the end."""
    text = StringIO()
    Console(file=text, width=UNBOUNDED, color_system=None, force_terminal=False).print(*parts, sep="\n")
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines())


def line(*pieces: str | tuple[str, str]) -> Text:
    """A line of texts, each alone or with its style."""
    text = Text()
    for piece in pieces:
        words, style = (piece, "") if isinstance(piece, str) else piece
        text.append(printable(words), style)
    return text


def heading(title: str) -> Text:
    """A heading, with an empty line above."""
    return Text("\n") + line((title, "bold"))


def table(columns: Sequence[Column], groups: Iterable[Iterable[Sequence[object]]], drawn: bool | None = None) -> Table:
    """Rows under columns, `drawn` with lines and room between groups of rows, or plain: as fits standard output,
    unless given."""
    drawn = room() < UNBOUNDED if drawn is None else drawn
    result = Table(
        box=SIMPLE_HEAD if drawn else None, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold"
    )
    for column in columns:
        wraps = drawn and column.wide
        result.add_column(
            column.title,
            justify=column.justify,
            style=column.style,
            no_wrap=not wraps,
            overflow="fold",
            min_width=20 if wraps else None,
        )
    for rows in groups:
        for row in rows:
            result.add_row(*(Text(printable(str(cell))) for cell in row))
        result.add_section()
    return result


def count(number: int, noun: str) -> str:
    """A number of things: `1 step`, `1,200 steps`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def printable(text: str) -> str:
    """Text on one line without anything that steers a terminal."""
    return UNPRINTABLE.sub("�", re.sub(r"\s+", " ", text))
