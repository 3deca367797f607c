from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.building.web import careers_app

KEPT = [
    "/v1/graphs",
    "/v1/graphs/tech-careers",
    "/v1/skills?q=python",
    "/v1/skills/python",
    "/v1/roles",
    "/v1/roles/ml-engineer",
    "/v1/plans?role=ml-engineer",
    "/v1/plans?role=ml-engineer&format=csv",
    "/v1/plans?role=ml-engineer&format=html",
    "/v1/plans?role=ml-engineer&format=svg",
    "/openapi.json",
    "/docs",
    "/problems",
    "/problems/not-found",
    "/cards/ml-engineer.svg",
    "/cards/ml-engineer.png",
    "/oembed?url=http://localhost/embed/ml-engineer",
]


@pytest.mark.parametrize("path", KEPT)
def test_what_a_client_has_already_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    etag = first.headers["ETag"]
    assert not etag.startswith("W/")
    for known in (etag, f"W/{etag}", f'"x", {etag}', "*"):
        again = client.get(path, headers={"If-None-Match": known})
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == etag
        assert again.headers["Cache-Control"] == first.headers["Cache-Control"]
        assert again.headers["Vary"] == first.headers["Vary"]
    assert client.get(path, headers={"If-None-Match": '"x"'}).data == first.data


@pytest.mark.parametrize("path", KEPT)
def test_etags_are_the_same_on_every_worker(client: FlaskClient, path: str) -> None:
    other = careers_app().test_client()
    assert client.get(path).headers["ETag"] == other.get(path).headers["ETag"]


@pytest.mark.parametrize("path", KEPT)
def test_head_has_the_headers_and_no_body(client: FlaskClient, path: str) -> None:
    got, head = client.get(path), client.head(path)
    assert head.data == b""
    assert head.headers == got.headers


@pytest.mark.parametrize("path", KEPT)
def test_options_tells_the_methods(client: FlaskClient, path: str) -> None:
    response = client.options(path)
    assert response.status_code == 200
    assert {"GET", "HEAD", "OPTIONS"} <= set(response.allow)


@pytest.mark.parametrize("path", [*KEPT, "/", "/healthz", "/readyz", "/nowhere", "/v1/plans", "/v1/roles/nobody"])
def test_every_answer_says_how_it_may_be_kept(client: FlaskClient, path: str) -> None:
    for response in (client.get(path), client.delete(path), client.options(path)):
        assert response.headers["Cache-Control"]
        assert response.headers["Vary"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_plans_may_be_kept_for_a_while_and_errors_not_at_all(client: FlaskClient) -> None:
    kept = client.get("/v1/plans?role=ml-engineer").headers["Cache-Control"]
    assert kept == "public, max-age=300, must-revalidate"
    assert client.get("/v1/plans?role=nobody").headers["Cache-Control"] == "no-store"
    assert client.post("/v1/plans", json={"role": "ml-engineer"}).headers["Cache-Control"] == "no-store"


def test_formats_of_one_plan_have_different_etags(client: FlaskClient) -> None:
    etags = {
        client.get("/v1/plans?role=ml-engineer", headers={"Accept": accept}).headers["ETag"]
        for accept in ("application/json", "text/csv", "text/markdown")
    }
    assert len(etags) == 3
