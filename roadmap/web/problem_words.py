"""What is said about one case of a problem: the words, the places and the suggestions that its exception carries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import Any

from flask import has_request_context, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge

from roadmap.errors import EndlessScheduleError, NotFoundError, UnknownReferenceError, UnreachableTargetsError
from roadmap.planning.suggestions import closest
from roadmap.web.problem_types import Said
from roadmap.web.refusals import (
    FormatNotOfferedError,
    InvalidRequestError,
    LineTooLongError,
    MalformedRequestError,
    NoRoadmapError,
    NotAcceptableError,
)

MOST_ERRORS = 50
UNKNOWN_MEMBER = "Unknown field."


def malformed(error: MalformedRequestError) -> Said:
    """What cannot be read."""
    where = {} if error.parameter is None else {"errors": [{"parameter": error.parameter, "detail": error.detail}]}
    return {"detail": error.detail, **where}


def invalid(error: InvalidRequestError) -> Said:
    """Everything that breaks the contract, each with its place."""
    errors = [_invalid_at(path, message, error) for path, message in _flat(error.messages)]
    first = errors[0]
    where = first.get("pointer") or first.get("parameter") or "The body"
    more = f" ({len(errors) - 1} more in errors.)" if len(errors) > 1 else ""
    return {"detail": f"{where}: {first['detail']}{more}", "errors": errors[:MOST_ERRORS]}


def _invalid_at(path: Sequence[str | int], message: str, error: InvalidRequestError) -> Said:
    place = _place(error.location == "json", path)
    if message != UNKNOWN_MEMBER:
        return {**place, "detail": message}
    there = reduce(lambda members, part: members.get(str(part), {}), path[:-1], error.members)
    suggestions = closest(str(path[-1]), {name: name for name in there})
    what = "member" if error.location == "json" else "parameter"
    meant = f" Did you mean {' or '.join(suggestions)}?" if suggestions else ""
    return {**place, "detail": f"There is no such {what}.{meant}", **_suggested(suggestions)}


def _flat(messages: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """marshmallow's messages one by one, each with its path; what concerns a whole object stands at the object."""
    if isinstance(messages, Mapping):
        for name, inner in messages.items():
            yield from _flat(inner, path if name == "_schema" else (*path, name))
    else:
        yield from ((path, str(message)) for message in messages)


def _place(in_body: bool, path: Sequence[str | int]) -> dict[str, str]:
    if in_body:
        return {"pointer": "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)}
    return {"parameter": str(path[0])} if path else {}


def _suggested(suggestions: Sequence[str]) -> dict[str, list[str]]:
    return {"suggestions": list(suggestions)} if suggestions else {}


def _asked_in_body() -> bool:
    """Whether what was asked stood in a body, as it does wherever no request over HTTP is being read."""
    return not has_request_context() or request.method == "POST"


def not_found(error: NotFoundError) -> Said:
    """What is not there, and what may have been meant."""
    return {"detail": str(error), "errors": [{"detail": str(error), **_suggested(error.suggestions)}]}


def unknown(error: UnknownReferenceError) -> Said:
    """All ids that do not exist, each with its place and what may have been meant."""
    errors = [
        {
            **_place(_asked_in_body(), [part for part in (unknown.member, unknown.position) if part is not None]),
            "detail": str(unknown),
            **_suggested(unknown.suggestions),
        }
        for unknown in error.references[:MOST_ERRORS]
    ]
    more = f" ({len(error.references) - 1} more in errors.)" if len(error.references) > 1 else ""
    return {"detail": f"{error.references[0]}{more}", "errors": errors}


def unreachable(error: UnreachableTargetsError) -> Said:
    """The targets, the conflict, and the way out of it."""
    way_out = f"Leave out one of {', '.join(error.conflict)}, and this conflict is settled."
    return {
        "detail": str(error),
        "errors": [{**_place(_asked_in_body(), ["avoid"]), "detail": way_out}],
        "targets": error.targets,
        "conflict": error.conflict,
    }


def endless(error: EndlessScheduleError) -> Said:
    """The pace that is too slow."""
    place = _place(_asked_in_body(), ["hours_per_week"])
    return {"detail": str(error), "errors": [{**place, "detail": "Too slow for the calendar."}]}


def method(error: MethodNotAllowed) -> Said:
    """The methods that there are."""
    allowed = ", ".join(sorted(error.valid_methods or ()))
    return {"detail": f"{request.method} is not allowed here; {allowed} are."}


def too_large(error: RequestEntityTooLarge) -> Said:
    """The limit."""
    del error
    limit = request.max_content_length
    return {"detail": f"The body may have at most {limit} bytes.", "limit": limit}


def line_too_long(error: LineTooLongError) -> Said:
    """The limit of a line."""
    return {"detail": f"The line may have at most {error.limit} bytes.", "limit": error.limit}


def not_acceptable(error: NotAcceptableError) -> Said:
    """The media types that there are."""
    return {"detail": str(error), "available": error.available}


def not_offered(error: FormatNotOfferedError) -> Said:
    """The formats that there are."""
    return {"detail": str(error), "errors": [{"parameter": "format", "detail": str(error)}]}


def no_roadmap(error: NoRoadmapError) -> Said:
    """The address that is none of a roadmap."""
    return {"detail": str(error), "errors": [{"parameter": "url", "detail": str(error)}]}


def no_such_page(error: Exception) -> Said:
    """The path that leads nowhere."""
    del error
    return {"detail": f"There is nothing at {request.path}."}


def described(error: HTTPException) -> Said:
    """What the exception says itself."""
    return {"detail": error.description or error.name}
