"""The jobs process: one application context, one transaction and one log line for each run of a job."""

import datetime as dt
import logging
import os
import signal
import socket
import time
from collections.abc import Sequence
from types import FrameType

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from app import clock
from app.db import begin_writing, db, is_lock_wait
from app.jobs import actions
from app.jobs.schedule import Job

LEASE = "jobs"
LASTING = dt.timedelta(seconds=30)
HEARTBEATS = 3
AT_ONCE = 4
log = logging.getLogger(__name__)


class LeaseLost(Exception):
    """Another process took over meanwhile, so nothing of this run is saved."""


def run(app: Flask, job: Job, fence: int | None = None) -> int:
    """Do a job once and save it; with a fence only while the lease is still held. Returns how much was done."""
    began = time.monotonic()
    with app.app_context():
        if not job.has_own_transactions:
            begin_writing()
        done = job.work()
        if fence is not None and not job.has_own_transactions and not actions.keep(LEASE, fence):
            raise LeaseLost
        db.session.commit()
    log.log(logging.INFO if done else logging.DEBUG, "%s: %s in %.2f s", job.name, done, time.monotonic() - began)
    return done


class Runner:
    """Runs the jobs of the schedule in this process, for as long as it holds the lease."""

    def __init__(self, app: Flask, jobs: Sequence[Job], lasting: dt.timedelta = LASTING) -> None:
        self.app = app
        self.lasting = lasting
        self.holder = f"{socket.gethostname()}:{os.getpid()}"
        self.fence: int | None = None
        self._held_until = 0.0
        self._scheduler = BlockingScheduler(
            timezone=clock.HOUSE,
            executors={"default": ThreadPoolExecutor(AT_ONCE), "lease": ThreadPoolExecutor(1)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        beat = IntervalTrigger(seconds=lasting.total_seconds() / HEARTBEATS)
        self._scheduler.add_job(self.heartbeat, beat, id=LEASE, executor="lease")
        for job in jobs:
            self._scheduler.add_job(self.run_if_holder, trigger(job.when), args=[job], id=job.name)

    def start(self) -> None:
        """Work until SIGTERM or SIGINT; what is running is finished, then the lease is given back."""
        signal.signal(signal.SIGTERM, _stop)
        log.info("jobs process %s began", self.holder)
        try:
            self.heartbeat()
            self._scheduler.start()
        except (KeyboardInterrupt, SystemExit):
            if self._scheduler.running:
                self._scheduler.shutdown(wait=True)
        finally:
            self.give_back()
        log.info("jobs process %s ended", self.holder)

    @property
    def is_holder(self) -> bool:
        """Whether this process may work; after a pause longer than the lease it may not."""
        return self.fence is not None and time.monotonic() < self._held_until

    def heartbeat(self) -> None:
        """Take or keep the lease; where the database can't be asked, what is held runs out by itself."""
        asked = time.monotonic()
        try:
            with self.app.app_context():
                begin_writing()
                fence = actions.take(LEASE, self.holder, self.lasting)
                db.session.commit()
        except SQLAlchemyError as error:
            why = "the database was busy" if is_lock_wait(error) else type(error).__name__
            log.warning("the lease could not be renewed: %s", why)
            return
        if fence is not None and fence != self.fence:
            log.info("jobs process %s works now (fence %s)", self.holder, fence)
        self.fence, self._held_until = fence, asked + self.lasting.total_seconds()

    def run_if_holder(self, job: Job) -> None:
        """Do a job, where this process is the one that works."""
        if not self.is_holder:
            return
        try:
            run(self.app, job, self.fence)
        except LeaseLost:
            log.warning("%s: another process took over, nothing was saved", job.name)
        except Exception as error:
            if is_lock_wait(error):
                log.warning("%s: the database was busy; it is tried again at its next time", job.name)
            else:
                log.exception("%s failed; it is tried again at its next time", job.name)

    def give_back(self) -> None:
        """Let another process work at once; while the database is busy, what is held runs out by itself."""
        if self.fence is None:
            return
        try:
            with self.app.app_context():
                begin_writing()
                actions.give_back(LEASE, self.fence)
                db.session.commit()
        except SQLAlchemyError as error:
            if not is_lock_wait(error):
                raise
            log.warning("the lease could not be given back: the database was busy")


def trigger(when: str) -> BaseTrigger:
    """When a job runs: every so many seconds, or by five fields of cron in the time of the house."""
    words = when.split()
    if words[0] == "every" and words[2] == "seconds":
        return IntervalTrigger(seconds=int(words[1]))
    return CronTrigger.from_crontab(when, timezone=clock.HOUSE)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit
