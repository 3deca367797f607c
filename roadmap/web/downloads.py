"""What goes with a plan that is not JSON: a name to keep it under, and what its page may do in a browser."""

from __future__ import annotations

from werkzeug.datastructures import Headers

from roadmap.exporters import Exporter
from roadmap.planning.plan import Plan
from roadmap.web.answers import HTML, JSON
from roadmap.web.policy import PERMISSIONS, sealed_policy


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
    headers.set("Content-Security-Policy", sealed_policy(exporter.style))
    headers.set("Permissions-Policy", PERMISSIONS)
    headers.set("Referrer-Policy", "no-referrer")
    return headers
