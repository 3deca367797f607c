"""The ways by which units that are not in a plan could come to be needed, and paths up a graph."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from roadmap.domain.graph.compiled import NumberedChoice, NumberedRequirement
from roadmap.planning.gap.search import is_satisfied
from roadmap.planning.goal import Goal, OwnedChoice


@dataclass(frozen=True, slots=True)
class Way:
    """One step of a way from a unit (by place) to where it starts.

    `owner` is the unit that would need this one, or None for the goal itself. Where it is a matter of `choice`,
    `options` are what would have to be taken there, from the choice's own option down to the unit, through the choices
    within. `onward` says how the owner would come to be needed; None where the way starts with it.
    """

    place: int
    owner: int | None
    choice: OwnedChoice | None
    options: tuple[NumberedRequirement, ...]
    onward: Way | None

    def steps(self) -> Iterator[Way]:
        """This step and those after it."""
        step: Way | None = self
        while step is not None:
            yield step
            step = step.onward


def shortest_ways(goal: Goal, starts: Iterable[int | None], walls: int, attainable: int) -> dict[int, Way]:
    """By place, the shortest way to each unit that could come to be needed; ties go to the earlier start.

    A way starts with a unit of `starts`, or with the goal itself (None), enters none of `walls`, and takes an option
    that is a choice only if what is `attainable` satisfies it. Sets are bitsets of places; -1 has every place. Cost:
    linear in the goal's units and edges.
    """
    found: dict[int, Way] = {}
    waiting = deque(way for start in starts for way in _needed_by(goal, start, None, attainable))
    while waiting:
        way = waiting.popleft()
        if way.place not in found and not walls >> way.place & 1:
            found[way.place] = way
            waiting.extend(_needed_by(goal, way.place, way, attainable))
    return found


def _needed_by(goal: Goal, owner: int | None, onward: Way | None, attainable: int) -> Iterator[Way]:
    if owner is not None:
        yield from (Way(below, owner, None, (), onward) for below in goal.prerequisites[owner])
    for owned in goal.wanted_choices if owner is None else goal.unit_choices[owner]:
        for place, options in _units_chosen(owned.choice, attainable):
            yield Way(place, owner, owned, options, onward)


def _units_chosen(choice: NumberedChoice, attainable: int) -> Iterator[tuple[int, tuple[NumberedRequirement, ...]]]:
    """The units that a choice may go to, each with all options on the way to it."""
    for option in choice.options:
        if isinstance(option, int):
            yield option, (option,)
        elif is_satisfied(option, attainable):
            yield from ((place, (option, *inner)) for place, inner in _units_chosen(option, attainable))


def paths_up(start: int, above: Callable[[int], Iterable[int]], ends: Collection[int]) -> Iterator[list[int]]:
    """The shortest path from a unit to each of `ends` that leads up to it, the nearest end first.

    `above` gives what may come next on a path. Cost: linear in the units and edges above, and the paths found.
    """
    came_from = {start: start}
    waiting = deque([start])
    while waiting:
        number = waiting.popleft()
        if number in ends:
            yield _path(came_from, number)
        for higher in above(number):
            if higher not in came_from:
                came_from[higher] = number
                waiting.append(higher)


def _path(came_from: dict[int, int], end: int) -> list[int]:
    path = [end]
    while came_from[path[-1]] != path[-1]:
        path.append(came_from[path[-1]])
    return path[::-1]
