"""Waiting for a date where none is planned: one click on or off, told once, counted for HR."""

import datetime as dt

from flask_babel import gettext as _
from sqlalchemy import delete, select

from app import clock
from app.bookings.rules import Mode
from app.courses import queries
from app.courses.models import Course, DateWish, Session
from app.courses.rules import Format
from app.db import db
from app.disclosure import actions as disclosure
from app.disclosure.rules import Cell, Report
from app.errors import Refused
from app.notifications.actions import notify
from app.notifications.rules import Kind
from app.people.actions import take_turns
from app.people.models import OrgUnit, Person

ALL = "all"
WISHES_LAST = dt.timedelta(days=730)


def want_date(course: Course, person: Person) -> None:
    """Tell the person as soon as a date is planned; a second click changes nothing."""
    if course.format is not Format.SEMINAR:
        raise Refused(_("Only seminars have dates."))
    take_turns(person)
    if not queries.wants_date(course.id, person.id):
        db.session.add(DateWish(person_id=person.id, course_id=course.id, wished_at=clock.now()))
        db.session.flush()


def want_no_date(course: Course, person: Person) -> None:
    """Tell the person nothing; nothing is left of the wish."""
    db.session.execute(delete(DateWish).where(DateWish.course_id == course.id, DateWish.person_id == person.id))


def tell_waiting(session: Session) -> int:
    """Tell everybody who waits that there is a date, and forget that they did; returns how many that were.

    To whom it is not open waits on, and so does everybody where people are invited.
    """
    today, bookable = clock.today(), session.bookable
    if bookable.mode is Mode.INVITATION:
        return 0
    ended = delete(DateWish).where(DateWish.course_id == session.course_id)
    if bookable.audience_id is not None:
        there = Person.unit.has(OrgUnit.path.contains(f"/{bookable.audience_id}/"))
        ended = ended.where(DateWish.person_id.in_(select(Person.id).where(there)))
    ids = db.session.scalars(ended.returning(DateWish.person_id)).all()
    people = [person for person in (db.session.get_one(Person, one) for one in ids) if person.is_employed(today)]
    for person in people:
        notify(
            person,
            Kind.DATE_PLANNED,
            path=bookable.path,
            title=bookable.title,
            starts_at=bookable.starts_at.isoformat(),
            place=bookable.place,
        )
    return len(people)


def count_waiting() -> int:
    """Each night: forget what was wished long ago, and let out how many wait for a date; returns for how many courses.

    Only then, so that nobody sees a number change as a colleague clicks. Nobody can say any more who was counted in
    earlier months.
    """
    today = clock.today()
    db.session.execute(delete(DateWish).where(DateWish.wished_at < clock.now() - WISHES_LAST))
    disclosure.close(queries.reports_before(today))
    waiting = queries.waiting(today)
    for report, people in waiting.items():
        disclosure.release(Report(report), [Cell(ALL, people)])
    return len(waiting)
