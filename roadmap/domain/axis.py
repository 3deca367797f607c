"""The axes along which jobs differ and people have preferences: what the hours of a skill count for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its name in graphs and requests, and what it is called in a sentence."""

    name: str
    called: str


AXES = (
    Axis("mathematics", "mathematics"),
    Axis("research", "research"),
    Axis("product", "shipping products"),
    Axis("systems", "building systems"),
    Axis("hardware", "hardware"),
    Axis("people", "working with people"),
)

AXIS_NAMES = tuple(axis.name for axis in AXES)


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Names of axes in the order of `AXES`, each once, however they were written."""
    return tuple(sorted(set(names), key=AXIS_NAMES.index))
