"""What a person's calendar shows: dates with a seat, and what is due in the plan."""

import datetime as dt
from collections.abc import Iterator

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app import clock
from app.bookings import queries as bookings
from app.calendars.models import CalendarFeed
from app.db import db
from app.plans import queries as plans
from app.text.calendar import Entry, uid
from app.tokens import token_hash

KEPT = dt.timedelta(days=31)
"""How long a date that is over stays in the calendar."""


def feed_of(person_id: int) -> CalendarFeed | None:
    """The person's address, if they have one."""
    return db.session.get(CalendarFeed, person_id)


def feed_by_token(token: str) -> CalendarFeed | None:
    """The calendar of this address, as long as its person works here; one statement."""
    query = select(CalendarFeed).where(CalendarFeed.token_hash == token_hash(token))
    found = db.session.scalars(query.options(joinedload(CalendarFeed.person))).one_or_none()
    return found if found and found.person.is_employed(clock.today()) else None


def entries_of(person_id: int, *, base: str) -> Iterator[Entry]:
    """The person's dates and due steps, by the address at which Lotse is reached; four statements at most."""
    confirmed = bookings.confirmed_bookings_of(person_id, clock.now() - KEPT)
    for booking in db.session.scalars(bookings.with_meetings(confirmed)):
        date = booking.bookable
        yield Entry(
            uid=uid(date.calendar_uid, base),
            title=date.title,
            stamped_at=booking.requested_at,
            spans=date.times,
            place=date.place,
            url=base + date.path,
            sequence=date.calendar_sequence,
        )
    for step in plans.open_steps(person_id):
        if step.due_on and not step.happens_on:
            yield Entry(
                uid=uid(f"step-{step.id}", base),
                title=_("Due: %(title)s", title=step.title),
                stamped_at=clock.at(step.due_on, dt.time()),
                day=step.due_on,
                url=f"{base}/plan",
            )
