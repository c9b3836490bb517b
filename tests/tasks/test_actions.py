"""The queue of long work."""

import datetime as dt
import sqlite3

import pytest
import time_machine
from flask_babel import get_locale
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from app import clock
from app.db import short_transaction
from app.errors import Refused
from app.tasks import actions
from app.tasks.models import Task
from app.tasks.rules import Stage
from tests import make


@pytest.fixture
def queue(saved):
    def queue(**arguments):
        return saved(lambda: actions.queue("count", None, **arguments))

    return queue


@pytest.fixture
def run(app):
    def run(handler, after=dt.timedelta(0)):
        with app.app_context(), time_machine.travel(clock.now() + after, tick=False):
            return actions.work_off({"count": handler})

    return run


@pytest.fixture
def task(app):
    def read():
        with short_transaction() as session:
            return session.scalars(select(Task)).one()

    def in_context():
        with app.app_context():
            return read()

    return in_context


def test_queue_waits_for_the_jobs_process(context):
    ada = make.person("Ada Ahrens")

    task = actions.queue("count", ada, most=3)

    assert (task.kind, task.person_id, task.arguments, task.stage) == ("count", ada.id, {"most": 3}, Stage.WAITING)


def test_work_off_hands_over_the_arguments_and_keeps_the_result(queue, run, task):
    queue(most=3)

    taken = run(lambda progress, most: {"counted": most})

    assert taken == 1
    assert (task().stage, task().result, task().tries) == (Stage.DONE, {"counted": 3}, 1)


def test_work_off_takes_one_after_the_other_and_each_once(queue, run):
    queue(number=1)
    queue(number=2)
    seen = []

    run(lambda progress, number: seen.append(number) or {})
    run(lambda progress, number: seen.append(number) or {})

    assert seen == [1, 2]


def test_others_see_the_progress_while_the_work_goes_on(queue, run, task):
    queue()
    seen = []

    def count(progress):
        progress(2, 5)
        seen.append((task().stage, task().done_steps, task().all_steps))
        return {}

    run(count)

    assert seen == [(Stage.RUNNING, 2, 5)]


def test_what_is_refused_ends_with_its_sentence(queue, run, task):
    queue()

    def count(progress):
        raise Refused("There is nothing to count.")

    run(count)

    assert (task().stage, task().trouble) == (Stage.FAILED, "There is nothing to count.")


def test_what_breaks_is_tried_three_times_and_then_given_up(queue, run, task):
    queue()
    calls = []

    def count(progress):
        calls.append(1)
        raise ZeroDivisionError

    run(count)
    assert task().stage is Stage.WAITING
    for minutes in (0, 2, 5, 60):
        run(count, dt.timedelta(minutes=minutes))

    assert (len(calls), task().stage, task().trouble) == (3, Stage.FAILED, None)


@pytest.mark.parametrize(
    ("reason", "level", "has_traceback"), [("database is locked", "WARNING", False), ("disk I/O error", "ERROR", True)]
)
def test_waiting_too_long_for_the_database_is_one_line_and_all_else_a_traceback(
    queue, run, task, caplog, reason, level, has_traceback
):
    def wait(_progress):
        raise OperationalError("UPDATE plan", None, sqlite3.OperationalError(reason))

    queue()
    run(wait)

    (line,) = [one for one in caplog.records if one.name == actions.__name__]
    assert (line.levelname, bool(line.exc_info)) == (level, has_traceback)
    assert task().stage is Stage.WAITING


def test_work_whose_process_died_is_done_by_the_next(app, queue, run, task):
    queue()
    with app.app_context():
        actions._take_next()

    assert run(lambda progress: {}) == 0
    assert run(lambda progress: {}, dt.timedelta(minutes=6)) == 1
    assert task().stage is Stage.DONE


def test_work_that_kills_every_process_is_given_up(app, queue, run, task):
    queue()
    for tries in range(3):
        with app.app_context(), time_machine.travel(clock.now() + dt.timedelta(minutes=6 * tries), tick=False):
            assert actions._take_next() is not None
    calls = []

    run(lambda progress: calls.append(1) or {}, dt.timedelta(minutes=30))

    assert calls == []
    assert task().stage is Stage.FAILED


def test_a_process_that_was_silent_for_too_long_writes_nothing(app, queue, run, task):
    queue()

    def sleep(progress):
        with time_machine.travel(clock.now() + dt.timedelta(minutes=6), tick=False):
            actions._take_next()
        return {"by": "the sleeper"}

    run(sleep)

    assert (task().stage, task().tries, task().result) == (Stage.RUNNING, 2, None)


def test_two_processes_never_take_the_same_task(app, queue):
    queue()

    with app.app_context():
        first, second = actions._take_next(), actions._take_next()

    assert first is not None
    assert second is None


def test_the_work_speaks_the_language_of_who_asked_for_it(queue, run, task, app):
    queue()
    with app.app_context(), short_transaction() as session:
        session.scalars(select(Task)).one().language = "en"

    run(lambda progress: {"language": str(get_locale())})

    assert task().result == {"language": "en"}
