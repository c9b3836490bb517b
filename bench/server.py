"""The production server: two processes, started and stopped here, and the CPU that it and PostgreSQL used."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.city import KEPT, ROOT, settings
from tests.databases import Server as Postgresql

PROCESSES = 2
THREADS = 4
SECONDS_TO_START = 120
SECONDS_TO_END = 60


@dataclass(frozen=True)
class Cpu:
    """Milliseconds of CPU used so far."""

    web: float
    postgresql: float

    def __sub__(self, earlier: "Cpu") -> "Cpu":
        return Cpu(self.web - earlier.web, self.postgresql - earlier.postgresql)


@dataclass
class Web:
    """A running server, and the PostgreSQL behind it where there is one."""

    process: psutil.Process
    port: int
    database: psutil.Process | None

    def cpu(self) -> Cpu:
        """What the processes of both used so far."""
        return Cpu(_milliseconds(self.process), _milliseconds(self.database) if self.database else 0.0)


@contextmanager
def serve(
    url: str,
    port: int,
    postgresql: Postgresql | None = None,
    *,
    counting: bool = False,
    serves: str = "bench.wsgi:app",
    log: Path = KEPT / "server.log",
) -> Iterator[Web]:
    """Run the production server on this database."""
    command = [sys.executable, "-m", "gunicorn", serves, "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", str(PROCESSES), "--worker-class", "gthread", "--threads", str(THREADS)]
    command += ["--keep-alive", "30", "--log-level", "warning"]
    environment = os.environ | settings(url, port) | {"BENCH_COUNT": "1" if counting else "0"}
    with log.open("a") as out:
        started = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
    try:
        _wait(port, started, log)
        yield Web(psutil.Process(started.pid), port, _postmaster(postgresql))
    finally:
        started.terminate()
        started.wait(SECONDS_TO_END)


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(port: int, started: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and started.poll() is None:
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
                connection.request("GET", "/readyz")
                if connection.getresponse().status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    started.terminate()
    raise SystemExit(f"the server did not start:\n{log.read_text()[-3000:]}")


def _postmaster(server: Postgresql | None) -> psutil.Process | None:
    if server is None:
        return None
    return psutil.Process(int((server.folder / "data" / "postmaster.pid").read_text().split()[0]))


def _milliseconds(process: psutil.Process) -> float:
    """CPU of the process, of its living children, and of those that have ended."""
    ended = process.cpu_times()
    used = ended.children_user + ended.children_system
    for pid in (process.pid, *(child.pid for child in process.children(recursive=True))):
        try:
            used += time.clock_gettime(_cpu_clock(pid))
        except OSError:
            continue
    return used * 1000


def _cpu_clock(pid: int) -> int:
    """The clock of another process's CPU, with its ended threads: to the nanosecond, where /proc counts in 10 ms."""
    return (~pid << 3) | 2
