"""The seats under their lock: count them, end offers that ran out, give free seats to the line."""

import datetime as dt
from typing import NamedTuple

from flask_babel import gettext as _

from app import clock
from app.bookings import queries, rules
from app.bookings.actions.history import move
from app.bookings.models import Bookable, Booking, Offer, Pool
from app.bookings.rules import TOTAL, Because, DrawStage, Seats, State
from app.db import db
from app.errors import Refused


class Pools(NamedTuple):
    """The pools of a bookable, locked."""

    total: Pool
    quotas: list[Pool]


def lock(bookable_id: int) -> Pools:
    """Wait for everybody else who changes these seats; what is counted from now on is true until the transaction ends.

    The moment at which something is decided is asked after this, since waiting takes time.
    """
    pools = db.session.scalars(queries.locked_pools(bookable_id)).all()
    total = next(pool for pool in pools if pool.name == TOTAL)
    return Pools(total, [pool for pool in pools if pool is not total])


def lock_with(booking: Booking) -> Pools:
    """The lock for a booking that was loaded before; its state is loaded again."""
    pools = lock(booking.bookable_id)
    db.session.refresh(booking)
    return pools


def serve(bookable: Bookable, now: dt.datetime) -> Seats:
    """End offers that ran out and give free seats to the next in line; returns the seats as they are then."""
    seats = count(bookable, now)
    if seats.run_out:
        for booking in db.session.scalars(queries.run_out_bookings(bookable.id, now)).all():
            move(booking, State.CANCELLED, by=None, now=now, because=Because.OFFER_EXPIRED)
    if not seats.to_offer or not rules.serves_line(bookable.terms, now):
        return seats
    among = queries.servable_in([bookable.id], now)[bookable.id] if seats.has_quotas else None
    for booking in db.session.scalars(queries.next_in_line(bookable.id, seats.to_offer, among=among)).all():
        _give(booking, now)
    return count(bookable, now)


def count(bookable: Bookable, now: dt.datetime) -> Seats:
    """The seats as they are, with nothing given to anybody."""
    return queries.seats_of([bookable.id], now)[bookable.id]


def refuse_while_given(bookable: Bookable, field: str) -> None:
    """The seats of a draw stay as many as they are while they are given, which takes moments."""
    if bookable.draw_stage is DrawStage.DRAWN:
        raise Refused(_("The drawn seats are being given at this moment. Please try again in a few minutes."), field)


def expire_offers(now: dt.datetime | None = None) -> int:
    """End all offers that have run out and pass their seats on; returns at how many bookables.

    A late call is unfair to nobody: an offer that ran out holds no seat, and newcomers stand behind the line.
    """
    now = now or clock.now()
    ids = db.session.scalars(queries.bookables_with_expired_offers(now)).all()
    for bookable_id in ids:
        serve(lock(bookable_id).total.bookable, now)
    return len(ids)


def _give(booking: Booking, now: dt.datetime) -> None:
    if booking.takes_seat_at_once:
        move(booking, State.CONFIRMED, by=None, now=now, because=Because.TAKES_SEAT_AT_ONCE)
        return
    until = rules.expires_at(clock.local(now), booking.bookable.starts_at)
    booking.offer = Offer(made_at=now, expires_at=until)
    move(booking, State.OFFERED, by=None, now=now, because=Because.SEAT_FREED)
