"""Requests that wait for a leader: who may decide, whose time is over, and who would be the next."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, or_, select

from app.bookings.models import Bookable, Booking
from app.db import db
from app.people import queries as people
from app.people.models import OrgUnit, Person
from app.people.rules import leading_unit, next_above

NOT_LONG = dt.timedelta(0)


@dataclass(frozen=True)
class Turn:
    """Whose turn it is to decide, and whose it would be after that: heads of units, None where there is nobody."""

    now: Person | None
    next: Person | None
    next_unit: OrgUnit | None
    away_until: dt.date | None = None
    """Until when the head whose turn it is is away; None where they are there."""
    stand_ins: tuple[Person, ...] = ()
    """The deputies who are there, while the head whose turn it is isn't."""


def overdue(now: dt.datetime, since: dt.timedelta = NOT_LONG) -> Select[int]:
    """The ids of requests whose time to decide has been over for so long, in the order in which they are locked."""
    return (
        select(Booking.id)
        .join(Booking.bookable)
        .where(
            Booking.decide_by <= now - since,
            Bookable.starts_at > now,
            Bookable.cancelled_at.is_(None),
            Bookable.is_draft.is_(False),
        )
        .order_by(Booking.bookable_id, Booking.requested_at, Booking.id)
    )


def deciders_of(booking: Booking, on: dt.date) -> Select[Person]:
    """Everybody who may decide on a request that day: the person's leaders, and those of the unit it was passed to."""
    led, passed = people.leaders_of(booking.person, on), people.leaders_at(booking.passed_to_id, on)
    ids = (found.with_only_columns(Person.id).order_by(None) for found in (led, passed))
    may = or_(*(Person.id.in_(one) for one in ids))
    return select(Person).where(may, Person.id != booking.person_id).order_by(Person.id)


def passed_on_to(booking: Booking, on: dt.date) -> Select[Person]:
    """Whoever may decide on a request that day only because it was passed on."""
    own = people.leaders_of(booking.person, on).with_only_columns(Person.id).order_by(None)
    return deciders_of(booking, on).where(Person.id.not_in(own))


def turns(bookings: Collection[Booking], on: dt.date) -> dict[int, Turn]:
    """By request, whose turn it is and whose it would be next; one statement, two where a head is away.

    Next is the nearest unit above with another head, who is not the person who asks. So each step leads further up.
    """
    if not bookings:
        return {}
    paths = {unit.path for one in bookings for unit in (one.person.unit, one.passed_to) if unit}
    rows = db.session.execute(people.heads_above(paths, on)).all()
    heads = {unit.path: (unit, head) for unit, head, _until in rows}
    away = {unit.path: until for unit, _head, until in rows}
    stand_ins = _stand_ins([unit for unit, _head, until in rows if until], on)
    ids = {path: head.id for path, (_unit, head) in heads.items()}
    found = {}
    for one in bookings:
        path = one.passed_to.path if one.passed_to else leading_unit(one.person_id, one.person.unit.path, ids)
        above = next_above(path, ids, but=[one.person_id, ids.get(path, one.person_id)]) if path else None
        next_unit, next_head = heads[above] if above else (None, None)
        now = heads[path][1] if path in heads else None
        deputies = _others(stand_ins.get(path or "", []), one)
        found[one.id] = Turn(now, next_head, next_unit, away.get(path or ""), deputies)
    return found


def _stand_ins(units: Collection[OrgUnit], on: dt.date) -> dict[str, list[Person]]:
    """By path, who stands in today for the heads of these units."""
    if not units:
        return {}
    paths, found = {unit.id: unit.path for unit in units}, defaultdict[str, list[Person]](list)
    for unit_id, deputy in db.session.execute(people.stand_ins(list(paths), on)):
        found[paths[unit_id]].append(deputy)
    return found


def _others(deputies: Collection[Person], booking: Booking) -> tuple[Person, ...]:
    """Nobody decides about themselves."""
    return tuple(deputy for deputy in deputies if deputy.id != booking.person_id)
