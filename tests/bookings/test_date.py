"""A date that moves, does not take place, or is not published yet: who is told, and what nobody can do then."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import clock
from app.bookings import actions, audit, queries
from app.bookings.models import Offer
from app.bookings.rules import Mode, State
from app.db import db
from app.errors import Refused
from app.notifications.models import Notice
from app.notifications.rules import Kind
from app.people.viewer import view_as
from app.text.language import speaking
from tests import make

STATES = (State.CONFIRMED, State.OFFERED, State.WAITLISTED, State.REQUESTED)


@pytest.fixture(autouse=True)
def english(context):
    with speaking("en"):
        yield


def with_claims(**other):
    """A date, and somebody in each state that is a claim, and somebody who left."""
    now, bookable = clock.now(), make.bookable(seats=2, **other)
    people = {state: make.person(f"{state.value.title()} Probe") for state in (*STATES, State.CANCELLED)}
    bookings = {state: make.booking(bookable, person, state) for state, person in people.items()}
    db.session.add(Offer(booking=bookings[State.OFFERED], made_at=now, expires_at=now + dt.timedelta(hours=5)))
    db.session.flush()
    return bookable, people, bookings


def told(kind):
    """Who was told something of this kind, and how often."""
    return sorted(notice.person_id for notice in db.session.scalars(select(Notice).where(Notice.kind == kind)))


def test_calling_a_date_off_tells_everybody_with_a_claim_once_with_the_reason():
    bookable, people, _bookings = with_claims()
    orga = make.person("Ole Orga")

    actions.call_off(bookable, reason="Wasserschaden", by=orga)
    actions.call_off(bookable, reason="noch einmal", by=orga)

    assert told(Kind.DATE_CALLED_OFF) == sorted(people[state].id for state in STATES)
    notes = {notice.values["note"] for notice in db.session.scalars(select(Notice))}
    assert notes == {"Wasserschaden"}
    assert (bookable.cancel_reason, bookable.calendar_sequence) == ("Wasserschaden", 1)


def test_calling_a_date_off_ends_offers_and_leaves_seats_to_be_seen():
    bookable, _people, bookings = with_claims()

    actions.call_off(bookable, reason="Wasserschaden", by=make.person())

    assert bookings[State.OFFERED].state is State.CANCELLED
    assert [bookings[state].state for state in (State.CONFIRMED, State.WAITLISTED)] == ["confirmed", "waitlisted"]
    with pytest.raises(Refused, match="There is no seat on offer"):
        actions.accept_offer(bookings[State.OFFERED], by=bookings[State.OFFERED].person)
    assert actions.expire_offers(clock.now() + dt.timedelta(days=1)) == 0
    assert told(Kind.OFFER_EXPIRED) == []


def test_a_request_for_a_date_that_was_called_off_waits_for_nobody():
    cast, bookable = make.cast(), make.bookable(mode=Mode.APPROVAL)
    booking = actions.book(bookable, cast.ada, by=cast.ada)

    actions.call_off(bookable, reason="Wasserschaden", by=cast.lin)

    waiting = select(Notice).where(Notice.kind == Kind.DECISION_WAITING, Notice.read_at.is_(None))
    assert db.session.scalars(waiting).all() == []
    with pytest.raises(Refused, match="This date was cancelled"):
        actions.approve(booking, by=cast.max)


def test_what_is_over_can_not_be_called_off():
    bookable = make.bookable(in_days=-3)

    with pytest.raises(Refused, match="This date is over"):
        actions.call_off(bookable, reason="Zu spät", by=make.person())

    assert bookable.cancelled_at is None


def test_a_new_time_is_told_to_who_has_a_seat_or_is_offered_one():
    bookable, people, _bookings = with_claims()
    before, held = bookable.description, actions.holders(bookable)
    bookable.place = "Stadthalle"
    db.session.flush()

    number = actions.tell_moved(bookable, before, held)

    assert number == 2
    assert told(Kind.DATE_MOVED) == sorted(people[state].id for state in (State.CONFIRMED, State.OFFERED))
    values = db.session.scalars(select(Notice)).first().values
    assert (values["place"], values["was_place"], values["was_at"]) == (
        "Stadthalle",
        "Rathaus",
        before.starts_at.isoformat(),
    )


def test_a_draft_can_be_booked_by_nobody_not_even_by_those_who_run_it():
    cast, bookable = make.cast(), make.bookable(is_draft=True)
    make.organiser(bookable, cast.lin)

    for person in (cast.ada, cast.lin):
        with pytest.raises(Refused, match="not published yet"):
            actions.book(bookable, person, by=person)

    assert db.session.scalars(queries.claims_on(bookable)).all() == []
    assert audit.violations() == []


def test_a_draft_is_known_to_those_who_run_it_alone():
    cast, bookable = make.cast(), make.bookable(is_draft=True)
    make.organiser(bookable, cast.lin)

    def known_to(person):
        return db.session.scalars(queries.bookables_visible_to(view_as(person, clock.today()))).all()

    assert known_to(cast.ada) == []
    assert known_to(cast.lin) == [bookable]


def test_a_bookable_says_all_that_its_owner_said():
    lin = make.person("Lin Lorenz")
    bookable = make.bookable(seats=7, has_waitlist=False, price_cents=900)
    make.organiser(bookable, lin)
    make.meetings(bookable, 5, 6)

    said = bookable.description

    assert (said.seats, said.has_waitlist, said.price_cents, set(said.organiser_ids)) == (7, False, 900, {lin.id})
    assert [start for start, _end in said.spans] == [span.starts_at for span in bookable.spans]
    assert actions.describe(said, by=None).calendar_sequence == 0
