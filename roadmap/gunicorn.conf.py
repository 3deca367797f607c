"""How gunicorn serves the app. gunicorn reads the names in this file; its command line and its own variables win."""

import os
import socket
from typing import Any

worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
worker_connections = threads + 2
"""Two more than can be answered at once, so that what waits is taken by a worker that is free."""

preload_app = False
"""With preloading, HUP would not read the code and the graphs again."""

control_socket_disable = True

timeout = 30
graceful_timeout = 30

stalled_after = 30
"""Seconds after which a client that takes nothing more of its answer is let go. gunicorn itself would wait for ever,
and the answer to a batch is longer than what the system keeps for a client."""

keepalive = 5

limit_request_line = 8190
"""The most gunicorn allows short of no limit at all; links to plans carry their whole request."""

accesslog = None
errorlog = "-"


def when_ready(server: Any) -> None:
    """Have every connection end that stalls (RFC 5482), where the system can."""
    option = getattr(socket, "TCP_USER_TIMEOUT", None)
    for listener in server.LISTENERS if option is not None else ():
        if listener.sock.family in (socket.AF_INET, socket.AF_INET6):
            listener.sock.setsockopt(socket.IPPROTO_TCP, option, stalled_after * 1000)
