"""Seats that are to be passed to a colleague."""

import datetime as dt

from sqlalchemy import ColumnElement, Select, exists, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload

from app.bookings.models import Bookable, Booking, Handover
from app.bookings.queries.clashes import overlap
from app.bookings.rules import Mode, Stage, State
from app.people.viewer import Viewer

MOST_DATES = 50


def open_handover(booking_id: int, now: dt.datetime) -> Select[Handover]:
    """To whom a seat is to be passed, as long as they can answer."""
    return unanswered_handovers(booking_id).where(Handover.expires_at > now).options(joinedload(Handover.to))


def unanswered_handovers(booking_id: int) -> Select[Handover]:
    """What was neither answered nor ended, even if its time is over."""
    return select(Handover).where(Handover.booking_id == booking_id, Handover.stage == Stage.OPEN)


def waiting_handovers(person_id: int, now: dt.datetime) -> Select[Handover]:
    """The seats that colleagues offer a person now, the nearest end first."""
    is_ahead = Bookable.starts_at > now, Bookable.cancelled_at.is_(None), Booking.state == State.CONFIRMED
    return (
        _whole()
        .where(Handover.to_id == person_id, Handover.stage == Stage.OPEN, Handover.expires_at > now, *is_ahead)
        .order_by(Handover.expires_at, Handover.id)
    )


def dates_in_exchange(booking: Booking, now: dt.datetime) -> Select[Bookable]:
    """What a seat can be exchanged for: other dates of the same course, or what fits of the same programme.

    Who has a seat there is not asked.
    """
    mine = select(Booking.bookable_id).where(
        Booking.person_id == booking.person_id,
        Booking.state.in_([State.CONFIRMED, State.REQUESTED]),
    )
    return (
        select(Bookable)
        .where(*_is_in_exchange(booking), Bookable.id != booking.bookable_id, Bookable.id.not_in(mine))
        .where(Bookable.starts_at > now, Bookable.cancelled_at.is_(None), Bookable.mode == Mode.FIRST_COME)
        .order_by(Bookable.starts_at, Bookable.id)
        .limit(MOST_DATES)
        .options(selectinload(Bookable.spans))
    )


def _is_in_exchange(booking: Booking) -> list[ColumnElement[bool]]:
    bookable = booking.bookable
    if bookable.part_of_id is None:
        return [Bookable.path == bookable.path, Bookable.part_of_id.is_(None)]
    kept, part = aliased(Booking), aliased(Bookable)
    is_taken = (
        exists()
        .where(kept.person_id == booking.person_id, kept.state == State.CONFIRMED, kept.id != booking.id)
        .where(part.id == kept.bookable_id, part.part_of_id == bookable.part_of_id, overlap(part.id, Bookable.id))
    )
    return [Bookable.part_of_id == bookable.part_of_id, ~is_taken]


def handovers_of(viewer: Viewer) -> Select[Handover]:
    """What the viewer wants to pass on or was asked to take: SQL twin of `access.can_see_handover`."""
    mine = viewer.person.id
    return _whole().where(or_(Handover.to_id == mine, Booking.person_id == mine))


def handovers_to(viewer: Viewer) -> Select[Handover]:
    """What the viewer was asked to take: SQL twin of `access.can_answer_handover`."""
    return _whole().where(Handover.to_id == viewer.person.id)


def handovers_from(viewer: Viewer) -> Select[Handover]:
    """What the viewer wants to pass on: SQL twin of `access.can_withdraw_handover`."""
    return _whole().where(Booking.person_id == viewer.person.id)


def _whole() -> Select[Handover]:
    return (
        select(Handover)
        .join(Handover.booking)
        .join(Booking.bookable)
        .options(
            contains_eager(Handover.booking).contains_eager(Booking.bookable).selectinload(Bookable.spans),
            contains_eager(Handover.booking).joinedload(Booking.person),
            joinedload(Handover.to),
            joinedload(Handover.wanted).selectinload(Bookable.spans),
        )
    )
