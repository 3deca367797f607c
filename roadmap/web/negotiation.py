"""Which of the media types there are a client likes best (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

from werkzeug.datastructures import MIMEAccept

from roadmap.web.refusals import NotAcceptableError

ANYTHING = "*/*"
"""What programs say that do not mind."""


def preferred(accept: MIMEAccept, available: Sequence[str]) -> str:
    """The media type with the highest quality; the first of several, or of all if the client does not say.

    A client that takes a page and anything else as well is a browser opening a link, which says so whatever is
    behind the link: for it the first will do, unless it is left out.

    The most specific range that matches a type decides its quality, whatever the order they stand in. Parameters
    of ranges (`charset=utf-8`) are not looked at. NotAcceptableError if every type is left out.
    """
    if not accept or accept.to_header() == ANYTHING:
        return available[0]
    qualities = {media_type: _quality(accept, media_type) for media_type in available}
    if _browses(accept) and qualities[available[0]] > 0:
        return available[0]
    best = max(available, key=lambda media_type: qualities[media_type])
    if qualities[best] <= 0:
        raise NotAcceptableError(available)
    return best


def _browses(accept: MIMEAccept) -> bool:
    liked = {_without_parameters(item) for item, quality in accept if quality > 0}
    return liked >= {"text/html", "*/*"}


def _quality(accept: MIMEAccept, media_type: str) -> float:
    ranges = ("*", "*/*", f"{media_type.partition('/')[0]}/*", media_type)
    matching = [
        (ranges.index(name), quality)
        for name, quality in ((_without_parameters(item), quality) for item, quality in accept)
        if name in ranges
    ]
    return max(matching, default=(0, 0.0))[1]


def _without_parameters(item: str) -> str:
    return item.partition(";")[0].strip().lower()
