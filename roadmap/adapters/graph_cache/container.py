"""A file of named columns: written once, checked whole when it is opened, then mapped into memory.

    0    8   what it is, and the version of the form
    8   32   SHA-256 of all that follows
   40    8   where the directory begins, little-endian
   48        the columns, each from a multiple of 8; numbers in the machine's own byte order
         …   the directory, as JSON: the key of the file, and of each column its kind, place and length

Nothing in it is ever run, and nothing is looked at before the whole is known to be what was written.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from io import BufferedRandom
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, Literal, NamedTuple

import orjson

from roadmap.adapters.graph_cache.columns import Rows, Texts

MAGIC = b"ROADMAP\x01"
"""The last byte is the version of the form, the meaning of the columns included."""

CHECKED_FROM = len(MAGIC) + hashlib.sha256().digest_size
FIRST_COLUMN = CHECKED_FROM + 8
ALIGNED = 8

BOUNDS = ".bounds"

Code = Literal["B", "I", "Q"]
"""The kinds of columns, as `array` calls them: bytes, and numbers under 2³² and 2⁶⁴."""


class DamagedFileError(Exception):
    """A file that is not a whole container with the key asked for."""


class Place(NamedTuple):
    """Where a column is: its kind, first byte and length in bytes."""

    code: Code
    start: int
    length: int


class Writer:
    """Writes columns to a file open for writing and reading, from its beginning."""

    def __init__(self, file: BufferedRandom) -> None:
        self._file = file
        self._directory: dict[str, Place] = {}
        file.write(bytes(FIRST_COLUMN))

    def numbers(self, name: str, code: Code, values: Iterable[int]) -> None:
        """A column of numbers; OverflowError for one that its kind cannot hold."""
        self._put(name, code, [array(code, values).tobytes()])

    def texts(self, name: str, texts: Iterable[bytes]) -> None:
        """A column of texts, in UTF-8."""
        bounds = array("Q", [0])
        self._put(name, "B", _measured(texts, bounds))
        self.numbers(name + BOUNDS, "Q", bounds)

    def rows(self, name: str, rows: Iterable[Iterable[int]]) -> None:
        """A column of rows of numbers under 2³²."""
        values, bounds = array("I"), array("I", [0])
        for row in rows:
            values.extend(row)
            bounds.append(len(values))
        self.numbers(name, "I", values)
        self.numbers(name + BOUNDS, "I", bounds)

    def finish(self, key: str) -> None:
        """Write what makes the file whole."""
        start = self._file.tell()
        columns = {name: list(place) for name, place in self._directory.items()}
        self._file.write(orjson.dumps({"key": key, "columns": columns}))
        self._file.seek(CHECKED_FROM)
        self._file.write(start.to_bytes(FIRST_COLUMN - CHECKED_FROM, "little"))
        self._file.seek(CHECKED_FROM)
        checked = hashlib.file_digest(self._file, "sha256").digest()
        self._file.seek(0)
        self._file.write(MAGIC + checked)
        self._file.flush()

    def _put(self, name: str, code: Code, parts: Iterable[bytes]) -> None:
        start = self._file.tell()
        for part in parts:
            self._file.write(part)
        end = self._file.tell()
        self._directory[name] = Place(code, start, end - start)
        self._file.write(bytes(-end % ALIGNED))


@dataclass(frozen=True, slots=True)
class Container:
    """A file of columns, mapped into memory: pages are read when they are looked at, and shared by all processes."""

    file: mmap
    directory: dict[str, Place]

    def numbers(self, name: str) -> memoryview:
        """A column of numbers."""
        code, start, length = self.directory[name]
        return memoryview(self.file)[start : start + length].cast(code)

    def texts(self, name: str) -> Texts:
        """A column of texts."""
        return Texts(self.file, self.directory[name].start, self.numbers(name + BOUNDS))

    def rows(self, name: str) -> Rows:
        """A column of rows."""
        return Rows(self.numbers(name), self.numbers(name + BOUNDS))


def open_container(path: Path, key: str) -> Container:
    """The container at a path. DamagedFileError if it is not whole or has another key, OSError if it is not there.

    It is read through once for its checksum, before it is mapped, so that this takes no memory.
    """
    with path.open("rb") as file:
        start = file.read(FIRST_COLUMN)
        file.seek(min(CHECKED_FROM, len(start)))
        checked = hashlib.file_digest(file, "sha256").digest()
        if len(start) < FIRST_COLUMN or start[:CHECKED_FROM] != MAGIC + checked:
            raise DamagedFileError(path)
        mapped = mmap(file.fileno(), 0, access=ACCESS_READ)
    directory: dict[str, Any] = orjson.loads(mapped[int.from_bytes(start[CHECKED_FROM:], "little") :])
    if directory["key"] != key:
        raise DamagedFileError(path)
    return Container(mapped, {name: Place(*place) for name, place in directory["columns"].items()})


def _measured(texts: Iterable[bytes], bounds: array[int]) -> Iterable[bytes]:
    for text in texts:
        bounds.append(bounds[-1] + len(text))
        yield text
