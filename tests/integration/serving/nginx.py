"""nginx with the configuration of deploy/, without root, in a folder of its own."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from tests.building.servers import Client, LostError

CONFIGURATION = Path(__file__).parents[3] / "deploy" / "nginx" / "roadmap.conf"

AROUND = """\
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 512; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/roadmap.conf;
}}
"""


def configure(folder: Path, service: int) -> int:
    """Write a configuration that leads to a service's port; the port nginx is to listen on."""
    port = _free_port()
    text = CONFIGURATION.read_text()
    for there, here in (
        ("server roadmap:8000", f"server 127.0.0.1:{service}"),
        ("listen 8080", f"listen 127.0.0.1:{port}"),
        ("/dev/stdout", f"{folder}/access.log"),
    ):
        assert there in text
        text = text.replace(there, here)
    (folder / "roadmap.conf").write_text(text)
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user))
    return port


@contextmanager
def running(nginx: str, folder: Path, service: int) -> Iterator[int]:
    """nginx in front of a service, by its port."""
    port = configure(folder, service)
    command = [nginx, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    with subprocess.Popen(command) as process:
        try:
            _wait_for(port)
            yield port
        finally:
            process.terminate()


def _wait_for(port: int) -> None:
    end = monotonic() + 20
    while True:
        try:
            with Client(port) as client:
                client.get("/healthz")
            return
        except LostError:
            assert monotonic() < end, "nginx did not start"
            sleep(0.05)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
