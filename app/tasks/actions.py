"""Queueing long work, and working it off.

A handler is called with a way to tell its progress and the task's plain arguments, and returns a plain result. It
reads freely; what it changes it changes in short transactions of its own, and it may be called again after a failure.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import update

from app import clock
from app.db import db, is_lock_wait, short_transaction
from app.errors import Refused
from app.tasks import queries
from app.tasks.models import Task
from app.tasks.queries import HasId
from app.tasks.rules import MOST_TRIES, SILENCE, Stage, next_try
from app.text.language import language, speaking

Progress = Callable[[int, int], None]
Handler = Callable[..., dict[str, Any]]
log = logging.getLogger(__name__)


class TakenOver(Exception):
    """The task was silent for so long that another process has it now."""


def queue(kind: str, person: HasId | None, **arguments: str | int | None) -> Task:
    """Put a piece of work into the queue; saved together with what asked for it."""
    now = clock.now()
    person_id = person.id if person else None
    task = Task(kind=kind, person_id=person_id, arguments=arguments, language=language(), queued_at=now, due_at=now)
    db.session.add(task)
    db.session.flush()
    return task


def work_off(handlers: Mapping[str, Handler]) -> int:
    """Work off what is due, one task after the other; returns how many were taken."""
    taken = 0
    while (task := _take_next()) is not None:
        _run(task, handlers)
        taken += 1
    return taken


def _take_next() -> Task | None:
    now = clock.now()
    with short_transaction() as session:
        task = session.scalars(queries.due(now)).one_or_none()
        if task is not None:
            task.stage, task.tries, task.due_at, task.done_steps = Stage.RUNNING, task.tries + 1, now + SILENCE, 0
    return task


def _run(task: Task, handlers: Mapping[str, Handler]) -> None:
    try:
        _settle(task, **_outcome(task, handlers))
    except TakenOver:
        log.warning("task %s was taken over by another process", task.id)
    finally:
        db.session.rollback()


def _outcome(task: Task, handlers: Mapping[str, Handler]) -> dict[str, object]:
    def progress(done: int, of: int) -> None:
        _settle(task, done_steps=min(done, of), all_steps=of, due_at=clock.now() + SILENCE)

    if task.tries > MOST_TRIES:
        return {"stage": Stage.FAILED, "finished_at": clock.now()}
    try:
        with speaking(task.language):
            result = handlers[task.kind](progress, **task.arguments)
    except Refused as refused:
        return {"stage": Stage.FAILED, "trouble": refused.sentence, "finished_at": clock.now()}
    except TakenOver:
        raise
    except Exception as error:
        if is_lock_wait(error):
            log.warning("task %s waited too long for the database, for the %s. time", task.id, task.tries)
        else:
            log.exception("task %s failed for the %s. time", task.id, task.tries)
        return _later(task)
    return {"stage": Stage.DONE, "result": result, "finished_at": clock.now()}


def _later(task: Task) -> dict[str, object]:
    now = clock.now()
    again = next_try(task.tries, now)
    return {"stage": Stage.WAITING, "due_at": again} if again else {"stage": Stage.FAILED, "finished_at": now}


def _settle(task: Task, **columns: object) -> None:
    """Write down how far the task is, where it is still ours: each try has its own number."""
    ours = (Task.id == task.id, Task.tries == task.tries, Task.stage == Stage.RUNNING)
    with short_transaction() as session:
        if session.execute(update(Task).where(*ours).values(**columns).returning(Task.id)).first() is None:
            raise TakenOver
