"""Answers kept whole for whoever asks the same again, for as long as the graphs stay the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from io import BytesIO
from threading import Lock
from typing import Any, cast
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from werkzeug.http import parse_etags, remove_entity_headers

from roadmap.services.library import GraphLibrary, GraphSource
from roadmap.web.told import TOLD, Told

Headers = list[tuple[str, str]]
Key = tuple[str | bytes, ...]

ASKED_BY = ("REQUEST_METHOD", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "wsgi.url_scheme", "HTTP_HOST")
"""What of a request any answer may depend on, besides its body..."""

VARIED_BY = {
    "accept": "HTTP_ACCEPT",
    "accept-encoding": "HTTP_ACCEPT_ENCODING",
    "origin": "HTTP_ORIGIN",
    "sec-fetch-site": "HTTP_SEC_FETCH_SITE",
}
"""...and the headers that it may vary by; one that varies by another is not kept."""

BODY_BY = ("CONTENT_TYPE", "HTTP_CONTENT_ENCODING")
SECRETS = ("HTTP_AUTHORIZATION", "HTTP_COOKIE")

LONGEST_BODY = 16_384
"""The longest body, in bytes, of a request whose answer is kept."""

SHARE = 8
"""No answer may take more than this part of all that is kept."""

OVERHEAD = 1_500
"""Bytes that an answer takes besides its body, with its key: about what sys.getsizeof says of them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer, and what was told of it. `etag` is empty for one that is not conditional."""

    status: str
    headers: Headers
    body: bytes
    told: Told
    etag: str

    @property
    def size(self) -> int:
        """Bytes of memory, about."""
        return len(self.body) + OVERHEAD


@dataclass(slots=True)
class Kept:
    """Answers by what was asked, the least used first, made from `library` and no other; at most `most` bytes."""

    most: int
    library: GraphLibrary | None = None
    answers: OrderedDict[Key, Answer] = field(default_factory=OrderedDict)
    bytes: int = 0
    lock: Lock = field(default_factory=Lock)

    def get(self, key: Key, library: GraphLibrary) -> Answer | None:
        """The answer to a request, if one was made from these graphs."""
        with self.lock:
            if self.library is not library:
                self.library, self.bytes = library, 0
                self.answers.clear()
            answer = self.answers.get(key)
            if answer is not None:
                self.answers.move_to_end(key)
            return answer

    def put(self, key: Key, library: GraphLibrary, answer: Answer) -> None:
        """Keep an answer, unless other graphs are served by now."""
        with self.lock:
            if self.library is not library or answer.size * SHARE > self.most or key in self.answers:
                return
            self.answers[key] = answer
            self.bytes += answer.size
            while self.bytes > self.most:
                self.bytes -= self.answers.popitem(last=False)[1].size


class KeptAnswers:
    """A WSGI app that answers what it was asked before from memory.

    Only answers that a view told to be pure are kept: those that depend on the graphs and the request alone. Which
    requests are equal is decided by what they say, not by what they mean: to see that two mean the same takes as long
    as a plan. Of bodies only a hash is kept.
    """

    def __init__(self, app: WSGIApplication, graphs: GraphSource, most: int) -> None:
        self._app = app
        self._graphs = graphs
        self._kept = Kept(most)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer."""
        told = cast(Told, environ[TOLD])
        library = told.library = self._graphs.current()
        key = _key(environ)
        if key is None:
            return self._app(environ, start_response)
        answer = self._kept.get(key, library)
        told.cache = "miss" if answer is None else "hit"
        if answer is not None:
            return _again(answer, told, environ, start_response)
        if "HTTP_IF_NONE_MATCH" in environ:
            return self._app(environ, start_response)
        return self._made(key, library, environ, start_response)

    def _made(
        self, key: Key, library: GraphLibrary, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Have the app answer, and keep what it says."""
        begun: list[tuple[str, Headers]] = []

        def begin(status: str, headers: Headers, exc_info: Any = None, /) -> Any:
            begun.append((status, headers))
            return start_response(status, headers, exc_info)

        body = self._app(environ, begin)
        told = cast(Told, environ[TOLD])
        if not told.pure:
            told.cache = ""
            return body
        content = b"".join(body)
        status, headers = begun[-1]
        if status.startswith("200") and _varies_by_key(headers):
            self._kept.put(key, library, _answer(status, headers, content, told))
        return [content]


def _key(environ: WSGIEnvironment) -> Key | None:
    """What a request says; None if its answer is not to be kept."""
    if any(name in environ for name in SECRETS):
        return None
    said = [environ.get(name, "") for name in (*ASKED_BY, *VARIED_BY.values())]
    if said[0] == "GET":
        return tuple(said)
    length = environ.get("CONTENT_LENGTH", "")
    if said[0] != "POST" or not length.isdecimal() or int(length) > LONGEST_BODY:
        return None
    body = environ["wsgi.input"].read(int(length))
    environ["wsgi.input"] = BytesIO(body)
    digest = blake2b(body, digest_size=32).digest()
    return (*said, *(environ.get(name, "") for name in BODY_BY), digest)


def _varies_by_key(headers: Headers) -> bool:
    varied = {word.strip().lower() for name, value in headers if name == "Vary" for word in value.split(",")}
    return varied <= VARIED_BY.keys() and not any(name == "Set-Cookie" for name, _ in headers)


def _answer(status: str, headers: Headers, body: bytes, told: Told) -> Answer:
    etag = next((value for name, value in headers if name == "ETag"), "")
    return Answer(status, headers, body, told, etag.strip('"'))


def _again(answer: Answer, told: Told, environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    """Send an answer that was kept, or say that the client has it."""
    told.graph, told.route, told.steps = answer.told.graph, answer.told.route, answer.told.steps
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known and answer.etag and parse_etags(known).contains_weak(answer.etag):
        left = list(answer.headers)
        remove_entity_headers(left)
        start_response("304 NOT MODIFIED", left)
        return []
    start_response(answer.status, answer.headers)
    return [answer.body]
