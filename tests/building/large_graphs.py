"""Graphs of up to many thousands of units in the shapes that curricula have, made from a seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from hypothesis import strategies as st

from roadmap.domain.plan import PlanRequest
from tests.building.case import Case
from tests.building.documents import TRACKS, Document, any_of, document, level, levelled, role, unit
from tests.building.small_graphs import strategies, units_of

Pick = Callable[[Random, int], list[int]]
"""Which earlier skills, by number, a skill builds on."""


def layered(random: Random, position: int) -> list[int]:
    """A few skills of the layer before, and now and then one from deeper down."""
    width = 12
    layer = position // width
    if layer == 0:
        return []
    before = range((layer - 1) * width, layer * width)
    deeper = [random.randrange(layer * width)] if random.random() < 0.3 else []
    return [*random.sample(before, random.randint(1, 3)), *deeper]


def chains(random: Random, position: int) -> list[int]:
    """The skill before, in one of several chains, and now and then one of another chain."""
    strands = 6
    other = [random.randrange(position)] if position and random.random() < 0.15 else []
    return [*([position - strands] if position >= strands else []), *other]


def dense(random: Random, position: int) -> list[int]:
    """Many of the skills shortly before."""
    near = range(max(0, position - 15), position)
    return random.sample(near, min(len(near), random.randint(0, 8)))


def curriculum(random: Random, position: int) -> list[int]:
    """A few skills, mostly of the same family, most of them recent: families take turns."""
    families = 7
    same = range(position % families, position, families)
    near = [n for n in same if n >= position - 6 * families]
    own = random.sample(near, min(len(near), random.randint(0, 2)))
    return [*own, *([random.randrange(position)] if position and random.random() < 0.5 else [])]


SHAPES: dict[str, Pick] = {"layered": layered, "chains": chains, "dense": dense, "curriculum": curriculum}


def generate(shape: str, size: int, seed: int, *, choices: float = 0.1, goals: int = 6) -> Document:
    """A graph of about `size` units. `choices` is the share of units that require a choice; the role `goal` needs
    `goals` of the units, `wide` many more, with choices too."""
    random = Random(f"{shape}-{size}-{seed}")
    names = _names(random, size)
    skills, units = [], 0
    while units < size:
        position = len(skills)
        builds_on = [skills[n] for n in dict.fromkeys(SHAPES[shape](random, position))]
        skills.append(_skill(random, names[position], position, builds_on, skills, choices))
        units += len(skills[-1]["levels"])
    made = document(skills)
    made["roles"] = [_role(random, "goal", made, goals), _role(random, "wide", made, max(goals, size // 8))]
    return made


def _names(random: Random, size: int) -> list[str]:
    """Names that say nothing about the place in the graph."""
    names = [f"skill-{number}" for number in range(size)]
    random.shuffle(names)
    return names


def _skill(
    random: Random, name: str, position: int, builds_on: list[Document], earlier: list[Document], choices: float
) -> Document:
    levels = []
    for number in range(1, random.choice((1, 1, 2, 3)) + 1):
        below = builds_on if number == 1 else random.sample(builds_on, min(1, len(builds_on)))
        needs = [unit(_some_level(random, other), f"{name} builds on it.") for other in below]
        if len(earlier) > 3 and random.random() < choices:
            needs.append(_choice(random, name, [_some_level(random, other) for other in random.sample(earlier, 3)]))
        soft = random.sample(earlier, 1) if earlier and random.random() < 0.1 else []
        helps = [unit(_some_level(random, other), "It helps.") for other in soft]
        levels.append(level(random.choice((2, 4, 5, 7.5, 10, 12, 20, 40)), requires=needs, recommends=helps))
    return levelled(name, *levels, track=TRACKS[position % len(TRACKS)])


def _some_level(random: Random, skill: Document) -> str:
    return f"{skill['id']}@{random.randint(1, len(skill['levels']))}"


def _choice(random: Random, owner: str, units: list[str]) -> Document:
    if random.random() < 0.3:
        return any_of(units[0], any_of(*units[1:], count=2, why="Both together."), why=f"{owner} needs one way.")
    return any_of(*units, count=random.choice((1, 1, 2)), why=f"{owner} needs some of these.")


def _role(random: Random, name: str, made: Document, goals: int) -> Document:
    units = units_of(made)
    late = units[len(units) // 2 :] or units
    essential = [unit(wanted, f"{name} needs {wanted}.") for wanted in random.sample(late, min(goals, len(late)))]
    choices = [_choice(random, name, random.sample(units, 3)) for _ in range(2)] if len(units) > 3 else []
    optional = [unit(wanted, "It is good to have.") for wanted in random.sample(units, min(3, len(units)))]
    return role(name, *essential, *choices, optional=optional)


@st.composite
def large_documents(draw: st.DrawFn, *, choices: float = 0.1) -> Document:
    """Graphs of up to a few hundred units in every shape."""
    shape = draw(st.sampled_from(sorted(SHAPES)))
    return generate(shape, draw(st.integers(5, 300)), draw(st.integers(0, 10_000)), choices=choices)


@st.composite
def large_cases(draw: st.DrawFn, *, choices: float = 0.1, assume_prerequisites: bool | None = None) -> Case:
    """Requests on large graphs, of learners who know anything from nothing to half of everything."""
    made = draw(large_documents(choices=choices))
    assumed = draw(st.booleans()) if assume_prerequisites is None else assume_prerequisites
    request = PlanRequest(
        role=draw(st.sampled_from(["goal", "wide"])),
        include_optional=draw(st.booleans()),
        known=draw(knowledge(made)),
        assume_prerequisites=assumed,
        strategy=draw(strategies),
    )
    return Case(made, request)


@st.composite
def knowledge(draw: st.DrawFn, made: Document) -> tuple[str, ...]:
    """Some of a graph's units."""
    units = units_of(made)
    random = Random(draw(st.integers(0, 10_000)))
    return tuple(random.sample(units, draw(st.integers(0, len(units) // 2))))
