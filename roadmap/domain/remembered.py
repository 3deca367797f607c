"""What is worked out of a graph once, and forgotten with it, as a service may read its graphs again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

Source = TypeVar("Source")
Made = TypeVar("Made")


def remembered(make: Callable[[Source], Made]) -> Callable[[Source], Made]:
    """Work a function of one thing out once for each, for as long as the thing itself is kept.

    What is made must not hold what it is made from, or both stay for good. Safe for several threads: two that are
    first together may both work it out, and come to the same.
    """
    kept: WeakKeyDictionary[Source, Made] = WeakKeyDictionary()

    @wraps(make)
    def look_up(source: Source) -> Made:
        if source not in kept:
            kept[source] = make(source)
        return kept[source]

    return look_up
