"""A folder of compiled graphs, each kept under the content of the files that it was made from."""

from __future__ import annotations

import hashlib
import logging
import os
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from secrets import token_hex

from roadmap import __version__
from roadmap.adapters.graph_cache.container import MAGIC, DamagedFileError, Writer, open_container
from roadmap.adapters.graph_cache.pack import pack
from roadmap.adapters.graph_cache.unpack import unpack
from roadmap.adapters.graph_files.assemble import files_of
from roadmap.adapters.shipped import PACKAGE, schema_folder
from roadmap.domain.graph.compiled import CompiledGraph

SUFFIX = ".graph"

PROGRAM = ("domain", "adapters")
"""The packages whose code says what a graph's files mean."""

logger = logging.getLogger(__name__)


class GraphCache:
    """Keeps graphs in a folder. Several processes may use it at once: whoever writes replaces a file whole.

    Whoever may write to the folder decides what is answered, as with the graphs themselves.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def compiled(self, path: Path, read: Callable[[Path], CompiledGraph]) -> CompiledGraph:
        """The graph at a path: from the cache if its files are as they were, and read and kept if not.

        Raises what `read` does, and nothing of its own: a cache that cannot be used is told of once and gone without.
        """
        try:
            key = key_of(path)
        except OSError:
            return read(path)
        kept = self._open(path, key)
        if kept is not None:
            return kept
        made = read(path)
        return (self._keep(path, key, made) and self._open(path, key)) or made

    def _open(self, path: Path, key: str) -> CompiledGraph | None:
        try:
            return unpack(open_container(self._file(path, key), key))
        except FileNotFoundError:
            pass
        except DamagedFileError:
            _tell(f"A file of the graph cache {self._folder} is damaged, and is made anew.")
        except OSError as error:
            _tell(f"The graph cache {self._folder} cannot be read: {error.strerror}.")
        return None

    def _keep(self, path: Path, key: str, compiled: CompiledGraph) -> bool:
        """Write a graph, unless its files changed while they were read; whether it was written."""
        try:
            if key_of(path) != key:
                return False
            self._folder.mkdir(parents=True, exist_ok=True)
            self._write(self._file(path, key), key, compiled)
            self._drop_others(path, key)
        except OSError as error:
            _tell(f"The graph cache {self._folder} cannot be written: {error.strerror}.")
            return False
        return True

    def _write(self, file: Path, key: str, compiled: CompiledGraph) -> None:
        draft = self._folder / f".{token_hex(8)}{SUFFIX}"
        try:
            with draft.open("x+b") as opened:
                writer = Writer(opened)
                pack(compiled, writer)
                writer.finish(key)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)

    def _drop_others(self, path: Path, key: str) -> None:
        """Remove what was kept for the same path before. Who has it mapped keeps it."""
        for file in self._folder.glob(f"{_place(path)}-*{SUFFIX}"):
            if file != self._file(path, key):
                file.unlink(missing_ok=True)

    def _file(self, path: Path, key: str) -> Path:
        return self._folder / f"{_place(path)}-{key}{SUFFIX}"


def key_of(path: Path) -> str:
    """What a compiled graph depends on, as SHA-256 in hexadecimal: this program and the graph's files."""
    named = {str(file.relative_to(path)) if path.is_dir() else file.suffix: file for file in files_of(path)}
    return _summed(_program(), named)


@cache
def _program() -> str:
    """What reads, checks and compiles graphs: code that changes may mean something else by the same files."""
    parts = [file for part in PROGRAM for file in sorted((PACKAGE / part).rglob("*.py"))]
    schemas = sorted(schema_folder().glob("*.json"))
    return _summed(f"{__version__} {sys.byteorder}", {str(file): file for file in (*parts, *schemas)})


def _summed(start: str, named: Mapping[str, Path]) -> str:
    summed = hashlib.sha256(MAGIC + start.encode())
    for name, file in named.items():
        with file.open("rb") as opened:
            summed.update(f"\0{name}\0{hashlib.file_digest(opened, 'sha256').hexdigest()}".encode())
    return summed.hexdigest()


def _place(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:16]


@cache
def _tell(message: str) -> None:
    logger.warning(message)
