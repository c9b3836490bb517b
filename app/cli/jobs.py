"""flask jobs run, flask jobs run-once NAME."""

import logging

import click
from flask import Flask, current_app

from app.cli.group import Group
from app.jobs import runner
from app.jobs.schedule import JOBS

NAMES = {job.name.replace(" ", "-"): job for job in JOBS}
group = Group("jobs", help="What Lotse does by itself.")


@group.command("run")
def run() -> None:
    """Do the jobs of the schedule until stopped; of several such processes one works at a time."""
    _log_to_screen()
    runner.Runner(_app(), JOBS).start()


@group.command("run-once")
@click.argument("name", type=click.Choice(sorted(NAMES)))
def run_once(name: str) -> None:
    """Do one job now, whether or not another process does the schedule."""
    _log_to_screen()
    done = runner.run(_app(), NAMES[name])
    click.echo(f"{NAMES[name].name}: {done}")


def _app() -> Flask:
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    return app


def _log_to_screen() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    # Work that takes longer than its turn is waited for, which is no news every second.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
