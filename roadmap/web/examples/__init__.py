"""The examples of the contract: one JSON file an operation, with what is asked and what is answered.

They are made from the small graph of the tests, by `make examples`, and compared by them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import orjson

FOLDER = Path(__file__).parent


@cache
def example_of(operation_id: str) -> dict[str, Any]:
    """The example of an operation: `answer`, and `body` where it takes one."""
    example: dict[str, Any] = orjson.loads((FOLDER / f"{operation_id}.json").read_bytes())
    return example
