"""A service with several graphs: pages stay on the one they are asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from roadmap.adapters.graph_shelf import load_graphs
from roadmap.web.app import create_app
from tests.building.html import Html
from tests.building.web import CAREERS, LIMITS, FixedClock


@pytest.fixture
def both(tmp_path: Path) -> FlaskClient:
    """A client of a service with the graph of careers, and the same by another id."""
    shutil.copytree(CAREERS, tmp_path / "other")
    file = tmp_path / "other" / "graph.yaml"
    file.write_text(file.read_text().replace("id: tech-careers", "id: other", 1))
    library = load_graphs([CAREERS, tmp_path / "other"])
    return create_app(library, LIMITS, None, FixedClock()).test_client()


@pytest.mark.parametrize(
    "path",
    ["/", "/which-role?mathematics=1", "/compare?roles=ai-engineer,ml-engineer", "/advert?sample=1"],
)
def test_links_and_forms_stay_on_the_graph(both: FlaskClient, path: str) -> None:
    page = Html(both.get(f"{path}{'&' if '?' in path else '?'}graph=other").text)
    onwards = [link for link in page.links if link.startswith(("/roadmap?", "/compare?"))]
    assert all("graph=other" in link for link in onwards)
    assert ("graph", "other") in page.fields


def test_the_element_is_told_of_the_graph(both: FlaskClient) -> None:
    assert 'graph="other"' in both.get("/roadmap?graph=other&role=ml-engineer").text


@pytest.mark.parametrize("path", ["/", "/roadmap?role=x", "/which-role?known=python", "/compare?roles=a,b"])
def test_a_graph_that_is_not_there_is_told(both: FlaskClient, path: str) -> None:
    response = both.get(f"{path}{'&' if '?' in path else '?'}graph=others")
    assert response.status_code == 422
    assert "There is no graph" in response.text
    assert [link for link in Html(response.text).links if "graph=other" in link]
