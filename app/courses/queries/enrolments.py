"""A person's way through courses."""

import datetime as dt

from sqlalchemy import Select, func, select

from app import clock
from app.bookings.models import Bookable, Booking
from app.bookings.queries import has_been_noted
from app.bookings.rules import State
from app.courses.models import Enrolment, Session
from app.courses.rules import Stage, stage
from app.db import db


def enrolment_of(person_id: int, course_id: int) -> Select[Enrolment]:
    """The person's enrolment in a course; no row where they never began."""
    return select(Enrolment).where(Enrolment.person_id == person_id, Enrolment.course_id == course_id)


def locked_enrolment(person_id: int, course_id: int) -> Select[Enrolment]:
    """The same, locked until the transaction ends, so that two clicks at once count as one."""
    return enrolment_of(person_id, course_id).with_for_update().execution_options(populate_existing=True)


def stage_of(enrolment: Enrolment | None) -> Stage:
    """Where somebody with this enrolment stands."""
    if enrolment is None:
        return Stage.NOT_BEGUN
    return stage(enrolment.begun_at, enrolment.completed_on, enrolment.left_at)


def day_attended(person_id: int, course_id: int, now: dt.datetime) -> dt.date | None:
    """The last day of the latest date that is over and at which the person had a seat; one statement.

    Where it was noted who was there, nobody need say it themselves.
    """
    query = (
        select(func.max(Bookable.ends_at))
        .join(Session, Session.bookable_id == Bookable.id)
        .join(Booking, Booking.bookable_id == Bookable.id)
        .where(
            Session.course_id == course_id,
            Booking.person_id == person_id,
            Booking.state == State.CONFIRMED,
            Bookable.cancelled_at.is_(None),
            Bookable.ends_at <= now,
            ~has_been_noted(Bookable.id),
        )
    )
    ended_at = db.session.scalar(query)
    return clock.local(ended_at).date() if ended_at else None
