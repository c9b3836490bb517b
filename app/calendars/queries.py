"""What a person's calendar shows: dates with a seat or a mark, learning time, and what is due in the plan."""

import datetime as dt
from collections.abc import Iterator, Sequence

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app import clock
from app.bookings import queries as bookings
from app.calendars import series
from app.calendars.models import CalendarFeed
from app.db import db
from app.people.models import Person
from app.plans import queries as plans
from app.text.calendar import Entry, uid
from app.tokens import token_hash

KEPT = dt.timedelta(days=31)
"""How long a date that is over stays in the calendar."""
UNTIL_FRIDAY = dt.timedelta(days=4)


def feed_of(person_id: int) -> CalendarFeed | None:
    """The person's address, if they have one."""
    return db.session.get(CalendarFeed, person_id)


def feed_by_token(token: str) -> CalendarFeed | None:
    """The calendar of this address, as long as its person works here; one statement."""
    query = select(CalendarFeed).where(CalendarFeed.token_hash == token_hash(token))
    found = db.session.scalars(query.options(joinedload(CalendarFeed.person))).one_or_none()
    return found if found and found.person.is_employed(clock.today()) else None


def entries_of(person: Person, *, base: str) -> Iterator[Entry]:
    """The person's dates, what they keep, their learning time and due steps, by the address at which Lotse is reached.

    Eight statements at most.
    """
    yield from _seats(person.id, base)
    yield from series.kept(person, base)
    steps = plans.open_steps(person.id)
    if steps:
        yield from _learning_time(person.id, steps, base)
    for step in steps:
        if step.due_on and not step.happens_on:
            yield Entry(
                uid=uid(f"step-{step.id}", base),
                title=_("Due: %(title)s", title=step.title),
                stamped_at=clock.start_of(step.due_on),
                day=step.due_on,
                url=f"{base}/plan",
            )


def _seats(person_id: int, base: str) -> Iterator[Entry]:
    confirmed = bookings.confirmed_bookings_of(person_id, clock.now() - KEPT)
    for booking in db.session.scalars(bookings.with_meetings(confirmed)):
        yield series.date(booking.bookable, booking.requested_at, base)


def _learning_time(person_id: int, steps: Sequence[plans.Step], base: str) -> Iterator[Entry]:
    """A block for each of the next weeks, from Monday to Friday, that leaves the days free for other things.

    It says how long, not what for: calendars are often shared with colleagues.
    """
    for week in plans.learning_weeks(steps, plans.weekly_minutes_of(person_id), clock.today()):
        if week.monday:
            yield Entry(
                uid=uid(f"learning-{person_id}-{week.monday}", base),
                title=_("Learning time: %(num)d minutes", num=week.minutes),
                stamped_at=clock.start_of(week.monday),
                day=week.monday,
                until=week.monday + UNTIL_FRIDAY,
                url=f"{base}/plan",
            )
