"""The lines that put a roadmap into somebody else's page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from roadmap.web.frames import FRAME, FRAMES, SANDBOX
from roadmap.web.service import address, link
from roadmap.web.ui.site import linked

HEIGHT = 720
"""Of a frame, in pixels."""


def attributes(members: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The members of a roadmap as attributes of its element; what the element need not be told is left out."""
    return [(_attribute(name), value) for name, value in linked(members).items()]


def element_snippet(members: Mapping[str, Any]) -> str:
    """A script and an element, for pages that may have them."""
    told = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in attributes(members))
    script = Markup('<script type="module" src="{}"></script>').format(address("/embed/roadmap.js"))
    return f"{script}\n<learning-roadmap{told}></learning-roadmap>"


def frame_snippet(members: Mapping[str, Any], title: str) -> str | None:
    """A frame, for pages that may have nothing else; None without a role, as frames are by role."""
    asked = {name: value for name, value in linked(members).items() if name != "role"}
    if "role" not in members:
        return None
    source = link(f"{FRAMES}{quote(members['role'], safe='')}", list(asked.items()))
    return str(FRAME.format(src=source, title=title, width="100%", height=HEIGHT, sandbox=SANDBOX))


def _attribute(name: str) -> str:
    return "role-id" if name == "role" else name.replace("_", "-")
