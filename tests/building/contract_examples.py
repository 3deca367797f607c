"""The examples of the contract: what the service answers when it is asked what the contract shows.

`make examples` writes the answers anew; what is asked is in the same files, and written by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import getitem
from typing import Any

import orjson
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from roadmap.web.answers import NDJSON
from roadmap.web.contract import EXAMPLE_HOST
from roadmap.web.examples import FOLDER, example_of
from roadmap.web.openapi import openapi_document
from tests.building.axes import leaning_app
from tests.building.web import careers_app

SHOWN = {
    "createComparison": ("hedged_plan", "steps", slice(2, 4)),
    "getPlan": ("steps", slice(2)),
    "listRoles": ("roles", slice(1)),
}
"""What is shown of long lists: of a comparison the last step for both roles, and the first for one."""

LINES = {"createPlanBatch"}
"""The operations whose answer is a value a line."""


@dataclass(frozen=True)
class Operation:
    """An operation of the contract."""

    path: str
    method: str
    described: dict[str, Any]

    @property
    def id(self) -> str:
        """Its name in the contract."""
        return self.described["operationId"]

    def replay(self, client: FlaskClient, **only: Any) -> TestResponse:
        """The answer to the request that the contract shows, with `only` some members of the query changed."""
        path, query = self.path, {}
        for parameter in self.described.get("parameters", []):
            example = parameter["example"]
            if parameter["in"] == "path":
                path = path.replace(f"{{{parameter['name']}}}", example)
            else:
                written = ",".join(example) if isinstance(example, list) else str(example)
                query[parameter["name"]] = {"True": "true", "False": "false"}.get(written, written)
        body = self.described.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
        return client.open(
            path, method=self.method.upper(), query_string=query | only, json=body, base_url=EXAMPLE_HOST
        )


def operations(app: Flask) -> list[Operation]:
    """All operations of the contract."""
    paths = openapi_document(app)["paths"]
    return [Operation(path, method, described) for path, item in paths.items() for method, described in item.items()]


def told(response: TestResponse) -> list[Any]:
    """The values that an answer holds: the one that it is, or one a line."""
    if response.mimetype == NDJSON:
        return [json.loads(line) for line in response.data.splitlines()]
    return [response.get_json()]


def examples() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each operation with its example, as the service answers today."""
    app = careers_app(EXAMPLE_HOST)
    for operation in operations(app):
        # Rankings show what they can where hours count for axes.
        asked = leaning_app() if operation.id == "rankRoles" else app
        answers = told(operation.replay(asked.test_client()))
        answer = answers if operation.id in LINES else answers[0]
        if operation.id in SHOWN:
            *inside, member, part = SHOWN[operation.id]
            holder = reduce(getitem, inside, answer)
            holder[member] = holder[member][part]
        yield operation.id, {**example_of(operation.id), "answer": answer}


def written(example: dict[str, Any]) -> bytes:
    """The content of an example's file."""
    return orjson.dumps(example, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


if __name__ == "__main__":
    for name, made in examples():
        (FOLDER / f"{name}.json").write_bytes(written(made))
