"""The log: one shape for requests, for what the service says and for what gunicorn says."""

from __future__ import annotations

import logging
import sys
from typing import Any, Literal

import orjson
import structlog
from structlog.typing import FilteringBoundLogger, Processor

Format = Literal["json", "console"]
FORMATS: tuple[Format, ...] = ("json", "console")
LEVELS = {
    name: getattr(logging, name.upper()) for name in ("debug", "info", "warning", "error", "critical")
}  # by the names that settings have for them

ROOT = "roadmap"

STAMP: tuple[Processor, ...] = (
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
)


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


def request_log(form: Format, level: str) -> FilteringBoundLogger:
    """The logger of requests, which writes to standard output."""
    writer: Any = structlog.BytesLoggerFactory(sys.stdout.buffer) if form == "json" else structlog.PrintLoggerFactory()
    logger: FilteringBoundLogger = structlog.wrap_logger(
        writer(),
        processors=[*STAMP, *_rendered(form)],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS[level]),
        cache_logger_on_first_use=True,
    )
    return logger


def formatter(form: Format) -> logging.Formatter:
    """What gives the records of the standard library the same shape."""
    text: Processor = structlog.dev.ConsoleRenderer() if form == "console" else _text
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


def _rendered(form: Format) -> tuple[Processor, ...]:
    if form == "console":
        return (structlog.dev.ConsoleRenderer(),)
    return (structlog.processors.JSONRenderer(serializer=_dump),)


def _dump(members: Any, **options: Any) -> bytes:
    del options
    return orjson.dumps(members, default=str)


def _text(logger: Any, name: str, members: Any) -> str:
    del logger, name
    return _dump(members).decode()
