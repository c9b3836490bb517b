"""What a course gives to those who complete it or were there, and what it asks of those who come."""

import datetime as dt

from flask_babel import gettext as _

from app import clock
from app.bookings.models import Bookable
from app.bookings.rules import Way
from app.courses import queries
from app.courses.models import Course, Session
from app.db import db
from app.errors import Refused
from app.people.models import Person
from app.qualifications import actions as qualifications
from app.qualifications import queries as qualified
from app.qualifications.rules import Effect, Source

DECIDED_BEFORE = frozenset({Way.APPROVAL, Way.DRAW, Way.DOOR})
"""Ways on which the claim to a seat was looked at when it was made, or nobody can be sent away any more."""


def qualify(course: Course, person: Person, day: dt.date, *, at: Session | None = None) -> None:
    """Give what the course grants, and renew what it renews and the person still holds.

    What a date of the course gives it gives once; it can be taken back without what another one gave.
    """
    path = at.bookable.path if at else f"/courses/{course.slug}"
    if at and db.session.scalars(qualified.holdings_from(person.id, path)).first():
        return
    source = Source.ATTENDANCE if at else Source.COURSE
    for one in queries.qualifications_of(course.id):
        give = {Effect.GRANTS: qualifications.grant, Effect.RENEWS: qualifications.renew}.get(one.effect)
        if give:
            give(person, one.qualification, since=day, source=source, detail=course.title, path=path)


def disqualify(person: Person, at: Session) -> None:
    """Take back what this date of a course gave."""
    qualifications.retract_from(person, at.bookable.path)


def refuse_unqualified(course: Course, person: Person, on: dt.date) -> None:
    """Raise Refused where the person does not hold that day what the course requires."""
    required = queries.required_of(course.id, person.id, on)
    if lacking := [one.title for one in required if not one.is_met]:
        raise Refused(
            _(
                "“%(title)s” requires a qualification that %(name)s does not hold on %(day)s: %(lacking)s.",
                title=course.title,
                name=person.name,
                day=on.strftime("%d.%m.%Y"),
                lacking=", ".join(lacking),
            )
        )


def refuse_unqualified_for_date(bookable: Bookable, person: Person, way: Way) -> None:
    """The same for a date, on its first day, whoever signs the person up."""
    if way in DECIDED_BEFORE:
        return
    course = db.session.scalars(queries.course_of_date(bookable.id)).one_or_none()
    if course:
        refuse_unqualified(course, person, max(clock.local(bookable.starts_at).date(), clock.today()))
