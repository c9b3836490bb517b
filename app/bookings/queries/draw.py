"""Seats by lot: who is on the list, and who was drawn before whom."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app.bookings.models import Bookable, Booking, BookingChange, Lot, Organiser, SeatDraw
from app.bookings.queries.bookables import is_run_by
from app.bookings.queries.seats import quotas_of
from app.bookings.rules import Because, DrawStage, Leaving, Limited, Mode, State, quotas_on
from app.db import db
from app.people.viewer import Viewer

MOST_EARLIER = 20


def applicants(bookable_id: int) -> Select[Booking]:
    """Who waits for the draw, in the order in which they were written down."""
    return (
        select(Booking)
        .where(Booking.bookable_id == bookable_id, Booking.state == State.REQUESTED)
        .order_by(Booking.id)
        .options(joinedload(Booking.lot), selectinload(Booking.quotas))
    )


def locked_draw(bookable_id: int) -> Select[SeatDraw]:
    """The draw of a bookable, locked until the transaction ends, as it is then."""
    found = select(SeatDraw).where(SeatDraw.bookable_id == bookable_id)
    return found.with_for_update().execution_options(populate_existing=True)


def lots_of(draw_id: int) -> Select[Lot]:
    """The list with its bookings, by pseudonym."""
    joined = select(Lot).join(Lot.booking).where(Lot.draw_id == draw_id).order_by(Lot.pseudonym)
    return joined.options(contains_eager(Lot.booking))


def lots_in_order(draw: SeatDraw) -> Select[Lot]:
    """The same in the order of the draw; before it by pseudonym."""
    found = lots_of(draw.id)
    return found.order_by(None).order_by(Booking.rank, Lot.pseudonym) if draw.drawn_at else found


def quotas_in_draw(draw: SeatDraw) -> list[Limited]:
    """The quotas that hold for it: those on its list, and before there is one those that are set; one statement."""
    if draw.document is not None:
        return quotas_on(draw.document)
    return [pool.limited for pool in db.session.scalars(quotas_of(draw.bookable_id))]


def unlucky_in(bookable_id: int | None) -> Select[int]:
    """The ids of those on whom the lot did not fall there, and who have no seat there to this day."""
    found = select(Booking.person_id).join(Booking.lot).where(Booking.bookable_id == bookable_id)
    return found.where(Booking.state.in_([State.WAITLISTED, State.DECLINED]))


def earlier_draws(viewer: Viewer, bookable: Bookable) -> Select[Bookable]:
    """What the viewer runs and where lots have decided before, the latest first."""
    is_earlier = Bookable.id != bookable.id, Bookable.starts_at < bookable.starts_at
    found = select(Bookable).where(Bookable.draw_stage == DrawStage.DONE, is_run_by(viewer), *is_earlier)
    return found.order_by(Bookable.starts_at.desc(), Bookable.id).limit(MOST_EARLIER)


def draws_due(viewer: Viewer, now: dt.datetime, today: dt.date) -> Select[SeatDraw]:
    """Draws that wait for the viewer, who runs them, the nearest day first: the list is to be fixed, or the seed known.

    Where nobody has applied, there is nothing to do.
    """
    joined = select(SeatDraw).join(SeatDraw.bookable).join(Organiser, Organiser.bookable_id == Bookable.id)
    is_ahead = Bookable.mode == Mode.DRAW, Bookable.cancelled_at.is_(None), Bookable.starts_at > now
    applied = exists().where(Booking.bookable_id == Bookable.id, Booking.state == State.REQUESTED)
    to_fix = and_(Bookable.draw_stage == DrawStage.ANNOUNCED, Bookable.closes_at <= now, applied)
    to_draw = and_(Bookable.draw_stage == DrawStage.FIXED, SeatDraw.seed_on <= today)
    found = joined.where(Organiser.person_id == viewer.person.id, *is_ahead, or_(to_fix, to_draw))
    return found.order_by(SeatDraw.seed_on, SeatDraw.id)


def still_to_seat(draw_id: int) -> Select[int]:
    """The ids of bookings that were drawn and are not decided yet, in the order of the draw."""
    waiting = select(Booking.id).join(Booking.lot).where(Lot.draw_id == draw_id, Booking.state == State.REQUESTED)
    return waiting.order_by(Booking.rank)


@dataclass(frozen=True)
class Outcome:
    """Which lots had a seat when all seats were given, and which had left by then, in this order."""

    seated: frozenset[str]
    leavings: tuple[Leaving, ...]


def outcome(draw: SeatDraw) -> Outcome:
    """What the draw gave to whom, by what is written of each booking until all seats were given; one statement."""
    steps = select(Lot.pseudonym, Booking.rank, BookingChange.from_state, BookingChange.to_state, BookingChange.reason)
    joined = steps.join(Lot.booking).join(BookingChange, BookingChange.booking_id == Booking.id)
    until_then = joined.where(Lot.draw_id == draw.id, BookingChange.at <= draw.done_at).order_by(BookingChange.id)
    stands, leavings, decided = dict[str, State](), list[Leaving](), 0
    for lot, rank, before, after, reason in db.session.execute(until_then):
        stands[lot] = after
        if after is State.CANCELLED or (after is State.DECLINED and reason != Because.NOT_DRAWN):
            leavings.append(Leaving(lot, decided))
        if before == State.REQUESTED and after is not State.CANCELLED:
            decided = rank
    has_seat = State.CONFIRMED, State.OFFERED
    return Outcome(frozenset(lot for lot, state in stands.items() if state in has_seat), tuple(leavings))


@dataclass(frozen=True)
class Tally:
    """How far a draw is: who has applied, who is on the list, and who of them got what."""

    applied: int
    listed: int
    states: Mapping[State, int]

    @property
    def left(self) -> int:
        """How many of the list have no answer yet."""
        return self.states.get(State.REQUESTED, 0)

    @property
    def seated(self) -> int:
        """How many of the list have a seat."""
        return self.states.get(State.CONFIRMED, 0)


def tally(bookable: Bookable) -> Tally:
    """The numbers of a draw; two statements."""
    asked = db.session.scalar(
        select(func.count()).where(Booking.bookable_id == bookable.id, Booking.state == State.REQUESTED)
    )
    listed = select(Booking.state, func.count()).join(Booking.lot).where(Booking.bookable_id == bookable.id)
    states = dict(db.session.execute(listed.group_by(Booking.state)).all())
    return Tally(asked or 0, sum(states.values()), states)


def lot_of(bookable_id: int, person_id: int) -> Select[Lot]:
    """The person's lot in the draw, with the booking."""
    mine = Booking.bookable_id == bookable_id, Booking.person_id == person_id
    return select(Lot).join(Lot.booking).where(*mine).order_by(Lot.booking_id.desc()).limit(1)
