"""Seven and two days before a date, people with a seat are asked whether they come; silence takes nobody's seat."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from sqlalchemy import select

from app import clock
from app.bookings import actions, queries, rules
from app.bookings.models import BookingChange, Offer, Reconfirmation
from app.bookings.rules import Answer, Mode, Reconfirm, State, Terms
from app.db import db
from app.errors import Refused
from app.notifications import letters
from app.notifications.models import Mail, Notice
from tests import make
from tests.bookings.conftest import MORNING
from tests.bookings.test_actions import book, told
from tests.bookings.test_views import statements

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
STARTS = clock.at(dt.date(2026, 12, 14), dt.time(10))
"""When a date of twenty days ahead begins."""
ASKED = "coming-asked"
promises = pytest.mark.usefixtures("promises_hold")


def before(days, *, hours=0):
    """A moment so long before the date, never at night."""
    return STARTS - days * DAY - hours * HOUR


def date(seats=2, reconfirm=Reconfirm.ALWAYS, **other):
    made = make.bookable(seats=seats, in_days=20, reconfirm=reconfirm, **other)
    assert made.starts_at == STARTS
    return made


def asked(bookable=None, names=("Ada Ahrens",), *, travel, days=7):
    """People with a seat, who have been asked so many days before."""
    bookings = [book(bookable or date(), name) for name in names]
    travel.move_to(before(days))
    assert actions.ask_who_comes() == len(names)
    return bookings if len(names) > 1 else bookings[0]


class TestRules:
    @pytest.mark.parametrize(
        ("ahead", "days"),
        [(8 * DAY, None), (7 * DAY, 7), (2 * DAY + HOUR, 7), (2 * DAY, 2), (HOUR, 2), (0 * DAY, None), (-DAY, None)],
    )
    def test_the_second_round_follows_the_first_and_ends_with_the_date(self, ahead, days):
        assert rules.round_at(STARTS, STARTS - ahead) == days

    @pytest.mark.parametrize(("hour", "is_night"), [(0, True), (6, True), (7, False), (19, False), (20, True)])
    def test_the_night_lasts_from_20_to_7(self, hour, is_night):
        assert rules.is_night(clock.local(clock.at(MORNING.date(), dt.time(hour)))) is is_night

    @pytest.mark.parametrize(
        ("state", "about", "has_answered", "cancelled", "is_asked"),
        [
            (State.CONFIRMED, STARTS, False, False, True),
            (State.CONFIRMED, STARTS, True, False, False),
            (State.CONFIRMED, STARTS + HOUR, False, False, False),
            (State.CONFIRMED, None, False, False, False),
            (State.CONFIRMED, STARTS, False, True, False),
            (State.WAITLISTED, STARTS, False, False, False),
        ],
    )
    def test_a_question_waits_while_it_is_about_the_seat_and_the_date(
        self, state, about, has_answered, cancelled, is_asked
    ):
        terms = Terms(None, STARTS, STARTS, STARTS, cancelled)

        assert rules.is_asked(state, terms, about, MORNING, has_answered=has_answered) is is_asked
        assert not rules.is_asked(state, terms, about, STARTS, has_answered=has_answered)

    def test_who_is_asked_can_give_the_seat_back_also_when_others_no_longer_can(self):
        terms = Terms(None, STARTS, STARTS, MORNING)

        assert rules.cancel_closed_reason(State.CONFIRMED, terms, MORNING) is not None
        assert rules.cancel_closed_reason(State.CONFIRMED, terms, MORNING, is_asked=True) is None


@promises
class TestAsking:
    def test_people_with_a_seat_are_asked_once_in_the_first_round(self, morning):
        booking = asked(travel=morning)

        assert actions.ask_who_comes() == 0
        assert told(booking.person) == ["booking-confirmed", ASKED]
        assert booking.is_asked(clock.now())

    def test_nobody_is_asked_before_the_first_round(self, morning):
        book(date())
        morning.move_to(before(7, hours=0) - dt.timedelta(seconds=1))

        assert actions.ask_who_comes() == 0

    def test_at_night_nobody_is_asked_and_in_the_morning_it_is_made_up_for(self, morning):
        book(date())
        day = clock.local(before(6)).date()
        for hour, number in ((5, 0), (6, 0), (7, 1)):
            morning.move_to(clock.at(day, dt.time(hour)))
            assert actions.ask_who_comes() == number

    def test_the_second_round_asks_only_those_who_were_silent(self, morning):
        silent, coming = asked(names=("Ada Ahrens", "Kai Klein"), travel=morning)
        actions.say_coming(coming)
        morning.move_to(before(2))

        assert (actions.ask_who_comes(), actions.ask_who_comes()) == (1, 0)

        assert told(silent.person).count(ASKED) == 2
        assert told(coming.person).count(ASKED) == 1

    def test_a_late_job_asks_in_the_second_round_alone(self, morning):
        booking = book(date())
        morning.move_to(before(1))

        assert (actions.ask_who_comes(), actions.ask_who_comes()) == (1, 0)
        assert booking.reconfirmation.days_before == 2

    def test_who_got_a_seat_after_the_round_began_is_asked_in_the_next(self, morning):
        bookable = date()
        morning.move_to(before(6))
        booking = book(bookable)

        assert actions.ask_who_comes() == 0
        morning.move_to(before(2))
        assert actions.ask_who_comes() == 1
        assert told(booking.person).count(ASKED) == 1

    def test_only_people_with_a_seat_are_asked(self, morning):
        bookable = date(seats=1)
        seat, waiting = book(bookable, "Ada Ahrens"), book(bookable, "Kai Klein")
        morning.move_to(before(7))

        assert actions.ask_who_comes() == 1
        assert ASKED in told(seat.person)
        assert ASKED not in told(waiting.person)

    def test_a_letter_goes_only_to_who_has_an_address_and_the_notice_to_everybody(self, morning):
        bookable = date()
        with_mail, without = make.person("Ada Ahrens"), make.person("Kai Klein", email=None)
        for person in (with_mail, without):
            book(bookable, person)
        morning.move_to(before(7))
        actions.ask_who_comes()

        letters_to = db.session.scalars(select(Mail.person_id).where(Mail.kind == ASKED)).all()
        assert letters_to == [with_mail.id]
        assert ASKED in told(without)

    def test_the_letter_leads_to_a_page_and_says_that_silence_costs_nothing(self, morning):
        booking = asked(travel=morning)
        morning.move_to(before(2))
        actions.ask_who_comes()
        booking.person.language = "en"

        first, second = db.session.scalars(select(Mail).where(Mail.kind == ASKED).order_by(Mail.id)).all()
        written = [letters.write(one.kind, one.values, one.path, booking.person) for one in (first, second)]

        assert all(f"/bookings/{booking.id}/coming" in one.text for one in written)
        assert all("you keep your seat" in one.text for one in written)
        assert ["last time that we ask" in one.text for one in written] == [False, True]
        assert written[0].subject == "Do you come? Konferenz"

    def test_a_date_that_moves_begins_anew_also_for_who_had_said_yes(self, morning):
        booking = asked(travel=morning)
        actions.say_coming(booking)
        bookable = booking.bookable
        later = [(start + DAY, end + DAY) for start, end in bookable.times]
        told_before = told(booking.person).count(ASKED)

        actions.describe(_moved(bookable, later), by=None)

        assert (booking.says_yes, booking.is_asked(clock.now())) == (False, False)
        assert queries.answers_of(bookable)[Answer.COMING] == 0
        assert actions.ask_who_comes() == 0
        morning.shift(DAY)
        assert (actions.ask_who_comes(), actions.ask_who_comes()) == (1, 0)
        assert told(booking.person).count(ASKED) == told_before + 1
        assert unread(booking.person) == 1

    @pytest.mark.parametrize(
        ("reconfirm", "other", "number"),
        [
            (Reconfirm.NEVER, {"hall_limit": 5}, 0),
            (Reconfirm.WHERE_IT_HELPS, {}, 0),
            (Reconfirm.WHERE_IT_HELPS, {"hall_limit": 5}, 1),
            (Reconfirm.ALWAYS, {"is_draft": True}, 0),
            (Reconfirm.ALWAYS, {}, 1),
        ],
    )
    def test_the_organiser_decides_and_else_it_depends_on_whom_it_helps(self, morning, reconfirm, other, number):
        bookable = date(reconfirm=reconfirm)
        book(bookable)
        for name, value in other.items():
            setattr(bookable, name, value)
        morning.move_to(before(7))

        assert queries.is_asking(bookable) is (reconfirm is Reconfirm.ALWAYS or (bool(other) and number > 0))
        assert actions.ask_who_comes() == number

    def test_it_helps_where_somebody_waits_or_more_are_accepted_than_there_are_seats(self, morning):
        waited, overbooked = date(1, Reconfirm.WHERE_IT_HELPS), date(1, Reconfirm.WHERE_IT_HELPS)
        for name in ("Ada Ahrens", "Kai Klein"):
            book(waited, name)
        book(overbooked, "Max Mohr")
        overbooked.pools[0].allowance = 1
        morning.move_to(before(7))

        assert actions.ask_who_comes() == 2

    def test_parts_of_an_event_and_what_is_called_off_ask_nobody(self, morning):
        event = date()
        person = make.person()
        book(event, person)
        book(date(part_of_id=event.id), person)
        off = date()
        book(off, "Kai Klein")
        actions.call_off(off, reason="Hochwasser", by=person)
        morning.move_to(before(7))

        assert actions.ask_who_comes() == 1

    def test_thousands_are_asked_a_part_at_a_time(self, morning, monkeypatch):
        monkeypatch.setattr("app.bookings.actions.reconfirm.MOST_AT_ONCE", 2)
        bookable = date(seats=5)
        for n in range(5):
            book(bookable, f"Person {n}")
        morning.move_to(before(7))

        assert [actions.ask_who_comes() for _turn in range(4)] == [2, 2, 1, 0]


def _moved(bookable, spans):
    return replace(bookable.description, spans=spans, closes_at=None, cancel_until=None)


def unread(person):
    found = select(Notice).where(Notice.person_id == person.id, Notice.kind == ASKED, Notice.read_at.is_(None))
    return len(db.session.scalars(found).all())


@promises
class TestAnswering:
    def test_i_come_is_written_down_once_and_settles_the_notice(self, morning):
        booking = asked(travel=morning)

        actions.say_coming(booking)
        said = booking.reconfirmation.said_yes_at
        morning.shift(HOUR)
        actions.say_coming(booking)

        assert (booking.says_yes, booking.reconfirmation.said_yes_at) == (True, said)
        assert unread(booking.person) == 0
        assert queries.answers_of(booking.bookable) == {Answer.COMING: 1, Answer.SILENT: 0, Answer.UNASKED: 0}

    def test_passing_it_on_gives_the_seat_to_the_next_in_line_at_once(self, morning):
        bookable = date(seats=1)
        booking = book(bookable, "Ada Ahrens")
        waiting = book(bookable, "Kai Klein")
        morning.move_to(before(7))
        actions.ask_who_comes()

        actions.cancel(booking, by=booking.person)

        assert (booking.state, waiting.state) == (State.CANCELLED, State.OFFERED)
        assert unread(booking.person) == 0

    def test_passing_it_on_is_possible_after_the_time_for_giving_back(self, morning):
        bookable = date(seats=1)
        bookable.cancel_until = before(10)
        booking = asked(bookable, travel=morning)

        actions.cancel(booking, by=booking.person)

        assert booking.state is State.CANCELLED

    def test_who_has_said_yes_keeps_to_the_time_for_giving_back(self, morning):
        bookable = date(seats=1)
        bookable.cancel_until = before(10)
        booking = asked(bookable, travel=morning)
        actions.say_coming(booking)

        with pytest.raises(Refused, match="The time for giving back your seat is over"):
            actions.cancel(booking, by=booking.person)

    def test_silence_takes_nobodys_seat(self, morning):
        bookable = date(seats=1)
        booking, waiting = book(bookable, "Ada Ahrens"), book(bookable, "Kai Klein")
        for days in (7, 2):
            morning.move_to(before(days))
            actions.ask_who_comes()
        morning.move_to(before(0, hours=1))
        actions.ask_who_comes()
        actions.expire_offers()

        assert (booking.state, waiting.state) == (State.CONFIRMED, State.WAITLISTED)
        assert queries.answers_of(bookable)[Answer.SILENT] == 1

    @pytest.mark.parametrize("prepare", ["unasked", "begun", "gone", "off"])
    def test_a_yes_without_a_question_is_refused_in_words(self, morning, prepare):
        bookable = date()
        booking = book(bookable) if prepare == "unasked" else asked(bookable, travel=morning)
        sentence = {"unasked": "not asked", "begun": "begun", "gone": "no seat", "off": "not asked"}[prepare]
        if prepare == "begun":
            morning.move_to(STARTS)
        elif prepare == "gone":
            actions.cancel(booking, by=booking.person)
        elif prepare == "off":
            actions.call_off(bookable, reason="Hochwasser", by=booking.person)

        with pytest.raises(Refused, match=sentence):
            actions.say_coming(booking)

    def test_the_colleague_who_takes_the_seat_over_has_not_answered_yet(self, morning):
        booking = asked(travel=morning)
        actions.say_coming(booking)
        colleague = make.person("Kai Klein")
        handover = actions.propose_handover(booking, who=colleague.name)
        actions.accept_handover(handover, by=colleague)

        assert queries.answers_of(booking.bookable) == {Answer.COMING: 0, Answer.SILENT: 0, Answer.UNASKED: 1}

    def test_calling_the_date_off_settles_the_question(self, morning):
        booking = asked(travel=morning)

        actions.call_off(booking.bookable, reason="Hochwasser", by=make.person("Orga Ott"))

        assert unread(booking.person) == 0


@promises
class TestNoMalus:
    """Whoever did not come before is treated like anybody else: no figure is about a person."""

    def stayed_away(self, person, times=5):
        for n in range(times):
            past = make.bookable(f"Vorbei {n}", in_days=-10 * (n + 1), seats=30)
            booking = make.booking(past, person)
            moment = past.starts_at - 20 * DAY
            said = {"booking_id": booking.id, "at": moment, "actor_id": person.id, "to_state": State.CONFIRMED}
            db.session.add(BookingChange(**said))
            for k in range(12):
                other = make.booking(past, make.person(f"Kam {n}.{k}"))
                db.session.add(BookingChange(**said | {"booking_id": other.id, "actor_id": other.person_id}))
                make.attendance(other, person, clock.local(past.starts_at).date())
        db.session.flush()

    def test_their_place_in_line_their_seat_and_their_lots_are_those_of_anybody(self, morning):
        absent, other, organiser = make.person("Nie Da"), make.person("Immer Da"), make.person("Orga Ott")
        self.stayed_away(absent)
        line = date(seats=1)
        first = book(line, "Max Mohr")
        waiting = [book(line, person) for person in (absent, other)]
        drawn = make.bookable(mode=Mode.DRAW, seats=1, closes_at=MORNING + HOUR)
        actions.announce(drawn, seed_source="Würfel", seed_on=MORNING.date() + DAY, by=organiser)
        for person in (absent, other):
            book(drawn, person)
        morning.move_to(MORNING + 2 * HOUR)
        actions.fix_list(drawn, by=organiser)

        actions.cancel(first, by=first.person)

        assert [one.state for one in waiting] == [State.OFFERED, State.WAITLISTED]
        assert list(json.loads(drawn.draw.document)["tickets"].values()) == [1, 1]

    def test_the_forecast_is_the_same_whoever_has_the_seats(self, morning):
        absent, other = make.person("Nie Da"), make.person("Immer Da")
        self.stayed_away(absent)
        dates = [date(), date()]
        for bookable, person in zip(dates, (absent, other), strict=True):
            book(bookable, person)
        morning.move_to(before(7))
        actions.ask_who_comes()

        found = [
            queries.outlook(
                queries.answers_of(one),
                queries.assumed(queries.experience(one), None, 2),
                queries.experience(one),
                most=6,
            ).forecast(2, 2)
            for one in dates
        ]

        assert queries.experience(dates[0]).dates == 5
        assert found[0] == found[1]


class Desk:
    """Ada has a seat and is asked; Max runs the date; Kai waits."""

    def __init__(self, cast):
        now = clock.now()
        self.event = make.event("Konferenz", seats=1, in_days=5)
        bookable = self.event.bookable
        make.organiser(bookable, cast.max)
        self.seat = make.booking(bookable, cast.ada)
        make.booking(bookable, make.person("Kai Klein", cast.office), State.WAITLISTED)
        asked_about = {"starts_at": bookable.starts_at, "days_before": 7, "asked_at": now}
        db.session.add(Reconfirmation(booking=self.seat, **asked_about))
        db.session.flush()
        self.paths = f"/events/{self.event.id}", f"/bookings/{self.seat.id}"
        self.bookable_id = bookable.id


@pytest.fixture
def desk(client, cast, saved):
    client.set_cookie("language", "en")
    made = saved(lambda: _plain(Desk(cast)))
    client.sign_in(cast.ada)
    return made


def _plain(desk):
    return {"event": desk.paths[0], "seat": desk.paths[1], "bookable": desk.bookable_id, "id": desk.seat.id}


def test_every_page_of_the_person_asks_and_none_answers_by_being_looked_at(client, desk, saved):
    for path in ("/", desk["event"], "/account/bookings", f"{desk['seat']}/coming"):
        page = client.get(path).text
        assert "Do you come?" in page, path

    assert saved(lambda: db.session.get_one(Reconfirmation, desk["id"]).said_yes_at) is None


def test_one_click_says_i_come_and_every_page_says_so(client, desk):
    response = client.post(f"{desk['seat']}/coming", data={"next": desk["event"]})

    assert response.location == desk["event"]
    assert "You have said that you come." in client.get(desk["event"]).text
    assert "You have said that you come." in client.get("/account/bookings").text
    assert "You have said that you come." in client.get(f"{desk['seat']}/coming").text
    assert "Do you come?" not in client.get("/").text


def test_one_click_passes_it_on(client, desk, saved):
    assert client.post(f"{desk['seat']}/cancellation").status_code == 303

    offers = saved(lambda: [offer.booking.person.name for offer in db.session.query(Offer)])
    assert offers == ["Kai Klein"]
    assert "You have withdrawn from this date." in client.get(f"{desk['seat']}/coming").text


def test_who_runs_it_sees_numbers_and_no_names_and_can_switch_it_off(client, cast, desk, saved):
    client.post(f"{desk['seat']}/coming")
    path = f"/bookables/{desk['bookable']}/reconfirmation"
    page = client.sign_in(cast.max).get(path).text
    assert "1 of 1 people with a seat have said that they come." in page
    assert "Ada" not in page

    assert client.post(path, data={"reconfirm": "never"}).location == path

    assert "As things are, nobody is asked." in client.get(path).text
    assert client.post(path, data={"reconfirm": "sometimes"}).status_code == 422


def test_the_list_of_bookings_asks_in_a_fixed_number_of_statements(client, cast, saved, queries):
    def more(number):
        for n in range(number):
            bookable = make.bookable(f"Noch {n}", in_days=5)
            asked_about = {"starts_at": bookable.starts_at, "days_before": 7, "asked_at": clock.now()}
            db.session.add(Reconfirmation(booking=make.booking(bookable, cast.ada), **asked_about))

    saved(lambda: more(1))
    client.sign_in(cast.ada)

    def number():
        queries.clear()
        client.get("/account/bookings")
        return len(statements(queries))

    one = number()
    saved(lambda: more(3))

    assert number() == one
