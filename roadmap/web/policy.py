"""What pages may do in a browser: one place for their Content Security Policy and what goes with it.

Everything is refused but what is named here. Nothing is ever allowed inline, neither script nor style. Scripts are
allowed by a nonce, on pages that have any: nothing that merely lies on the service can then become one. A nonce is
made for one answer, so such an answer is kept by nobody (a 304 would pair its new policy with an old page).
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from secrets import token_urlsafe

from flask import Response, g

from roadmap.origins import ANY, Origins
from roadmap.web.answers import UNKEPT

NONE, SELF = "'none'", "'self'"
NONCE_BYTES = 16
"""128 bits, the least that Content Security Policy 3 (section 7.1) takes for a nonce."""

FEATURES = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "publickey-credentials-get",
            "serial", "usb")  # fmt: skip
"""What a page could ask the reader for, and ours never do."""

PERMISSIONS = ", ".join(f"{feature}=()" for feature in FEATURES)


def nonce() -> str:
    """The nonce of the page that this request is answered with, for the `nonce` attribute of its scripts."""
    if "nonce" not in g:
        g.nonce = token_urlsafe(NONCE_BYTES)
    made: str = g.nonce
    return made


def protect(response: Response, *, framed_by: Origins | None = None, forms: bool = False) -> Response:
    """Give a page the policy of what it is made of.

    A page that asked for a nonce may run the scripts that have it, and these may call this service. `framed_by` are
    the origins that may put it in frames besides its own (None: nobody at all); with `forms` it may send forms here.
    """
    scripted = "nonce" in g
    response.headers["Content-Security-Policy"] = content_policy(
        nonce() if scripted else None, framed_by=framed_by, forms=forms
    )
    response.headers["Permissions-Policy"] = PERMISSIONS
    response.headers["Referrer-Policy"] = "no-referrer"
    if scripted:
        response.headers["Cache-Control"] = UNKEPT
    return response


def content_policy(script_nonce: str | None = None, *, framed_by: Origins | None = None, forms: bool = False) -> str:
    """A Content Security Policy: style sheets and pictures of this service, and what else is said."""
    sources = {
        "default-src": NONE,
        "script-src": f"'nonce-{script_nonce}'" if script_nonce else NONE,
        "connect-src": SELF if script_nonce else NONE,
        "style-src": SELF,
        "img-src": f"{SELF} data:",
        "base-uri": NONE,
        "form-action": SELF if forms else NONE,
        "frame-ancestors": _framers(framed_by),
    }
    return "; ".join(f"{directive} {allowed}" for directive, allowed in sources.items())


@cache
def sealed_policy(style: str) -> str:
    """The policy of what is whole in itself: nothing is loaded, nothing runs, and one style sheet counts, known by its
    SHA-256."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    allowed = f"style-src 'sha256-{digest}'; " if style else ""
    return f"default-src 'none'; {allowed}base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def _framers(framed_by: Origins | None) -> str:
    if framed_by is None:
        return NONE
    return ANY if framed_by.any else " ".join((SELF, *framed_by.named))
