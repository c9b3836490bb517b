"""What lies at the same time."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, exists, func, select
from sqlalchemy.orm import aliased

from app.bookings.models import Bookable, Booking, Span
from app.bookings.rules import LIVE, Mode
from app.db import db


@dataclass(frozen=True)
class Clash:
    """Another booking of the same person that lies at the same time."""

    title: str
    path: str
    starts_at: dt.datetime
    ends_at: dt.datetime


def clashes_of(person_id: int, bookable_id: int) -> Sequence[Clash]:
    """A person's other live bookings that overlap with this bookable, by date."""
    asked = {"person_id": person_id, "bookable_id": bookable_id}
    return [Clash(*row) for row in db.session.execute(_clashes(), asked)]


def clashes_of_requests(booking_ids: Collection[int]) -> dict[int, list[Clash]]:
    """For a leader: what overlaps with each request, in one statement.

    Only bookings that a leader decides on count: what somebody does of their own accord is not the leader's business.
    """
    found: dict[int, list[Clash]] = {}
    for row in db.session.execute(_clashes_of_requests(), {"booking_ids": list(booking_ids)}):
        found.setdefault(row[0], []).append(Clash(*row[1:]))
    return found


@cache
def _clashes() -> Select[*tuple[Any, ...]]:
    """What `person_id` has booked beside `bookable_id`; put together once, which costs more than asking."""
    bookable_id: BindParameter[int] = bindparam("bookable_id")
    return (
        select(Bookable.title, Bookable.path, Bookable.starts_at, Bookable.ends_at)
        .join(Booking, Booking.bookable_id == Bookable.id)
        .where(
            Booking.person_id == bindparam("person_id"),
            Booking.state.in_(LIVE),
            Bookable.id != bookable_id,
            func.coalesce(Bookable.part_of_id, Bookable.id) != _whole(bookable_id),
            overlap(Bookable.id, bookable_id),
        )
        .order_by(Bookable.starts_at, Bookable.id)
    )


@cache
def _clashes_of_requests() -> Select[*tuple[Any, ...]]:
    mine, other = aliased(Booking), aliased(Booking)
    return (
        select(mine.id, Bookable.title, Bookable.path, Bookable.starts_at, Bookable.ends_at)
        .join(other, other.person_id == mine.person_id)
        .join(Bookable, Bookable.id == other.bookable_id)
        .where(
            mine.id.in_(bindparam("booking_ids", expanding=True)),
            other.state.in_(LIVE),
            other.bookable_id != mine.bookable_id,
            Bookable.mode == Mode.APPROVAL,
            overlap(other.bookable_id, mine.bookable_id),
        )
        .order_by(Bookable.starts_at, Bookable.id)
    )


def _whole(bookable_id: Any) -> Any:
    """What a bookable is a part of, or itself: an event and its slots are no clash."""
    one = aliased(Bookable)
    return select(func.coalesce(one.part_of_id, one.id)).where(one.id == bookable_id).scalar_subquery()


def overlap(one_id: Any, other_id: Any) -> ColumnElement[bool]:
    """Whether two bookables have a moment in common."""
    one, other = aliased(Span), aliased(Span)
    shared = exists().where(
        one.bookable_id == one_id,
        other.bookable_id == other_id,
        one.starts_at < other.ends_at,
        other.starts_at < one.ends_at,
    )
    return shared.correlate_except(one, other)
