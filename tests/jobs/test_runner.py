"""Jobs are run, saved and logged; two real processes never work at once."""

import datetime as dt
import logging
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import create_engine, select, text

import app.engine as database
from app import clock
from app.activity.models import Activity
from app.db import begin_writing, db
from app.engine import engine_options
from app.factory import create_app
from app.jobs import actions, queries, runner, schedule
from app.jobs.models import Lease
from app.jobs.schedule import Job
from app.notifications import actions as notifications
from app.notifications.actions import notify
from app.notifications.models import Mail
from app.notifications.rules import Kind, MailStage
from tests import make
from tests.conftest import settings

PATIENCE_SECONDS = 60
PROCESS = """
import datetime, logging, sys
from app.factory import create_app
from app.jobs.runner import Runner
from app.jobs.schedule import Job
from app.notifications.actions import send_due

logging.basicConfig(level=logging.INFO)
job = Job("send letters", "every 1 seconds", send_due, has_own_transactions=True)
Runner(create_app(), [job], datetime.timedelta(seconds=4)).start()
"""


def note():
    db.session.add(Activity(at=clock.now(), verb="tests.ran", subject_kind="", subject_id=0, details={}))
    return 1


def notes(app):
    with app.app_context():
        return len(db.session.scalars(select(Activity)).all())


def hold(app, holder):
    with app.app_context():
        begin_writing()
        fence = actions.take(runner.LEASE, holder, runner.LASTING)
        db.session.commit()
    return fence


def test_run_saves_what_the_job_did_and_says_so(app, caplog):
    with caplog.at_level(logging.INFO):
        done = runner.run(app, Job("note", "* * * * *", note))

    assert (done, notes(app)) == (1, 1)
    assert [record.getMessage()[:7] for record in caplog.records if record.name == "app.jobs.runner"] == ["note: 1"]


def test_run_saves_nothing_where_the_lease_was_lost_meanwhile(app):
    fence = hold(app, "one")

    def lose_the_lease():
        actions.give_back(runner.LEASE, fence)
        return note()

    with pytest.raises(runner.LeaseLost):
        runner.run(app, Job("note", "* * * * *", lose_the_lease), fence)

    assert notes(app) == 0


def test_a_job_that_breaks_is_logged_and_stops_nothing(app, caplog):
    def fall():
        note()
        raise ZeroDivisionError

    process = runner.Runner(app, [])
    process.heartbeat()

    process.run_if_holder(Job("fall", "* * * * *", fall))
    process.run_if_holder(Job("note", "* * * * *", note))

    assert notes(app) == 1
    assert "fall failed" in caplog.text


@pytest.fixture
def busy(app, backend, monkeypatch):
    """An application that waits for a short time only, and a way to keep its database busy."""
    monkeypatch.setattr(database, "LOCK_WAIT_SECONDS", 0.1)
    node, other = create_app(settings(backend.url)), create_engine(**engine_options(backend.url))

    @contextmanager
    def others_write():
        with other.connect() as holder:
            if backend.name == "sqlite":
                holder.exec_driver_sql("COMMIT")
                holder.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                holder.execute(text("LOCK TABLE lease, activity, mail IN ACCESS EXCLUSIVE MODE"))
            yield
            if backend.name == "sqlite":
                holder.exec_driver_sql("ROLLBACK")
                holder.exec_driver_sql("BEGIN")

    yield node, others_write
    other.dispose()
    with node.app_context():
        db.engine.dispose()


def said(caplog):
    return [
        (one.levelname, one.getMessage(), bool(one.exc_info)) for one in caplog.records if one.name == runner.__name__
    ]


BUSY_JOBS = [
    Job("note", "* * * * *", note),
    Job("send letters", "* * * * *", notifications.send_due, has_own_transactions=True),
]


@pytest.mark.parametrize("job", BUSY_JOBS, ids=lambda job: job.name)
def test_a_job_that_waited_too_long_for_the_database_says_so_in_one_line(busy, caplog, job):
    node, others_write = busy
    process = runner.Runner(node, [])
    process.heartbeat()
    caplog.clear()

    with others_write():
        process.run_if_holder(job)

    assert said(caplog) == [
        ("WARNING", f"{job.name}: the database was busy; it is tried again at its next time", False)
    ]
    process.run_if_holder(BUSY_JOBS[0])
    assert notes(node) == 1


def test_a_lease_that_had_to_wait_too_long_says_so_in_one_line(busy, caplog):
    node, others_write = busy
    process = runner.Runner(node, [])
    process.heartbeat()
    caplog.clear()

    with others_write():
        process.heartbeat()
        process.give_back()

    assert said(caplog) == [
        ("WARNING", "the lease could not be renewed: the database was busy", False),
        ("WARNING", "the lease could not be given back: the database was busy", False),
    ]
    assert process.is_holder


def test_what_breaks_for_another_reason_keeps_its_traceback(app, caplog):
    def ask_wrongly():
        db.session.execute(text("SELECT nothing FROM nowhere"))

    process = runner.Runner(app, [])
    process.heartbeat()
    caplog.clear()

    process.run_if_holder(Job("ask", "* * * * *", ask_wrongly))

    assert said(caplog) == [("ERROR", "ask failed; it is tried again at its next time", True)]


def test_a_process_without_the_lease_does_nothing(app):
    hold(app, "somebody else")
    process = runner.Runner(app, [])
    process.heartbeat()

    process.run_if_holder(Job("note", "* * * * *", note))

    assert notes(app) == 0


def test_a_process_that_slept_longer_than_its_lease_does_nothing(app):
    process = runner.Runner(app, [], dt.timedelta(seconds=0.1))
    process.heartbeat()
    time.sleep(0.15)

    process.run_if_holder(Job("note", "* * * * *", note))

    assert notes(app) == 0


def test_every_job_of_the_schedule_has_a_time_and_a_name_of_its_own():
    names = {job.name for job in schedule.JOBS}

    assert names == {
        "send letters",
        "forget failed sign-ins",
        "remind of mandatory trainings",
        "forget reminders of long ago",
        "forget what was held long ago",
        "forget volunteers of long ago",
        "forget tours of long ago",
        "forget what people needed",
        "forget who gave feedback",
        "ask for feedback",
        "count who waits for a date",
        "expire offers",
        "decide what nobody decided",
        "ask who comes",
        "score forecasts",
        "work off tasks",
        "assign plan templates",
        "sweep files that nobody needs",
        "ask about practice",
        "ask how trainings were",
        "forget old training requests",
        "erase drafts of talks",
        "forget old talks",
        "forget buddies of long ago",
    }
    assert len(names) == len(schedule.JOBS)
    assert all(runner.trigger(job.when) for job in schedule.JOBS)


def test_cron_means_the_time_of_the_house():
    found = runner.trigger("0 7 * * *")

    assert isinstance(found, CronTrigger)
    assert found.timezone == clock.HOUSE


def test_every_job_runs_on_an_empty_database(app):
    for job in schedule.JOBS:
        assert runner.run(app, job) == 0


@pytest.fixture
def start(backend, tmp_path):
    """Start a real jobs process; what is still alive at the end is killed."""
    started = []
    environ = os.environ | {
        "LOTSE_ENV": "development",
        "LOTSE_DATABASE_URL": backend.url,
        "LOTSE_MAIL_FOLDER": str(tmp_path / "mail"),
    }

    def start():
        log = tmp_path / f"{len(started)}.log"
        with log.open("w") as stream:
            process = subprocess.Popen([sys.executable, "-c", PROCESS], env=environ, stderr=stream)
        process.log = log
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


def sent_by(*processes):
    """How many letters these processes say that they sent."""
    return sum(int(number) for p in processes for number in re.findall(r"send letters: (\d+)", p.log.read_text()))


def wait_until(condition):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (found := condition()):
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)
    return found


def holder_of(app):
    with app.app_context():
        found = db.session.scalars(queries.lease(runner.LEASE).where(Lease.until > clock.now())).one_or_none()
    return (int(found.holder.partition(":")[2]), found.fence) if found else None


def is_all_sent(app):
    with app.app_context():
        return {mail.stage for mail in db.session.scalars(select(Mail))} == {MailStage.SENT}


def queue_letters(saved, number):
    def fill():
        ada = make.person("Ada Ahrens")
        for count in range(number):
            notify(ada, Kind.BOOKING_CONFIRMED, path="/events/1", title=f"Termin {count}")

    saved(fill)


def test_of_two_processes_one_works_and_the_other_takes_over_when_it_dies(app, saved, start):
    one, two = start(), start()
    first, fence = wait_until(lambda: holder_of(app))
    dying, living = (one, two) if one.pid == first else (two, one)
    wait_until(lambda: "began" in living.log.read_text())
    queue_letters(saved, 5)
    wait_until(lambda: sent_by(dying) == 5)
    assert sent_by(living) == 0

    dying.kill()
    queue_letters(saved, 5)
    wait_until(lambda: sent_by(living) == 5)

    taken_over = holder_of(app)
    assert taken_over[0] == living.pid
    assert taken_over[1] > fence
    assert sent_by(dying) == 5
    assert is_all_sent(app)


def test_a_process_that_is_asked_to_stop_gives_the_lease_back(app, start):
    process = start()
    wait_until(lambda: holder_of(app))

    process.send_signal(signal.SIGTERM)
    process.wait(PATIENCE_SECONDS)

    log = process.log.read_text()
    assert (process.returncode, holder_of(app)) == (0, None), log
    assert "ended" in log
