"""docs/embedding.md says what is so. Its pages are run in a browser by the end-to-end tests."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from roadmap import config
from roadmap.adapters.graph_shelf import load_graphs
from roadmap.adapters.shipped import shipped_graph
from roadmap.web.app import create_app
from roadmap.web.frames import SANDBOX
from tests.building.web import LIMITS, FixedClock

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
WIDGET = ROOT / "roadmap" / "web" / "embed" / "widget"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def words_of(name: str, script: str) -> set[str]:
    """The words of a list that a module of the widget has under a name."""
    [found] = re.findall(rf"const {name} = \[(.*?)\];", script, re.DOTALL)
    return set(re.findall(r'"(\w+)"', found))


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    library = load_graphs([shipped_graph()])
    return create_app(library, LIMITS, "http://127.0.0.1:8000", FixedClock()).test_client()


def test_the_settings_it_names_are_read() -> None:
    named = set(re.findall(r"ROADMAP_[A-Z_]+", PAGE))
    assert {"ROADMAP_EMBED_ORIGINS", "ROADMAP_CORS_ORIGINS"} <= named
    for name in named:
        assert name in str(config.__doc__)
    [line] = [line for block in blocks("console") for line in block.splitlines() if "ORIGINS" in line]
    config.read_settings(dict(word.split("=", 1) for word in shlex.split(line) if "=" in word))


def test_oembed_answers_as_shown(client: FlaskClient) -> None:
    [command] = [block for block in blocks("console") if "oembed" in block]
    address = urlsplit(shlex.split(command)[1])
    answer = client.get(f"{address.path}?{address.query}").get_json()
    answer["html"] = answer["html"].replace(SANDBOX, "…")
    [shown] = blocks("json")
    assert json.loads(shown) == answer
    assert SANDBOX in PAGE


def test_all_attributes_and_events_of_the_element_are_named() -> None:
    state = (WIDGET / "state.js").read_text(encoding="utf-8")
    members = words_of("LISTS", state) | words_of("FLAGS", state) | words_of("TEXTS", state) | {"hours_per_week"}
    for member in members - {"role"} | {"role_id", "service", "theme", "lang"}:
        assert f"`{member.replace('_', '-')}`" in PAGE
    element = (WIDGET / "roadmap.js").read_text(encoding="utf-8")
    for event in re.findall(r'#tell\("(\w+)"', element):
        assert f"`roadmap:{event}`" in PAGE


def test_the_addresses_in_it_are_answered(client: FlaskClient) -> None:
    found = {
        address for block in blocks("html") for address in re.findall(r'src="https://roadmap\.example([^"]*)"', block)
    }
    assert len(found) >= 3
    for address in found:
        asked = address.replace("&parent_origin=https://lms.example", "")
        assert client.get(asked).status_code in (200, 302)
