"""Web origins (RFC 6454): scheme, host and port, which browsers take for who is asking."""

from __future__ import annotations

import re
from dataclasses import dataclass

ANY = "*"

LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
ORIGIN = re.compile(rf"(https?)://({LABEL}(?:\.{LABEL})*)(?::([1-9][0-9]{{0,4}}))?")
LONGEST = 253 + len("https://:65535")
LAST_PORT = 65_535
USUAL_PORTS = {"http": 80, "https": 443}


def is_origin(text: str) -> bool:
    """Whether a text is an origin as browsers write it, of a kind that a policy can name.

    Lower case, the host in ASCII, no port that goes without saying, nothing after it. An IPv6 address is none: Content
    Security Policy has no way to write one.
    """
    found = ORIGIN.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        return False
    scheme, _, port = found.groups()
    return port is None or (int(port) <= LAST_PORT and int(port) != USUAL_PORTS[scheme])


@dataclass(frozen=True, slots=True)
class Origins:
    """Some origins by name, or any: `Origins()` is none at all."""

    named: tuple[str, ...] = ()
    any: bool = False

    def __contains__(self, origin: str) -> bool:
        """Whether an origin is one of them; `null`, the origin of what has none, is in any alone."""
        return self.any or origin in self.named


@dataclass(frozen=True, slots=True)
class OtherOrigins:
    """What pages of other origins may do: put pages of the service in frames, and call it from a script."""

    may_embed: Origins = Origins()
    may_call: Origins = Origins()


def parse_origins(text: str) -> Origins:
    """Origins joined by commas, or `*` for any; ValueError for anything else."""
    words = tuple(word for word in map(str.strip, text.split(",")) if word)
    if words == (ANY,):
        return Origins(any=True)
    if not all(map(is_origin, words)):
        raise ValueError(text)
    return Origins(tuple(dict.fromkeys(words)))
