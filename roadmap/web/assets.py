"""Files that browsers load, at addresses that change with what is in the files, so that they can be kept for good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from flask import Response, abort

from roadmap.web.told import told

FOREVER = "public, max-age=31536000, immutable"

MEDIA_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
}


@dataclass(frozen=True, slots=True)
class Assets:
    """The files of a folder by their paths in it, with `/`, and a version: the start of a SHA-256 of all of them."""

    version: str
    files: Mapping[str, bytes]


def read_assets(folder: Path) -> Assets:
    """The files of a folder and of the folders in it whose kind is in `MEDIA_TYPES`."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in MEDIA_TYPES)
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    digest = sha256()
    for name, content in files.items():
        digest.update(b"%s\0%d\0" % (name.encode(), len(content)))
        digest.update(content)
    return Assets(digest.hexdigest()[:12], files)


def send_asset(assets: Assets, version: str, name: str) -> Response:
    """One file, to be kept for good. Not found is any version but this one, as its files are not at hand."""
    content = assets.files.get(name)
    if content is None or version != assets.version:
        abort(404)
    told().static = True
    response = Response(content, mimetype=MEDIA_TYPES[Path(name).suffix])
    response.headers["Cache-Control"] = FOREVER
    return response
