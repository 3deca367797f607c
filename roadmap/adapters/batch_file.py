"""The answer to a batch as a file that can be gone on with, whatever ended the run that wrote it.

Beside the file lies its record, `<name>.state`: what the batch is made of, and how far the file is known to be on disk.
The file is brought to disk (fsync) before the record says so, and a record is replaced whole. So whoever goes on trusts
what the record vouches for; of what follows, the lines that are whole and in their place; and cuts off the rest. A loss
of power may leave zeros where a file grew last, and no line holds any.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic
from typing import BinaryIO, Protocol

from roadmap.errors import BatchFileError
from roadmap.services.plan_batches import beginning, holds_plan

Text = bytes | memoryview

SAVED_EVERY = 2.0
"""Seconds from one record to the next: what a loss of power can cost, and how often the disk is waited for."""

LONGEST_ANSWER = 1 << 28


@dataclass(frozen=True, slots=True)
class Written:
    """How far an answer is: its lines, those of them with problems, and its bytes."""

    lines: int = 0
    problems: int = 0
    size: int = 0


class BatchOutput(Protocol):
    """Where the lines of an answer go, in order."""

    written: Written
    """What is there, that of earlier runs included."""

    def append(self, text: Text, lines: int, problems: int) -> None:
        """Write lines, so many of them with problems. OSError, with the name of the file, if that fails."""
        ...


class StreamOutput:
    """A pipe or a terminal, by its descriptor: what is written is gone. `called` names it in errors."""

    def __init__(self, descriptor: int, called: str) -> None:
        self._descriptor = descriptor
        self._called = called
        self.written = Written()

    def append(self, text: Text, lines: int, problems: int) -> None:
        """Write lines, so many of them with problems."""
        _write(self._descriptor, text, self._called)
        self.written = _more(self.written, text, lines, problems)


class BatchFile:
    """A file, and its record unless `origin` is None. To be had from `open_batch_file`."""

    def __init__(
        self, path: Path, descriptor: int, origin: Mapping[str, str] | None, written: Written, every: float
    ) -> None:
        self._path = path
        self._every = every
        self._descriptor = descriptor
        self._origin = origin
        self._saved = monotonic()
        self.written = written

    def append(self, text: Text, lines: int, problems: int) -> None:
        """Write lines, so many of them with problems. OSError, with the name of the file, if that fails."""
        _write(self._descriptor, text, self._path)
        self.written = _more(self.written, text, lines, problems)
        if monotonic() - self._saved >= self._every:
            self.save()

    def save(self) -> None:
        """Bring everything to disk, then the record that says so."""
        with _named(self._path):
            os.fsync(self._descriptor)
        if self._origin is not None:
            _replace(_record_of(self._path), {"origin": self._origin, "written": asdict(self.written)})
        self._saved = monotonic()


@contextmanager
def open_batch_file(
    path: Path, origin: Mapping[str, str] | None, restart: bool, every: float = SAVED_EVERY
) -> Iterator[BatchFile]:
    """The file of a batch, to be written from where it ends; emptied first with `restart`. Saved on leaving, and after
    so many seconds.

    `origin` says what all lines depend on; None if that cannot be known, so that the batch cannot be gone on with.
    BatchFileError for a file with something in it that was not begun by a batch of this origin, or is being written.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _lock(path, descriptor)
        written = Written() if restart else _resumed(path, descriptor, origin)
        with _named(path):
            os.ftruncate(descriptor, written.size)
            os.lseek(descriptor, written.size, os.SEEK_SET)
        batch = BatchFile(path, descriptor, origin, written, every)
        batch.save()
        _sync_folder(path.parent)
        yield batch
        batch.save()
    finally:
        os.close(descriptor)


def _lock(path: Path, descriptor: int) -> None:
    """Held until the file is closed, which the end of the process does too."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise BatchFileError(path, "is being written by another run") from error


def _resumed(path: Path, descriptor: int, origin: Mapping[str, str] | None) -> Written:
    size = os.fstat(descriptor).st_size
    if size == 0:
        return Written()
    if origin is None or (record := _read_record(path)) is None:
        raise BatchFileError(path, "is there already, and is not a batch that can be gone on with")
    begun, written = record
    changed = [name for name in origin if begun.get(name) != origin[name]]
    if changed:
        raise BatchFileError(path, f"was begun with another {' and another '.join(changed)}")
    if size < written.size:
        raise BatchFileError(path, "is shorter than it was")
    with open(descriptor, "rb", closefd=False) as file:
        return _whole_lines(file, written)


def _read_record(path: Path) -> tuple[dict[str, str], Written] | None:
    try:
        record = json.loads(_record_of(path).read_bytes())
        return dict(record["origin"]), Written(**record["written"])
    except (FileNotFoundError, ValueError, LookupError, TypeError):
        return None


def _whole_lines(file: BinaryIO, written: Written) -> Written:
    """What is written, with the lines that follow as far as they are whole and in their place."""
    file.seek(written.size)
    while (line := file.readline(LONGEST_ANSWER)).startswith(beginning(written.lines)):
        if not line.endswith(b"\n") or b"\0" in line:
            break
        written = _more(written, line, 1, 0 if holds_plan(line) else 1)
    return written


def _more(written: Written, text: Text, lines: int, problems: int) -> Written:
    return Written(written.lines + lines, written.problems + problems, written.size + len(text))


def _write(descriptor: int, text: Text, called: object) -> None:
    with _named(called):
        rest = memoryview(text)
        while rest:
            rest = rest[os.write(descriptor, rest) :]


def _record_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.state")


def _replace(path: Path, record: object) -> None:
    """Write a small file as a whole or not at all."""
    new = path.with_name(f"{path.name}.new")
    try:
        with _named(path), new.open("w", encoding="utf-8") as file:
            json.dump(record, file, indent=2)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        with suppress(OSError):
            new.unlink()
        raise


def _sync_folder(folder: Path) -> None:
    """Bring the names in a folder to disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _named(called: object) -> Iterator[None]:
    """Errors that say which file they are about."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(called)) from error
