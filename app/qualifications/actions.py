"""Giving a qualification, renewing it, entering what was acquired elsewhere, and taking back what was wrong."""

import datetime as dt
from collections.abc import Callable

from flask_babel import gettext as _

from app import clock
from app.activity.actions import record
from app.db import db
from app.errors import Refused
from app.people.models import Person
from app.people.viewer import Viewer
from app.qualifications import queries, rules
from app.qualifications.models import Holding, Qualification
from app.qualifications.rules import Intake, Source

RETRACTED: list[Callable[[Holding], object]] = []
"""Whom to call when something was taken back: what says that somebody holds it says so no longer."""


def grant(
    person: Person,
    qualification: Qualification,
    *,
    since: dt.date,
    source: Source,
    detail: str,
    path: str,
) -> Holding:
    """Give it from that day for as long as it holds; what the person has from that day already stays as it is."""
    known = db.session.scalars(queries.same_holdings(person.id, qualification.id, since)).first()
    if known:
        return known
    last = rules.last_day(since, qualification.valid_months)
    return _add(person.id, qualification.id, since, last, source, detail, path=path)


def renew(
    person: Person,
    qualification: Qualification,
    *,
    since: dt.date,
    source: Source,
    detail: str,
    path: str,
) -> Holding | None:
    """Let it hold anew from that day, where it still holds that day; what has ended can't be renewed."""
    if not queries.holds(person.id, qualification.id, since):
        return None
    return grant(person, qualification, since=since, source=source, detail=detail, path=path)


def enter(
    qualification: Qualification, *, viewer: Viewer, who: str, since: dt.date, until: dt.date | None, detail: str
) -> Holding:
    """Note what somebody whom the viewer looks after has acquired elsewhere."""
    found = db.session.scalars(queries.people_in_scope(viewer, who)).all()
    if not found:
        raise Refused(_("Nobody whom you look after has this name, number or address."), "who")
    if len(found) > 1:
        raise Refused(_("Several people are called “%(name)s”. Please enter the e-mail address.", name=who), "who")
    if found[0].id == viewer.person.id:
        raise Refused(_("Somebody else has to note what you hold yourself."), "who")
    last = until or rules.last_day(since, qualification.valid_months)
    if last and last < since:
        raise Refused(_("It can’t end before it begins."), "until")
    if db.session.scalars(queries.same_holdings(found[0].id, qualification.id, since)).first():
        raise Refused(_("%(name)s holds it from that day already.", name=found[0].name), "since")
    return _add(found[0].id, qualification.id, since, last, Source.ENTRY, detail.strip(), by=viewer.person)


def take_over(intake: Intake, *, by: Person) -> None:
    """Note all records of a file."""
    for one in intake.records:
        _add(one.person_id, one.kind.id, one.since, one.until, Source.RECORD, one.note, by=by)


def retract(holding: Holding, *, by: Person | None) -> None:
    """Take back what was wrong; what else the person holds counts on."""
    db.session.add(
        Holding(
            person_id=holding.person_id,
            qualification_id=holding.qualification_id,
            since=holding.since,
            valid_until=holding.valid_until,
            source=holding.source,
            detail=holding.detail,
            path=holding.path,
            recorded_at=clock.now(),
            recorded_by_id=by.id if by else None,
            retracts_id=holding.id,
        )
    )
    db.session.flush()
    record(by, "qualifications.retracted", holding, person=holding.person_id)
    db.session.flush()
    for follow in RETRACTED:
        follow(holding)


def retract_from(person: Person, path: str) -> None:
    """Take back all that was given for this course or date."""
    for holding in db.session.scalars(queries.holdings_from(person.id, path)).all():
        retract(holding, by=None)


def _add(
    person_id: int,
    qualification_id: int,
    since: dt.date,
    last: dt.date | None,
    source: Source,
    detail: str,
    *,
    path: str | None = None,
    by: Person | None = None,
) -> Holding:
    held = Holding(
        person_id=person_id,
        qualification_id=qualification_id,
        since=since,
        valid_until=last,
        source=source,
        detail=detail,
        path=path,
        recorded_at=clock.now(),
        recorded_by_id=by.id if by else None,
    )
    db.session.add(held)
    db.session.flush()
    record(by, "qualifications.recorded", held, person=person_id, qualification=qualification_id)
    return held
