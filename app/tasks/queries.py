"""Questions about tasks."""

import datetime as dt
from typing import Protocol

from sqlalchemy import Select, select

from app.tasks.models import Task
from app.tasks.rules import OPEN


class HasId(Protocol):
    """A person."""

    id: int


class Viewer(Protocol):
    """Who is looking."""

    @property
    def person(self) -> HasId: ...


def tasks_visible_to(viewer: Viewer) -> Select[Task]:
    """A person's own tasks, and nobody else's."""
    return select(Task).where(Task.person_id == viewer.person.id)


def due(now: dt.datetime) -> Select[Task]:
    """The task to take next, oldest first; one that another process takes at this moment is passed over."""
    return (
        select(Task)
        .where(Task.stage.in_(OPEN), Task.due_at <= now)
        .order_by(Task.due_at, Task.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
