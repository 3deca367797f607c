"""Plans in other formats come with a name to keep them under, and their pages may do next to nothing."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from flask.testing import FlaskClient

from roadmap.exporters import EXPORTERS, Exporter

SHOWN = {"html", "svg", "png"}
OTHERS = [exporter for exporter in EXPORTERS if exporter.name != "json"]
EACH = pytest.mark.parametrize("exporter", OTHERS, ids=lambda exporter: exporter.name)


def test_json_comes_bare(client: FlaskClient) -> None:
    headers = client.get("/v1/plans?role=ml-engineer").headers
    assert "Content-Disposition" not in headers
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"


@EACH
def test_a_file_is_called_by_the_role(client: FlaskClient, exporter: Exporter) -> None:
    headers = client.get(f"/v1/plans?role=ml-engineer&format={exporter.name}").headers
    kind = "inline" if exporter.name in SHOWN else "attachment"
    assert headers["Content-Disposition"] == f"{kind}; filename=ml-engineer{exporter.suffix}"


def test_a_file_for_targets_is_called_a_plan(client: FlaskClient) -> None:
    headers = client.get("/v1/plans?targets=sql,linear-algebra@2&format=ical").headers
    assert headers["Content-Disposition"] == "attachment; filename=plan.ics"


@EACH
def test_a_page_may_use_its_own_style_sheet_and_nothing_else(client: FlaskClient, exporter: Exporter) -> None:
    response = client.get(f"/v1/plans?role=ml-engineer&format={exporter.name}")
    directives = dict(
        directive.strip().partition(" ")[::2] for directive in response.headers["Content-Security-Policy"].split(";")
    )
    assert directives.pop("default-src") == "'none'"
    style = directives.pop("style-src", None)
    assert directives == {"base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'none'"}
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert (style is not None) == (exporter.name in {"html", "svg"})
    if style is not None:
        [sheet] = re.findall(rb"<style>(.*?)</style>", response.data, re.DOTALL)
        assert style == f"'sha256-{base64.b64encode(hashlib.sha256(sheet).digest()).decode()}'"


@EACH
def test_post_comes_with_the_same(client: FlaskClient, exporter: Exporter) -> None:
    got = client.get(f"/v1/plans?role=ml-engineer&format={exporter.name}").headers
    posted = client.post(f"/v1/plans?format={exporter.name}", json={"role": "ml-engineer"}).headers
    for name in ("Content-Disposition", "Content-Security-Policy", "Content-Type"):
        assert posted[name] == got[name]
