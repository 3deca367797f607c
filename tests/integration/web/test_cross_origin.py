"""Which pages of other origins may read what is answered."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from roadmap.origins import Origins, OtherOrigins
from tests.building.web import careers_app

FRIEND, OTHER_FRIEND, STRANGER = "https://app.example", "http://localhost:3000", "https://evil.example"
ALLOW = "Access-Control-Allow-Origin"
PLAN = "/v1/plans?role=ml-engineer"
COMPUTED = ["/v1/plans", "/v1/comparisons", "/v1/role-rankings", "/v1/job-ads"]
PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}


def client_for(origins: Origins) -> FlaskClient:
    return careers_app(others=OtherOrigins(may_call=origins)).test_client()


@pytest.fixture(scope="module")
def named() -> FlaskClient:
    return client_for(Origins((FRIEND, OTHER_FRIEND)))


@pytest.fixture(scope="module")
def opened() -> FlaskClient:
    return client_for(Origins(any=True))


def ask(client: FlaskClient, path: str, origin: str | None, method: str = "GET", **options: Any) -> TestResponse:
    headers = {**options.pop("headers", {}), **({"Origin": origin} if origin else {})}
    return client.open(path, method=method, headers=headers, **options)


def varies_by(response: TestResponse) -> set[str]:
    return {word.strip() for word in response.headers["Vary"].split(",")}


@pytest.mark.parametrize("path", [PLAN, "/v1/roles", "/oembed", "/openapi.json", "/v1/nothing"])
def test_nobody_may_unless_it_is_set(client: FlaskClient, path: str) -> None:
    response = ask(client, path, FRIEND)
    assert not [name for name in response.headers.keys() if name.startswith("Access-Control")]  # noqa: SIM118
    assert varies_by(response) == {"Accept", "Accept-Encoding"}


@pytest.mark.parametrize("origin", [FRIEND, OTHER_FRIEND])
@pytest.mark.parametrize("path", [PLAN, "/v1/roles", "/openapi.json"])
def test_origins_that_are_named_may(named: FlaskClient, path: str, origin: str) -> None:
    response = ask(named, path, origin)
    assert response.headers.getlist(ALLOW) == [origin]
    assert response.headers["Access-Control-Expose-Headers"] == "*"


@pytest.mark.parametrize("origin", [STRANGER, f"{FRIEND}.evil.example", "http://app.example", "null", "*", ""])
def test_others_are_answered_and_may_not_read_it(named: FlaskClient, origin: str) -> None:
    response = ask(named, PLAN, origin)
    assert response.status_code == 200
    assert ALLOW not in response.headers


@pytest.mark.parametrize("origin", [None, FRIEND, STRANGER])
@pytest.mark.parametrize("path", [PLAN, "/v1/roles/nobody", "/v1/plans", "/v1/nothing"])
def test_caches_are_told_even_where_nobody_may(named: FlaskClient, path: str, origin: str | None) -> None:
    """Or what was kept for a stranger, or for no page at all, would be given to a friend."""
    assert varies_by(ask(named, path, origin)) == {"Accept", "Accept-Encoding", "Origin"}


def test_what_is_not_sent_again_says_the_same(named: FlaskClient) -> None:
    etag = ask(named, PLAN, STRANGER).headers["ETag"]
    again = ask(named, PLAN, FRIEND, headers={"If-None-Match": etag})
    assert again.status_code == 304
    assert again.headers[ALLOW] == FRIEND
    assert varies_by(again) == {"Accept", "Accept-Encoding", "Origin"}


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [("/v1/roles/nobody", "GET", 404), ("/v1/nothing", "GET", 404), ("/v1/roles", "DELETE", 405),
     ("/v1/plans?role=nobody", "GET", 422), ("/v1/plans", "POST", 415)],
)  # fmt: skip
def test_problems_can_be_read_too(named: FlaskClient, path: str, method: str, status: int) -> None:
    response = ask(named, path, FRIEND, method)
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    assert response.headers[ALLOW] == FRIEND


def test_a_body_that_is_too_large_can_be_told(named: FlaskClient) -> None:
    response = ask(named, "/v1/plans", FRIEND, "POST", data=b"x" * 100_000, content_type="application/json")
    assert (response.status_code, response.headers[ALLOW]) == (413, FRIEND)


@pytest.mark.parametrize("path", COMPUTED)
def test_a_preflight_lets_friends_post(named: FlaskClient, path: str) -> None:
    response = ask(named, path, FRIEND, "OPTIONS", headers=PREFLIGHT)
    assert (response.status_code, response.data) == (200, b"")
    assert response.headers[ALLOW] == FRIEND
    assert "POST" in response.headers["Access-Control-Allow-Methods"]
    assert response.headers["Access-Control-Allow-Headers"] == "*"
    assert int(response.headers["Access-Control-Max-Age"]) > 0


def test_a_preflight_lets_strangers_do_nothing(named: FlaskClient) -> None:
    response = ask(named, "/v1/plans", STRANGER, "OPTIONS", headers=PREFLIGHT)
    assert not [name for name in response.headers.keys() if name.startswith("Access-Control")]  # noqa: SIM118


def test_an_answer_that_anybody_may_read_is_the_same_for_all(opened: FlaskClient) -> None:
    for origin in (None, FRIEND, "null"):
        response = ask(opened, PLAN, origin)
        assert response.headers[ALLOW] == "*"
        assert varies_by(response) == {"Accept", "Accept-Encoding"}
    assert ask(opened, "/v1/plans", "null", "OPTIONS", headers=PREFLIGHT).headers[ALLOW] == "*"


def test_credentials_are_never_asked_for(named: FlaskClient, opened: FlaskClient) -> None:
    for client in (named, opened):
        for path in (PLAN, "/embed/roadmap.js", "/embed/ml-engineer"):
            assert "Access-Control-Allow-Credentials" not in ask(client, path, FRIEND).headers


@pytest.mark.parametrize("path", ["/docs", "/problems", "/embed/ml-engineer", "/readyz"])
def test_pages_and_probes_are_for_no_script_of_another_origin(named: FlaskClient, path: str) -> None:
    assert ALLOW not in ask(named, path, FRIEND).headers


def test_any_page_may_load_the_widget_and_the_pictures(client: FlaskClient) -> None:
    latest = ask(client, "/embed/roadmap.js", STRANGER)
    assert latest.status_code == 302
    widget = urljoin("/embed/roadmap.js", latest.headers["Location"])
    paths = [widget, widget.replace("roadmap.js", "roadmap.css"), "/embed/old/roadmap.js", "/cards/ml-engineer.png"]
    for response in (latest, *(ask(client, path, STRANGER) for path in paths)):
        assert response.headers[ALLOW] == "*"
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
