from __future__ import annotations

import pytest

from roadmap.config import read_settings
from roadmap.errors import SettingError
from roadmap.origins import Origins, is_origin, parse_origins


@pytest.mark.parametrize(
    "text",
    ["https://lms.example", "http://localhost:3000", "https://a-b.c1.example:8443", "http://127.0.0.1:8000",
     "https://xn--bcher-kva.example"],
)  # fmt: skip
def test_an_origin_is_what_browsers_say_of_a_page(text: str) -> None:
    assert is_origin(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "*", "null", "lms.example", "//lms.example", "ftp://lms.example", "file://", "data:text/html,x"),
        *("https://lms.example/", "https://lms.example/path", "https://lms.example?x", "https://user@lms.example"),
        *("https://LMS.example", "https://bücher.example", "https://lms..example", "https://-lms.example"),
        *("https://lms.example:443", "http://lms.example:80", "https://lms.example:0", "https://lms.example:08"),
        *("https://lms.example:65536", "https://lms.example:", "https://*.example", "https://[::1]:3000"),
        *("https://lms.example\n", " https://lms.example", "https://lms.example; script-src *", "https://'self'"),
        "https://" + "a." * 200 + "example",
    ],
)
def test_nothing_else_is_an_origin(text: str) -> None:
    assert not is_origin(text)


def test_no_origin_is_among_none() -> None:
    assert "https://lms.example" not in parse_origins("")
    assert parse_origins("") == parse_origins(" , ") == Origins()


def test_named_origins_are_those_and_no_other() -> None:
    origins = parse_origins("https://lms.example, http://localhost:3000,https://lms.example")
    assert origins.named == ("https://lms.example", "http://localhost:3000")
    assert "https://lms.example" in origins
    assert "https://lms.example.evil.example" not in origins
    assert "http://lms.example" not in origins


def test_any_origin_is_said_by_a_star_alone() -> None:
    assert "https://whoever.example" in parse_origins("*")
    with pytest.raises(ValueError, match="lms"):
        parse_origins("*,https://lms.example")


def test_settings_let_nobody_in_unless_they_say_so() -> None:
    others = read_settings({}).other_origins
    assert others.may_embed == others.may_call == Origins()


def test_each_setting_is_for_its_own() -> None:
    others = read_settings({"ROADMAP_EMBED_ORIGINS": "*", "ROADMAP_CORS_ORIGINS": "https://app.example"}).other_origins
    assert others.may_embed == Origins(any=True)
    assert others.may_call == Origins(("https://app.example",))


@pytest.mark.parametrize("name", ["ROADMAP_EMBED_ORIGINS", "ROADMAP_CORS_ORIGINS"])
def test_a_setting_that_is_no_list_of_origins_is_refused(name: str) -> None:
    with pytest.raises(SettingError, match=rf"{name} must be \* or origins"):
        read_settings({name: "lms.example"})
