"""Versions of the graph of careers that say the same in different hours, and files that hold them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.building.web import CAREERS

SKILLS = Path("skills") / "software.yaml"
HOURS = re.compile(r"(?<=hours: )\d+")


def write_version(folder: Path, number: int) -> Path:
    """The careers with one more hour for a skill by version, in a new folder."""
    shutil.copytree(CAREERS, folder)
    (folder / SKILLS).write_text(skills_of(number))
    return folder


def skills_of(number: int) -> str:
    """The file of skills that differs by version."""
    text = (CAREERS / SKILLS).read_text()
    return HOURS.sub(lambda found: str(int(found[0]) + number), text, count=1)


def put(folder: Path, text: str) -> None:
    """Put a file of skills in the place of the one before, at once."""
    fresh = folder / SKILLS.with_suffix(".new")
    fresh.write_text(text)
    fresh.replace(folder / SKILLS)
