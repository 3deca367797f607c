"""What every format promises."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from roadmap.adapters.graph_files import read_graph
from roadmap.domain.graph.compiled import compile_graph
from roadmap.domain.plan import PlanRequest
from roadmap.exporters import BY_NAME, EXPORTERS
from roadmap.planning import Planner
from tests.building.plans import planner
from tests.contract.exporters.conftest import CAREERS, REQUESTS
from tests.contract.exporters.hostile import TEXTS, hostile_document
from tests.contract.exporters.readers import PICTURES, READERS, names_in, names_of

GOLDEN = Path(__file__).parents[2] / "golden" / "plans"
LINKS = {"self": "https://example.org/v1/plans?role=ml-engineer&known=python%401"}

IN_ANOTHER_PROCESS = """
import sys
from tests.contract.exporters.conftest import CAREERS, REQUESTS
from roadmap.adapters.graph_files import read_graph
from roadmap.domain.graph.compiled import compile_graph
from roadmap.domain.plan import PlanRequest
from roadmap.exporters import EXPORTERS
from roadmap.planning import Planner
planner = Planner(compile_graph(read_graph(CAREERS)))
for request in REQUESTS.values():
    for exporter in EXPORTERS:
        sys.stdout.buffer.write(exporter.export(planner.build_plan(PlanRequest(**request)), {}))
"""


def test_formats_have_names_media_types_and_suffixes_of_their_own():
    for member in ("name", "media_type", "suffix"):
        assert len({getattr(exporter, member) for exporter in EXPORTERS}) == len(EXPORTERS)
    assert list(BY_NAME) == [exporter.name for exporter in EXPORTERS]


@pytest.fixture(params=[exporter for exporter in EXPORTERS if exporter.name not in PICTURES], ids=lambda one: one.name)
def text_exporter(request):
    """Each of the formats that are text."""
    return request.param


def test_every_format_is_read_back():
    assert {exporter.name for exporter in EXPORTERS} == {*READERS, *PICTURES}


def test_the_bytes_are_the_golden_ones(text_exporter, plan, request_name, pytestconfig):
    exporter = text_exporter
    file = GOLDEN / f"{request_name}{exporter.suffix}"
    written = exporter.export(plan, LINKS)
    if pytestconfig.getoption("--rewrite-golden"):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written)
    assert written == file.read_bytes(), "make golden writes it anew"


def test_there_is_no_golden_file_too_many():
    assert {file.name for file in GOLDEN.iterdir()} == {
        f"{name}{exporter.suffix}" for name in REQUESTS for exporter in EXPORTERS if exporter.name not in PICTURES
    }


def test_the_same_plan_has_the_same_bytes(exporter, plan):
    again = Planner(compile_graph(read_graph(CAREERS))).build_plan(plan.request)
    assert exporter.export(plan, LINKS) == exporter.export(plan, LINKS) == exporter.export(again, LINKS)


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_another_process_and_hash_seed_write_the_same_bytes(careers, seed):
    here = b"".join(
        exporter.export(careers.build_plan(PlanRequest(**request)), {})
        for request in REQUESTS.values()
        for exporter in EXPORTERS
    )
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS]
    there = subprocess.run(
        command, env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."}, capture_output=True, check=True, cwd=Path.cwd()
    )
    assert there.stdout == here


def test_every_step_is_there(text_exporter, plan):
    names = names_in(text_exporter.name, text_exporter.export(plan, LINKS))
    assert sorted(names) == sorted(names_of(plan))


def test_an_empty_plan_can_be_written(exporter, careers):
    plan = careers.build_plan(PlanRequest(role="ml-engineer", known=tuple(careers.compiled.number)))
    assert not plan.steps
    written = exporter.export(plan, {})
    assert written
    if exporter.name not in PICTURES:
        assert names_in(exporter.name, written) == []
        assert written.decode().count("@1") < len(careers.compiled.number) * 3


@pytest.fixture(scope="module")
def hostile():
    return planner(json.loads(json.dumps(hostile_document())))


@pytest.mark.parametrize("dated", [{}, {"hours_per_week": 10}, {"hours_per_week": 10, "start_date": date(2027, 1, 4)}])
def test_hostile_names_read_back_as_the_same_text(text_exporter, hostile, dated):
    plan = hostile.build_plan(PlanRequest(role="hostile", **dated))
    names = names_in(text_exporter.name, text_exporter.export(plan, LINKS))
    assert len(names) > len(TEXTS) > 50
    assert sorted(names) == sorted(names_of(plan))


def test_any_text_can_be_written(exporter, hostile):
    for name in ("hostile", *(f"role-{n}" for n in range(len(TEXTS)))):
        plan = hostile.build_plan(PlanRequest(role=name, hours_per_week=10))
        written = exporter.export(plan, LINKS)
        assert written
        assert exporter.name in PICTURES or written.decode()
