"""How gunicorn serves the app. gunicorn reads the names in this file; its command line and its own variables win."""

import os

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
keepalive = 5

limit_request_line = 8190
"""The most gunicorn allows short of no limit at all; links to plans carry their whole request."""

accesslog = None
errorlog = "-"
