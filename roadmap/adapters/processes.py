"""Work spread over processes, with what they write in the order of the tasks.

What a task comes to is bytes, and often many. They are passed on in memory that the processes share, a slot for each
task that is given out: through a pipe they would be copied five times.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import cycle
from mmap import mmap
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.reduction import DupFd
from tempfile import TemporaryFile
from threading import Thread
from typing import Any, TypeVar

Task = TypeVar("Task")
Told = TypeVar("Told")

Work = Callable[[Task], tuple[bytes, Told]]
"""Bytes that a task comes to, and what is to be told about them."""

AHEAD = 3
"""How many tasks a process are given out at once: one it works on, and no wait for the next. It bounds the memory."""

SLOT = 1 << 21
"""Bytes; what is longer goes through a pipe."""


def available() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    work: Work[Task, Told], tasks: Iterable[Task], processes: int
) -> Iterator[tuple[bytes | memoryview, Told]]:
    """What `work` makes of each task, in their order, made by so many processes of their own (1: by this one).

    Tasks are taken as results are, and the bytes of a result are good until the next is asked for.
    ChildProcessError if a process is ended from outside; what `work` raises is raised.
    """
    if processes == 1:
        yield from map(work, tasks)
        return
    size = AHEAD * processes * SLOT
    room = _Room(_unnamed_file(size), size)
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _begin, (room,))
    try:
        yield from _results(pool, work, tasks, room)
    except BrokenProcessPool as error:
        raise ChildProcessError("One of the processes was ended from outside.") from error
    finally:
        pool.shutdown(cancel_futures=True)


class _Room:
    """Memory behind a file, which a process that it is passed to on its start has too."""

    def __init__(self, descriptor: int, size: int) -> None:
        self._descriptor = descriptor
        self.memory = mmap(descriptor, size)

    def __reduce__(self) -> tuple[Callable[[Any, int], _Room], tuple[Any, int]]:
        return _enter, (DupFd(self._descriptor), len(self.memory))

    def __del__(self) -> None:
        os.close(self._descriptor)


def _enter(duplicate: Any, size: int) -> _Room:
    return _Room(duplicate.detach(), size)


def _unnamed_file(size: int) -> int:
    """The descriptor of a file that is gone when nobody has it open, in memory where the system knows such files."""
    if hasattr(os, "memfd_create"):
        descriptor = os.memfd_create("roadmap")
    else:
        with TemporaryFile() as file:
            descriptor = os.dup(file.fileno())
    os.ftruncate(descriptor, size)
    return descriptor


def _results(
    pool: ProcessPoolExecutor, work: Work[Task, Told], tasks: Iterable[Task], room: _Room
) -> Iterator[tuple[bytes | memoryview, Told]]:
    slots = range(0, len(room.memory), SLOT)
    waiting: deque[tuple[int, Future[tuple[bytes | int, Told]]]] = deque()
    for slot, task in zip(cycle(slots), tasks, strict=False):
        waiting.append((slot, pool.submit(_put, work, slot, task)))
        if len(waiting) == len(slots):
            yield from _taken(room, *waiting.popleft())
    while waiting:
        yield from _taken(room, *waiting.popleft())


def _taken(
    room: _Room, slot: int, future: Future[tuple[bytes | int, Told]]
) -> Iterator[tuple[bytes | memoryview, Told]]:
    put, told = future.result()
    if isinstance(put, bytes):
        yield put, told
    else:
        with memoryview(room.memory) as memory, memory[slot : slot + put] as text:
            yield text, told


def _begin(room: _Room) -> None:
    """Leave Ctrl-C to the parent, and end when it ends, however it does: nobody else would tell."""
    global _room  # noqa: PLW0603 - the pool has no other place for what a process keeps
    _room = room
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _put(work: Work[Task, Told], slot: int, task: Task) -> tuple[bytes | int, Told]:
    """Work, and put the bytes in a slot: how many there are; or the bytes themselves, if they are too many."""
    text, told = work(task)
    if _room is None or len(text) > SLOT:
        return text, told
    _room.memory[slot : slot + len(text)] = text
    return len(text), told


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
    os._exit(1)


_room: _Room | None = None
"""What a process of a pool has in common with its parent."""
