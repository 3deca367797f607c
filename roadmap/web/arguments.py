"""Requests read strictly: what is ambiguous, or merely looks like what it should be, is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from typing import Any, NoReturn
from urllib.parse import unquote_to_bytes

import orjson
from flask import Request
from marshmallow import Schema, ValidationError
from marshmallow.fields import Nested
from webargs.fields import DelimitedFieldMixin
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import UnsupportedMediaType

from roadmap.web.refusals import InvalidRequestError, MalformedRequestError, Members

JSON = "application/json"
BROKEN_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})")
JSON_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]')
MOST_PARAMETERS = 100
DEEPEST = 64
"""How many arrays and objects may lie in each other: far more than any request has, and as many on every Python."""


class StrictParser(FlaskParser):
    """Reads the arguments that views declare, from a JSON body or from the query."""

    DEFAULT_VALIDATION_STATUS = 400
    DEFAULT_UNKNOWN_BY_LOCATION: dict[str, str | None] = {}  # noqa: RUF012 - declared so by webargs

    def load_json(self, req: Request, schema: Schema) -> Any:
        """The body as JSON. UnsupportedMediaType if it is not, MalformedRequestError if it cannot be read."""
        del schema
        if req.mimetype != JSON or req.mimetype_params.get("charset", "utf-8").lower() != "utf-8":
            raise UnsupportedMediaType(f"The body must be {JSON} in UTF-8.")
        if req.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise UnsupportedMediaType("The body must not be compressed.")
        return read_json(req.get_data())

    def load_querystring(self, req: Request, schema: Schema) -> Any:
        """The parameters by name. MalformedRequestError if they cannot be read, or one that is not a list is
        repeated."""
        lists = [name for name, member in schema.load_fields.items() if isinstance(member, DelimitedFieldMixin)]
        return read_query(req.query_string, lists)

    def handle_error(
        self,
        error: ValidationError,
        req: Request,
        schema: Schema,
        *,
        error_status_code: int | None,
        error_headers: Mapping[str, str] | None,
    ) -> NoReturn:
        """InvalidRequestError in the place of marshmallow's own."""
        del req, error_status_code, error_headers
        for location, messages in error.messages_dict.items():
            raise InvalidRequestError(location, messages, names_of(schema)) from error
        raise error


def read_arguments(schema: type[Schema], req: Request) -> Any:
    """What the query of a request says, by a schema; for views that are no operations of the contract."""
    return StrictParser().parse(schema, req, location="query")


def names_of(schema: Schema) -> Members:
    """The names that a schema knows, those inside of objects with them."""
    return {
        name: names_of(member.schema) if isinstance(member, Nested) else {}
        for name, member in schema.load_fields.items()
    }


def read_json(body: bytes, called: str = "body") -> Any:
    """The object a JSON text (RFC 8259) says. MalformedRequestError says what is wrong with it, and what it is called.

    orjson refuses whatever is not UTF-8 or has a byte order mark, NaN and numbers out of range and lone surrogates, and
    json sees names that are given twice.
    """
    try:
        orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise MalformedRequestError(f"The {called} is not JSON: {error.msg} (line {error.lineno}).") from error
    if _depth(body) > DEEPEST:
        raise MalformedRequestError(f"The {called} is nested more than {DEEPEST} levels deep.")
    value = json.loads(body, object_pairs_hook=_members)
    if not isinstance(value, dict):
        raise MalformedRequestError(f"The {called} must be a JSON object.")
    return value


def _depth(body: bytes) -> int:
    """How deep a JSON text is nested; at least that, for one with few brackets. Linear in the text."""
    brackets = body.count(b"[") + body.count(b"{")
    if brackets <= DEEPEST:
        return brackets
    deepest = depth = 0
    for token in JSON_TOKEN.finditer(body):
        sign = token[0][:1]
        depth += (sign in b"[{") - (sign in b"]}")
        deepest = max(deepest, depth)
    return deepest


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members: dict[str, Any] = {}
    for name, value in pairs:
        if name in members:
            raise MalformedRequestError(f"The name {name!r} is given twice in one object.")
        members[name] = value
    return members


def read_query(query: bytes, lists: Collection[str] = ()) -> dict[str, str]:
    """The parameters of a query (RFC 3986, with `+` for a space) by name.

    `lists` names those whose values are lists: repeated, as many clients write them, they are joined by commas.
    MalformedRequestError if another is repeated, or one cannot be read.
    """
    parts = [part for part in query.split(b"&") if part]
    if len(parts) > MOST_PARAMETERS:
        raise MalformedRequestError(f"The query has more than {MOST_PARAMETERS} parameters.")
    parameters: dict[str, str] = {}
    for part in parts:
        name, _, value = (_unescaped(text) for text in part.partition(b"="))
        if name in parameters and name not in lists:
            raise MalformedRequestError(f"The parameter {name!r} is given twice.", name)
        parameters[name] = f"{parameters[name]},{value}" if name in parameters else value
    return parameters


def _unescaped(text: bytes) -> str:
    if BROKEN_ESCAPE.search(text):
        raise MalformedRequestError("The query has a % that is not followed by two hexadecimal digits.")
    try:
        return unquote_to_bytes(text.replace(b"+", b" ")).decode()
    except UnicodeDecodeError as error:
        raise MalformedRequestError("The query is not UTF-8.") from error
