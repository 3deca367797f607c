"""A batch says of each request what the request says alone, whatever stands beside it."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from roadmap.adapters.graph_shelf import load_graphs
from roadmap.domain.days_off import WEEKDAYS
from roadmap.planning.ordering import STRATEGIES
from roadmap.services.plan_batches import answer_lines, holds_plan
from roadmap.web.plan_lines import wire_of_lines
from roadmap.web.schemas.plan_requests import name_of
from tests.building.web import CAREERS, MAX_BODY, careers_app

ADDRESS = "http://localhost"
LIBRARY = load_graphs([CAREERS])
CLIENT = careers_app().test_client()

GRAPH = LIBRARY.planner().compiled
names = st.sampled_from([*GRAPH.named, "nothing", ""])
roles = st.sampled_from([*GRAPH.roles, "nobody"])
several = st.lists(names, max_size=4)
values = st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.lists(st.integers(), max_size=2)
days = st.dates().map(str)

requests = st.fixed_dictionaries(
    {"role": roles},
    optional={
        "targets": several,
        "known": several,
        "from_roles": st.lists(roles, max_size=2),
        "assume_prerequisites": st.booleans(),
        "include_optional": st.booleans(),
        "prefer": several,
        "avoid": several,
        "strategy": st.sampled_from([strategy.name for strategy in STRATEGIES]),
        "hours_per_week": st.floats(-1, 200),
        "start_date": days,
        "deadline": days,
        "days_off": st.lists(st.sampled_from(WEEKDAYS) | days, max_size=3),
        "what_if": several,
        "why": several,
        "graph": st.sampled_from(["tech-careers", "other"]),
        "more": values,
    },
)
items = requests | st.dictionaries(st.sampled_from(["role", "known", "strategy", "avoid"]), values, max_size=3)


def alone(item: dict[str, Any]) -> bytes:
    response = CLIENT.post("/v1/plans", json=item)
    return b'"%b":%b}\n' % (b"plan" if response.status_code == 200 else b"problem", response.data)


@given(st.lists(items, max_size=5), st.integers(0, 5))
def test_lines_equal_single_plans(asked: list[dict[str, Any]], first: int) -> None:
    lines = [json.dumps(item).encode() for item in asked]
    made = list(answer_lines(LIBRARY, wire_of_lines(ADDRESS, MAX_BODY), lines, first))
    assert [line.text for line in made] == [b'{"index":%d,%b' % (n, alone(item)) for n, item in enumerate(asked, first)]
    assert [line.solved for line in made] == [holds_plan(line.text) for line in made]


@given(st.lists(requests, max_size=4), requests)
def test_defaults_are_what_a_request_leaves_out(asked: list[dict[str, Any]], defaults: dict[str, Any]) -> None:
    response = CLIENT.post("/v1/plan-batches", json={"defaults": defaults, "plans": asked})
    if response.status_code == 200:
        whole = [b'{"index":%d,%b' % (n, alone(defaults | item)) for n, item in enumerate(asked)]
        assert response.data == b"".join(whole)
    else:
        assert all(error["pointer"].startswith("/defaults") for error in response.get_json()["errors"])


@given(st.text(max_size=100), st.text(max_size=3))
def test_an_id_comes_back_as_it_was_given(name: str, role: str) -> None:
    line = json.dumps({"id": name, "role": role}, ensure_ascii=False).encode(errors="surrogatepass")
    [answer] = answer_lines(LIBRARY, wire_of_lines(None, MAX_BODY), [line])
    told = json.loads(answer.text)
    assert told.get("id", name) == name
    assert holds_plan(answer.text) is ("plan" in told)


@given(st.text(st.sampled_from("a@,\n\x7f\x00é€ "), max_size=5) | st.text(max_size=120) | values)
def test_names_are_taken_as_their_validators_have_it(value: Any) -> None:
    field = name_of("A name.")
    try:
        accepted = field.deserialize(value) == value
    except Exception:
        accepted = False
    assert field.takes(value) is accepted
