"""What textbooks teach before what, and which units of the shipped graph teach it, read from the files beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Source:
    """A textbook, or an established course or documentation: title, author or institution, edition."""

    title: str
    by: str
    edition: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Nobody follows the concept `after`, as the source teaches it, without the concept `before`.

    `because` says where and why; `disputed` why the unit of `after` can be learnt to its outcome all the same,
    or is empty. `field` is the file it stands in.
    """

    before: str
    after: str
    because: str
    source: Source
    field: str
    disputed: str = ""

    def __str__(self) -> str:
        return f"{self.before} before {self.after}"


@dataclass(frozen=True, slots=True)
class Taught:
    """The units that teach a concept: any one of `before` ahead of what leans on it, `after` as a goal."""

    before: tuple[str, ...]
    after: str


def read_pairs() -> tuple[Pair, ...]:
    """Every pair, in the order of the files. Raises TypeError for a member that is missing or not known."""
    return tuple(pair for path in sorted((HERE / "pairs").glob("*.yaml")) for pair in _pairs_of(path))


def read_units() -> dict[str, Taught]:
    """The units of each concept."""
    return {concept: _taught(written) for concept, written in _read(HERE / "units.yaml").items()}


def _pairs_of(path: Path) -> Iterator[Pair]:
    for book in _read(path):
        source = Source(**book["source"])
        yield from (Pair(**pair, source=source, field=path.stem) for pair in book["pairs"])


def _taught(written: Any) -> Taught:
    if isinstance(written, str):
        return Taught((written,), written)
    before = written["before"]
    return Taught((before,) if isinstance(before, str) else tuple(before), written["after"])


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
