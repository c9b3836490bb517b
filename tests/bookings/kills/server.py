"""Two processes that serve and one that works, and others that replace whoever dies, at once."""

import os
import signal
import socket
import subprocess
import sys

import psutil

import config

PATIENCE_SECONDS = 120


class Server:
    """As in docs/production.md."""

    def __init__(self, url, log, serves):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.environment = os.environ | {"LOTSE_ENV": "development", "LOTSE_DATABASE_URL": url}
        self.log, self.serves = log, serves
        self.jobs = self.started("tests.bookings.kills.jobs", url)
        self.start()

    def start(self):
        """Serve; what works in the background is replaced by itself."""
        how = ["--workers", "2", "--worker-class", "gthread", "--threads", "4"]
        self.web = self.started("gunicorn", self.serves, "--preload", "--bind", f"127.0.0.1:{self.port}", *how)

    def started(self, module, *arguments):
        with self.log.open("a") as out:
            return subprocess.Popen(
                [sys.executable, "-m", module, *arguments],
                cwd=config.ROOT,
                env=self.environment,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )

    def kill_one(self):
        """Kill the process that has served or worked longest."""
        victim = min(children(self.web) + children(self.jobs), key=psutil.Process.create_time)
        victim.kill()
        victim.wait(PATIENCE_SECONDS)

    def kill_all(self):
        """Kill everything that serves or works."""
        kill_group(self.web)
        for worker in children(self.jobs):
            worker.kill()

    def end(self):
        for master in (self.web, self.jobs):
            kill_group(master)


def children(master):
    return psutil.Process(master.pid).children()


def kill_group(master):
    os.killpg(master.pid, signal.SIGKILL)
    master.wait()
