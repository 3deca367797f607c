"""What is said when something is wrong (RFC 9457)."""

from __future__ import annotations

from roadmap.web.schemas.catalogue import text
from roadmap.web.schemas.fields import Answer, Count, Items, Text, parts


class ProblemError(Answer):
    """One thing that is wrong, and where."""

    pointer = Text(metadata={"description": "A JSON Pointer (RFC 6901) into the body of the request."})
    parameter = Text(metadata={"description": "The name of a parameter of the query."})
    detail = text("What is wrong.")
    suggestions = Items(Text(), metadata={"description": "What may have been meant, the likeliest first."})


class Problem(Answer):
    """An answer to a request that cannot be granted."""

    type = Text(
        required=True,
        metadata={"format": "uri", "description": "The problem's type: the address of the page that explains it."},
    )
    title = text("The type in a few words; always the same for one type.")
    status = Count(required=True, metadata={"description": "The HTTP status.", "minimum": 400, "maximum": 599})
    detail = text("What is wrong with this request.")
    errors = parts(ProblemError, metadata={"description": "Everything that is wrong, each with its place."})
    targets = Items(Text(), metadata={"description": "The units that cannot be reached."})
    conflict = Items(
        Text(), metadata={"description": "A smallest set of avoided units that rules the targets out together."}
    )
    limit = Count(metadata={"description": "The largest body that is read, in bytes.", "minimum": 1})
    available = Items(Text(), metadata={"description": "The media types that there are."})
