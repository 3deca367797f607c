"""oEmbed 1.0 (oembed.com): what is asked about an address, and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import post_load, validate

from roadmap.web.refusals import FormatNotOfferedError
from roadmap.web.schemas.catalogue import count, text
from roadmap.web.schemas.fields import Answer, Count, Text, Word
from roadmap.web.schemas.queries import Query, WrittenCount
from roadmap.web.schemas.vocabulary import OEMBED_FORMAT

LONGEST_URL = 8000
LARGEST = 10_000


@dataclass(frozen=True, slots=True)
class OEmbedCall:
    """An address, the most room there is for it in pixels, and the format of the answer, if it says."""

    url: str
    maxwidth: int | None = None
    maxheight: int | None = None
    format: str | None = None


class OfferedFormat(Word):
    """A format; FormatNotOfferedError for any other word, as oEmbed has 501 where 400 would be usual."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        word: str = super()._deserialize(value, attr, data, **kwargs)
        if word not in self.vocabulary.words:
            raise FormatNotOfferedError(word, self.vocabulary.words)
        return word


def _room(side: str) -> WrittenCount:
    return WrittenCount(
        validate=validate.Range(1, LARGEST, error=f"Must be 1 to {LARGEST}."),
        metadata={"description": f"The most {side} there is for it, in pixels.", "examples": [1200]},
    )


class OEmbedQuery(Query):
    """The query of oEmbed."""

    url = Text(
        required=True,
        validate=validate.Length(1, LONGEST_URL, error=f"Must have 1 to {LONGEST_URL} characters."),
        metadata={
            "description": "The address of a roadmap on this service: `/embed/{role}` or `/roadmap?role=`, with its "
            "query.",
            "examples": ["https://roadmap.example/embed/ml-engineer?known=git@1,python"],
        },
    )
    maxwidth = _room("width")
    maxheight = _room("height")
    format = OfferedFormat(
        OEMBED_FORMAT,
        metadata={"description": "The format of the answer; wins over the `Accept` header.", "examples": ["json"]},
    )

    @post_load
    def build(self, members: dict[str, Any], **kwargs: Any) -> OEmbedCall:
        """The request that the parameters make."""
        del kwargs
        return OEmbedCall(**members)


class OEmbed(Answer):
    """How to put a roadmap into a page: a frame, with its size and a picture."""

    type = text("Always `rich`.")
    version = text("The version of oEmbed: `1.0`.")
    title = text("What the roadmap is called.")
    provider_name = text("Always `Roadmap`.")
    provider_url = text("The address of this service.")
    cache_age = count("The seconds that this may be kept.")
    html = text("A frame with the roadmap.")
    width = count("The frame's width in pixels.", least=1)
    height = count("The frame's height in pixels.", least=1)
    thumbnail_url = Text(metadata={"description": "A picture, where one fits `maxwidth` and `maxheight`."})
    thumbnail_width = Count(metadata={"description": "The picture's width in pixels.", "minimum": 1})
    thumbnail_height = Count(metadata={"description": "The picture's height in pixels.", "minimum": 1})
