"""Reading a sound graph with an author's eye: what is allowed, and still worth a second look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from rapidfuzz import fuzz, process

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.plan import PlanRequest
from roadmap.domain.skill import to_hours
from roadmap.planning import Planner
from roadmap.planning.bitset import union
from roadmap.planning.goal import compile_goal

SHORTEST, LONGEST = to_hours(2), to_hours(60)
MANY_PREREQUISITES = 8
OFTEN = 0.5
"""Changes of track a step from which a plan is a mixture rather than a sequence."""

ALIKE = 95
"""How alike (0 to 100, normalised indel similarity) two names with the same first letter are that could be one."""

NOT_VERBS = frozenset(
    ("a", "an", "the", "basic", "basics", "knowledge", "understanding", "ability", "some", "how", "good", "know")
)
"""First words of outcomes that say what is known rather than what can be done."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something worth a second look: its kind, the unit, skill or role concerned, and a sentence."""

    kind: str
    subject: str
    message: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.message} [{self.kind}]"


def review_graph(planner: Planner) -> tuple[Remark, ...]:
    """Everything worth a second look, by kind, in a fixed order."""
    compiled = planner.compiled
    return (
        *_redundant_edges(compiled),
        *_unneeded_units(compiled),
        *_bare_skills(compiled),
        *_outcomes(compiled),
        *_hours(compiled),
        *_names_alike(compiled),
        *_plans(planner),
    )


def _redundant_edges(compiled: CompiledGraph) -> Iterator[Remark]:
    closure: list[int] = []
    for number, direct in enumerate(compiled.prerequisites):
        closure.append(1 << number | union(closure[before] for before in direct))
        unit = compiled.units[number]
        for before in direct:
            others = union(closure[other] for other in direct if other != before)
            if others >> before & 1 and compiled.units[before].skill.id != unit.skill.id:
                via = next(other for other in direct if other != before and closure[other] >> before & 1)
                message = f"{compiled.units[before].id} follows from {compiled.units[via].id}"
                yield Remark("redundant-edge", unit.id, message)
        for soft in compiled.recommended[number]:
            if closure[number] >> soft & 1:
                message = f"{compiled.units[soft].id} is recommended and required too"
                yield Remark("redundant-edge", unit.id, message)


def _unneeded_units(compiled: CompiledGraph) -> Iterator[Remark]:
    needed: set[int] = set()
    for role in compiled.roles.values():
        needed.update(compile_goal(compiled, role, include_optional=True).units)
    for number, unit in enumerate(compiled.units):
        if number not in needed:
            yield Remark("unneeded-unit", unit.id, "no role can ever need it")


def _bare_skills(compiled: CompiledGraph) -> Iterator[Remark]:
    for skill in compiled.skills.values():
        if not skill.aliases:
            yield Remark("no-alias", skill.id, "it has no alias")
    for unit in compiled.units:
        if not unit.level.resources:
            yield Remark("no-resource", unit.id, "it has no resource to learn from")
        elif not any(resource.free for resource in unit.level.resources):
            yield Remark("no-resource", unit.id, "it has no free resource")


def _outcomes(compiled: CompiledGraph) -> Iterator[Remark]:
    for unit in compiled.units:
        first = unit.level.outcome.split()[0].rstrip(",")
        if not first[:1].isupper() or first.lower() in NOT_VERBS or first.endswith(("ing", "tion")):
            yield Remark("outcome", unit.id, f"its outcome does not begin with a verb: {first!r}")


def _hours(compiled: CompiledGraph) -> Iterator[Remark]:
    for number, unit in enumerate(compiled.units):
        if not SHORTEST <= compiled.hours[number] <= LONGEST:
            yield Remark("hours", unit.id, f"it takes {compiled.hours[number] / 100:g} hours, outside 2 to 60")


def _names_alike(compiled: CompiledGraph) -> Iterator[Remark]:
    called = sorted(
        (name.casefold(), skill.id)
        for skill in compiled.skills.values()
        for name in {skill.name, *(alias.text for alias in skill.aliases)}
    )
    for _, group in groupby(called, key=lambda name: name[0][0]):
        named = list(group)
        for position, (name, skill) in enumerate(named):
            rest = [other for other, _ in named[position + 1 :]]
            for other, _, n in process.extract(name, rest, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None):
                other_skill = named[position + 1 + n][1]
                if other_skill != skill:
                    yield Remark("names-alike", skill, f"{name!r} is much like {other!r} of {other_skill}")


def _plans(planner: Planner) -> Iterator[Remark]:
    for role in planner.compiled.roles:
        plan = planner.build_plan(PlanRequest(role=role))
        for step in plan.steps:
            if len(step.requires) > MANY_PREREQUISITES:
                message = f"{step.unit} builds on {len(step.requires)} units at once"
                yield Remark("jump", role, message)
        switches = sum(one.track != two.track for one, two in pairwise(plan.steps))
        if plan.steps and switches / len(plan.steps) > OFTEN:
            message = f"its plan changes track {switches} times in {len(plan.steps)} steps"
            yield Remark("restless-plan", role, message)
