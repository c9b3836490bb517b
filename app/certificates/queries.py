"""Completed courses with their certificates, and certificates by their code."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, exists, false, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from app.certificates.models import Certificate
from app.certificates.rules import Hindrance, hindrance
from app.courses.models import Course, Enrolment
from app.db import db
from app.people.models import OrgUnit, Person
from app.people.rules import Role
from app.people.viewer import Viewer


@dataclass(frozen=True)
class Completion:
    """A course that a person has completed, and the valid certificate about it, if there is one."""

    enrolment: Enrolment
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
        select(Enrolment, Certificate, _is_barred())
        .join(Enrolment.course)
        .outerjoin(Certificate, and_(*_of_this_course(Certificate), Certificate.revoked_at.is_(None)))
        .options(contains_eager(Enrolment.course))
        .where(Enrolment.person_id == person_id, Enrolment.completed_on.is_not(None))
        .order_by(Enrolment.completed_on.desc(), Course.search_title)
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


def valid_of(person_id: int, course_id: int) -> Select[Certificate]:
    """The person's valid certificate about a course."""
    mine = (Certificate.person_id == person_id, Certificate.course_id == course_id)
    return select(Certificate).where(*mine, Certificate.revoked_at.is_(None))


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


def _is_barred() -> Any:
    earlier = aliased(Certificate)
    of_it = (*_of_this_course(earlier), earlier.completed_on == Enrolment.completed_on)
    return exists().where(*of_it, earlier.revoked_at.is_not(None), earlier.replaceable.is_(False)).correlate(Enrolment)


def _of_this_course(certificate: Any) -> tuple[Any, Any]:
    return certificate.person_id == Enrolment.person_id, certificate.course_id == Enrolment.course_id
