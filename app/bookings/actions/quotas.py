"""How many seats the people of a unit or a grade may have at most."""

import datetime as dt
from collections.abc import Iterable, Mapping

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import Select
from sqlalchemy.orm import contains_eager, selectinload

from app import clock
from app.activity.actions import record
from app.bookings import labels, queries
from app.bookings.actions import line
from app.bookings.models import Bookable, Booking, CountedIn, Pool
from app.bookings.rules import LIVE, Group, Mode
from app.db import db
from app.errors import Refused
from app.people.models import Person

EVERYBODY = Group(None, None)


def counting(pools: Iterable[Pool], person: Person) -> list[CountedIn]:
    """In which of these quotas a new booking of the person counts."""
    return [CountedIn(pool_id=pool.id) for pool in pools if pool.counts(person)]


def is_blocked(booking: Booking, now: dt.datetime) -> bool:
    """Whether a quota in which the booking counts is used up."""
    room = queries.room_in_quotas([booking.bookable.id], now)
    return any(room.get(one.pool_id, 1) <= 0 for one in booking.quotas)


def limit(bookable: Bookable, *, group: Group, most: int, by: Person) -> None:
    """Let a group have so many seats at most, beside the quotas that there are."""
    if group == EVERYBODY:
        raise Refused(_("Please choose a unit or a level: for everybody, the number of seats counts."), "unit_id")
    set_quotas(bookable, _wanted(bookable) | {group: most}, by=by)


def lift(pool: Pool, *, by: Person) -> None:
    """End a quota; who was kept out by it is served."""
    wanted = _wanted(pool.bookable)
    wanted.pop(pool.group, None)
    set_quotas(pool.bookable, wanted, by=by)


def take_along(bookable: Bookable, other: Bookable, *, by: Person) -> None:
    """Let a bookable have the quotas of another one, none larger than its seats, and ask people the same, for the same
    reason.
    """
    bookable.food_reason, bookable.access_reason = other.food_reason, other.access_reason
    quotas = db.session.scalars(queries.quotas_of(other.id)).all()
    seats = line.lock(bookable.id).total.capacity
    wanted = {pool.group: pool.capacity for pool in quotas if pool.capacity is not None}
    if wanted:
        fitting = {group: most if seats is None else min(most, seats) for group, most in wanted.items()}
        set_quotas(bookable, fitting, by=by)


def _wanted(bookable: Bookable) -> dict[Group, int]:
    pools = line.lock(bookable.id)
    return {pool.group: pool.capacity for pool in pools.quotas if pool.capacity is not None}


def set_quotas(bookable: Bookable, wanted: Mapping[Group, int], *, by: Person) -> None:
    """Let each of these groups have so many seats at most, and lift all other limits; then the line is served.

    Nobody loses a seat: raises Refused where a group holds more seats already than it would be allowed.
    """
    pools = line.lock(bookable.id)
    now = clock.now()
    line.serve(bookable, now)
    if wanted and bookable.mode is Mode.INVITATION:
        raise Refused(_("Here you invite people yourself, so no group needs a limit."))
    if bookable.terms.is_being_drawn:
        raise Refused(
            _("The list for the draw is fixed, and the quotas with it. They can change once the seats are given.")
        )
    _refuse_more_than_seats(pools.total, wanted)
    before = _said((pool.name, pool.capacity) for pool in pools.quotas)
    known = {pool.group: pool for pool in pools.quotas}
    for group, pool in known.items():
        pool.capacity = wanted.get(group)
    for group in wanted.keys() - known.keys():
        _add(bookable, group, wanted[group])
    db.session.flush()
    _refuse_overfull(bookable, now)
    after = _said((group.name, most) for group, most in wanted.items())
    record(by, "bookings.quotas-set", bookable, quotas=after, before=before)
    line.serve(bookable, now)
    db.session.flush()


def _said(quotas: Iterable[tuple[str, int | None]]) -> str:
    return " ".join(sorted(f"{name}:{most}" for name, most in quotas if most is not None))


def _add(bookable: Bookable, group: Group, most: int) -> None:
    """A quota that nobody counted in before: all who have a claim already are counted now."""
    pool = Pool(bookable=bookable, name=group.name, capacity=most, unit_id=group.unit_id, grade=group.grade)
    db.session.add(pool)
    db.session.flush()
    for booking in db.session.scalars(_claims(bookable.id)):
        booking.quotas.extend(counting([pool], booking.person))


def _refuse_more_than_seats(total: Pool, wanted: Mapping[Group, int]) -> None:
    if total.capacity is not None and any(most > total.capacity for most in wanted.values()):
        raise Refused(
            ngettext(
                "There is %(num)d seat in all, so no group can have more.",
                "There are %(num)d seats in all, so no group can have more.",
                total.capacity,
            ),
            "most",
        )


def _refuse_overfull(bookable: Bookable, now: dt.datetime) -> None:
    room = queries.room_in_quotas([bookable.id], now)
    overfull = [pool for pool in db.session.scalars(queries.quotas_of(bookable.id)) if room.get(pool.id, 0) < 0]
    if overfull:
        first = overfull[0]
        raise Refused(
            _(
                "“%(group)s”: %(held)s seats are taken or on offer there, so there can’t be fewer.",
                group=labels.group(first),
                held=(first.capacity or 0) - room[first.id],
            ),
            "most",
        )


def _claims(bookable_id: int) -> Select[Booking]:
    live = queries.bookings_of_bookable(bookable_id).where(Booking.state.in_(LIVE))
    return live.options(selectinload(Booking.quotas), contains_eager(Booking.person).joinedload(Person.job))
