"""The service does what its contract says for requests nobody thought of: schemathesis with every check on."""

from __future__ import annotations

import json

import schemathesis
from hypothesis import settings
from schemathesis import CheckContext, GenerationMode, Response
from schemathesis.config import SchemathesisConfig
from schemathesis.openapi import from_wsgi

from tests.building.web import careers_app

IMPOSSIBLE = 422
"""Well formed, and still no plan: the contract cannot list the ids there are."""

NOT_OFFERED = 501
"""What oEmbed wants said of a format that there is none of."""

BEYOND_THE_SCHEMA = (
    "A plan needs a role, or targets, or both.",
    "cannot be used without a start date.",
    "one of the two.",
    "Belongs with ",
    "at least one day of the week must be left for study",
    "is not a weekday, an ISO date",
    "ends before it begins",
    "Must be a date of the calendar",
)
"""What the contract says in words alone: rules between members, and the calendar."""

BATCH = "createPlanBatch"
"""What is wrong with one plan of a batch is told in its line, and the batch is answered."""

CONFIG = SchemathesisConfig.from_dict(
    {
        "checks": {
            "not_a_server_error": {"expected-statuses": ["2xx", "3xx", "4xx", NOT_OFFERED]},
            "positive_data_acceptance": {"expected-statuses": ["2xx", 304, 400, 404, IMPOSSIBLE]},
            "negative_data_rejection": {"expected-statuses": [400, 404, 405, 406, 413, 415, IMPOSSIBLE, NOT_OFFERED]},
        },
        "operations": [
            {"include-operation-id": BATCH, "checks": {"negative_data_rejection": {"enabled": False}}},
        ],
    }
)

schema = from_wsgi("/openapi.json", careers_app(), config=CONFIG)


@schemathesis.check
def refuses_only_what_the_contract_refuses(ctx: CheckContext, response: Response, case: schemathesis.Case) -> None:
    """A request that matches the schema is only refused for what a schema cannot say."""
    del ctx
    generated = case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE
    if generated and response.status_code == 400:
        for error in response.json()["errors"]:
            assert any(words in error["detail"] for words in BEYOND_THE_SCHEMA), error


@schemathesis.check
def says_what_is_wrong_as_a_problem(ctx: CheckContext, response: Response, case: schemathesis.Case) -> None:
    """Every error is a problem with a type, and none is the service's own."""
    del ctx, case
    if response.status_code >= 400:
        assert response.headers["content-type"] == ["application/problem+json"]
        assert "/problems/" in response.json()["type"]
        assert response.status_code < 500 or response.status_code == NOT_OFFERED


@schemathesis.check
def answers_each_plan_of_a_batch(ctx: CheckContext, response: Response, case: schemathesis.Case) -> None:
    """A batch is answered a line a plan, in order: a plan, or a problem of the kind that its request alone would be."""
    del ctx
    if (case.method, case.operation.path) == ("POST", "/v1/plan-batches") and response.status_code == 200:
        lines = [json.loads(line) for line in response.content.splitlines()]
        assert [line["index"] for line in lines] == list(range(len(case.body["plans"])))
        for line in lines:
            assert ("plan" in line) != ("problem" in line)
            assert line.get("problem", {"status": 400})["status"] in (400, IMPOSSIBLE)


@schema.parametrize()
@settings(max_examples=150)
def test_the_service_keeps_its_contract(case: schemathesis.Case) -> None:
    """Uncompressed, as the way that schemathesis calls an app does not decode."""
    case.call_and_validate(headers={"Accept-Encoding": "identity"})
