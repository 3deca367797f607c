"""gunicorn's own log in the shape of the service's."""

from __future__ import annotations

from typing import Any, ClassVar

from gunicorn.glogging import Logger

from roadmap.adapters.logs import Format, formatter


class ServerLog(Logger):
    """Writes what gunicorn says as lines like those of the service."""

    form: ClassVar[Format] = "json"

    def setup(self, cfg: Any) -> None:
        """Set gunicorn's writers up as it does, and give them our shape."""
        super().setup(cfg)
        for writer in self.error_log.handlers:
            writer.setFormatter(formatter(self.form))


class ConsoleServerLog(ServerLog):
    """The same for people."""

    form: ClassVar[Format] = "console"


SERVER_LOGS: dict[Format, type[ServerLog]] = {"json": ServerLog, "console": ConsoleServerLog}
