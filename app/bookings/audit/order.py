"""Promises about who comes first, and how each booking came about."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from app.bookings import queries
from app.bookings.audit.numbers import LATEST_JOB
from app.bookings.models import Booking, BookingChange, CountedIn, Handover, SeatDraw
from app.bookings.rules import UNDRAWN, Because, DrawStage, Stage, State, Way, drawn_order, may_follow, sealed_on
from app.db import db
from app.lots import sha256


def history_broken(_now: dt.datetime) -> Iterator[str]:
    for booking_id, before, after, written in db.session.execute(_steps()):
        if before != written or not may_follow(State(before) if before else None, after):
            yield f"booking {booking_id} went from {before or 'nothing'} to {after} after {written or 'nothing'}"
    for booking_id, state, written in db.session.execute(_differs_from_history()):
        yield f"booking {booking_id} is {state}, its history says {written or 'nothing'}"


@cache
def _steps() -> Select[Any]:
    """Each step with the state that the one before it led to."""
    return select(
        BookingChange.booking_id,
        BookingChange.from_state,
        BookingChange.to_state,
        func.lag(BookingChange.to_state).over(partition_by=BookingChange.booking_id, order_by=BookingChange.id),
    ).order_by(BookingChange.booking_id, BookingChange.id)


@cache
def _differs_from_history() -> Select[Any]:
    latest = select(func.max(BookingChange.id)).group_by(BookingChange.booking_id)
    last = select(BookingChange).where(BookingChange.id.in_(latest)).subquery()
    return (
        select(Booking.id, Booking.state, last.c.to_state)
        .outerjoin(last, last.c.booking_id == Booking.id)
        .where(or_(last.c.to_state.is_(None), last.c.to_state != Booking.state))
        .order_by(Booking.id)
    )


def passed_over(_now: dt.datetime) -> Iterator[str]:
    """Somebody later was served while somebody earlier, who still waits, stood in line already.

    A seat that a colleague passed on was never free, nor was a place at the door. Who counts in a quota in which the
    later one doesn't may have been passed over because of it.
    """
    for early_id, late_id in db.session.execute(_passed_over()):
        if _quotas_of(early_id) <= _quotas_of(late_id):
            yield f"booking {late_id} was served before booking {early_id}"


@cache
def _passed_over() -> Select[int, int]:
    early, late, joined, served = aliased(Booking), aliased(Booking), aliased(BookingChange), aliased(BookingChange)
    return (
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


def handed_astray(_now: dt.datetime) -> Iterator[str]:
    """Only who has a seat offers it; each seat passed on has one who gave it and one who took it."""
    for handover_id in db.session.scalars(_offered_without_seat()):
        yield f"handover {handover_id} offers a seat that is none"
    for handover_id in db.session.scalars(_taken_and_not_given()):
        yield f"handover {handover_id} was accepted, and the seat was not given"
    for bookable_id, taken, given in db.session.execute(_passed_on()):
        if taken != given:
            yield f"bookable {bookable_id}: {given} seats were passed on, {taken} were taken over"


@cache
def _offered_without_seat() -> Select[int]:
    without = select(Handover.id).join(Handover.booking)
    return without.where(Handover.stage == Stage.OPEN, Booking.state != State.CONFIRMED).order_by(Handover.id)


@cache
def _taken_and_not_given() -> Select[int]:
    gave = and_(BookingChange.booking_id == Handover.booking_id, BookingChange.reason == Because.HANDED_OVER)
    lost = select(Handover.id).join(Handover.booking).outerjoin(BookingChange, gave)
    return lost.where(Handover.stage == Stage.ACCEPTED, BookingChange.id.is_(None)).order_by(Handover.id)


@cache
def _passed_on() -> Select[int, int, int]:
    """How many seats of each bookable were taken from colleagues, and how many were given to them."""
    return (
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


def drawn_otherwise(_now: dt.datetime) -> Iterator[str]:
    """Ranks, list, hash, seed and stage of each draw say the same."""
    for draw in db.session.scalars(select(SeatDraw).order_by(SeatDraw.id)):
        stage = DrawStage.DONE if draw.done_at else DrawStage.DRAWN if draw.drawn_at else DrawStage.FIXED
        if draw.bookable.draw_stage != (stage if draw.fixed_at else DrawStage.ANNOUNCED):
            yield f"bookable {draw.bookable_id} says {draw.bookable.draw_stage}, its draw {stage}"
        if draw.document is None:
            continue
        if sha256(draw.document) != draw.hash:
            yield f"the list of bookable {draw.bookable_id} is not the one whose hash was published"
        if sealed_on(draw.document) != (sha256(draw.sealed) if draw.sealed else None):
            yield f"what is sealed of bookable {draw.bookable_id} is not what its list names the hash of"
        lots = db.session.scalars(queries.lots_of(draw.id)).all()
        written = [lot.pseudonym for lot in sorted(lots, key=lambda lot: lot.booking.rank)]
        if draw.seed is not None and written != drawn_order(draw.document, draw.seed):
            yield f"the lots of bookable {draw.bookable_id} are in another order"


def seated_out_of_turn(_now: dt.datetime) -> Iterator[str]:
    """Who counts in a quota in which the later one doesn't may have been passed over because of it."""
    for early_id, late_id in db.session.execute(_seated_out_of_turn()):
        if _quotas_of(early_id) <= _quotas_of(late_id):
            yield f"booking {late_id} was seated before booking {early_id}, which was drawn before it"


@cache
def _seated_out_of_turn() -> Select[int, int]:
    early, late, seated = aliased(Booking), aliased(Booking), aliased(BookingChange)
    return (
        select(early.id, late.id)
        .join(late, and_(late.bookable_id == early.bookable_id, late.rank > early.rank))
        .join(seated, and_(seated.booking_id == late.id, seated.from_state == State.REQUESTED))
        .where(early.state == State.WAITLISTED, late.rank < UNDRAWN, seated.to_state == State.CONFIRMED)
        .where(late.way != Way.DOOR)
        .order_by(early.id, late.id)
    )


def _quotas_of(booking_id: int) -> set[int]:
    return set(db.session.scalars(_pools_of(), {"booking": booking_id}))


@cache
def _pools_of() -> Select[int]:
    return select(CountedIn.pool_id).where(CountedIn.booking_id == bindparam("booking"))


def left_undecided(now: dt.datetime) -> Iterator[str]:
    for booking_id in db.session.scalars(queries.overdue(now, since=LATEST_JOB)):
        yield f"booking {booking_id}"
