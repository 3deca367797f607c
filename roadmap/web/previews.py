"""What is told of a role's pages where links to them are shared: Open Graph (ogp.me), and where oEmbed is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil
from urllib.parse import quote

from roadmap.domain.text import one_line
from roadmap.exporters.svg.role_card import PACE
from roadmap.services.catalogue import show_role
from roadmap.web.cards import MEDIA_TYPES, PNG, SIZE
from roadmap.web.service import library_with, link

OEMBED = "/oembed"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page: where it is, what is on it in words, and its size in pixels."""

    address: str
    words: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Preview:
    """A page as it is told of elsewhere, for the template part `preview.html`. `picture` is None without the extra
    that draws it; `oembed` are addresses by the media type that says what they are."""

    address: str
    title: str
    description: str
    picture: Picture | None
    oembed: tuple[tuple[str, str], ...]


def preview_of(graph: str | None, role_id: str, page: str) -> Preview:
    """What to tell of a page, at an absolute address, about a role of a graph (None: the default one).

    RoleNotFoundError if there is no such role.
    """
    role = show_role(library_with(graph), graph, role_id)
    figures = f"{role.hours:,} hours in {role.steps:,} steps: {ceil(role.hours / PACE):,} weeks at {PACE} hours a week"
    name = one_line(role.name)
    return Preview(
        address=page,
        title=f"Roadmap: {name}",
        description=f"From nothing {figures}. {_first_sentence(one_line(role.summary))}",
        picture=picture_of(graph, role_id, f"{name}: {figures}") if PNG in MEDIA_TYPES else None,
        oembed=(
            ("application/json+oembed", link(OEMBED, [("url", page), ("format", "json")])),
            ("text/xml+oembed", link(OEMBED, [("url", page), ("format", "xml")])),
        ),
    )


def _first_sentence(text: str) -> str:
    """As much as previews show."""
    return re.split(r"(?<=[.!?]) ", text, maxsplit=1)[0]


def picture_of(graph: str | None, role_id: str, words: str) -> Picture:
    """The card of a role."""
    asked = [("graph", graph)] if graph else []
    return Picture(link(f"/cards/{quote(role_id, safe='')}.{PNG}", asked), words, *SIZE)
