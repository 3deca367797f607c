"""The service as it really runs: gunicorn in processes of its own, and a client that sees every byte."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic, sleep
from typing import IO, Self

from tests.building.processes import unmeasured

ROOT = Path(__file__).parents[2]
LISTENING = re.compile(r"Listening at: http://127\.0\.0\.1:(\d+)")
SERVICE = "roadmap.wsgi:app"


class Server:
    """A running gunicorn with the project's settings, on a port of its own. Its log is kept in files.

    Its lines are counted where a test says so, and not under load.
    """

    def __init__(self, app: str = SERVICE, *, measured: bool = False, **environment: str) -> None:
        around = dict(os.environ) if measured else unmeasured()
        self._log = TemporaryFile("w+b")  # noqa: SIM115 - closed with the server
        self._lines = TemporaryFile("w+b")  # noqa: SIM115
        self._process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "roadmap" / "gunicorn.conf.py"),
             "--bind", "127.0.0.1:0", app],
            cwd=ROOT,
            env={**around, "ROADMAP_LOG_FORMAT": "json", **environment},
            stdout=self._lines,
            stderr=self._log,
        )  # fmt: skip
        self._left: tuple[str, str] | None = None
        self.port = int(self._wait_for_port())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        self.stop()
        self._left = (self.log, self.requests)
        self._log.close()
        self._lines.close()

    @property
    def pid(self) -> int:
        """The master's process id."""
        return self._process.pid

    @property
    def log(self) -> str:
        """What the service and the server said so far."""
        return self._left[0] if self._left else _all_of(self._log)

    @property
    def requests(self) -> str:
        """The lines of requests so far."""
        return self._left[1] if self._left else _all_of(self._lines)

    def workers(self) -> list[int]:
        """The process ids of the workers."""
        return [int(pid) for pid in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()]

    def cpu_seconds(self) -> float:
        """What all threads of all workers have computed so far, to the nanosecond."""
        files = (file for pid in self.workers() for file in Path(f"/proc/{pid}/task").glob("*/schedstat"))
        return sum(int(file.read_text().split()[0]) for file in files) / 1e9

    def signal(self, number: signal.Signals) -> None:
        """Send the master a signal."""
        self._process.send_signal(number)

    def stop(self) -> int:
        """End it gracefully; its exit code."""
        with suppress(ProcessLookupError):
            self._process.terminate()
        return self._process.wait(timeout=60)

    def _wait_for_port(self) -> str:
        end = monotonic() + 60
        while monotonic() < end and self._process.poll() is None:
            found = LISTENING.search(self.log)
            if found:
                return found[1]
            sleep(0.02)
        raise AssertionError(self.log)


def _all_of(file: IO[bytes]) -> str:
    return os.pread(file.fileno(), 1 << 26, 0).decode()


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class LostError(Exception):
    """The connection ended before the answer did; `begun` tells whether any of it had come."""

    def __init__(self, begun: bool) -> None:
        self.begun = begun
        super().__init__("the answer did not come" if not begun else "the answer was cut")


class Client:
    """Asks one request after the other, on one connection for as long as the server keeps it."""

    def __init__(self, port: int, timeout: float = 30) -> None:
        self._address = ("127.0.0.1", port)
        self._timeout = timeout
        self._socket: socket.socket | None = None
        self._fresh = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        self.close()

    def close(self) -> None:
        """Hang up."""
        if self._socket is not None:
            self._socket.close()
        self._socket = None

    def get(self, target: str, **headers: str) -> Reply:
        """The answer to a GET."""
        return self.ask("GET", target, b"", **headers)

    def ask(self, method: str, target: str, body: bytes = b"", **headers: str) -> Reply:
        """The answer to a request. A kept connection that the server closed while it was idle is no loss: HTTP has
        the client ask again (RFC 9112, 9.3.1)."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if body:
            named |= {"Content-Type": "application/json", "Content-Length": str(len(body))}
        fields = "".join(f"{name}: {value}\r\n" for name, value in {"Host": "localhost", **named}.items())
        message = f"{method} {target} HTTP/1.1\r\n{fields}\r\n".encode() + body
        kept = self._socket is not None
        try:
            return self._exchange(message)
        except LostError as lost:
            if lost.begun or not kept:
                raise
            return self._exchange(message)

    def _exchange(self, message: bytes) -> Reply:
        try:
            if self._socket is None:
                self._socket = socket.create_connection(self._address, self._timeout)
                self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.sendall(message)
            return self._receive(self._socket)
        except OSError as error:
            self.close()
            raise LostError(begun=False) from error
        except LostError:
            self.close()
            raise

    def _receive(self, connection: socket.socket) -> Reply:
        received = b""
        while b"\r\n\r\n" not in received:
            received += _some(connection, begun=bool(received))
        head, _, body = received.partition(b"\r\n\r\n")
        first, *fields = head.decode("latin-1").split("\r\n")
        headers = dict(field.split(": ", 1) for field in fields)
        length = int(headers.get("Content-Length", "0"))
        pieces, got = [body], len(body)
        while got < length:
            pieces.append(_some(connection, begun=True))
            got += len(pieces[-1])
        if headers.get("Connection") == "close":
            self.close()
        return Reply(int(first.split()[1]), headers, b"".join(pieces))


def _some(connection: socket.socket, *, begun: bool) -> bytes:
    try:
        piece = connection.recv(1 << 18)
    except OSError as error:
        raise LostError(begun) from error
    if not piece:
        raise LostError(begun)
    return piece
