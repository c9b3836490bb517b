"""Whose bookings: one's own, those that wait for a leader, and those that an organiser sees."""

import datetime as dt
from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Select, case, exists, func, or_, select, union
from sqlalchemy.orm import aliased, contains_eager, joinedload

from app import clock
from app.bookings.models import Attendance, Bookable, Booking, BookingChange, Handover, Reconfirmation
from app.bookings.queries.bookables import is_run_by
from app.bookings.queries.seats import line_order
from app.bookings.rules import LIVE, Mode, State, Way
from app.db import db
from app.people import queries as people
from app.people.models import OrgUnit, Person
from app.people.queries import is_asked_for
from app.people.viewer import Viewer

MOST_DECISIONS = 10
ORDER_OF_STATES = (State.OFFERED, State.CONFIRMED, State.WAITLISTED, State.REQUESTED)


def own_bookings(viewer: Viewer) -> Select[Booking]:
    """The viewer's bookings, of whatever state: SQL twin of `access.can_change`."""
    return _with_date().where(Booking.person_id == viewer.person.id)


def upcoming_bookings_of(person_id: int, now: dt.datetime) -> Select[Booking]:
    """A person's live bookings that are not over: offers first, then by date."""
    return (
        _with_date()
        .where(Booking.person_id == person_id, Booking.state.in_(LIVE), Bookable.ends_at > now)
        .order_by(case((Booking.state == State.OFFERED, 0), else_=1), Bookable.starts_at, Booking.id)
    )


def confirmed_bookings_of(person_id: int, since: dt.datetime) -> Select[Booking]:
    """A person's seats on dates that take place and are not over since then, by date."""
    return (
        _with_date()
        .where(Booking.person_id == person_id, Booking.state == State.CONFIRMED)
        .where(Bookable.ends_at > since, Bookable.cancelled_at.is_(None))
        .order_by(Bookable.starts_at, Booking.id)
    )


def with_meetings(found: Select[Booking]) -> Select[Booking]:
    """The same bookings with all the times of their dates; one statement more."""
    return found.options(contains_eager(Booking.bookable).selectinload(Bookable.spans))


def past_bookings_of(person_id: int, now: dt.datetime) -> Select[Booking]:
    """A person's bookings that are over or ended, latest date first."""
    return (
        _with_date()
        .where(Booking.person_id == person_id, (Bookable.ends_at <= now) | Booking.state.not_in(LIVE))
        .order_by(Bookable.starts_at.desc(), Booking.id.desc())
    )


def live_bookings_of(person_id: int, bookable_ids: Collection[int]) -> dict[int, Booking]:
    """A person's claims among these bookables, by bookable, in one statement."""
    query = (
        select(Booking)
        .where(Booking.person_id == person_id, Booking.bookable_id.in_(bookable_ids), Booking.state.in_(LIVE))
        .options(joinedload(Booking.offer))
    )
    return {booking.bookable_id: booking for booking in db.session.scalars(query)}


def bookings_led_by(viewer: Viewer) -> Select[Booking]:
    """Bookings that a leader decides on, of people whom the viewer leads today or passed on to the viewer.

    SQL twin of `access.can_decide`. Each half is found by its own index.
    """
    led = people.people_led(viewer.leading, viewer.today).with_only_columns(Person.id).order_by(None)
    units = select(OrgUnit.id).where(OrgUnit.path.in_(viewer.leading.paths))
    theirs, passed_on = Booking.person_id.in_(led), Booking.passed_to_id.in_(units)
    ids = union(*(select(Booking.id).where(half) for half in (theirs, passed_on)))
    return (
        _with_date()
        .join(Booking.person)
        .where(Bookable.mode == Mode.APPROVAL, Booking.id.in_(ids), Booking.person_id != viewer.person.id)
        .options(contains_eager(Booking.person).joinedload(Person.unit), joinedload(Booking.passed_to))
    )


def decisions_for(viewer: Viewer) -> Select[Booking]:
    """Requests that wait for the viewer, the nearest date first."""
    return (
        bookings_led_by(viewer)
        .where(Booking.state == State.REQUESTED, Bookable.starts_at > clock.now(), Bookable.cancelled_at.is_(None))
        .order_by(Bookable.starts_at, Booking.requested_at, Booking.id)
    )


def decided_by(viewer: Viewer) -> Select[Booking]:
    """What the viewer decided last on requests of people whom they lead today."""
    return (
        bookings_led_by(viewer)
        .where(Booking.decided_by_id == viewer.person.id)
        .order_by(Booking.decided_at.desc(), Booking.id.desc())
        .limit(MOST_DECISIONS)
    )


def bookings_of_bookable(bookable_id: int) -> Select[Booking]:
    """All bookings of a bookable with people and units."""
    return (
        select(Booking)
        .join(Booking.person)
        .where(Booking.bookable_id == bookable_id)
        .options(contains_eager(Booking.person).joinedload(Person.unit), joinedload(Booking.offer))
    )


def claims_on(bookable: Bookable, *states: State) -> Select[Booking]:
    """Who has a claim there, or one in these states, in the order of the line."""
    found = bookings_of_bookable(bookable.id).where(Booking.state.in_(states or LIVE))
    return found.order_by(*line_order(Booking))


def list_for_organiser(bookable: Bookable, name: str = "", state: State | None = None) -> Select[Booking]:
    """Who has a claim on a seat: open offers first, seats by name, then the line and requests in their order.

    Narrowed to one state, and to names that hold each typed word or to one number.
    """
    has_seat = Booking.state == State.CONFIRMED
    rank = case({state.value: number for number, state in enumerate(ORDER_OF_STATES)}, value=Booking.state)
    found = bookings_of_bookable(bookable.id).where(Booking.state.in_((state,) if state else LIVE))
    in_order = found.order_by(rank, case((has_seat, Person.sort_name), else_=""), *line_order(Booking))
    return in_order.where(is_asked_for(name)) if name else in_order


def numbers_of_states(bookable: Bookable, name: str) -> dict[State, int]:
    """How many of them there are in each state; states that nobody is in are left out."""
    found = list_for_organiser(bookable, name).order_by(None).with_only_columns(Booking.state, func.count())
    return dict(db.session.execute(found.group_by(Booking.state)).all())


def number_of_requests(bookable: Bookable) -> int:
    """How many requests wait for a decision."""
    waiting = Booking.bookable_id == bookable.id, Booking.state == State.REQUESTED
    return db.session.scalar(select(func.count()).select_from(Booking).where(*waiting)) or 0


def entered_by_organisers(viewer: Viewer) -> Select[Booking]:
    """Whom those who run a date have signed up, where the viewer runs it: SQL twin of `access.can_take_back`."""
    return _with_date().where(Booking.way == Way.ORGANISER, is_run_by(viewer))


def to_take_back(bookable: Bookable) -> Select[Booking]:
    """Whom those who run it have signed up and can still take back, the latest first."""
    entered = bookings_of_bookable(bookable.id).where(Booking.way == Way.ORGANISER, Booking.state.in_(LIVE))
    return entered.where(~_is_own()).order_by(Booking.requested_at.desc(), Booking.id.desc())


def is_own(booking: Booking) -> Select[bool]:
    """Whether somebody has made their own what others entered for them.

    They took a step, said yes, came, chose in the programme, or would give the seat to a colleague.
    """
    return select(_is_own()).where(Booking.id == booking.id)


def askers(bookings: Iterable[Booking]) -> dict[int, Person]:
    """Who has asked for the person, where those who run the date did; one statement, and none where nobody did."""
    ids = [booking.id for booking in bookings if booking.way is Way.ORGANISER]
    if not ids:
        return {}
    first = BookingChange.booking_id.in_(ids), BookingChange.from_state.is_(None)
    found = select(BookingChange.booking_id, Person).join(Person, Person.id == BookingChange.actor_id).where(*first)
    return dict(db.session.execute(found).all())


def _is_own() -> ColumnElement[bool]:
    of_it = (
        (BookingChange.booking_id, BookingChange.actor_id == Booking.person_id),
        (Reconfirmation.booking_id, Reconfirmation.said_yes_at.is_not(None)),
        (Attendance.booking_id, None),
        (Handover.booking_id, None),
    )
    part, step = aliased(Booking), aliased(BookingChange)
    chosen = exists().where(
        step.booking_id == part.id,
        step.actor_id == part.person_id,
        part.person_id == Booking.person_id,
        part.bookable_id.in_(select(Bookable.id).where(Bookable.part_of_id == Booking.bookable_id).correlate(Booking)),
    )
    return or_(chosen, *(exists().where(it == Booking.id, *([] if so is None else [so])) for it, so in of_it))


def _with_date() -> Select[Booking]:
    found = select(Booking).join(Booking.bookable).options(contains_eager(Booking.bookable))
    return found.options(joinedload(Booking.offer), joinedload(Booking.reconfirmation))
