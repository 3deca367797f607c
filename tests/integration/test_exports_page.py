"""docs/exports.md names every format, as it is registered."""

from __future__ import annotations

import re
from pathlib import Path

from roadmap.exporters import EXPORTERS

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"
ROW = re.compile(r"^\| `(\S+)` \| `(\S+)` \| `(\S+)` \|", re.MULTILINE)


def test_the_table_lists_every_format() -> None:
    named = [(exporter.name, exporter.media_type, exporter.suffix) for exporter in EXPORTERS]
    assert ROW.findall(PAGE.read_text(encoding="utf-8")) == named
