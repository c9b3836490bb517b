"""`flask web run`: the web server for one machine."""

import signal
from types import FrameType

import click
import waitress  # type: ignore[import-untyped]  # it has no types
from flask import current_app

from app.cli.group import Group
from app.web import memory

THREADS = 8

group = Group("web", help="The web server.")


@group.command("run")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port to listen at.")
def run(host: str, port: int) -> None:
    """Serve the pages until Ctrl-C."""
    signal.signal(signal.SIGTERM, _leave)
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    memory.settle()
    waitress.serve(
        app,
        host=host,
        port=port,
        threads=THREADS,
        ident=None,
        clear_untrusted_proxy_headers=not current_app.config["PROXY_HOPS"],
        _quiet=True,
    )


def _leave(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
