"""Lines of a file that may hold anything: one at a time, and never more of one than is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

PIECE = 65_536


def read_lines(file: BinaryIO, longest: int) -> Iterator[bytes]:
    """Each line without its line feed; of one with more than `longest` bytes, the first `longest` + 1 and no more.

    The last line may lack its line feed. Memory does not grow with the file, nor with a line.
    """
    while line := file.readline(longest + 2):
        if line.endswith(b"\n"):
            yield line[:-1]
        else:
            _skip_line(file)
            yield line[: longest + 1]


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(PIECE)) and not rest.endswith(b"\n"):
        pass
