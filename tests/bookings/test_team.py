"""A leader signs up people of the team: seats, requests and lots as for anybody else, and nothing is learnt by it."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import clock
from app.bookings import actions
from app.bookings.models import Booking
from app.bookings.rules import Mode, State, Way
from app.db import db
from app.notifications.models import Mail
from tests import make

DAY = dt.timedelta(days=1)
promises = pytest.mark.usefixtures("promises_hold")


def sign_up(bookable, *names):
    people, leader = [make.person(name) for name in names], make.person("Max Mohr")
    refused = actions.book_for(bookable, people, by=leader)
    return [
        db.session.scalars(select(Booking).where(Booking.person_id == one.id)).one_or_none() for one in people
    ], refused


@promises
class TestWays:
    def test_seats_are_given_in_order_and_the_rest_waits(self):
        bookings, refused = sign_up(make.bookable(seats=1), "A", "B")

        assert [booking.state for booking in bookings] == [State.CONFIRMED, State.WAITLISTED]
        assert ({booking.way for booking in bookings}, refused) == ({Way.LEADER}, [])

    def test_where_a_leader_decides_it_is_decided(self):
        (booking,), _refused = sign_up(make.bookable(mode=Mode.APPROVAL), "A")

        assert booking.state is State.CONFIRMED
        assert booking.decided_by_id is not None

    def test_where_lots_decide_it_is_an_application(self):
        bookable = make.bookable(mode=Mode.DRAW, closes_at=clock.now() + 2 * DAY)
        by = make.person("Orga Ott")
        actions.announce(bookable, seed_source="Würfel", seed_on=clock.today() + 5 * DAY, by=by)

        (booking,), _refused = sign_up(bookable, "A")

        assert (booking.state, booking.decided_by_id) == (State.REQUESTED, None)

    def test_each_is_told_that_the_leader_has_done_it(self):
        (booking,), _refused = sign_up(make.bookable(), "A")

        letter = db.session.scalars(select(Mail).where(Mail.person_id == booking.person_id)).one()
        assert letter.values["by_leader"] == 1

    def test_who_has_a_claim_keeps_it_as_it_is(self):
        bookable, person = make.bookable(), make.person("A")
        before = actions.book(bookable, person, by=person)

        assert actions.book_for(bookable, [person], by=make.person("Max Mohr")) == []
        assert (before.way, before.state) == (Way.SELF, State.CONFIRMED)

    def test_what_can_not_be_is_said_with_the_name_and_the_others_are_signed_up(self):
        bookings, refused = sign_up(make.bookable(seats=1, has_waitlist=False), "A", "B")

        assert [booking and booking.state for booking in bookings] == [State.CONFIRMED, None]
        assert [(person.name, sentence) for person, sentence in refused] == [
            ("B Probe", "All seats are taken, and there is no waitlist.")
        ]


@pytest.fixture
def event(client, saved):
    client.set_cookie("language", "en")
    return saved(make.event, "Konferenz")


@pytest.fixture
def desk(event):
    return f"/bookables/{event.bookable_id}/team"


def states(app, event):
    with app.app_context():
        query = select(Booking.person_id, Booking.state).where(Booking.bookable_id == event.bookable_id)
        return dict(db.session.execute(query).all())


def test_a_leader_chooses_from_the_own_team_and_does_not_see_who_has_signed_up(app, client, cast, event, desk):
    client.sign_in(cast.ada).post(f"/bookables/{event.bookable_id}/booking")
    page = client.sign_in(cast.max).get(desk).text

    assert ("Ada Ahrens" in page, "Zoe" in page, "Seat confirmed" in page) == (True, False, False)
    assert client.post(desk, data={"people": [cast.ada.id]}).location == desk
    assert "1 person is signed up now, and told." in client.get(desk).text
    assert states(app, event) == {cast.ada.id: State.CONFIRMED}


def test_nobody_can_be_signed_up_whom_the_viewer_does_not_lead(app, client, cast, event, desk):
    response = client.sign_in(cast.max).post(desk, data={"people": [cast.zoe.id]})

    assert response.status_code == 422
    assert states(app, event) == {}


@pytest.mark.parametrize("typed", [{}, {"people": ["nobody"]}])
def test_without_a_person_it_says_what_to_do(client, cast, desk, typed):
    assert client.sign_in(cast.max).post(desk, data=typed).status_code == 422


def test_the_way_stands_on_the_page_of_the_event_for_leaders_alone(client, cast, event, desk):
    page = f"/events/{event.id}"

    assert [desk in client.sign_in(person).get(page).text for person in (cast.max, cast.ada)] == [True, False]
    assert client.sign_in(cast.ada).get(desk).status_code == 403
