"""Coming in at the door. The lock of the seats is the lock of the hall: nobody counts while somebody comes in."""

import datetime as dt
from collections.abc import Callable

from flask_babel import gettext as _
from flask_babel import ngettext

from app import clock
from app.activity.actions import record
from app.bookings import queries
from app.bookings.actions import leaving, line
from app.bookings.actions.admission import admit
from app.bookings.actions.history import move
from app.bookings.models import Attendance, Bookable, Booking, TurnedAway
from app.bookings.rules import MOST_SEATS, SEATS_GO, Hall, State, Way
from app.db import db
from app.errors import Refused
from app.people.models import Person

CAME: list[Callable[[Attendance], None]] = []
"""What upper packages do when somebody was there, in the same transaction."""

UNDONE: list[Callable[[Attendance], None]] = []
"""What upper packages do before an attendance that was none is taken away."""


class NoRoom(Refused):
    """Somebody is not let in because there is no room for them now."""


def lock_seats(bookable: Bookable) -> None:
    """Wait for everybody else who lets people in: what is counted from now on is true until the transaction ends."""
    line.lock(bookable.id)


def arrive(booking: Booking, *, day: dt.date, by: Person, allotted: int = 0) -> Attendance:
    """Note that somebody who has a seat is there; who is there already stays noted as before.

    `allotted` places of the hall are with devices, and nobody else has them. Raises Refused where they have no seat,
    the hall is full, or the day is not today.
    """
    line.lock_with(booking)
    now = clock.now()
    if known := _known(booking.bookable, booking.person, day):
        return known
    _refuse_unless_open(booking.bookable, day)
    if booking.state is State.OFFERED:
        leaving.accept_offer(booking, by=by)
    if booking.state is not State.CONFIRMED:
        raise Refused(_("%(name)s has no seat.", name=booking.person.name))
    hall = queries.hall(booking.bookable, day, allotted=allotted)
    _refuse_where_full(hall)
    if hall.room == 0:
        raise NoRoom(_with_devices())
    return _note(booking, day, by, now)


def arrived(booking: Booking, *, day: dt.date, at: dt.datetime, by: Person) -> Attendance:
    """Note that somebody came in then, on a place that the door had: they are there, whatever has changed since.

    Who gave the seat back meanwhile counts as somebody without one. Raises Refused where even that can't be.
    """
    line.lock_with(booking)
    bookable, person = booking.bookable, booking.person
    if known := _known(bookable, person, day):
        return known
    if booking.state is not State.CONFIRMED:
        booking = admit(bookable, person, way=Way.DOOR, by=by)
    if booking.state is State.OFFERED:
        leaving.accept_offer(booking, by=by)
    return _note(booking, day, by, at)


def note_there(booking: Booking, *, day: dt.date, by: Person) -> Attendance:
    """Note, on the day or later, that somebody with a seat was there: whoever leads it saw them, and no door counts."""
    line.lock_with(booking)
    bookable = booking.bookable
    if known := _known(bookable, booking.person, day):
        return known
    if bookable.cancelled_at:
        raise Refused(_("This date was cancelled."))
    if day not in bookable.days or day > clock.today():
        raise Refused(_("Who is there can be noted from the day itself on."))
    if booking.state is not State.CONFIRMED:
        raise Refused(_("%(name)s has no seat.", name=booking.person.name))
    return _note(booking, day, by, clock.now())


def let_in(bookable: Bookable, person: Person, *, day: dt.date, by: Person, allotted: int = 0) -> Attendance:
    """Let somebody in who has no seat, while there is room for them; who has one comes in with it."""
    line.lock(bookable.id)
    now = clock.now()
    if known := _known(bookable, person, day):
        return known
    booking = db.session.scalars(queries.live_booking(bookable.id, person.id)).one_or_none()
    if booking and (booking.state is State.CONFIRMED or (booking.offer and booking.offer.is_open(now))):
        return arrive(booking, day=day, by=by, allotted=allotted)
    _refuse_unless_open(bookable, day)
    hall = queries.hall(bookable, day, allotted=allotted)
    _refuse_where_full(hall)
    starts_at, has_applied = bookable.begins_on(day), queries.has_applied(bookable.id, person.id)
    if hall.room_without_seat(starts_at, now, has_applied=has_applied) == 0:
        if now < starts_at - SEATS_GO:
            raise NoRoom(_kept_for(hall.expected))
        is_later = now < hall.all_come_from(starts_at, has_applied=has_applied)
        raise NoRoom(_applicants_first() if is_later and hall.room else _with_devices())
    return _note(admit(bookable, person, way=Way.DOOR, by=by), day, by, now)


def turn_away(bookable: Bookable, day: dt.date) -> None:
    """Count that somebody could not be let in; nobody learns afterwards who it was."""
    line.lock(bookable.id)
    known = db.session.get(TurnedAway, (bookable.id, day), populate_existing=True)
    if known:
        known.number += 1
    else:
        db.session.add(TurnedAway(bookable_id=bookable.id, day=day))
    db.session.flush()


def undo_arrival(attendance: Attendance, *, by: Person) -> None:
    """Somebody is not there after all; who came in without a seat has none afterwards either."""
    booking = attendance.booking
    line.lock_with(booking)
    record(by, "bookings.arrival-undone", booking, bookable=booking.bookable_id, person=booking.person_id)
    for follow in UNDONE:
        follow(attendance)
    db.session.delete(attendance)
    db.session.flush()
    if booking.way is Way.DOOR and booking.state is State.CONFIRMED:
        move(booking, State.CANCELLED, by=by, now=clock.now())


def limit_hall(bookable: Bookable, *, hall_limit: int | None, door_share: int, by: Person, allotted: int = 0) -> None:
    """Say how many people may be in the hall, and how many places are kept for people without a seat.

    What devices may give away by themselves counts as given away.
    """
    line.lock(bookable.id)
    if hall_limit is not None and not 1 <= hall_limit <= MOST_SEATS:
        raise Refused(_("Please enter a number from 1 to 100,000, or nothing."), "hall_limit")
    present = queries.most_present(bookable)
    if hall_limit is not None and hall_limit < present:
        raise Refused(
            ngettext(
                "%(num)d person is there already, so the limit can’t be lower.",
                "%(num)d people are there already, so the limit can’t be lower.",
                present,
            ),
            "hall_limit",
        )
    if hall_limit is not None and hall_limit < present + allotted:
        raise Refused(
            ngettext(
                "Devices at the doors may let in %(num)d more person without asking. Please close a door first.",
                "Devices at the doors may let in %(num)d more people without asking. Please close a door first.",
                allotted,
            ),
            "hall_limit",
        )
    if hall_limit is not None and door_share > hall_limit:
        raise Refused(_("No more places can be kept than people may be in the hall."), "door_share")
    bookable.hall_limit, bookable.door_share = hall_limit, door_share
    record(by, "bookings.hall-limited", bookable, hall_limit=hall_limit, door_share=door_share)
    db.session.flush()


def _known(bookable: Bookable, person: Person, day: dt.date) -> Attendance | None:
    return db.session.scalars(queries.attendance_of(bookable.id, person.id, day)).one_or_none()


def _refuse_unless_open(bookable: Bookable, day: dt.date) -> None:
    if bookable.cancelled_at:
        raise Refused(_("This date was cancelled."))
    if day != clock.today() or day not in bookable.days:
        raise Refused(_("The door is open on the day of the date only."))


def _refuse_where_full(hall: Hall) -> None:
    if hall.is_full:
        raise NoRoom(_("The hall is full: as many people as may be in it are there."))


def _with_devices() -> str:
    return _("The places that are left are with devices at the doors. Please try again in a moment.")


def _applicants_first() -> str:
    return _(
        "Until five minutes before the start those come in first who had applied and got no seat. "
        "Then everybody can come in while there is room."
    )


def _kept_for(expected: int) -> str:
    return ngettext(
        "%(num)d more person with a seat is expected. Ten minutes before the start, that place goes to who is here.",
        "%(num)d more people with a seat are expected. Ten minutes before the start, their places go to who is here.",
        expected,
    )


def _note(booking: Booking, day: dt.date, by: Person, now: dt.datetime) -> Attendance:
    noted = Attendance(booking=booking, day=day, recorded_at=now, recorded_by_id=by.id)
    db.session.add(noted)
    db.session.flush()
    record(by, "bookings.arrived", booking, bookable=booking.bookable_id, person=booking.person_id)
    for follow in CAME:
        follow(noted)
    return noted
