"""What each role is like at a glance, for those who choose one: where its hours go, and what sets it apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from roadmap.domain.graph.model import Track
from roadmap.domain.role import Fact
from roadmap.domain.skill import from_hours
from roadmap.planning import Planner
from roadmap.services.catalogue import RoleSummary, list_roles
from roadmap.services.library import GraphLibrary

KEPT_GRAPHS = 8

NOTABLE = 0.05
"""How far the share of a track must be from its mean over all roles to set a role apart."""


@dataclass(frozen=True, slots=True)
class TrackShare:
    """The hours that a role's plan from nothing spends on a track, and their share of all of its hours."""

    track: str
    name: str
    hours: float
    share: float


@dataclass(frozen=True, slots=True)
class RolePortrait:
    """A role in a list, where its hours go, and what is known about it.

    `tracks` are those it spends hours on, in the order of the graph. `more` and `less` are the tracks whose shares are
    furthest above and below their means over all roles, by `NOTABLE` at least; None where there is none. `skills`
    counts the skills in the plan, whatever their levels.
    """

    role: RoleSummary
    skills: int
    tracks: tuple[TrackShare, ...]
    more: TrackShare | None
    less: TrackShare | None
    facts: tuple[Fact, ...]


def role_portraits(library: GraphLibrary, graph_id: str | None = None) -> tuple[RolePortrait, ...]:
    """The portraits of all roles of a graph by name. Cost, the first time: a plan from nothing for each role."""
    return _portraits(library.planner(graph_id), list_roles(library, graph_id))


@lru_cache(KEPT_GRAPHS)
def _portraits(planner: Planner, roles: tuple[RoleSummary, ...]) -> tuple[RolePortrait, ...]:
    tracks = planner.compiled.graph.tracks
    shares = {role.id: _shares(planner, role.id, tracks) for role in roles}
    means = {
        track.id: sum(shares[role.id][n].share for role in roles) / len(roles)
        for n, track in enumerate(tracks)
        if roles
    }
    return tuple(_portrait(planner, role, shares[role.id], means) for role in roles)


def _shares(planner: Planner, role: str, tracks: Sequence[Track]) -> tuple[TrackShare, ...]:
    compiled, spent = planner.compiled, dict.fromkeys((track.id for track in tracks), 0)
    for number in planner.units_of_role(role):
        spent[compiled.units[number].skill.track] += compiled.hours[number]
    whole = sum(spent.values()) or 1
    return tuple(
        TrackShare(track.id, track.name, from_hours(spent[track.id]), spent[track.id] / whole) for track in tracks
    )


def _portrait(
    planner: Planner, role: RoleSummary, shares: Sequence[TrackShare], means: Mapping[str, float]
) -> RolePortrait:
    apart = sorted(shares, key=lambda share: means[share.track] - share.share)
    first, last = apart[0], apart[-1]
    return RolePortrait(
        role=role,
        skills=len({planner.compiled.units[number].skill.id for number in planner.units_of_role(role.id)}),
        tracks=tuple(share for share in shares if share.hours),
        more=first if first.share - means[first.track] >= NOTABLE else None,
        less=last if means[last.track] - last.share >= NOTABLE else None,
        facts=planner.compiled.roles[role.id].facts,
    )
