"""Stage by stage: everything that needs nothing, then what needs only that, and so on."""

from __future__ import annotations

from roadmap.planning.goal import Goal


def order(goal: Goal) -> tuple[int, ...]:
    """The places by topological generation, then track, then canonical order. Cost: n log n."""
    generation: list[int] = []
    for before in goal.before:
        generation.append(1 + max((generation[place] for place in before), default=0))
    tracks = {track.id: position for position, track in enumerate(goal.compiled.graph.tracks)}
    track = [tracks[goal.compiled.units[number].skill.track] for number in goal.units]
    return tuple(sorted(range(len(generation)), key=lambda place: (generation[place], track[place], place)))
