"""What docs/batches.md says is what the service and the command do."""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path

import pytest

from roadmap.adapters.batch_file import SAVED_EVERY
from roadmap.adapters.graph_shelf import load_graphs
from roadmap.adapters.shipped import shipped_graph
from roadmap.config import Settings, read_settings
from roadmap.errors import SettingError
from roadmap.web.app import create_app
from roadmap.web.schemas.plan_batches import MOST_PLANS
from roadmap.web.schemas.plan_requests import LONGEST_NAME
from tests.building.web import LIMITS, FixedClock

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "batches.md").read_text(encoding="utf-8")
CALL = re.compile(r"-d '(\{.*?\]\})'", re.DOTALL)
LINE = re.compile(r'^\{"index":(\d+),"id":"(\S+?)","(plan|problem)":', re.MULTILINE)


def test_the_call_is_answered_as_shown() -> None:
    call = CALL.search(PAGE)
    assert call is not None
    client = create_app(load_graphs([shipped_graph()]), LIMITS, None, FixedClock()).test_client()
    response = client.post("/v1/plan-batches", json=json.loads(call[1]))
    assert LINE.findall(response.text) == LINE.findall(PAGE) != []


def test_the_figures_are_those_of_the_code() -> None:
    words = " ".join(PAGE.split())
    assert f"At most {MOST_PLANS:,} plans a call" in words
    assert f"up to {LONGEST_NAME} characters" in words
    assert f"{Settings().max_batch >> 20} MiB of body: `ROADMAP_MAX_BATCH`" in words
    assert {2.0: "Every two seconds"}[SAVED_EVERY] in words
    stalled_after = runpy.run_path(str(ROOT / "roadmap" / "gunicorn.conf.py"))["stalled_after"]
    assert {30: "takes nothing for half a minute"}[stalled_after] in words


def test_the_limit_can_be_set() -> None:
    assert read_settings({"ROADMAP_MAX_BATCH": "1000"}).max_batch == 1000
    with pytest.raises(SettingError, match="ROADMAP_MAX_BATCH"):
        read_settings({"ROADMAP_MAX_BATCH": "0"})
