"""Dated runs of a course."""

import secrets

from flask_babel import gettext as _

from app.activity.actions import record
from app.bookings.actions import describe
from app.bookings.rules import Description, Kind
from app.courses.actions.wishes import tell_waiting
from app.courses.models import Course, Session
from app.courses.rules import Format, Run
from app.db import db
from app.errors import Refused
from app.people.models import Person


def schedule(course: Course, run: Run, *, by: Person | None) -> Session:
    """Set a dated run of a course down: it can be booked from now on, and those who waited for a date are told."""
    if course.format is not Format.SEMINAR:
        raise Refused(_("Only seminars have dates."))
    bookable = describe(
        Description(
            kind=Kind.SESSION,
            calendar_uid=f"session-{secrets.token_hex(16)}",
            title=course.title,
            path=f"/courses/{course.slug}",
            place=run.place,
            spans=run.spans,
            seats=run.seats,
            mode=run.mode,
            closes_at=run.closes_at,
            cancel_until=run.cancel_until,
            price_cents=run.price_cents,
            organiser_ids=run.organiser_ids,
        ),
        by=by,
    )
    session = Session(course_id=course.id, bookable=bookable, trainer=run.trainer)
    db.session.add(session)
    db.session.flush()
    bookable.path = f"/sessions/{session.id}"
    record(by, "courses.scheduled", session, course=course.id)
    tell_waiting(session)
    db.session.flush()
    return session
