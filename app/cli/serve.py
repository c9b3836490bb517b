"""`flask serve`: the web server and the jobs, started and stopped together."""

import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Mapping, Sequence
from multiprocessing.context import ForkProcess
from types import FrameType

import click
from flask import current_app
from flask.cli import with_appcontext

from app.cli import demo, jobs, web

LOOK_EVERY = 0.1
SECONDS_TO_ANSWER, SECONDS_TO_LEAVE = 60, 10


class Stopped(Exception):
    """Somebody wants Lotse to stop."""


@click.command("serve")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port of the web server.")
@with_appcontext
def serve(port: int) -> None:
    """Run web server and jobs together until Ctrl-C."""
    _refuse_taken(port)
    running = [_start("web server", web.run, {"host": "127.0.0.1", "port": port}), _start("jobs", jobs.run, {})]
    try:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)
        _wait_for_answer(running, port)
        _greet(port)
        _watch(running)
    except (Stopped, KeyboardInterrupt):
        click.echo("\nLotse stops.")
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _end(running)


def _start(name: str, command: click.Command, options: Mapping[str, object]) -> ForkProcess:
    """A process of its own that does the command; it has what is loaded here already."""
    process = multiprocessing.get_context("fork").Process(
        name=name, target=_work, args=(click.get_current_context(), command, options)
    )
    process.start()
    return process


def _work(context: click.Context, command: click.Command, options: Mapping[str, object]) -> None:
    """Do the command until told to stop by the process that started this one, or until that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    context.invoke(command, **options)


def _leave_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
    os.kill(os.getpid(), signal.SIGTERM)


def _wait_for_answer(running: Sequence[ForkProcess], port: int) -> None:
    for _ in range(round(SECONDS_TO_ANSWER / LOOK_EVERY)):
        _assert_alive(running)
        if _is_listening(port):
            return
        time.sleep(LOOK_EVERY)
    raise click.ClickException(f"The web server does not answer at port {port}.")


def _watch(running: Sequence[ForkProcess]) -> None:
    while True:
        _assert_alive(running)
        time.sleep(LOOK_EVERY)


def _assert_alive(running: Sequence[ForkProcess]) -> None:
    for process in running:
        if not process.is_alive():
            raise click.ClickException(f"The {process.name} ended; the reason stands above.")


def _end(running: Sequence[ForkProcess]) -> None:
    """Ask every process to leave; one that doesn't is killed."""
    for process in running:
        process.terminate()
    deadline = time.monotonic() + SECONDS_TO_LEAVE
    for process in running:
        process.join(max(0.0, deadline - time.monotonic()))
        if process.is_alive():
            process.kill()
            process.join()


def _greet(port: int) -> None:
    """In one piece, so that no line of the jobs comes between the address and the accounts."""
    accounts = f"\n{demo.how_to_sign_in()}" if current_app.config["DEMO"] else ""
    click.echo(f"\nLotse answers at http://127.0.0.1:{port}   (Ctrl-C stops it)\n{accounts}")


def _refuse_taken(port: int) -> None:
    if _is_listening(port):
        raise click.ClickException(f"Port {port} is in use. Choose another one, for example: PORT={port + 1} make run")


def _is_listening(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise Stopped
