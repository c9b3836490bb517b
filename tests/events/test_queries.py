"""Which events somebody sees, and their lines."""

import datetime as dt

import pytest

from app import clock
from app.bookings import queries as bookings
from app.bookings.models import Organiser
from app.bookings.rules import Kind, Mode, State
from app.db import db
from app.events import queries
from app.people.viewer import view_as
from tests import make


def seen_by(person):
    viewer = view_as(person, clock.today())
    return {event.title for event in db.session.scalars(queries.event_visible_to(viewer)).unique()}


def test_events_are_seen_by_those_whom_they_are_open_to(context):
    cast = make.cast()
    make.event("Konferenz")
    make.event("Amtsrunde", audience_id=cast.office.id)

    assert seen_by(cast.ada) == {"Konferenz", "Amtsrunde"}
    assert seen_by(cast.zoe) == {"Konferenz"}


def test_an_event_that_is_not_published_is_seen_by_those_who_run_it(context):
    cast = make.cast()
    event = make.event("Entwurf")
    event.published_at = None
    event.bookable.organisers = [Organiser(person_id=cast.lin.id)]
    db.session.flush()

    assert seen_by(cast.ada) == set()
    assert seen_by(cast.lin) == {"Entwurf"}


def test_upcoming_begins_with_the_next_and_leaves_out_what_is_over(context):
    ada = make.person("Ada Ahrens")
    for title, days in (("Später", 9), ("Bald", 2), ("Vorbei", -2)):
        make.event(title, in_days=days)
    viewer, now = view_as(ada, clock.today()), clock.now()

    found = db.session.scalars(queries.upcoming(queries.events_visible_to(viewer), now)).all()

    assert [event.title for event in found] == ["Bald", "Später"]


def test_between_finds_what_reaches_into_the_span(context):
    ada = make.person("Ada Ahrens")
    make.event("Drinnen", in_days=5)
    make.event("Draußen", in_days=50)
    viewer, now = view_as(ada, clock.today()), clock.now()

    found = db.session.scalars(
        queries.between(queries.events_visible_to(viewer), now, now + dt.timedelta(days=30))
    ).all()

    assert [event.title for event in found] == ["Drinnen"]


def state_of(event, person):
    return queries.entries([event], person, clock.now())[0].state


@pytest.mark.parametrize(
    ("seats", "other", "state"),
    [
        (2, {}, None),
        (0, {}, "full"),
        (None, {}, None),
        (2, {"closes_at": clock.now()}, "closed"),
        (2, {"cancelled_at": clock.now()}, "cancelled"),
    ],
)
def test_a_line_says_why_there_is_nothing_to_do(context, seats, other, state):
    event = make.event(seats=seats, **other)

    assert state_of(event, make.person()) == state


def test_a_line_says_where_i_stand_rather_than_anything_else(context):
    ada = make.person("Ada Ahrens")
    event = make.event(seats=0)
    make.booking(event.bookable, ada, State.WAITLISTED)

    assert state_of(event, ada) == "waitlisted"
    assert state_of(event, make.person()) == "full"


def test_own_bookings_are_those_of_events_that_are_not_over(context):
    ada = make.person("Ada Ahrens")
    for bookable in (
        make.event("Konferenz").bookable,
        make.event("Vorbei", in_days=-3).bookable,
        make.bookable("Seminar", kind=Kind.SESSION),
    ):
        make.booking(bookable, ada)

    found = db.session.scalars(queries.own_bookings(ada, clock.now())).all()

    assert [booking.bookable.title for booking in found] == ["Konferenz"]


@pytest.mark.parametrize("typed", ["ada", "AHR", "hrens ad", "Ada  Ahrens"])
def test_list_for_organiser_finds_people_by_parts_of_their_name(context, typed):
    event = make.event()
    for name in ("Ada Ahrens", "Zoe Zander"):
        make.booking(event.bookable, make.person(name))

    found = db.session.scalars(bookings.list_for_organiser(event.bookable, typed)).all()

    assert [booking.person.name for booking in found] == ["Ada Ahrens"]


@pytest.mark.parametrize("typed", ["özd", "Özd", "özdemir"])
def test_list_for_organiser_finds_umlauts_on_both_databases(context, typed):
    event = make.event()
    make.booking(event.bookable, make.person("Can Özdemir"))

    assert len(db.session.scalars(bookings.list_for_organiser(event.bookable, typed)).all()) == 1


@pytest.mark.parametrize("typed", ["%", "_", "100%"])
def test_list_for_organiser_takes_signs_as_they_are(context, typed):
    event = make.event()
    make.booking(event.bookable, make.person("Ada Ahrens"))

    assert db.session.scalars(bookings.list_for_organiser(event.bookable, typed)).all() == []


def test_the_line_of_a_date_by_invitation_says_so_to_who_is_invited(context):
    cast = make.cast()
    event = make.event(mode=Mode.INVITATION)
    invitation = make.invitation(event.bookable, cast.ada, by=cast.lin)

    assert [state_of(event, person) for person in (cast.ada, cast.zoe)] == ["invited", "by-invitation"]

    invitation.answer_by = invitation.invited_at
    db.session.flush()
    assert state_of(event, cast.ada) == "by-invitation"
