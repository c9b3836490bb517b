"""What people need on the day: asked only with a reason, said by the person, forgotten soon."""

import datetime as dt

from flask_babel import gettext as _
from sqlalchemy import delete, select, update

from app import clock
from app.activity.actions import record
from app.bookings import queries, rules
from app.bookings.models import Bookable, Booking, Need
from app.bookings.rules import LONGEST_TEXT, NEEDS_LAST
from app.db import db
from app.errors import Refused
from app.people.models import Person


def ask_needs(bookable: Bookable, *, food_reason: str | None, access_reason: str | None, by: Person) -> None:
    """Ask whoever signs up what they need; without a reason nobody is asked, and what was said is forgotten."""
    if clock.now() >= bookable.ends_at:
        raise Refused(_("This date is over."))
    bookable.food_reason, bookable.access_reason = food_reason or None, access_reason or None
    said = select(Booking.id).where(Booking.bookable_id == bookable.id)
    for name in ("food", "access"):
        if getattr(bookable, f"{name}_reason") is None:
            _forget_part(said, name)
    asked = {"food": bookable.food_reason is not None, "access": bookable.access_reason is not None}
    record(by, "bookings.needs-asked", bookable, **asked)
    db.session.flush()


def state_needs(booking: Booking, *, food: str = "", access: str = "") -> None:
    """Say what one needs, or take it back by saying nothing."""
    bookable = booking.bookable
    is_over = bookable.cancelled_at is not None or clock.now() >= bookable.ends_at
    if not bookable.asks_needs or booking.state not in rules.LIVE or is_over:
        raise Refused(_("Nobody is asked about this here any more."))
    said = {
        "food": food.strip() if bookable.food_reason else "",
        "access": access.strip() if bookable.access_reason else "",
    }
    for name, text in said.items():
        if len(text) > LONGEST_TEXT:
            raise Refused(_("Please use at most %(most)d characters.", most=LONGEST_TEXT), name)
    known = db.session.scalars(queries.need_of(booking.id)).one_or_none()
    if not any(said.values()):
        forget_need(booking)
    elif known:
        known.food, known.access = said["food"], said["access"]
    else:
        db.session.add(Need(booking_id=booking.id, **said))
    db.session.flush()


def note_needs(booking: Booking, *, by: Person, food: str = "", access: str = "") -> bool:
    """Write down what somebody tells those who run it; returns whether it was: what was said before stays."""
    if db.session.scalars(queries.need_of(booking.id)).one_or_none():
        return False
    state_needs(booking, food=food, access=access)
    record(by, "bookings.needs-noted", booking, bookable=booking.bookable_id, person=booking.person_id)
    return True


def forget_need(booking: Booking) -> None:
    """Forget what somebody said: their booking has ended, or they take it back."""
    known = db.session.scalars(queries.need_of(booking.id)).one_or_none()
    if known:
        db.session.delete(known)
        db.session.flush()


def forget_all_needs(bookable: Bookable) -> None:
    """Forget what everybody said: the date does not take place."""
    if not bookable.asks_needs:
        return
    theirs = select(Booking.id).where(Booking.bookable_id == bookable.id)
    db.session.execute(delete(Need).where(Need.booking_id.in_(theirs)).execution_options(synchronize_session="fetch"))


def forget_needs(now: dt.datetime | None = None) -> int:
    """Forget what was said for dates that were over a week ago, and of bookings that have ended."""
    over = queries.needs_to_forget((now or clock.now()) - NEEDS_LAST)
    gone = db.session.scalars(delete(Need).where(Need.booking_id.in_(over)).returning(Need.booking_id)).all()
    return len(gone)


def _forget_part(said: object, name: str) -> None:
    """Forget one half of what people said, and rows of which nothing is left."""
    theirs = Need.booking_id.in_(said)  # type: ignore[arg-type]  # a select of numbers
    other = Need.access if name == "food" else Need.food
    db.session.execute(delete(Need).where(theirs, other == "").execution_options(synchronize_session="fetch"))
    db.session.execute(update(Need).where(theirs).values({name: ""}).execution_options(synchronize_session="fetch"))
