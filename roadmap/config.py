"""The settings, read once from the environment.

name                      default       meaning
ROADMAP_GRAPHS            (shipped)     graph folders or files to serve, separated as in PATH; the first is the default
ROADMAP_CACHE_DIR         (none)        a folder to keep compiled graphs in: one whose files are as they were opens at
                                        once, and all processes share its memory
ROADMAP_MAX_BODY          65536         the largest request body, in bytes
ROADMAP_MAX_JOB_ADS       4194304       the largest request body with job adverts, in bytes
ROADMAP_MAX_BATCH         4194304       the largest request body with the plans of a batch, in bytes
ROADMAP_PUBLIC_URL        (none)        the address the service is reached at, for absolute links; taken from each
                                        request where it is not set
ROADMAP_EMBED_ORIGINS     (none)        who may put the pages under /embed in frames: origins (https://lms.example)
                                        joined by commas, or * for anyone; the service's own origin always may
ROADMAP_CORS_ORIGINS      (none)        whose pages may call the API from a browser: origins joined by commas, or *
ROADMAP_RELOAD_SECONDS    5             how often to look whether graph files have changed; 0 for never
ROADMAP_KEPT_ANSWERS      33554432      the most memory of a worker, in bytes, for answers kept; 0 to keep none
ROADMAP_LOG_FORMAT        (see right)   json or console; console where standard error is a terminal, otherwise json
ROADMAP_LOG_LEVEL         info          the least level logged: debug, info, warning, error or critical (requests: info)

Those of the server, gunicorn, which `roadmap serve` and `roadmap/gunicorn.conf.py` go by:

WEB_CONCURRENCY           2             workers (processes)
ROADMAP_THREADS           4             threads of each worker, which is how many requests it answers at once
ROADMAP_TIMEOUT           30            seconds after which a worker that does not react is killed
ROADMAP_GRACEFUL_TIMEOUT  30            seconds that requests have to end in when a worker stops
ROADMAP_KEEPALIVE         5             seconds that an idle connection is kept open; more than the proxy's own if it
                                        keeps connections to the service
ROADMAP_MAX_REQUESTS      100000        requests after which a worker is replaced, give or take a tenth; 0 for never
FORWARDED_ALLOW_IPS       127.0.0.1     addresses of proxies whose X-Forwarded-Proto is believed, joined by commas
PROMETHEUS_MULTIPROC_DIR  (made)        the folder of the workers' metrics, emptied at start; made in memory and removed
                                        at the end where it is not set
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Literal, cast

from roadmap.errors import SettingError
from roadmap.origins import Origins, OtherOrigins, parse_origins

LogFormat = Literal["json", "console"]
LOG_FORMATS = ("json", "console")
LOG_LEVELS = ("debug", "info", "warning", "error", "critical")


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
    reload_seconds: float = 5.0
    kept_answers: int = 33_554_432
    log_format: LogFormat = "json"
    log_level: str = "info"


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What can be set of the server; see the table above."""

    workers: int = 2
    threads: int = 4
    timeout: int = 30
    graceful_timeout: int = 30
    keepalive: int = 5
    max_requests: int = 100_000
    forwarded_allow_ips: str = "127.0.0.1"


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings in an environment; SettingError for a value that cannot be used."""
    paths = environment.get("ROADMAP_GRAPHS", "").split(os.pathsep)
    usual = Settings()
    form = "console" if sys.stderr.isatty() else "json"
    return Settings(
        graphs=tuple(Path(path) for path in paths if path),
        cache_dir=Path(folder) if (folder := environment.get("ROADMAP_CACHE_DIR")) else None,
        max_body=_positive(environment, "ROADMAP_MAX_BODY", usual.max_body),
        max_job_ads=_positive(environment, "ROADMAP_MAX_JOB_ADS", usual.max_job_ads),
        max_batch=_positive(environment, "ROADMAP_MAX_BATCH", usual.max_batch),
        public_url=environment.get("ROADMAP_PUBLIC_URL", "").rstrip("/") or None,
        other_origins=OtherOrigins(
            may_embed=_origins(environment, "ROADMAP_EMBED_ORIGINS"),
            may_call=_origins(environment, "ROADMAP_CORS_ORIGINS"),
        ),
        reload_seconds=_seconds(environment, "ROADMAP_RELOAD_SECONDS", usual.reload_seconds),
        kept_answers=_whole(environment, "ROADMAP_KEPT_ANSWERS", usual.kept_answers),
        log_format=cast(LogFormat, _word(environment, "ROADMAP_LOG_FORMAT", form, LOG_FORMATS)),
        log_level=_word(environment, "ROADMAP_LOG_LEVEL", usual.log_level, LOG_LEVELS),
    )


def read_server_settings(environment: Mapping[str, str]) -> ServerSettings:
    """The server's settings in an environment; SettingError for a value that cannot be used."""
    usual = ServerSettings()
    return ServerSettings(
        workers=_positive(environment, "WEB_CONCURRENCY", usual.workers),
        threads=_positive(environment, "ROADMAP_THREADS", usual.threads),
        timeout=_positive(environment, "ROADMAP_TIMEOUT", usual.timeout),
        graceful_timeout=_positive(environment, "ROADMAP_GRACEFUL_TIMEOUT", usual.graceful_timeout),
        keepalive=_positive(environment, "ROADMAP_KEEPALIVE", usual.keepalive),
        max_requests=_whole(environment, "ROADMAP_MAX_REQUESTS", usual.max_requests),
        forwarded_allow_ips=environment.get("FORWARDED_ALLOW_IPS", "") or usual.forwarded_allow_ips,
    )


def _positive(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, "") or str(default)
    if not (text.isascii() and text.isdecimal() and int(text) > 0):
        raise SettingError(name, text, "a whole number over 0")
    return int(text)


def _whole(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, "") or str(default)
    if not (text.isascii() and text.isdecimal()):
        raise SettingError(name, text, "a whole number, 0 or more")
    return int(text)


def _seconds(environment: Mapping[str, str], name: str, default: float) -> float:
    text = environment.get(name, "") or str(default)
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not (isfinite(seconds) and seconds >= 0):
        raise SettingError(name, text, "a number of seconds, 0 or more")
    return seconds


def _word(environment: Mapping[str, str], name: str, default: str, words: Collection[str]) -> str:
    text = environment.get(name, "") or default
    if text not in words:
        raise SettingError(name, text, f"one of {', '.join(words)}")
    return text


def _origins(environment: Mapping[str, str], name: str) -> Origins:
    text = environment.get(name, "")
    try:
        return parse_origins(text)
    except ValueError as error:
        raise SettingError(name, text, "* or origins, such as https://lms.example, joined by commas") from error
