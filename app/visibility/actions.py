"""Writing down a look before the page is sent; sharing, and taking back what was shared."""

import datetime as dt
from collections.abc import Iterable

from flask_babel import gettext as _
from sqlalchemy import insert, literal, select

from app import clock
from app.activity import actions as activity
from app.db import db, short_transaction
from app.errors import Refused
from app.people.models import Person
from app.people.viewer import Viewer
from app.visibility import queries, rules
from app.visibility.models import ReadAudit, Share
from app.visibility.rules import ShareKind


def write_read_audit(
    viewer: Viewer, person_ids: Iterable[int], category: str, purpose: str, *, daily: bool = False
) -> None:
    """One row for each person shown, committed by itself: the page is only sent once the look is on record.

    Daily: none for whom the same look of the same viewer is on record since this midnight.
    """
    look = {"at": clock.now(), "viewer_id": viewer.person.id, "category": category, "purpose": purpose}
    with short_transaction() as session:
        if daily:
            midnight = clock.start_of(clock.today())
            known = queries.seen_since(midnight, viewer, category, purpose)
            values = [literal(value, ReadAudit.__table__.c[name].type) for name, value in look.items()]
            new = select(Person.id, *values).where(Person.id.in_(person_ids), Person.id.not_in(known))
            session.execute(insert(ReadAudit).from_select(["person_id", *look], new.order_by(Person.id)))
        else:
            session.execute(insert(ReadAudit), [look | {"person_id": person_id} for person_id in person_ids])


def share(
    person: Person, reader: Person, kind: ShareKind, *, thing_id: int, version: int, contains_self: bool, last: dt.date
) -> Share:
    """Let the reader see this version of this thing, from now to the end of the last day."""
    now, today = clock.now(), clock.today()
    if reader.id == person.id or not reader.is_employed(today):
        raise Refused(_("Please choose somebody else who works here."), "reader_id")
    if not rules.may_end_on(last, today):
        raise Refused(_("A share ends today at the earliest and after twelve months at the latest."), "last_day")
    row = Share(
        person_id=person.id,
        reader_id=reader.id,
        kind=kind,
        thing_id=thing_id,
        version=version,
        contains_self=contains_self,
        starts_at=now,
        ends_at=clock.end_of(last),
    )
    db.session.add(row)
    db.session.flush()
    activity.record(person, "visibility.shared", row, kind=kind.value, contains_self=contains_self)
    return row


def withdraw(row: Share, *, by: Person) -> Share:
    """End the share now; twice is the same as once."""
    if row.withdrawn_at is None:
        row.withdrawn_at = clock.now()
        activity.record(by, "visibility.withdrawn", row, kind=row.kind.value)
        db.session.flush()
    return row
