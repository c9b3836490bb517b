"""Every promise about seats, checked on the data as it is."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import aliased

from app import clock
from app.bookings import queries
from app.bookings.models import (
    Attendance,
    Bookable,
    Booking,
    BookingChange,
    CountedIn,
    Handover,
    Offer,
    Pool,
    SeatDraw,
    Span,
)
from app.bookings.rules import (
    LIVE,
    TOTAL,
    UNDRAWN,
    Because,
    DrawStage,
    Seats,
    Stage,
    State,
    Way,
    drawn_order,
    may_follow,
    serves_line,
)
from app.db import db
from app.lots import sha256

LATEST_JOB = dt.timedelta(minutes=10)
"""How long an offer may have run out before somebody has passed the seat on."""


@dataclass(frozen=True)
class Violation:
    """A promise that is broken, and where."""

    promise: str
    where: str

    def __str__(self) -> str:
        return f"{self.promise}: {self.where}"


def violations(now: dt.datetime | None = None) -> list[Violation]:
    """All broken promises; an empty list is what everybody wants."""
    now = now or clock.now()
    return [Violation(promise, where) for promise, check in PROMISES.items() for where in check(now)]


def _without_seats(_now: dt.datetime) -> Iterator[str]:
    total = and_(Pool.bookable_id == Bookable.id, Pool.name == TOTAL)
    for bookable_id in db.session.scalars(select(Bookable.id).outerjoin(Pool, total).where(Pool.id.is_(None))):
        yield f"bookable {bookable_id}"


def _oversold(now: dt.datetime) -> Iterator[str]:
    for bookable_id, seats in _all_seats(now).items():
        if seats.limit is not None and seats.confirmed > seats.limit:
            yield f"bookable {bookable_id} has {seats.confirmed} confirmed for {seats.limit} seats"


def _offered_too_often(now: dt.datetime) -> Iterator[str]:
    for bookable_id, seats in _all_seats(now).items():
        if seats.limit is not None and seats.offered and seats.held > seats.limit:
            yield (
                f"bookable {bookable_id} has {seats.confirmed} confirmed and {seats.offered} offers "
                f"for {seats.limit} seats"
            )


def _beyond_quotas(now: dt.datetime) -> Iterator[str]:
    bookable_ids = db.session.scalars(select(Pool.bookable_id).where(Pool.name != TOTAL).distinct()).all()
    for pool_id, room in sorted(queries.room_in_quotas(bookable_ids, now).items()):
        if room < 0:
            yield f"quota {pool_id} has {-room} seats too many"


def _idle_seats(now: dt.datetime) -> Iterator[str]:
    as_of = now - LATEST_JOB
    idle = {bookable_id: seats.to_offer for bookable_id, seats in _all_seats(as_of).items() if seats.to_offer}
    for bookable in db.session.scalars(select(Bookable).where(Bookable.id.in_(idle)).order_by(Bookable.id)):
        if serves_line(bookable.terms, now):
            yield f"bookable {bookable.id} has {idle[bookable.id]} free seats while people wait"


def _booked_twice(_now: dt.datetime) -> Iterator[str]:
    query = (
        select(Booking.bookable_id, Booking.person_id)
        .where(Booking.state.in_(LIVE))
        .group_by(Booking.bookable_id, Booking.person_id)
        .having(func.count() > 1)
    )
    for bookable_id, person_id in db.session.execute(query):
        yield f"person {person_id} has several bookings of bookable {bookable_id}"


def _offers_astray(now: dt.datetime) -> Iterator[str]:
    unanswered = and_(Offer.booking_id == Booking.id, Offer.answered_at.is_(None))
    without = select(Booking.id).outerjoin(Offer, unanswered).where(Booking.state == State.OFFERED, Offer.id.is_(None))
    for booking_id in db.session.scalars(without):
        yield f"booking {booking_id} is offered a seat without an offer"
    still_open = (
        select(Booking.id).join(Offer, unanswered).where(Booking.state != State.OFFERED, Offer.expires_at > now)
    )
    for booking_id in db.session.scalars(still_open):
        yield f"booking {booking_id} has an open offer and is not offered a seat"


def _history_broken(_now: dt.datetime) -> Iterator[str]:
    steps = select(
        BookingChange.booking_id,
        BookingChange.from_state,
        BookingChange.to_state,
        func.lag(BookingChange.to_state).over(partition_by=BookingChange.booking_id, order_by=BookingChange.id),
    ).order_by(BookingChange.booking_id, BookingChange.id)
    for booking_id, before, after, written in db.session.execute(steps):
        if before != written or not may_follow(State(before) if before else None, after):
            yield f"booking {booking_id} went from {before or 'nothing'} to {after} after {written or 'nothing'}"
    latest = select(func.max(BookingChange.id)).group_by(BookingChange.booking_id)
    last = select(BookingChange).where(BookingChange.id.in_(latest)).subquery()
    differs = (
        select(Booking.id, Booking.state, last.c.to_state)
        .outerjoin(last, last.c.booking_id == Booking.id)
        .where(or_(last.c.to_state.is_(None), last.c.to_state != Booking.state))
        .order_by(Booking.id)
    )
    for booking_id, state, written in db.session.execute(differs):
        yield f"booking {booking_id} is {state}, its history says {written or 'nothing'}"


def _passed_over(_now: dt.datetime) -> Iterator[str]:
    """Somebody later was served while somebody earlier, who still waits, stood in line already.

    A seat that a colleague passed on was never free, nor was a place at the door. Who counts in a quota in which the
    later one doesn't may have been passed over because of it.
    """
    early, late, joined, served = aliased(Booking), aliased(Booking), aliased(BookingChange), aliased(BookingChange)
    query = (
        select(early.id, late.id)
        .join(late, and_(late.bookable_id == early.bookable_id, queries.stands_before(early, late)))
        .join(joined, and_(joined.booking_id == early.id, joined.to_state == State.WAITLISTED))
        .join(served, and_(served.booking_id == late.id, served.from_state == State.WAITLISTED))
        .where(
            early.state == State.WAITLISTED,
            served.to_state.in_([State.OFFERED, State.CONFIRMED]),
            served.id > joined.id,
            served.reason != Because.HANDED_OVER,
            late.way != Way.DOOR,
        )
        .order_by(early.id, late.id)
    )
    for early_id, late_id in db.session.execute(query):
        if _quotas_of(early_id) <= _quotas_of(late_id):
            yield f"booking {late_id} was served before booking {early_id}"


def _handed_astray(_now: dt.datetime) -> Iterator[str]:
    """Only who has a seat offers it; each seat passed on has one who gave it and one who took it."""
    without = select(Handover.id).join(Handover.booking)
    for handover_id in db.session.scalars(
        without.where(Handover.stage == Stage.OPEN, Booking.state != State.CONFIRMED).order_by(Handover.id)
    ):
        yield f"handover {handover_id} offers a seat that is none"
    gave = and_(BookingChange.booking_id == Handover.booking_id, BookingChange.reason == Because.HANDED_OVER)
    lost = without.outerjoin(BookingChange, gave).where(Handover.stage == Stage.ACCEPTED, BookingChange.id.is_(None))
    for handover_id in db.session.scalars(lost.order_by(Handover.id)):
        yield f"handover {handover_id} was accepted, and the seat was not given"
    passed = (
        select(
            Booking.bookable_id,
            func.count().filter(BookingChange.to_state == State.CONFIRMED),
            func.count().filter(BookingChange.to_state == State.CANCELLED),
        )
        .join(BookingChange, BookingChange.booking_id == Booking.id)
        .where(BookingChange.reason == Because.HANDED_OVER)
        .group_by(Booking.bookable_id)
        .order_by(Booking.bookable_id)
    )
    for bookable_id, taken, given in db.session.execute(passed):
        if taken != given:
            yield f"bookable {bookable_id}: {given} seats were passed on, {taken} were taken over"


def _drawn_otherwise(_now: dt.datetime) -> Iterator[str]:
    """Ranks, list, hash, seed and stage of each draw say the same."""
    for draw in db.session.scalars(select(SeatDraw).order_by(SeatDraw.id)):
        stage = DrawStage.DONE if draw.done_at else DrawStage.DRAWN if draw.drawn_at else DrawStage.FIXED
        if draw.bookable.draw_stage != (stage if draw.fixed_at else DrawStage.ANNOUNCED):
            yield f"bookable {draw.bookable_id} says {draw.bookable.draw_stage}, its draw {stage}"
        if draw.document is None:
            continue
        if sha256(draw.document) != draw.hash:
            yield f"the list of bookable {draw.bookable_id} is not the one whose hash was published"
        lots = db.session.scalars(queries.lots_of(draw.id)).all()
        written = [lot.pseudonym for lot in sorted(lots, key=lambda lot: lot.booking.rank)]
        if draw.seed is not None and written != drawn_order(draw.document, draw.seed):
            yield f"the lots of bookable {draw.bookable_id} are in another order"


def _seated_out_of_turn(_now: dt.datetime) -> Iterator[str]:
    """Who counts in a quota in which the later one doesn't may have been passed over because of it."""
    early, late, seated = aliased(Booking), aliased(Booking), aliased(BookingChange)
    query = (
        select(early.id, late.id)
        .join(late, and_(late.bookable_id == early.bookable_id, late.rank > early.rank))
        .join(seated, and_(seated.booking_id == late.id, seated.from_state == State.REQUESTED))
        .where(early.state == State.WAITLISTED, late.rank < UNDRAWN, seated.to_state == State.CONFIRMED)
        .where(late.way != Way.DOOR)
        .order_by(early.id, late.id)
    )
    for early_id, late_id in db.session.execute(query):
        if _quotas_of(early_id) <= _quotas_of(late_id):
            yield f"booking {late_id} was seated before booking {early_id}, which was drawn before it"


def _quotas_of(booking_id: int) -> set[int]:
    return set(db.session.scalars(select(CountedIn.pool_id).where(CountedIn.booking_id == booking_id)))


def _in_two_parts_at_once(_now: dt.datetime) -> Iterator[str]:
    one, other, of_one, of_other = aliased(Bookable), aliased(Bookable), aliased(Booking), aliased(Booking)
    first, second = aliased(Span), aliased(Span)
    query = (
        select(of_one.id, of_other.id)
        .join(one, one.id == of_one.bookable_id)
        .join(other, and_(other.part_of_id == one.part_of_id, other.id > one.id))
        .join(of_other, and_(of_other.bookable_id == other.id, of_other.person_id == of_one.person_id))
        .join(first, first.bookable_id == one.id)
        .join(second, second.bookable_id == other.id)
        .where(
            of_one.state == State.CONFIRMED,
            of_other.state == State.CONFIRMED,
            one.cancelled_at.is_(None),
            other.cancelled_at.is_(None),
            first.starts_at < second.ends_at,
            second.starts_at < first.ends_at,
        )
        .distinct()
        .order_by(of_one.id, of_other.id)
    )
    for one_id, other_id in db.session.execute(query):
        yield f"bookings {one_id} and {other_id} are at the same time"


def _parts_without_whole(_now: dt.datetime) -> Iterator[str]:
    whole = aliased(Booking)
    query = (
        select(Booking.id)
        .join(Booking.bookable)
        .outerjoin(
            whole,
            and_(
                whole.bookable_id == Bookable.part_of_id,
                whole.person_id == Booking.person_id,
                whole.state == State.CONFIRMED,
            ),
        )
        .where(Bookable.part_of_id.is_not(None), Booking.state == State.CONFIRMED, whole.id.is_(None))
        .order_by(Booking.id)
    )
    for booking_id in db.session.scalars(query):
        yield f"booking {booking_id}"


def _hall_too_full(_now: dt.datetime) -> Iterator[str]:
    people = func.count(Attendance.id)
    query = (
        select(Bookable.id, people, Bookable.hall_limit, Attendance.day)
        .join(Booking, Booking.bookable_id == Bookable.id)
        .join(Attendance, Attendance.booking_id == Booking.id)
        .group_by(Bookable.id, Bookable.hall_limit, Attendance.day)
        .having(people > Bookable.hall_limit)
        .order_by(Bookable.id, Attendance.day)
    )
    for bookable_id, number, limit, day in db.session.execute(query):
        yield f"bookable {bookable_id} had {number} people in a hall for {limit} on {day}"


def _all_seats(now: dt.datetime) -> dict[int, Seats]:
    return queries.seats_of(db.session.scalars(select(Bookable.id)).all(), now)


PROMISES: dict[str, Callable[[dt.datetime], Iterator[str]]] = {
    "everything that can be booked has its seats": _without_seats,
    "nobody is confirmed beyond the seats": _oversold,
    "no seat is offered that somebody has": _offered_too_often,
    "no group has more seats than its quota": _beyond_quotas,
    "no seat is idle while somebody waits": _idle_seats,
    "nobody holds two bookings of one thing": _booked_twice,
    "who is offered a seat has one open offer": _offers_astray,
    "the history tells how each booking came about": _history_broken,
    "the line is served in its order": _passed_over,
    "the order of a draw is what its list and seed say": _drawn_otherwise,
    "nobody has a seat who was drawn behind somebody who waits": _seated_out_of_turn,
    "nobody is in two parts of an event at once": _in_two_parts_at_once,
    "who has a seat in a part has one in the whole": _parts_without_whole,
    "each seat passed to a colleague is given once and taken once": _handed_astray,
    "the hall is never too full": _hall_too_full,
}
