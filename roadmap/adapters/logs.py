"""The log: one shape for requests, for what the service says and for what gunicorn says."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Literal

import orjson
import structlog
from structlog.typing import Processor

Format = Literal["json", "console"]
FORMATS: tuple[Format, ...] = ("json", "console")
LEVELS = {
    name: getattr(logging, name.upper()) for name in ("debug", "info", "warning", "error", "critical")
}  # by the names that settings have for them

ROOT = "roadmap"
REQUEST = "request"
STANDARD_OUTPUT = 1

STAMP: tuple[Processor, ...] = (
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
)


_console = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())


def set_up_logs(form: Format, level: str) -> None:
    """Have what the service's loggers say written to standard error, once."""
    logger = logging.getLogger(ROOT)
    logger.setLevel(LEVELS[level])
    logger.handlers = [
        one for one in logger.handlers if not isinstance(one.formatter, structlog.stdlib.ProcessorFormatter)
    ]
    writer = logging.StreamHandler(sys.stderr)
    writer.setFormatter(formatter(form))
    logger.addHandler(writer)


def request_log(form: Format, level: str) -> Callable[[dict[str, Any]], None] | None:
    """What writes a line for a request to standard output, from its members; None where the level leaves them out.

    A line of JSON is written by one call each, as whole lines of several workers stay whole. It does not pass through
    structlog, whose way takes as long as half of what a kept answer takes altogether.
    """
    if LEVELS[level] > logging.INFO:
        return None
    return _write_json if form == "json" else _print


def _write_json(members: dict[str, Any]) -> None:
    line = orjson.dumps({"event": REQUEST, "level": "info", "time": datetime.now(UTC), **members})
    with suppress(OSError):  # a reader of the log that went away is no reason to refuse a request
        os.write(STANDARD_OUTPUT, line + b"\n")


def _print(members: dict[str, Any]) -> None:
    stamped = {"event": REQUEST, "level": "info", "timestamp": f"{datetime.now(UTC):%H:%M:%S}", **members}
    with suppress(OSError):
        os.write(STANDARD_OUTPUT, f"{_console(None, 'info', stamped)}\n".encode())


def formatter(form: Format) -> logging.Formatter:
    """What gives the records of the standard library the same shape."""
    text: Processor = _console if form == "console" else _text
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            *STAMP,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(),
            structlog.processors.CallsiteParameterAdder({structlog.processors.CallsiteParameter.PROCESS}),
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            *(() if form == "console" else (structlog.processors.format_exc_info,)),
            text,
        ],
    )


def _text(logger: Any, name: str, members: Any) -> str:
    del logger, name
    return orjson.dumps(members, default=str).decode()
