"""What goes with a plan that is not JSON: a name to keep it under, and what its page may do in a browser."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256

from werkzeug.datastructures import Headers

from roadmap.exporters import Exporter
from roadmap.planning.plan import Plan
from roadmap.web.answers import HTML, JSON


def download_headers(exporter: Exporter, plan: Plan) -> Headers:
    """The headers of a plan in a format; none for JSON, which is read by programs.

    The file is called by the role, or `plan`, with the ending of the format. Pages and pictures are shown where they
    are opened, everything else is kept as a file.
    """
    headers = Headers()
    if exporter.media_type == JSON:
        return headers
    shown = exporter.media_type == HTML or exporter.media_type.startswith("image/")
    name = f"{plan.role.id if plan.role else 'plan'}{exporter.suffix}"
    headers.set("Content-Disposition", "inline" if shown else "attachment", filename=name)
    headers.set("Content-Security-Policy", picture_policy(exporter.style))
    headers.set("Referrer-Policy", "no-referrer")
    return headers


@cache
def picture_policy(style: str) -> str:
    """Nothing is loaded and nothing runs; one style sheet counts, known by its SHA-256."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    allowed = f"style-src 'sha256-{digest}'; " if style else ""
    return f"default-src 'none'; {allowed}base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
