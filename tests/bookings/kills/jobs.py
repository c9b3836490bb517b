"""What works in the background: a process that works off tasks, and one that replaces it whenever it is killed."""

import datetime as dt
import sys
import time
from multiprocessing import get_context

from flask import Flask

from app import engine as database
from app.factory import create_app
from app.jobs.runner import run
from app.jobs.schedule import JOBS
from app.tasks import actions as tasks
from tests.conftest import settings

TASKS = next(job for job in JOBS if job.name == "work off tasks")
UNTIL_NEXT_LOOK = 0.05
SILENCE = dt.timedelta(seconds=1)
"""After a kill, the work goes on at once and not after minutes, as often as it is killed."""
MANY_TRIES, PATIENT_SECONDS = 1_000, 120


def main(url: str) -> None:
    """Keep a process that works."""
    tasks.SILENCE, tasks.MOST_TRIES = SILENCE, MANY_TRIES
    database.LOCK_WAIT_SECONDS = PATIENT_SECONDS
    app, fork = create_app(settings(url)), get_context("fork")
    while True:
        worker = fork.Process(target=work, args=(app,))
        worker.start()
        worker.join()


def work(app: Flask) -> None:
    """Work off what there is, until killed."""
    while True:
        run(app, TASKS)
        time.sleep(UNTIL_NEXT_LOOK)


if __name__ == "__main__":
    main(sys.argv[1])
