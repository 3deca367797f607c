"""Why the web itself refuses a request, before any service is asked.

RefusedRequestError
├── MalformedRequestError     the body or the query cannot be read at all
├── InvalidRequestError       it can be read, and is not what the contract says
├── LineTooLongError          one line of a batch has more bytes than are read
├── NotAcceptableError        none of the media types there are is accepted
├── FormatNotOfferedError     a format by name that there is none of, where a standard has this said apart
├── NoRoadmapError            an address that is asked about, and is none of a roadmap
└── NotReadyError             no graph is loaded
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Members = Mapping[str, "Members"]
"""The names of an object's members, each with those of the object it holds."""


class RefusedRequestError(Exception):
    """The root of what this module holds."""


class MalformedRequestError(RefusedRequestError):
    """The body, or with `parameter` one parameter of the query, cannot be read."""

    def __init__(self, detail: str, parameter: str | None = None) -> None:
        self.detail = detail
        self.parameter = parameter
        super().__init__(detail)


class InvalidRequestError(RefusedRequestError):
    """What was read breaks the contract.

    `location` is json or query; `messages` are marshmallow's: member names and list positions, down to lists of
    messages. `members` are the names that there are, with those inside of each.
    """

    def __init__(self, location: str, messages: Mapping[Any, Any], members: Members) -> None:
        self.location = location
        self.messages = messages
        self.members = members
        super().__init__(f"invalid {location}")


class LineTooLongError(RefusedRequestError):
    """A line has more than `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(f"The line has more than {limit} bytes.")


class NotAcceptableError(RefusedRequestError):
    """The Accept header leaves out every media type in `available`."""

    def __init__(self, available: Sequence[str]) -> None:
        self.available = tuple(available)
        super().__init__(f"Available as {', '.join(self.available)}.")


class FormatNotOfferedError(RefusedRequestError):
    """There is no `format` here, but those that are `available`."""

    def __init__(self, name: str, available: Sequence[str]) -> None:
        self.format = name
        self.available = tuple(available)
        super().__init__(f"There is no format {name!r}; there are {' and '.join(self.available)}.")


class NoRoadmapError(RefusedRequestError):
    """`url` is not the address of a roadmap on this service."""

    def __init__(self, url: str) -> None:
        self.url = url
        super().__init__(f"No roadmap of this service is at {url!r}.")


class NotReadyError(RefusedRequestError):
    """There is nothing to plan on yet."""
