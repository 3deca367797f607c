"""The settings, read once from the environment.

name                  default       meaning
ROADMAP_GRAPHS        (shipped)     graph folders or files to serve, separated as in PATH; the first is the default
ROADMAP_CACHE_DIR     (none)        a folder to keep compiled graphs in: one whose files are as they were opens at
                                    once, and all processes share its memory
ROADMAP_MAX_BODY      65536         the largest request body, in bytes
ROADMAP_MAX_JOB_ADS   4194304       the largest request body with job adverts, in bytes
ROADMAP_MAX_BATCH     4194304       the largest request body with the plans of a batch, in bytes
ROADMAP_PUBLIC_URL    (none)        the address the service is reached at, for absolute links; taken from each
                                    request where it is not set
ROADMAP_EMBED_ORIGINS (none)        who may put the pages under /embed in frames: origins (https://lms.example) joined
                                    by commas, or * for anyone; the service's own origin always may
ROADMAP_CORS_ORIGINS  (none)        whose pages may call the API from a browser: origins joined by commas, or *
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from roadmap.errors import SettingError
from roadmap.origins import Origins, OtherOrigins, parse_origins


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set from outside; see the table above. `graphs` is empty for the shipped graph."""

    graphs: tuple[Path, ...] = ()
    cache_dir: Path | None = None
    max_body: int = 65_536
    max_job_ads: int = 4_194_304
    max_batch: int = 4_194_304
    public_url: str | None = None
    other_origins: OtherOrigins = OtherOrigins()


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings in an environment; SettingError for a value that cannot be used."""
    paths = environment.get("ROADMAP_GRAPHS", "").split(os.pathsep)
    return Settings(
        graphs=tuple(Path(path) for path in paths if path),
        cache_dir=Path(folder) if (folder := environment.get("ROADMAP_CACHE_DIR")) else None,
        max_body=_positive(environment, "ROADMAP_MAX_BODY", Settings().max_body),
        max_job_ads=_positive(environment, "ROADMAP_MAX_JOB_ADS", Settings().max_job_ads),
        max_batch=_positive(environment, "ROADMAP_MAX_BATCH", Settings().max_batch),
        public_url=environment.get("ROADMAP_PUBLIC_URL", "").rstrip("/") or None,
        other_origins=OtherOrigins(
            may_embed=_origins(environment, "ROADMAP_EMBED_ORIGINS"),
            may_call=_origins(environment, "ROADMAP_CORS_ORIGINS"),
        ),
    )


def _positive(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, "") or str(default)
    if not (text.isascii() and text.isdecimal() and int(text) > 0):
        raise SettingError(name, text, "a whole number over 0")
    return int(text)


def _origins(environment: Mapping[str, str], name: str) -> Origins:
    text = environment.get(name, "")
    try:
        return parse_origins(text)
    except ValueError as error:
        raise SettingError(name, text, "* or origins, such as https://lms.example, joined by commas") from error
