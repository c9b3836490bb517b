"""Who was there completes the course: noted day by day by those who lead a session, and corrected in the same way."""

import datetime as dt

from sqlalchemy import select

from app.activity.actions import record
from app.bookings import queries as bookings
from app.bookings.models import Attendance, Booking
from app.bookings.rules import State
from app.competences.rules import Kind
from app.courses import queries
from app.courses.actions.enrolments import open_way, prove
from app.courses.actions.own_word import reopen
from app.courses.actions.qualifying import disqualify, qualify
from app.courses.models import Enrolment, Session
from app.db import db


def follow_attendance(attendance: Attendance) -> None:
    """Complete the course where the person has been there often enough by now; nothing where it is no session."""
    _follow(attendance.booking, without=None)


def follow_undoing(attendance: Attendance) -> None:
    """Open the course again where the person was not there often enough without this."""
    _follow(attendance.booking, without=attendance.day)


def judge_all(session: Session) -> None:
    """Ask the same for everybody who was there, after the session has changed."""
    there = select(Booking).join(Attendance, Attendance.booking_id == Booking.id)
    for booking in db.session.scalars(there.where(Booking.bookable_id == session.bookable_id).distinct()).all():
        _judge(session, booking)


def _follow(booking: Booking, without: dt.date | None) -> None:
    session = db.session.scalars(queries.session_of(booking.bookable_id)).one_or_none()
    if session:
        _judge(session, booking, without)


def _judge(session: Session, booking: Booking, without: dt.date | None = None) -> None:
    days = bookings.days_there([booking.id]).get(booking.id, set()) & set(session.bookable.days) - {without}
    enrolment = db.session.scalars(queries.locked_enrolment(booking.person_id, session.course_id)).one_or_none()
    is_noted = enrolment is not None and enrolment.session_id is not None
    if booking.state is State.CONFIRMED and len(days) >= session.enough_days:
        if not is_noted:
            _complete(session, booking, enrolment, max(days))
        qualify(session.course, booking.person, max(days), at=session)
    else:
        if enrolment is not None and enrolment.session_id == session.id:
            reopen(enrolment)
        disqualify(booking.person, session)


def _complete(session: Session, booking: Booking, enrolment: Enrolment | None, day: dt.date) -> None:
    """Complete the course by this; what the person has said of it themselves is no longer needed."""
    course, person = session.course, booking.person
    enrolment = enrolment or open_way(course, person)
    if enrolment.completed_on is not None:
        reopen(enrolment)
    enrolment.left_at, enrolment.completed_on, enrolment.session_id = None, day, session.id
    prove(course, person, course.title, day, kind=Kind.ATTENDANCE)
    record(None, "courses.completed", enrolment, course=course.id)
    db.session.flush()
