from __future__ import annotations

import pytest
from flask.testing import FlaskClient

PLAN = "/v1/plans?role=ai-engineer"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("*", "application/json"),
        ("application/*", "application/json"),
        ("text/*", "text/markdown"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/csv; charset=utf-8", "text/csv"),
        ("text/csv;q=0.5, text/markdown;q=0.6", "text/markdown"),
        ("text/csv, */*;q=0.1", "text/csv"),
        ("application/json;q=0, */*", "text/markdown"),
        ("*/*, application/json;q=0.2, text/markdown;q=0.1", "text/csv"),
        ("text/html, application/xhtml+xml, */*;q=0.8", "application/json"),
    ],
)
def test_the_most_liked_format_is_sent(client: FlaskClient, accept: str | None, media_type: str) -> None:
    response = client.get(PLAN, headers={} if accept is None else {"Accept": accept})
    assert (response.status_code, response.mimetype) == (200, media_type)
    assert response.vary.as_set() == {"accept"}


@pytest.mark.parametrize("accept", ["text/html", "image/*", "application/json;q=0", "nonsense"])
@pytest.mark.parametrize("path", [PLAN, "/v1/roles", "/v1/graphs", "/v1/skills/python", "/healthz"])
def test_nothing_acceptable_is_answered_with_what_there_is(client: FlaskClient, path: str, accept: str) -> None:
    response = client.get(path, headers={"Accept": accept})
    assert response.status_code == 406
    assert response.mimetype == "application/problem+json"
    assert "application/json" in response.get_json()["available"]
