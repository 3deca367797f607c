from __future__ import annotations

import pytest
from flask.testing import FlaskClient

PLAN = "/v1/plans?role=ai-engineer"

JSON_ALONE = ("/v1/roles", "/v1/graphs", "/v1/skills/python", "/healthz")
"""What comes in no other format."""

CHROMIUM = (
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
    "application/signed-exchange;v=b3;q=0.7"
)
FIREFOX = (
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8"
)
SAFARI = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
CHROMIUM_IMAGE = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"
FIREFOX_IMAGE = "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5"
SAFARI_IMAGE = "image/webp,image/avif,video/*;q=0.8,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5"


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
        ("application/json, text/plain, */*", "application/json"),
        (CHROMIUM, "application/json"),
        (FIREFOX, "application/json"),
        (SAFARI, "application/json"),
        ("text/html", "text/html"),
        ("text/html, application/json;q=0.5", "text/html"),
        ("text/html, */*;q=0", "text/html"),
        ("text/html, */*;q=0.8, application/json;q=0", "text/html"),
        ("application/json, text/html;q=0.9", "application/json"),
        ("image/*", "image/svg+xml"),
        ("image/png", "image/png"),
        (CHROMIUM_IMAGE, "image/svg+xml"),
        (FIREFOX_IMAGE, "image/svg+xml"),
        (SAFARI_IMAGE, "image/svg+xml"),
        ("text/calendar", "text/calendar"),
        ("text/vnd.graphviz", "text/vnd.graphviz"),
        ("application/graphml+xml", "application/graphml+xml"),
        ("application/vnd.roadmap.node-link+json", "application/vnd.roadmap.node-link+json"),
    ],
)
def test_the_most_liked_format_is_sent(client: FlaskClient, accept: str | None, media_type: str) -> None:
    response = client.get(PLAN, headers={} if accept is None else {"Accept": accept})
    assert (response.status_code, response.mimetype) == (200, media_type)
    assert response.vary.as_set() == {"accept", "accept-encoding"}


@pytest.mark.parametrize(
    ("path", "accept"),
    [
        *(
            (path, accept)
            for path in JSON_ALONE
            for accept in ("text/html", "image/*", "application/json;q=0", "nonsense")
        ),
        *((PLAN, accept) for accept in ("text/plain", "image/jpeg", "application/json;q=0", "nonsense")),
    ],
)
def test_nothing_acceptable_is_answered_with_what_there_is(client: FlaskClient, path: str, accept: str) -> None:
    response = client.get(path, headers={"Accept": accept})
    assert response.status_code == 406
    assert response.mimetype == "application/problem+json"
    assert "application/json" in response.get_json()["available"]
