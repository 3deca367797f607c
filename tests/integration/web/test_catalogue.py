from __future__ import annotations

from flask.testing import FlaskClient


def test_graphs_are_listed_with_the_default_one_first(client: FlaskClient) -> None:
    graphs = client.get("/v1/graphs").get_json()["graphs"]
    assert [graph["id"] for graph in graphs] == ["tech-careers"]
    assert graphs[0]["default"] is True


def test_a_graph_is_shown_in_figures(client: FlaskClient) -> None:
    graph = client.get("/v1/graphs/tech-careers").get_json()
    assert (graph["skills"], graph["units"], graph["roles"]) == (18, 26, 4)
    assert len(graph["digest"]) == 64


def test_skills_are_listed_by_name_part_by_part(client: FlaskClient) -> None:
    whole = client.get("/v1/skills").get_json()
    part = client.get("/v1/skills?limit=2&offset=3").get_json()
    assert part["skills"] == whole["skills"][3:5]
    assert (part["total"], part["limit"], part["offset"]) == (18, 2, 3)


def test_skills_are_found_by_alias(client: FlaskClient) -> None:
    found = client.get("/v1/skills", query_string={"q": "rag"}).get_json()["skills"]
    assert found[0]["id"] == "retrieval-augmented-generation"


def test_skills_of_a_track(client: FlaskClient) -> None:
    found = client.get("/v1/skills?track=cloud").get_json()["skills"]
    assert {skill["track"] for skill in found} == {"cloud"}


def test_a_search_may_hold_a_comma(client: FlaskClient) -> None:
    assert client.get("/v1/skills?q=a%2Cb").status_code == 200


def test_a_skill_shows_what_it_builds_on_and_what_builds_on_it(client: FlaskClient) -> None:
    skill = client.get("/v1/skills/linear-algebra?graph=tech-careers").get_json()
    assert skill["levels"][0]["requires"][0]["unit"] == "algebra@1"
    assert "machine-learning@1" in skill["levels"][0]["needed_by"]


def test_a_choice_is_shown_as_a_requirement_with_options(client: FlaskClient) -> None:
    requires = client.get("/v1/skills/mlops").get_json()["levels"][0]["requires"]
    choice = requires[-1]
    assert choice["unit"] is None
    assert [option["unit"] for option in choice["any_of"]] == ["aws@1", "azure@1", "gcp@1"]


def test_roles_are_listed_by_name(client: FlaskClient) -> None:
    roles = client.get("/v1/roles").get_json()["roles"]
    assert [role["id"] for role in roles] == ["ai-engineer", "data-scientist", "ml-engineer", "software-engineer"]


def test_a_role_shows_requirements_and_sourced_facts(client: FlaskClient) -> None:
    role = client.get("/v1/roles/ml-engineer").get_json()
    assert role["essential"][0]["unit"] == "python@2"
    assert role["facts"][0]["source"]["url"].startswith("https://")
    assert role["hours"] > 0


def test_probes(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"state": "alive"}
    assert client.get("/readyz").get_json() == {"state": "ready", "graphs": ["tech-careers"], "outdated": []}
