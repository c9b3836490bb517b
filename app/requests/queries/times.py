"""Requests whose time has come: to say how it was, or to be forgotten."""

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import contains_eager

from app import clock
from app.db import db
from app.people.models import Person
from app.requests.models import TrainingRequest
from app.requests.rules import State, keeps_until

AFTER_LEAVING = dt.timedelta(days=60)


def over_and_unasked(today: dt.date) -> Select[TrainingRequest]:
    """What is approved and over since yesterday or longer, where the person was not asked yet how it was."""
    last = func.coalesce(TrainingRequest.ends_on, TrainingRequest.starts_on)
    return (
        select(TrainingRequest)
        .join(TrainingRequest.person)
        .where(TrainingRequest.state == State.APPROVED, TrainingRequest.asked_on.is_(None), last < today)
        .options(contains_eager(TrainingRequest.person))
        .order_by(TrainingRequest.id)
    )


def forgotten_on(today: dt.date) -> Iterator[TrainingRequest]:
    """What is not kept any longer: by its own time, or since the person left long enough ago; one statement.

    Nothing that changed within the last year is looked at, since nothing of that is forgotten but on leaving.
    """
    long_ago = clock.start_of(today) - dt.timedelta(days=365)
    has_left = Person.left_on < today - AFTER_LEAVING
    found = (
        select(TrainingRequest)
        .join(TrainingRequest.person)
        .where(or_(has_left, TrainingRequest.changed_at < long_ago))
        .options(contains_eager(TrainingRequest.person))
        .order_by(TrainingRequest.id)
    )
    for one in db.session.scalars(found).all():
        changed_on = clock.local(one.changed_at).date()
        left_on = one.person.left_on
        has_gone = left_on is not None and left_on < today - AFTER_LEAVING
        if has_gone or keeps_until(one.state, changed_on, one.happened_on) < today:
            yield one
