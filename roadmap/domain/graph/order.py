"""The canonical order: of all that could come next, always the first by id."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush


def canonical_order(before: Iterable[Iterable[int]]) -> list[int]:
    """The numbers from 0 in topological order, where each comes after those that stand at its place in `before`.

    Of those that could come next the smallest does. A number on a cycle, or after one, is left out. Cost: linear in
    numbers and edges, but for the heap. Method: Kahn, Topological sorting of large networks, 1962.

    >>> canonical_order([[2], [], [1], [3]])
    [1, 2, 0]
    """
    edges = [set(needed) for needed in before]
    after: list[list[int]] = [[] for _ in edges]
    for number, needed in enumerate(edges):
        for other in needed:
            after[other].append(number)
    missing = list(map(len, edges))
    ready = [number for number, count in enumerate(missing) if not count]
    heapify(ready)
    order = []
    while ready:
        order.append(number := heappop(ready))
        for later in after[number]:
            missing[later] -= 1
            if not missing[later]:
                heappush(ready, later)
    return order
