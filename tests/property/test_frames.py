"""What an address of a frame says is what is read from it; and no origin says more than an origin."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st

from roadmap.origins import Origins, is_origin, parse_origins
from roadmap.web.frames import frame_address, roadmap_at
from roadmap.web.policy import content_policy
from roadmap.web.schemas.embed_requests import EmbedQuery
from tests.building.web import careers_app

APP = careers_app()
HERE = "https://plans.example"

IDS = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=","), min_size=1, max_size=12).filter(
    lambda name: name.strip() == name
)
LISTS = st.lists(IDS, unique=True, max_size=4).map(",".join)
ASKED = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("targets", "known", "prefer", "avoid", "from_roles", "in_progress", "skipped", "why"), LISTS),
        "graph": IDS,
        "hours_per_week": st.sampled_from(("7.5", "10", "0.01", "1e2")),
        "include_optional": st.sampled_from(("true", "false")),
        "assume_prerequisites": st.sampled_from(("true", "false")),
        "start_date": st.dates().map(str),
        "strategy": st.sampled_from(("just-in-time", "foundations-first", "quick-wins")),
        "view": st.sampled_from(("map", "list")),
        "theme": st.sampled_from(("auto", "light", "dark")),
        "lang": st.sampled_from(("en", "de")),
        "show_known": st.sampled_from(("true", "false")),
    },
)

NAMES = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?){0,3}", fullmatch=True)
ORIGINS = st.builds("{}://{}{}".format, st.sampled_from(("http", "https")), NAMES,
                    st.one_of(st.just(""), st.integers(1024, 65_535).map(":{}".format)))  # fmt: skip


@given(role=IDS, asked=ASKED)
def test_an_address_says_what_it_was_made_of(role: str, asked: dict[str, Any]) -> None:
    call = EmbedQuery().load(asked)
    with APP.test_request_context(base_url=HERE):
        found_role, found = roadmap_at(frame_address(role, call))
        assert found_role == role
        assert found.parameters == call.parameters
        assert frame_address(found_role, found) == frame_address(role, call)


@given(st.text(st.sampled_from("htps:/.-aA09*'; ,@[]?#\n%_é"), max_size=24))
def test_what_is_taken_for_an_origin_is_one_in_a_policy_and_in_an_address(text: str) -> None:
    if is_origin(text):
        parts = urlsplit(text)
        assert f"{parts.scheme}://{parts.netloc}" == text
        assert re.fullmatch(r"https?://[a-z0-9.-]+(:[0-9]+)?", text)


@given(st.lists(ORIGINS, unique=True, min_size=1, max_size=5))
def test_origins_that_are_named_are_named_in_the_policy_and_nobody_else(named: list[str]) -> None:
    origins = parse_origins(" , ".join(named))
    assert origins == Origins(tuple(named))
    policy = dict(part.split(" ", 1) for part in content_policy(framed_by=origins).split("; "))
    assert policy["frame-ancestors"].split() == ["'self'", *named]
