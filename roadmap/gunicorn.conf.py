"""How gunicorn serves the app. gunicorn reads the names in this file; its command line and its own variables win.

What can be set from outside is in the table of `roadmap/config.py`.
"""

import os
import socket
from importlib import import_module
from typing import Any

from roadmap.adapters import metric_files
from roadmap.adapters.server_log import SERVER_LOGS
from roadmap.config import read_server_settings, read_settings

_settings = read_server_settings(os.environ)

metric_files.make_folder()

for _library in ("flask_smorest", "icalendar", "networkx"):
    import_module(_library)
"""What takes longest to import is there when a worker is forked, so that a restart keeps requests waiting a quarter
less. Nothing of the project's own is: HUP reads that again."""

worker_class = "gthread"
workers = _settings.workers
threads = _settings.threads
worker_connections = threads + 2
"""Two more than can be answered at once, so that what waits is taken by a worker that is free."""

preload_app = False
"""With preloading, HUP would not read the code and the graphs again."""

control_socket_disable = True

timeout = _settings.timeout
graceful_timeout = _settings.graceful_timeout
keepalive = _settings.keepalive

stalled_after = 30
"""Seconds after which a client that takes nothing more of its answer is let go. gunicorn itself would wait for ever,
and the answer to a batch is longer than what the system keeps for a client."""

max_requests = _settings.max_requests
max_requests_jitter = max_requests // 10
"""Workers that began together do not end together."""

worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK | os.X_OK) else None  # noqa: S108 - as gunicorn advises
"""Workers show that they live by touching a file: one that is never written to a disk, which may stall."""

limit_request_line = 8190
"""The most gunicorn allows short of no limit at all; links to plans carry their whole request."""

limit_request_fields = 64
limit_request_field_size = 8190

forwarded_allow_ips = _settings.forwarded_allow_ips
forwarder_headers = ""
"""No header that names a script or a path is taken from anyone."""

accesslog = None
"""The service writes a line for each request itself, without addresses."""

errorlog = "-"
logger_class = SERVER_LOGS[read_settings(os.environ).log_format]


def pre_fork(server: Any, worker: Any) -> None:
    """Give a worker to be the slot that its metrics go to."""
    worker.slot = metric_files.free_slot(other.slot for other in server.WORKERS.values())


def post_fork(server: Any, worker: Any) -> None:
    """Take the slot, before the app is loaded."""
    del server
    metric_files.claim(worker.slot)


def child_exit(server: Any, worker: Any) -> None:
    """Free the slot."""
    del server
    metric_files.release(worker.slot)


def on_exit(server: Any) -> None:
    """Leave nothing behind."""
    del server
    metric_files.remove_folder()


def when_ready(server: Any) -> None:
    """Have every connection end that stalls (RFC 5482), where the system can."""
    option = getattr(socket, "TCP_USER_TIMEOUT", None)
    for listener in server.LISTENERS if option is not None else ():
        if listener.sock.family in (socket.AF_INET, socket.AF_INET6):
            listener.sock.setsockopt(socket.IPPROTO_TCP, option, stalled_after * 1000)
