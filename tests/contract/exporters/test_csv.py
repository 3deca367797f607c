"""CSV reads back as the same texts, and no spreadsheet finds a formula in it."""

import csv
from io import StringIO

import pytest

from roadmap.domain.plan import PlanRequest
from roadmap.exporters.csv import FORMULA, HEADER, export
from tests.building.plans import planner
from tests.contract.exporters.hostile import hostile_document


def rows_of(plan):
    return list(csv.DictReader(StringIO(export(plan, {}).decode(), newline="")))


def test_every_step_is_a_row_with_its_figures(plan):
    rows = rows_of(plan)
    assert [row["unit"] for row in rows] == [step.unit for step in plan.steps]
    for row, step in zip(rows, plan.steps, strict=True):
        assert tuple(row) == HEADER
        assert (row["hours"], row["hours_before"]) == (str(step.hours), str(step.hours_before))
        assert row["requires"].split() == [prerequisite.unit for prerequisite in step.requires]
        assert row["unlocks"].split() == list(step.unlocks)
        assert row["week"] == (str(step.schedule.week) if step.schedule else "")
        assert row["start"] == (str(step.schedule.start or "") if step.schedule else "")


def test_lines_end_as_the_standard_has_it(plan):
    written = export(plan, {})
    assert written.count(b"\r\n") == written.count(b"\n") == len(plan.steps) + 1


@pytest.fixture(scope="module")
def hostile():
    return planner(hostile_document()).build_plan(PlanRequest(role="hostile"))


def test_hostile_texts_read_back_the_same(hostile):
    for row, step in zip(rows_of(hostile), hostile.steps, strict=True):
        for name, text in (("name", step.name), ("outcome", step.outcome)):
            assert row[name].removeprefix("'") == text.removeprefix("'")


def test_no_cell_begins_a_formula(hostile):
    for row in rows_of(hostile):
        assert not [cell for cell in row.values() if cell.startswith(FORMULA) or cell.lstrip().startswith(FORMULA)]
