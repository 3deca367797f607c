"""A plan is a pure function of graph and request: nothing else shows in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.domain.plan import PlanRequest
from tests.building import fixed_plans
from tests.building.case import Case
from tests.building.documents import Document
from tests.building.effort import fewer_examples
from tests.building.large_graphs import generate, knowledge, large_cases
from tests.building.plans import canonical_dump, planner
from tests.building.processes import unmeasured
from tests.building.small_graphs import SOME, cases, strategies

ROOT = Path(__file__).parents[2]
LISTS = ("targets", "known", "from_roles", "prefer", "avoid")


@given(cases(prefer=SOME), st.randoms(use_true_random=False))
def test_the_order_and_repetition_of_a_request_never_matter(case: Case, random: Random) -> None:
    shuffled = {name: mixed(getattr(case.request, name), random) for name in LISTS}
    assert canonical_dump(case.but(**shuffled).plan()) == canonical_dump(case.plan())


@fewer_examples
@given(large_cases(), st.randoms(use_true_random=False))
def test_the_order_of_skills_and_roles_in_a_graph_never_matters(case: Case, random: Random) -> None:
    other = Case(reordered(case.document, random), case.request)
    assert canonical_dump(other.plan()) == canonical_dump(case.plan())


FAMILIAR = planner(generate("curriculum", 200, seed=7))
"""A planner that has made plans for all examples before."""


@fewer_examples
@given(st.data(), strategies)
def test_what_a_planner_remembers_never_shows(data: st.DataObject, strategy: str) -> None:
    document = generate("curriculum", 200, seed=7)
    request = PlanRequest(role="wide", known=data.draw(knowledge(document)), strategy=strategy)
    assert canonical_dump(FAMILIAR.build_plan(request)) == canonical_dump(planner(document).build_plan(request))


@pytest.mark.parametrize("hash_seed", ["0", "1", "4242"])
def test_every_process_writes_the_same_bytes(hash_seed: str) -> None:
    environment = unmeasured(PYTHONHASHSEED=hash_seed, PYTHONPATH=str(ROOT))
    command = [sys.executable, "-m", fixed_plans.__name__]
    written = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True)
    assert written.stdout == fixed_plans.everything().encode()
    assert written.stderr == b""


def mixed(words: tuple[str, ...], random: Random) -> tuple[str, ...]:
    """The same words in another order, some of them twice."""
    more = [*words, *(word for word in words if random.random() < 0.5)]
    random.shuffle(more)
    return tuple(more)


def reordered(document: Document, random: Random) -> Document:
    """The same graph, written in another order."""
    skills, roles = [*document["skills"]], [*document["roles"]]
    random.shuffle(skills)
    random.shuffle(roles)
    turned = [dict(reversed(skill.items())) for skill in skills]
    return {**dict(reversed(document.items())), "skills": turned, "roles": roles}
