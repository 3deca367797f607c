"""Files that browsers load, at addresses that change with what is in the files, so that they can be kept for good.

They are written to be read; what is sent has no comments and no space that nobody needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from flask import Response, abort
from rcssmin import cssmin
from rjsmin import jsmin

from roadmap.web.told import told

FOREVER = "public, max-age=31536000, immutable"

MEDIA_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
}

SHORTENED: dict[str, Callable[[str], str]] = {".css": cssmin, ".js": jsmin}
VENDORED = "vendor/"
"""The folder of files that are sent as they were published."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The files of a folder by their paths in it, with `/`, and a version: the start of a SHA-256 of all of them."""

    version: str
    files: Mapping[str, bytes]


def read_assets(folder: Path) -> Assets:
    """The files of a folder and of the folders in it whose kind is in `MEDIA_TYPES`."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in MEDIA_TYPES)
    files = {name: _content(path, name) for path in paths for name in [path.relative_to(folder).as_posix()]}
    digest = sha256()
    for name, content in files.items():
        digest.update(b"%s\0%d\0" % (name.encode(), len(content)))
        digest.update(content)
    return Assets(digest.hexdigest()[:12], files)


def _content(path: Path, name: str) -> bytes:
    shortened = SHORTENED.get(path.suffix)
    if shortened is None or name.startswith(VENDORED):
        return path.read_bytes()
    return shortened(path.read_text(encoding="utf-8")).encode()


def send_asset(assets: Assets, version: str, name: str) -> Response:
    """One file, to be kept for good. Not found is any version but this one, as its files are not at hand."""
    content = assets.files.get(name)
    if content is None or version != assets.version:
        abort(404)
    told().static = True
    response = Response(content, mimetype=MEDIA_TYPES[Path(name).suffix])
    response.headers["Cache-Control"] = FOREVER
    return response
