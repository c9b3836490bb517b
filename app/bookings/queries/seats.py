"""Seats: the lock, the count, and the line."""

import datetime as dt
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, bindparam, exists, func, or_, select, tuple_
from sqlalchemy.orm import aliased, contains_eager, joinedload

from app import clock
from app.bookings.models import Bookable, Booking, BookingChange, CountedIn, Invitation, Offer, Organiser, Pool
from app.bookings.rules import LIVE, TOTAL, Reply, Seats, State, Way, servable
from app.db import db
from app.people.models import Person
from app.people.viewer import Viewer

MOST_KEPT = 64
"""How many questions for a lock are kept ready: others wait while one is put together."""


@lru_cache(maxsize=MOST_KEPT)
def locked_pools(bookable_id: int) -> Select[Pool]:
    """The pools of a bookable in fixed order, locked until the transaction ends, with the bookable as it is then.

    What was loaded before is loaded again: it may be older than the lock.
    """
    return (
        select(Pool)
        .join(Pool.bookable)
        .where(Pool.bookable_id == bookable_id)
        .order_by(Pool.id)
        .options(contains_eager(Pool.bookable))
        .with_for_update(of=(Pool, Bookable))
        .execution_options(populate_existing=True)
    )


def seats_of(bookable_ids: Collection[int], now: dt.datetime | None = None) -> dict[int, Seats]:
    """The seats of each bookable, counted in one statement, in three where people wait at one with quotas.

    An offer counts while it is open at `now`.
    """
    now = now or clock.now()
    rows = db.session.execute(_counts(), {"bookable_ids": list(bookable_ids), "now": now})
    found = {row[0]: Seats(*row[1:]) for row in rows}
    mixed = [one for one, seats in found.items() if seats.has_quotas and seats.waiting]
    for one, booking_ids in servable_in(mixed, now).items():
        found[one] = replace(found[one], blocked=found[one].waiting - len(booking_ids))
    return found


def servable_in(bookable_ids: Collection[int], now: dt.datetime) -> dict[int, list[int]]:
    """By bookable, the bookings in line whose quotas have room for them, in their order; two statements."""
    if not bookable_ids:
        return {}
    room = room_in_quotas(bookable_ids, now)
    lines: dict[int, list[tuple[int, frozenset[int]]]] = {one: [] for one in bookable_ids}
    rows = db.session.execute(_lines(), {"bookable_ids": list(bookable_ids)})
    for (bookable_id, booking_id), quotas in groupby(rows, key=lambda row: (row.bookable_id, row.id)):
        lines[bookable_id].append((booking_id, frozenset(row.pool_id for row in quotas if row.pool_id)))
    return {one: list(servable(line, room)) for one, line in lines.items()}


def quotas_of(bookable_id: int) -> Select[Pool]:
    """The quotas that limit, in the order in which they were set."""
    is_quota = Pool.name != TOTAL, Pool.capacity.is_not(None)
    return (
        select(Pool).where(Pool.bookable_id == bookable_id, *is_quota).order_by(Pool.id).options(joinedload(Pool.unit))
    )


def quotas_organised_by(viewer: Viewer) -> Select[Pool]:
    """The quotas of what the viewer runs: SQL twin of `access.can_organise`."""
    runs = exists().where(Organiser.bookable_id == Pool.bookable_id, Organiser.person_id == viewer.person.id)
    return select(Pool).where(Pool.name != TOTAL, Pool.capacity.is_not(None), runs).options(joinedload(Pool.bookable))


def used_up(bookable: Bookable, person: Person, now: dt.datetime) -> Pool | None:
    """The first quota that keeps the person from a seat, if there is one; two statements."""
    room = room_in_quotas([bookable.id], now)
    return next(
        (pool for pool in db.session.scalars(quotas_of(bookable.id)) if room[pool.id] <= 0 and pool.counts(person)),
        None,
    )


def blocked_for(person: Person, bookable_ids: Collection[int], now: dt.datetime) -> set[int]:
    """Those of these bookables where a quota keeps the person from a seat; two statements, none for no bookable."""
    if not bookable_ids:
        return set()
    room = room_in_quotas(bookable_ids, now)
    used = db.session.scalars(select(Pool).where(Pool.id.in_(pool for pool, left in room.items() if left <= 0)))
    return {pool.bookable_id for pool in used if pool.counts(person)}


def room_in_quotas(bookable_ids: Collection[int], now: dt.datetime) -> dict[int, int]:
    """By quota that limits, how many more people of its group may have a seat; one statement."""
    asked = {"bookable_ids": list(bookable_ids), "now": now}
    return {pool_id: capacity - held for pool_id, capacity, held in db.session.execute(_held_in_quotas(), asked)}


def live_booking(bookable_id: int, person_id: int) -> Select[Booking]:
    """The person's claim on a seat there, as it is in the database now."""
    return (
        select(Booking)
        .where(Booking.bookable_id == bookable_id, Booking.person_id == person_id, Booking.state.in_(LIVE))
        .execution_options(populate_existing=True)
    )


def line_order(booking: Any) -> tuple[Any, ...]:
    """The order of a line: the rank of the draw, then who asked first, then who was written down first."""
    return booking.rank, booking.requested_at, booking.id


def stands_before(one: Any, other: Any) -> ColumnElement[bool]:
    """Whether a booking stands before another one of the same bookable."""
    return tuple_(*line_order(one)) < tuple_(*line_order(other))


def next_in_line(bookable_id: int, number: int, *, among: Collection[int] | None = None) -> Select[Booking]:
    """The first of the line, or of these bookings in it."""
    found = select(Booking).where(Booking.bookable_id == bookable_id, Booking.state == State.WAITLISTED)
    if among is not None:
        found = found.where(Booking.id.in_(among))
    return found.order_by(*line_order(Booking)).limit(number).options(joinedload(Booking.person))


def run_out_bookings(bookable_id: int, now: dt.datetime) -> Select[Booking]:
    """Bookings whose offer has run out and was not ended yet, in the order of the line."""
    return (
        select(Booking)
        .join(Booking.offer)
        .where(Booking.bookable_id == bookable_id, Booking.state == State.OFFERED, Offer.expires_at <= now)
        .order_by(*line_order(Booking))
        .options(contains_eager(Booking.offer), joinedload(Booking.person))
    )


def bookables_with_expired_offers(now: dt.datetime) -> Select[int]:
    """The ids of bookables where an offer has run out and was not ended yet, in fixed order."""
    return (
        select(Booking.bookable_id)
        .join(Booking.offer)
        .where(Booking.state == State.OFFERED, Offer.expires_at <= now)
        .distinct()
        .order_by(Booking.bookable_id)
    )


def moved_up_since(bookable_id: int, moment: dt.datetime) -> Counter[State]:
    """How many have left the line since then, by what they got: an offer or a seat; one statement."""
    query = (
        select(BookingChange.to_state, func.count())
        .join(Booking, Booking.id == BookingChange.booking_id)
        .where(
            Booking.bookable_id == bookable_id,
            BookingChange.from_state == State.WAITLISTED,
            BookingChange.at >= moment,
        )
        .group_by(BookingChange.to_state)
    )
    return Counter(dict(db.session.execute(query).all()))


def places_in_line(booking_ids: Collection[int]) -> dict[int, int]:
    """The place in line of each waiting booking, counted from 1, in one statement."""
    return dict(db.session.execute(_places(), {"booking_ids": list(booking_ids)}).all())


def place_in_line(booking: Booking) -> int | None:
    """The place in line, counted from 1; None for who doesn't wait."""
    return places_in_line([booking.id]).get(booking.id)


@cache
def _counts() -> Select[*tuple[Any, ...]]:
    """The numbers of `seats_of` for `bookable_ids` at `now`; put together once, which costs more than asking."""
    is_offered, is_open = Booking.state == State.OFFERED, _is_open()
    waits, quota = aliased(Booking), aliased(Pool)
    return (
        select(
            Pool.bookable_id,
            Pool.capacity,
            func.count(Booking.id).filter(_has_seat()),
            func.count(Booking.id).filter(is_offered, is_open),
            select(func.count())
            .where(waits.bookable_id == Pool.bookable_id, waits.state == State.WAITLISTED)
            .scalar_subquery(),
            func.count(Booking.id).filter(is_offered, or_(Offer.id.is_(None), ~is_open)),
            Pool.allowance,
            exists().where(quota.bookable_id == Pool.bookable_id, quota.name != TOTAL, quota.capacity.is_not(None)),
            _invited(),
        )
        .outerjoin(
            Booking,
            and_(Booking.bookable_id == Pool.bookable_id, Booking.state.in_([State.CONFIRMED, State.OFFERED])),
        )
        .outerjoin(Offer, and_(Offer.booking_id == Booking.id, is_offered))
        .where(Pool.name == TOTAL, Pool.bookable_id.in_(bindparam("bookable_ids", expanding=True)))
        .group_by(Pool.id)
    )


@cache
def _held_in_quotas() -> Select[*tuple[Any, ...]]:
    """Rows of (pool, capacity, seats held) of the quotas that limit."""
    has_seat = or_(_has_seat(), and_(Booking.state == State.OFFERED, _is_open()))
    return (
        select(Pool.id, Pool.capacity, func.count(Booking.id).filter(has_seat))
        .outerjoin(CountedIn, CountedIn.pool_id == Pool.id)
        .outerjoin(Booking, Booking.id == CountedIn.booking_id)
        .outerjoin(Offer, Offer.booking_id == Booking.id)
        .where(Pool.bookable_id.in_(bindparam("bookable_ids", expanding=True)))
        .where(Pool.name != TOTAL, Pool.capacity.is_not(None))
        .group_by(Pool.id)
    )


@cache
def _lines() -> Select[int, int, int]:
    """Rows of (bookable, booking, pool) of all who wait, in the order of each line."""
    return (
        select(Booking.bookable_id, Booking.id, CountedIn.pool_id)
        .outerjoin(Booking.quotas)
        .where(Booking.bookable_id.in_(bindparam("bookable_ids", expanding=True)), Booking.state == State.WAITLISTED)
        .order_by(Booking.bookable_id, *line_order(Booking))
    )


def _invited() -> ScalarSelect[int]:
    """How many can still accept an invitation."""
    can_answer = Invitation.answer_by > bindparam("now", type_=Invitation.answer_by.type)
    is_open = Invitation.bookable_id == Pool.bookable_id, Invitation.reply == Reply.OPEN, can_answer
    return select(func.count(Invitation.id)).where(*is_open).correlate(Pool).scalar_subquery()


def _has_seat() -> ColumnElement[bool]:
    """Who came in at the door without a seat is counted in the hall alone."""
    return and_(Booking.state == State.CONFIRMED, Booking.way != Way.DOOR)


def _is_open() -> ColumnElement[bool]:
    return and_(Offer.answered_at.is_(None), Offer.expires_at > bindparam("now", type_=Offer.expires_at.type))


@cache
def _places() -> Select[int, int]:
    mine, other = aliased(Booking), aliased(Booking)
    before = (
        select(func.count())
        .where(other.bookable_id == mine.bookable_id, other.state == State.WAITLISTED, stands_before(other, mine))
        .scalar_subquery()
    )
    return select(mine.id, before + 1).where(
        mine.id.in_(bindparam("booking_ids", expanding=True)), mine.state == State.WAITLISTED
    )
