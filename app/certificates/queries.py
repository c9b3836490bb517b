"""Completed courses with their certificates, and certificates by their code."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, literal, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from app.bookings.models import Bookable
from app.certificates.models import Certificate
from app.certificates.rules import Hindrance, hindrance
from app.courses.models import Course, Enrolment, Session
from app.db import db
from app.people.models import OrgUnit, Person
from app.people.rules import Role
from app.people.viewer import Viewer
from app.qualifications.models import Holding
from app.qualifications.queries import counts


@dataclass(frozen=True)
class Completion:
    """A course that a person has completed, last on that day, and the valid certificate about it, if there is one."""

    enrolment: Enrolment
    day: dt.date
    certificate: Certificate | None
    is_barred: bool

    @property
    def hindrance(self) -> Hindrance | None:
        """Why there can be no certificate."""
        is_noted = self.enrolment.session_id is not None
        return hindrance(self.enrolment.course.format, is_noted=is_noted, is_barred=self.is_barred)


def completions_of(person_id: int) -> Select[*tuple[Any, ...]]:
    """What the person has completed, the latest first: rows for `Completion`."""
    return (
        select(Enrolment, _last_day(), Certificate, _is_barred())
        .join(Enrolment.course)
        .outerjoin(Certificate, and_(*_of_it(Certificate), Certificate.revoked_at.is_(None)))
        .options(contains_eager(Enrolment.course))
        .where(Enrolment.person_id == person_id, Enrolment.completed_on.is_not(None))
        .order_by(_last_day().desc(), Course.search_title)
    )


def completion_of(person_id: int, course_id: int) -> Completion | None:
    """The person's completion of a course; one statement."""
    row = db.session.execute(completions_of(person_id).where(Enrolment.course_id == course_id)).one_or_none()
    return Completion(*row) if row else None


def revoked_of(person_id: int) -> Select[Certificate]:
    """The person's certificates that no longer hold, the latest first."""
    return (
        select(Certificate)
        .where(Certificate.person_id == person_id, Certificate.revoked_at.is_not(None))
        .order_by(Certificate.revoked_at.desc(), Certificate.id.desc())
    )


def earlier_of(person_id: int) -> Select[Certificate]:
    """The person's certificates that hold about a course that they have done again since, the latest first."""
    of_it = Certificate.person_id == Enrolment.person_id, Certificate.course_id == Enrolment.course_id
    return (
        select(Certificate)
        .join(Enrolment, and_(*of_it))
        .join(Enrolment.course)
        .where(Certificate.person_id == person_id, Certificate.revoked_at.is_(None))
        .where(Certificate.completed_on < _last_day())
        .order_by(Certificate.completed_on.desc(), Certificate.id.desc())
    )


def valid_of(person_id: int, course_id: int) -> Select[Certificate]:
    """The person's valid certificates about a course."""
    mine = (Certificate.person_id == person_id, Certificate.course_id == course_id)
    return select(Certificate).where(*mine, Certificate.revoked_at.is_(None))


def valid_about(holding: Holding) -> Select[Certificate]:
    """The valid certificates that say that the person holds this."""
    return (
        select(Certificate)
        .join(Certificate.course)
        .where(Certificate.person_id == holding.person_id, Certificate.completed_on == holding.since)
        .where(Certificate.revoked_at.is_(None), _is_from_course(literal(holding.path)))
    )


def given_by(completion: Completion) -> Select[Holding]:
    """What the course gave the person on that day."""
    return (
        select(Holding)
        .join(Course, _is_from_course(Holding.path))
        .where(Course.id == completion.enrolment.course_id, Holding.person_id == completion.enrolment.person_id)
        .where(Holding.since == completion.day, counts())
        .options(joinedload(Holding.qualification))
        .order_by(Holding.valid_until, Holding.id)
    )


def held_by(viewer: Viewer) -> Select[Certificate]:
    """The viewer's own, as long as they hold."""
    return select(Certificate).where(Certificate.person_id == viewer.person.id, Certificate.revoked_at.is_(None))


def by_code(code: str) -> Select[Certificate]:
    """For everybody who holds the paper: the code is the key."""
    return _with_person().where(Certificate.code == code)


def within_reach_of(viewer: Viewer) -> Select[Certificate]:
    """Certificates of people whom the viewer develops; without the code of the paper nobody finds one here."""
    scopes = [OrgUnit.path.startswith(path) for path in sorted(viewer.scopes.get(Role.HR, ()))]
    units = select(OrgUnit.id).where(or_(false(), *scopes))
    return _with_person().where(Certificate.person_id.in_(select(Person.id).where(Person.unit_id.in_(units))))


def _with_person() -> Select[Certificate]:
    return select(Certificate).options(joinedload(Certificate.person).joinedload(Person.unit))


def _last_day() -> ColumnElement[dt.date]:
    """When the course was last completed: done again, it gave something anew."""
    given = aliased(Holding)
    again = (
        select(func.max(given.since))
        .where(given.person_id == Enrolment.person_id, given.since > Enrolment.completed_on)
        .where(_is_from_course(given.path), counts(given))
        .correlate(Enrolment, Course)
        .scalar_subquery()
    )
    return func.coalesce(again, Enrolment.completed_on)


def _is_from_course(path: Any) -> ColumnElement[bool]:
    """Whether what has this address for its source comes from the course or one of its dates."""
    dates = select(Bookable.path).join(Session, Session.bookable_id == Bookable.id)
    own_dates = dates.where(Session.course_id == Course.id).correlate(Course)
    return or_(path == "/courses/" + Course.slug, path.in_(own_dates))


def _is_barred() -> Any:
    earlier = aliased(Certificate)
    revoked = earlier.revoked_at.is_not(None), earlier.replaceable.is_(False)
    return exists().where(*_of_it(earlier), *revoked).correlate(Enrolment, Course)


def _of_it(certificate: Any) -> tuple[Any, Any, Any]:
    of_this_course = certificate.person_id == Enrolment.person_id, certificate.course_id == Enrolment.course_id
    return (*of_this_course, certificate.completed_on == _last_day())
