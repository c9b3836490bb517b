"""What the owner of a bookable says about it, and how many seats there are."""

from collections.abc import Sequence
from dataclasses import replace

from flask_babel import format_date, ngettext
from flask_babel import gettext as _
from sqlalchemy import select

from app import clock
from app.activity.actions import record
from app.bookings import queries
from app.bookings.actions import line
from app.bookings.models import Bookable, Organiser, Pool, Span
from app.bookings.rules import TOTAL, Description, DrawStage, Mode, State, Undecided, can_be_fixed, least_seats
from app.db import db
from app.errors import Refused
from app.people.models import Person
from app.people.names import everybody_called

MOST_NAMED = 20
WHEN_AND_WHERE = ("place", "starts_at", "ends_at")
OTHER = (
    "kind",
    "title",
    "path",
    "opens_at",
    "mode",
    "has_waitlist",
    "price_cents",
    "audience_id",
    "is_draft",
    "part_of_id",
    "decide_within_days",
    "undecided",
)
STAY_WITH_LIST = ("mode", "has_waitlist", "audience_id")
"""What decides who gets a drawn seat, beside the seats and quotas."""
BEFORE_SEED = (DrawStage.ANNOUNCED, DrawStage.FIXED)
"""At which stages of a draw its seed is still to come."""


def describe(description: Description, *, by: Person | None) -> Bookable:
    """Write down what can be booked, or bring it up to date; the calendar's uid says which it is.

    A new time, place or title raises the number by which calendars know that an invitation has changed.
    """
    bookable = db.session.scalars(
        select(Bookable).where(Bookable.calendar_uid == description.calendar_uid)
    ).one_or_none()
    if bookable is None:
        bookable = Bookable(calendar_uid=description.calendar_uid, pools=[Pool(name=TOTAL, capacity=description.seats)])
        _write(bookable, description)
    else:
        pool = line.lock(bookable.id).total
        _refuse_against_draw(bookable, description)
        _write(bookable, description)
        if pool.capacity != description.seats:
            resize(bookable, description.seats, by=by)
        line.serve(bookable, clock.now())
    db.session.flush()
    return bookable


def resize(bookable: Bookable, seats: int | None, *, by: Person | None) -> Bookable:
    """Change the number of seats; new ones are offered to the line. None: not limited."""
    pool = line.lock(bookable.id).total
    now = clock.now()
    held = line.serve(bookable, now)
    least = least_seats(held, pool.allowance)
    if seats is not None and seats < least:
        raise Refused(
            ngettext(
                "%(num)d seat is taken or on offer, so there can’t be fewer.",
                "%(num)d seats are taken or on offer, so there can’t be fewer.",
                least,
            ),
            "seats",
        )
    if seats is not None and bookable.terms.is_being_drawn and (pool.capacity is None or seats < pool.capacity):
        raise Refused(
            _("The list for the draw is fixed with its seats. Until they are given, there can’t be fewer."), "seats"
        )
    line.refuse_while_given(bookable, "seats")
    record(by, "bookings.resized", bookable, seats=seats, before=pool.capacity)
    pool.capacity = seats
    line.serve(bookable, now)
    db.session.flush()
    return bookable


def _refuse_against_draw(bookable: Bookable, description: Description) -> None:
    """Whoever knows the seed could otherwise choose with the terms; and its day stays between sign-up and the date."""
    changed = {name for name in STAY_WITH_LIST if getattr(bookable, name) != getattr(description, name)}
    if changed and bookable.terms.is_being_drawn:
        raise Refused(
            _("The list for the draw is fixed. Until the seats are given, this stays as it is."),
            min(changed, key=STAY_WITH_LIST.index),
        )
    if bookable.draw is None or bookable.draw_stage not in BEFORE_SEED or description.mode is not Mode.DRAW:
        return
    seed_on, closes_at = bookable.draw.seed_on, description.closes_at or description.starts_at
    said = {"day": format_date(seed_on, "long")}
    if closes_at != bookable.closes_at and not can_be_fixed(closes_at, clock.start_of(seed_on)):
        raise Refused(
            _(
                "The seed of the draw becomes known on %(day)s. Sign-up must close twelve hours before that day, so "
                "that the list can be fixed.",
                **said,
            ),
            "closes_at",
        )
    if description.starts_at != bookable.starts_at and clock.local(description.starts_at).date() <= seed_on:
        raise Refused(
            _("The seed of the draw becomes known on %(day)s. The date must lie on a day after.", **said), "day_1"
        )


def _write(bookable: Bookable, description: Description) -> None:
    if description.undecided is Undecided.APPROVE and description.price_cents:
        raise Refused(_("Without a decision a request counts as approved only where it costs nothing."), "undecided")
    spans = sorted(description.spans)
    moved = bookable.id is not None and (spans != bookable.times or bookable.place != description.place)
    renamed = bookable.id is not None and bookable.title != description.title
    for name in (*WHEN_AND_WHERE, *OTHER):
        setattr(bookable, name, getattr(description, name))
    bookable.closes_at = description.closes_at or description.starts_at
    bookable.cancel_until = description.cancel_until or description.starts_at
    if moved or renamed:
        bookable.calendar_sequence += 1
    if moved or not bookable.spans:
        bookable.spans = [Span(starts_at=start, ends_at=end) for start, end in spans]
    _write_organisers(bookable, set(description.organiser_ids))
    db.session.add(bookable)
    db.session.flush()


def _write_organisers(bookable: Bookable, wanted: set[int]) -> None:
    known = {organiser.person_id for organiser in bookable.organisers}
    if wanted != known:
        kept = [organiser for organiser in bookable.organisers if organiser.person_id in wanted]
        bookable.organisers = kept + [Organiser(person_id=person_id) for person_id in sorted(wanted - known)]


def run_by_all(description: Description, names: Sequence[str]) -> Description:
    """The same, run by those who are named in it and by these people; one name for each."""
    named = everybody_called(names, most=MOST_NAMED, field="others")
    return replace(description, organiser_ids={*description.organiser_ids, *(one.id for one in named)})


def refuse_another_way(bookable: Bookable, wanted: Mode) -> None:
    """A request waits for a decision that another way of giving seats does not know; so do invitations."""
    if wanted is bookable.mode:
        return
    if wanted is Mode.DROP_IN and db.session.scalars(queries.claims_on(bookable)).first():
        raise Refused(_("People have signed up already, so their seats stay. Please keep a sign-up."), "mode")
    requests = db.session.scalars(queries.claims_on(bookable, State.REQUESTED)).all()
    if requests:
        raise Refused(
            ngettext(
                "%(num)d request is waiting for a decision. Until then the way in which seats are given stays.",
                "%(num)d requests are waiting for a decision. Until then the way in which seats are given stays.",
                len(requests),
            ),
            "mode",
        )
    if db.session.scalars(queries.open_invitations(bookable.id, clock.now())).first():
        raise Refused(
            _("People are invited who can still answer. Until then the way in which seats are given stays."), "mode"
        )
    waiting = queries.claims_on(bookable, State.WAITLISTED, State.OFFERED)
    if wanted is Mode.INVITATION and db.session.scalars(waiting).first():
        raise Refused(_("People wait for a seat, so this date can’t be by invitation."), "mode")
