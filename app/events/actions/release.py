"""Releasing a programme: what participants see, and the seats of its slots."""

from collections.abc import Collection

from flask_babel import gettext as _

from app import clock
from app.activity.actions import record
from app.bookings import actions as bookings
from app.db import db
from app.errors import Refused
from app.events import queries, rules
from app.events.actions.event import refuse_called_off
from app.events.actions.slots import seat
from app.events.models import Event, Programme, Release
from app.events.rules import BandText
from app.notifications.actions import notify
from app.notifications.rules import Kind as Message
from app.people.models import Person


def release(event: Event, *, by: Person) -> Release:
    """Show the programme as it is now to participants; who has a seat in what changes is told once.

    Slots that were dropped are cancelled. The version before stays as it was.
    """
    programme = db.session.scalars(queries.locked_programme(event.id)).one_or_none()
    refuse_called_off(event)
    if programme is None or not any(band.slots for band in programme.bands):
        raise Refused(_("There are no slots yet that could be released."))
    before = rules.from_plain(programme.release.content) if programme.release else []
    changed = rules.changes(before, queries.texts(programme))
    if programme.release and not changed:
        raise Refused(_("Nothing has changed since the last release."))
    now = clock.now()
    for band in programme.bands:
        for slot in band.slots:
            seat(programme, band, slot, by=by)
    bookings.rewrite_times(event.bookable)
    touched = {change.slot_id for change in changed} | _moved(before, programme)
    content = queries.texts(programme)
    row = Release(number=len(programme.releases) + 1, released_at=now, content=rules.to_plain(content))
    programme.releases.append(row)
    db.session.flush()
    record(by, "events.programme_released", programme, number=row.number)
    if before:
        _tell(event, programme, touched)
    db.session.flush()
    return row


def _moved(before: list[BandText], programme: Programme) -> set[int | None]:
    """The slots of bands that have another time now."""
    times = {band.id: (band.starts_at, band.ends_at) for band in before}
    moved = [band for band in programme.bands if times.get(band.id, ()) != (band.starts_at, band.ends_at)]
    return {slot.id for band in moved for slot in band.slots}


def _tell(event: Event, programme: Programme, slot_ids: Collection[int | None]) -> None:
    ids = [
        slot.bookable_id
        for band in programme.bands
        for slot in band.slots
        if slot.id in slot_ids and slot.bookable_id is not None
    ]
    if not ids:
        return
    for person in db.session.scalars(queries.people_in(ids)):
        notify(person, Message.PROGRAMME_CHANGED, path=f"/events/{event.id}/programme", title=event.title)
