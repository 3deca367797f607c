"""`roadmap job-ad`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.integration.cli.conftest import Command

ADVERT = "Must have: strong Python, SQL, and AWS or Google Cloud. Nice to have: Go, Snowplow."


@pytest.fixture
def advert(tmp_path: Path) -> Path:
    """A file with an advert."""
    path = tmp_path / "advert.txt"
    path.write_text(ADVERT, encoding="utf-8")
    return path


def test_an_advert_is_told_in_tables(roadmap: Command, advert: Path) -> None:
    told = roadmap("job-ad", advert, "--title", "Data Scientist").stdout
    for words in ("Roles", "python", "2  essential", "One of: aws, gcp", "Not in the graph: Snowplow"):
        assert words in told


def test_who_knows_something_gets_the_way_there(roadmap: Command, advert: Path) -> None:
    told = roadmap("job-ad", advert, "--known", "python").stdout
    assert "The way there" in told
    assert "sql@1" in told


def test_as_json_it_says_what_the_service_says(roadmap: Command, advert: Path) -> None:
    told = json.loads(roadmap("job-ad", advert, "--known", "python", "--format", "json").stdout)
    assert [skill["skill"] for skill in told["job_ad"]["skills"]] == ["python", "sql", "aws", "gcp", "go"]
    assert told["plan"]["role"]["id"] == "job-ad"


def test_several_adverts_are_told_together(roadmap: Command, advert: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Docker", encoding="utf-8")
    told = roadmap("job-ad", advert, other, "--share", "0.5").stdout
    assert "1 skill meets 1 of 2 adverts: Docker." in told
    assert "python" in told


def test_an_advert_in_another_encoding_is_refused_in_a_line(roadmap: Command, tmp_path: Path) -> None:
    path = tmp_path / "advert.txt"
    path.write_bytes("Größe".encode("latin-1"))
    refused = roadmap("job-ad", path)
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "is not UTF-8" in refused.stderr


def test_a_title_goes_with_one_file(roadmap: Command, advert: Path) -> None:
    refused = roadmap("job-ad", advert, advert, "--title", "x")
    assert (refused.exit_code, "one file" in refused.stderr) == (2, True)


def test_a_mistyped_skill_is_refused_with_a_suggestion(roadmap: Command, advert: Path) -> None:
    refused = roadmap("job-ad", advert, "--known", "pyton")
    assert (refused.exit_code, "Did you mean python" in refused.stderr) == (2, True)
