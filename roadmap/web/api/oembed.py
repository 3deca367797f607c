"""`/oembed`: how to put the roadmap at an address into a page (oEmbed 1.0, oembed.com)."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

import orjson
from flask import Response, request

from roadmap.errors import ImpossibleRequestError, NotFoundError
from roadmap.services.plans import make_plan
from roadmap.web.answers import JSON
from roadmap.web.frames import frame_address, frame_html, roadmap_at
from roadmap.web.negotiation import preferred
from roadmap.web.operation import operation, resource
from roadmap.web.previews import OEMBED, Preview, preview_of
from roadmap.web.refusals import NoRoadmapError
from roadmap.web.schemas.oembed import OEmbed, OEmbedCall, OEmbedQuery
from roadmap.web.service import address, library_with

oembed = resource("embedding", "Roadmaps in other people's pages.")

XML = "text/xml"
BY_FORMAT = {"json": JSON, "xml": XML}

WIDTH, HEIGHT = 960, 720
"""A frame's size where there is room for it."""

CACHE_AGE = 86_400
"""A day: what is said of an address changes with the name of its role, and hardly ever."""


@operation(
    oembed, OEMBED, "getOEmbed", OEmbed,
    query=OEmbedQuery, problems=[400, 404, 406, 501], media_types=[XML],
)  # fmt: skip
def get_oembed(call: OEmbedCall) -> Response:
    """Ask how to embed a roadmap

    oEmbed 1.0, `rich`: a frame for the roadmap at an address of this service. The pages at these addresses name this
    one, so that whoever is given one of them finds it.
    """
    media_type = BY_FORMAT[call.format] if call.format else preferred(request.accept_mimetypes, [JSON, XML])
    told = _told(call)
    return Response(orjson.dumps(told) if media_type == JSON else _xml(told), mimetype=media_type)


def _told(call: OEmbedCall) -> dict[str, Any]:
    role, asked = roadmap_at(call.url)
    frame = frame_address(role, asked)
    try:
        preview = preview_of(asked.graph, role, frame)
        make_plan(library_with(asked.graph), asked.graph, asked.plan(role))
    except (ImpossibleRequestError, NotFoundError) as error:
        raise NoRoadmapError(call.url) from error
    width, height = min(WIDTH, call.maxwidth or WIDTH), min(HEIGHT, call.maxheight or HEIGHT)
    return {
        "type": "rich",
        "version": "1.0",
        "title": preview.title,
        "provider_name": "Roadmap",
        "provider_url": address("/"),
        "cache_age": CACHE_AGE,
        "html": frame_html(frame, preview.title, width, height),
        "width": width,
        "height": height,
        **_thumbnail(call, preview),
    }


def _thumbnail(call: OEmbedCall, preview: Preview) -> dict[str, Any]:
    """The picture, unless it is larger than what there is room for, which the standard rules out."""
    picture = preview.picture
    if picture is None or picture.width > (call.maxwidth or picture.width):
        return {}
    if picture.height > (call.maxheight or picture.height):
        return {}
    return {
        "thumbnail_url": picture.address,
        "thumbnail_width": picture.width,
        "thumbnail_height": picture.height,
    }


def _xml(told: dict[str, Any]) -> bytes:
    root = Element("oembed")
    for name, value in told.items():
        SubElement(root, name).text = str(value)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written
