"""What people need on the day: asked with a reason, read by those who run it, forgotten soon."""

import datetime as dt

import pytest
import time_machine
from sqlalchemy import select

from app.bookings import actions
from app.bookings.models import Need
from app.bookings.rules import State
from app.db import db
from app.errors import Refused
from app.visibility.models import ReadAudit
from tests import make

DAY = dt.timedelta(days=1)
REASON = "Damit die Küche für alle kocht."


def asking(lin=None, **other):
    bookable = make.bookable(food_reason=REASON, access_reason="Damit alle gut sitzen.", **other)
    if lin:
        make.organiser(bookable, lin)
    return bookable


def stated(bookable, person, food="vegan", state=State.CONFIRMED):
    booking = make.booking(bookable, person, state)
    actions.state_needs(booking, food=food)
    return booking


def needs():
    return {need.booking_id: (need.food, need.access) for need in db.session.scalars(select(Need))}


class TestAsking:
    """Only with a reason."""

    def test_without_a_reason_nobody_can_say_anything(self, context):
        booking = make.booking(make.bookable(), make.person())

        with pytest.raises(Refused, match="Nobody is asked"):
            actions.state_needs(booking, food="vegan")

    def test_what_is_not_asked_is_not_kept(self, context):
        booking = make.booking(make.bookable(food_reason=REASON), make.person())

        actions.state_needs(booking, food="vegan", access="Rollstuhl")

        assert needs() == {booking.id: ("vegan", "")}

    def test_a_question_that_is_taken_back_takes_the_answers_along(self, context):
        lin, bookable = make.person("Lin"), asking()
        both, food = stated(bookable, make.person("Ada")), stated(bookable, make.person("Max"))
        actions.state_needs(both, food="vegan", access="Rollstuhl")

        actions.ask_needs(bookable, food_reason="", access_reason="Damit alle gut sitzen.", by=lin)

        assert needs() == {both.id: ("", "Rollstuhl")}
        assert food.state is State.CONFIRMED
        actions.ask_needs(bookable, food_reason=None, access_reason=None, by=lin)
        assert needs() == {}


class TestForgetting:
    """At once where the booking ends, and a week after the date."""

    def test_whoever_gives_back_the_seat_is_forgotten_at_once(self, context):
        bookable, ada, max_ = asking(), make.person("Ada"), make.person("Max")
        gone, stays = stated(bookable, ada), stated(bookable, max_)

        actions.cancel(gone, by=ada)

        assert set(needs()) == {stays.id}

    def test_the_same_for_a_date_that_is_called_off(self, context):
        lin, bookable = make.person("Lin"), asking()
        stated(bookable, make.person("Ada"))

        actions.call_off(bookable, reason="", by=lin)

        assert needs() == {}

    def test_a_week_after_the_end_the_job_forgets_the_rest(self, context):
        old, later = asking(in_days=5), asking(in_days=6)
        first, second = stated(old, make.person("Ada")), stated(later, make.person("Max"))

        left = []
        for moment in (old.ends_at + 7 * DAY - dt.timedelta(seconds=1), old.ends_at + 7 * DAY):
            with time_machine.travel(moment):
                left.append((actions.forget_needs(), set(needs())))

        assert left == [(0, {first.id, second.id}), (1, {second.id})]

    def test_what_a_booking_that_ended_left_behind_goes_too(self, context):
        bookable = asking()
        booking = stated(bookable, make.person("Ada"))
        booking.state = State.CANCELLED
        db.session.flush()

        assert actions.forget_needs() == 1

    def test_nothing_said_takes_it_back(self, context):
        booking = stated(asking(), make.person())

        actions.state_needs(booking, food=" ", access="")

        assert needs() == {}

    def test_after_the_end_nobody_says_more(self, context):
        booking = make.booking(asking(), make.person())

        with time_machine.travel(booking.bookable.ends_at), pytest.raises(Refused, match="any more"):
            actions.state_needs(booking, food="vegan")


class TestPages:
    """Said when signing up, changed on a page of one's own, read on one page only."""

    @pytest.fixture
    def bookable(self, saved, cast):
        def made():
            event = make.event("Konferenz", food_reason=REASON)
            make.organiser(event.bookable, cast.lin)
            return event.bookable

        return saved(made)

    def test_whoever_signs_up_says_it_along_and_the_organiser_reads_it_on_record(self, app, client, cast, bookable):
        page = client.sign_in(cast.ada).get(bookable.path)
        client.post(f"/bookables/{bookable.id}/booking", data={"food": "ohne Nüsse", "access": "nicht gefragt"})

        desk = client.sign_in(cast.lin).get(f"/bookables/{bookable.id}/needs")

        assert f"Why this is asked: {REASON}" in page.text
        assert "ohne Nüsse" in desk.text
        assert "nicht gefragt" not in desk.text
        with app.app_context():
            looks = db.session.execute(select(ReadAudit.person_id, ReadAudit.category, ReadAudit.purpose)).all()
        assert looks == [(cast.ada.id, "C", "needs")]

    def test_the_person_changes_it(self, app, client, cast, bookable, saved):
        booking = saved(lambda: stated(db.session.merge(bookable), db.session.merge(cast.ada), "vegan"))
        client.sign_in(cast.ada)

        before = client.get(f"/bookings/{booking.id}/needs")
        client.post(f"/bookings/{booking.id}/needs", data={"food": "vegetarisch"})
        too_long = client.post(f"/bookings/{booking.id}/needs", data={"food": "x" * 501})

        assert "vegan" in before.text
        with app.app_context():
            assert needs() == {booking.id: ("vegetarisch", "")}
        assert too_long.status_code == 422
        assert "at most 500 characters" in too_long.text
        assert "x" * 501 in too_long.text

    def test_without_a_question_the_form_does_not_ask(self, client, cast, saved):
        event = saved(make.event, "Ohne Essen")

        page = client.sign_in(cast.ada).get(event.bookable.path)

        assert 'name="food"' not in page.text

    def test_the_organiser_says_why(self, client, cast, saved):
        event = saved(make.event, "Konferenz")
        saved(lambda: make.organiser(db.session.merge(event.bookable), db.session.merge(cast.lin)))
        client.sign_in(cast.lin)

        nobody = client.get(f"/bookables/{event.bookable_id}/needs")
        client.post(f"/bookables/{event.bookable_id}/needs/question", data={"food_reason": REASON})

        assert "Nobody is asked." in nobody.text
        assert REASON in client.get(f"/bookables/{event.bookable_id}/needs").text


@pytest.mark.parametrize("people", [1, 3])
def test_the_page_asks_the_database_the_same_few_questions(client, cast, saved, queries, people):
    event = saved(make.event, "Konferenz", food_reason=REASON)

    def crowd():
        bookable = db.session.merge(event.bookable)
        make.organiser(bookable, db.session.merge(cast.lin))
        for at in range(people):
            stated(bookable, make.person(f"Gast{at}"))

    saved(crowd)
    client.sign_in(cast.lin)
    queries.clear()

    client.get(f"/bookables/{event.bookable_id}/needs")

    assert len(queries) <= 12
