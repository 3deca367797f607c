"""One line of a batch as the web reads and writes it: read as a body of its own is, and refused in the same words."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial
from typing import Any

import orjson
from marshmallow import ValidationError

from roadmap.services.plan_batches import Asked, Wire
from roadmap.web.arguments import names_of, read_json
from roadmap.web.links import PLANS, links_at
from roadmap.web.problem_types import INTERNAL
from roadmap.web.problems import problem_of, row_of
from roadmap.web.refusals import InvalidRequestError, LineTooLongError, RefusedRequestError
from roadmap.web.schemas.plan_batches import PlanBatchItem
from roadmap.web.schemas.plan_requests import PlanCall

log = logging.getLogger(__name__)

_item = PlanBatchItem()
_id = _item.fields["id"]


def wire_of_items(service: str, defaults: Mapping[str, Any]) -> Wire[Any]:
    """For requests that are JSON values already, on a service with some address."""
    return Wire(partial(_read_item, defaults), partial(links_at, service + PLANS), partial(_problem, service))


def wire_of_lines(service: str | None, longest: int) -> Wire[bytes]:
    """For requests that are lines of JSON of at most so many bytes. Without a service, plans have no links, and the
    type of a problem is the path of its page."""
    links = partial(links_at, service + PLANS) if service else _no_links
    return Wire(partial(_read_line, longest), links, partial(_problem, service or ""))


def _read_line(longest: int, line: bytes) -> Asked:
    try:
        if len(line) > longest:
            raise LineTooLongError(longest)
        item = read_json(line, "line")
    except RefusedRequestError as error:
        return Asked(None, None, error)
    return _read_item({}, item)


def _read_item(defaults: Mapping[str, Any], item: Any) -> Asked:
    members = {**defaults, **item} if isinstance(item, dict) else item
    try:
        call: PlanCall = _item.load(members)
    except ValidationError as error:
        refused = InvalidRequestError("json", error.messages_dict, names_of(_item))
        return Asked(_name(item), None, refused)
    return Asked(item.get("id"), call.graph, call.request)


def _name(item: Any) -> str | None:
    """The id of a request that is wrong, unless that is what is wrong."""
    name = item.get("id") if isinstance(item, dict) else None
    try:
        return None if name is None else str(_id.deserialize(name))
    except ValidationError:
        return None


def _no_links(*request: object) -> dict[str, str]:
    del request
    return {}


def _problem(service: str, error: Exception) -> bytes:
    if row_of(error).problem is INTERNAL:
        log.error("A line failed", exc_info=error)
    return orjson.dumps(problem_of(error, service))
