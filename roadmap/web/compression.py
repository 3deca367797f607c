"""Answers made smaller for clients that say they take that (RFC 9110, sections 8.4 and 12.5.3)."""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import brotli
from flask import Request, Response

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

SMALLEST = 1024
"""Bytes below which nothing is won: an answer of this size goes in one packet as it is."""

TEXT = re.compile(r"text/.*|[^;]*[/+](json|xml|yaml|javascript)")
"""The media types that are worth it; pictures in pixels are compressed already."""

KEPT = 64
"""How many static files are kept compressed, in all codings together."""


@dataclass(frozen=True, slots=True)
class Coding:
    """A content coding: how an answer is compressed while the client waits, and once for all who ask later."""

    name: str
    quickly: Callable[[bytes], bytes]
    thoroughly: Callable[[bytes], bytes]


CODINGS = (
    Coding("zstd", lambda content: zstd.compress(content, 3), lambda content: zstd.compress(content, 19)),
    Coding("br", lambda content: brotli.compress(content, quality=3), brotli.compress),
    Coding("gzip", lambda content: gzip.compress(content, 4, mtime=0), lambda content: gzip.compress(content, mtime=0)),
)
"""In the order of our liking, where a client likes several equally; `python -m tests.benchmarks serving` has the sizes
and times that the order and the levels come from."""

BY_NAME = {coding.name: coding for coding in CODINGS}


def coding_of(request: Request, response: Response) -> str | None:
    """The coding that an answer is best sent in; None for as it is, which every client takes."""
    accepted = request.accept_encodings
    if not accepted or not _worthwhile(response):
        return None
    qualities = {coding.name: accepted.quality(coding.name) for coding in CODINGS}
    best = max(qualities, key=qualities.__getitem__)
    return best if qualities[best] > 0 and qualities[best] >= accepted.quality("identity") else None


def compress(response: Response, name: str, static: bool) -> None:
    """Compress an answer; what is `static` thoroughly, and once."""
    content = response.get_data()
    response.set_data(_kept(content, name) if static else BY_NAME[name].quickly(content))
    response.headers["Content-Encoding"] = name


def _worthwhile(response: Response) -> bool:
    return (
        not response.is_streamed
        and "Content-Encoding" not in response.headers
        and (response.content_length or 0) >= SMALLEST
        and TEXT.fullmatch(response.mimetype or "") is not None
    )


@lru_cache(KEPT)
def _kept(content: bytes, name: str) -> bytes:
    return BY_NAME[name].thoroughly(content)
