"""Issuing certificates and revoking them."""

from flask_babel import gettext as _
from sqlalchemy import Select

from app import clock
from app.activity.actions import record
from app.certificates import queries, rules
from app.certificates.models import Certificate
from app.certificates.wording import Letterhead, why_not, words
from app.courses.models import Course, Enrolment
from app.db import db
from app.errors import Refused
from app.notifications.actions import notify
from app.notifications.rules import Kind
from app.people.actions import take_turns
from app.people.models import Person
from app.qualifications.labels import title_of
from app.qualifications.models import Holding
from app.text.language import language, speaking
from app.tokens import readable_token

OWN_PATH = "/account/certificates"


def issue(course: Course, person: Person, letterhead: Letterhead) -> Certificate:
    """The person's certificate about a course that they have completed; made the first time it is asked for."""
    take_turns(person)
    completion = queries.completion_of(person.id, course.id)
    if completion is None:
        raise Refused(_("There is a certificate as soon as you have completed the course."))
    if completion.certificate:
        return completion.certificate
    if completion.hindrance:
        raise Refused(str(why_not(completion.hindrance)))
    now, given = clock.now(), db.session.scalars(queries.given_by(completion)).all()
    serial = rules.serial(clock.local(now).year, readable_token(rules.SERIAL_LETTERS))
    certificate = Certificate(
        person_id=person.id,
        course_id=course.id,
        completed_on=completion.day,
        serial=serial,
        code=readable_token(rules.CODE_LETTERS),
        language=language(),
        words=words(completion, given, letterhead, serial=serial, issued_at=now),
        issued_at=now,
        valid_until=rules.first_end(one.valid_until for one in given),
    )
    db.session.add(certificate)
    db.session.flush()
    record(person, "certificates.issued", certificate, course=course.id)
    db.session.flush()
    return certificate


def revoke(certificate: Certificate, *, reason: str, replaceable: bool, by: Person | None) -> Certificate:
    """Let the paper hold no longer: the page behind its code says so at once, and the person reads why."""
    take_turns(certificate.person)
    db.session.refresh(certificate)
    if not certificate.is_valid:
        return certificate
    certificate.revoked_at, certificate.revoked_by_id = clock.now(), by.id if by else None
    certificate.reason, certificate.replaceable = reason, replaceable
    record(by, "certificates.revoked", certificate, course=certificate.course_id, replaceable=replaceable)
    notify(certificate.person, Kind.CERTIFICATE_REVOKED, path=OWN_PATH, title=certificate.words["course"])
    db.session.flush()
    return certificate


def follow_reopening(enrolment: Enrolment) -> None:
    """A course that is open again is not completed: what says so holds no longer."""
    take_turns(enrolment.person)
    with speaking(enrolment.person.language):
        reason = _("The course does not count as completed any more.")
    _revoke_all(queries.valid_of(enrolment.person_id, enrolment.course_id), reason)


def follow_retraction(holding: Holding) -> None:
    """What somebody does not hold after all, no paper says of them."""
    if holding.path is None:
        return
    take_turns(holding.person)
    with speaking(holding.person.language):
        reason = _("“%(title)s”, which stands on it, was taken back.", title=title_of(holding.qualification))
    _revoke_all(queries.valid_about(holding), reason)


def _revoke_all(found: Select[Certificate], reason: str) -> None:
    for certificate in db.session.scalars(found).all():
        revoke(certificate, reason=reason, replaceable=True, by=None)
