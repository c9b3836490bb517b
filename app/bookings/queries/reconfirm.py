"""Whom to ask whether they come, and what they have answered."""

import datetime as dt
from typing import Any

from sqlalchemy import Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from app.bookings.models import Bookable, Booking, BookingChange, Pool, Reconfirmation
from app.bookings.rules import ROUNDS, TOTAL, Answer, Reconfirm, State, Way, asked_from
from app.db import db

EARLIEST = dt.timedelta(days=max(ROUNDS))


def asking_now(now: dt.datetime) -> Select[Bookable]:
    """The dates so near that their people are asked, in the order in which they are locked.

    Where nothing else is set, these are dates at which an answer helps somebody: the hall has a limit, more are
    accepted than there are seats, or somebody waits. Whoever has a seat in a part of an event is asked about the event.
    """
    is_near = Bookable.starts_at > now, Bookable.starts_at <= now + EARLIEST
    takes_place = Bookable.cancelled_at.is_(None), Bookable.is_draft.is_(False), Bookable.part_of_id.is_(None)
    return select(Bookable).where(*is_near, *takes_place, _is_wanted()).order_by(Bookable.id)


def is_asking(bookable: Bookable) -> bool:
    """Whether the people of a date are asked, as things are."""
    return db.session.scalar(select(_is_wanted()).where(Bookable.id == bookable.id).select_from(Bookable)) or False


def _is_wanted() -> Any:
    helps = and_(Bookable.reconfirm == Reconfirm.WHERE_IT_HELPS, _helps())
    return or_(Bookable.reconfirm == Reconfirm.ALWAYS, helps)


def _helps() -> Any:
    waiting = aliased(Booking)
    waits = exists().where(waiting.bookable_id == Bookable.id, waiting.state == State.WAITLISTED)
    is_overbooked = exists().where(Pool.bookable_id == Bookable.id, Pool.name == TOTAL, Pool.allowance > 0)
    return or_(Bookable.hall_limit.is_not(None), is_overbooked, waits)


def to_ask(bookable: Bookable, days: int) -> Select[Booking]:
    """Who is to be asked in this round: whoever had a seat when it began, and has not answered or been asked in it."""
    had_seat = exists().where(
        BookingChange.booking_id == Booking.id,
        BookingChange.to_state == State.CONFIRMED,
        BookingChange.at <= asked_from(bookable.starts_at, days),
    )
    is_new = or_(Reconfirmation.booking_id.is_(None), Reconfirmation.starts_at != bookable.starts_at)
    is_silent = and_(Reconfirmation.said_yes_at.is_(None), Reconfirmation.days_before > days)
    return (
        select(Booking)
        .outerjoin(Booking.reconfirmation)
        .where(_has_seat(bookable.id), had_seat, or_(is_new, is_silent))
        .order_by(Booking.id)
        .options(contains_eager(Booking.reconfirmation), joinedload(Booking.person), joinedload(Booking.bookable))
    )


def silent_in(bookable_id: int) -> Select[Booking]:
    """Who was asked there, now or before it moved, and has not answered."""
    silent = select(Booking).join(Booking.reconfirmation).where(Reconfirmation.said_yes_at.is_(None))
    return silent.where(_has_seat(bookable_id)).order_by(Booking.id)


def answers_of(bookable: Bookable) -> dict[Answer, int]:
    """How many with a seat have said that they come, are silent, were not asked; one statement."""
    said = select(answer().label("name")).join(Booking.bookable).outerjoin(Booking.reconfirmation)
    found = said.select_from(Booking).where(_has_seat(bookable.id)).subquery()
    numbers = select(found.c.name, func.count()).group_by(found.c.name)
    return dict.fromkeys(Answer, 0) | {Answer(one): number for one, number in db.session.execute(numbers)}


def answer() -> Any:
    """Where a booking stands, in a query that joins its bookable and its question."""
    is_about_it = Reconfirmation.starts_at == Bookable.starts_at
    return case(
        (and_(is_about_it, Reconfirmation.said_yes_at.is_not(None)), Answer.COMING.value),
        (is_about_it, Answer.SILENT.value),
        else_=Answer.UNASKED.value,
    )


def _has_seat(bookable_id: int) -> Any:
    return and_(Booking.bookable_id == bookable_id, Booking.state == State.CONFIRMED, Booking.way != Way.DOOR)
