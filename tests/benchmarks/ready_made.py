"""A WSGI app that sends ready-made answers: the bytes there are to send, and nothing else. Served to measure against.

READY_MADE names a folder of answers, each in a file called by the SHA-256 of the request: its method, target and body.
A file holds the headers as a line of JSON, and the body.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

import orjson

Headers = list[tuple[str, str]]

BY_SERVER = ("Server", "Date", "Connection")
"""The headers that gunicorn adds itself."""


def name_of(method: str, target: str, body: bytes) -> str:
    """What the answer to a request is called."""
    return sha256(f"{method} {target} ".encode() + body).hexdigest()


def write_answer(file: Path, headers: Headers, body: bytes) -> None:
    """Make an answer ready."""
    kept = [header for header in headers if header[0] not in BY_SERVER]
    file.write_bytes(orjson.dumps(kept) + b"\n" + body)


def _read(file: Path) -> tuple[Headers, bytes]:
    head, _, body = file.read_bytes().partition(b"\n")
    return [(name, value) for name, value in orjson.loads(head)], body


ANSWERS = {file.name: _read(file) for file in Path(os.environ.get("READY_MADE", "/nowhere")).glob("*")}


def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Send an answer."""
    asked = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    headers, body = ANSWERS[name_of(environ["REQUEST_METHOD"], environ["RAW_URI"], asked)]
    start_response("200 OK", headers)
    return [body]
