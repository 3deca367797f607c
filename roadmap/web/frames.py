"""Roadmaps by address: the address of a frame, the frame around it, and the roadmap that an address is of."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import SplitResult, quote, unquote, urlsplit

from markupsafe import Markup
from marshmallow import ValidationError
from webargs.fields import DelimitedFieldMixin

from roadmap.web.arguments import read_query
from roadmap.web.refusals import NoRoadmapError, RefusedRequestError
from roadmap.web.schemas.embed_requests import EmbedCall, EmbedQuery
from roadmap.web.service import address, link

FRAMES = "/embed/"
PAGE = "/roadmap"
"""The page of the service's own site that shows a roadmap."""

MEMBERS = EmbedQuery().fields
LISTS = tuple(name for name, member in MEMBERS.items() if isinstance(member, DelimitedFieldMixin))

SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"
"""What a frame may do: run its scripts as this service (or it could not ask for plans), open what it links to, and save
plans. Not: send forms, open dialogs, or take its parent elsewhere."""

FRAME = Markup(
    '<iframe src="{src}" title="{title}" width="{width}" height="{height}" sandbox="{sandbox}" '
    'referrerpolicy="no-referrer" loading="lazy" frameborder="0"></iframe>'
)


def frame_address(role_id: str, call: EmbedCall) -> str:
    """The absolute address of a roadmap in a frame."""
    return link(f"{FRAMES}{quote(role_id, safe='')}", call.parameters)


def frame_html(src: str, title: str, width: int, height: int) -> str:
    """A frame of some size in pixels."""
    return str(FRAME.format(src=src, title=title, width=width, height=height, sandbox=SANDBOX))


def roadmap_at(url: str) -> tuple[str, EmbedCall]:
    """The role, and the rest of the request, that an address of this service is of; NoRoadmapError if it is none.

    Whether it says http or https is not looked at: who copies a link from somewhere may have either.
    """
    try:
        parts, here = urlsplit(url), urlsplit(address(""))
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.netloc.lower() != here.netloc:
            raise NoRoadmapError(url)
        role, asked = _asked(parts, here.path)
        call: EmbedCall = EmbedQuery().load(asked)
    except (ValueError, ValidationError, RefusedRequestError) as error:
        raise NoRoadmapError(url) from error
    return role, call


def _asked(parts: SplitResult, root: str) -> tuple[str, Mapping[str, str]]:
    """The role and the parameters of an address; ValueError for a path that is none of a roadmap."""
    if not parts.path.startswith(root):
        raise ValueError(parts.path)
    path, asked = parts.path.removeprefix(root), read_query(parts.query.encode(), LISTS)
    if path == PAGE and asked.get("role"):
        return asked["role"], {name: value for name, value in asked.items() if value and name in MEMBERS}
    role = path.removeprefix(FRAMES)
    if role in ("", path) or "/" in role:
        raise ValueError(path)
    return unquote(role), asked
