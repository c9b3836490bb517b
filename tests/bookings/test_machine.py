"""Whatever people do, in whatever order and however late the jobs are: every promise about seats holds."""

import contextlib
import datetime as dt

import pytest
import time_machine
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from app import clock
from app.bookings import actions, audit, queries
from app.bookings.models import Attendance, Bookable, Booking, Handover, Invitation, Reconfirmation
from app.bookings.rules import LIVE, Group, Mode, Reply, State, Undecided, Way
from app.db import begin_writing, db
from app.errors import Refused
from app.people.models import Person
from tests import make

START = clock.at(dt.date(2026, 11, 24), dt.time(9))
MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)
IDLE = "no seat is idle while somebody waits"
UNDECIDED = "no request waits for a leader beyond its time"
CALM = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much]
SHORT = settings(max_examples=10, stateful_step_count=25, deadline=None, suppress_health_check=CALM)
LONG = settings(max_examples=1000, stateful_step_count=50, deadline=None, suppress_health_check=CALM)

people = st.integers(0, 6)
seat_numbers = st.none() | st.integers(0, 4)


class House(RuleBasedStateMachine):
    """Five dates, one with approval, by lot and by invitation each, seven people, three in a section, and a clock.

    An event has two parts at the same time. Two leaders stand one above the other.
    """

    app = None
    backend = None

    @initialize(
        seats=seat_numbers, asked=seat_numbers, has_waitlist=st.booleans(), undecided=st.sampled_from(Undecided)
    )
    def open(self, seats, asked, has_waitlist, undecided):
        self.backend.reset()
        self.travel = time_machine.travel(START, tick=False)
        self.clock = self.travel.start()
        self.begin()
        house = make.unit("Stadt Probe")
        make.head(house, make.person("Ute Oben", house))
        office = make.unit(parent=house)
        self.leader = make.person("Max Mohr", office).id
        make.head(office, db.session.get_one(Person, self.leader))
        section = make.unit("Archiv", office)
        self.section = section.id
        self.people = [make.person(f"Person {n}", section if n < 3 else office).id for n in range(7)]
        free = make.bookable(seats=seats, has_waitlist=has_waitlist, in_days=9, hall_limit=2)
        again = make.bookable(seats=asked, in_days=16, hall_limit=2)
        led = make.bookable(seats=asked, mode=Mode.APPROVAL, in_days=4, decide_within_days=1, undecided=undecided)
        drawn = make.bookable(
            seats=seats, has_waitlist=has_waitlist, in_days=12, mode=Mode.DRAW, closes_at=START + HOUR
        )
        invited = make.bookable(seats=seats, has_waitlist=has_waitlist, in_days=10, mode=Mode.INVITATION)
        event = make.bookable(seats=seats, has_waitlist=has_waitlist, in_days=11)
        parts = [make.bookable(seats=asked, in_days=11, part_of_id=event.id, has_waitlist=False) for _ in range(2)]
        leader = db.session.get_one(Person, self.leader)
        actions.announce(drawn, seed_source="Würfel", seed_on=(START + 3 * DAY).date(), by=leader)
        self.bookables = [free.id, led.id, again.id, drawn.id, invited.id]
        self.event = [event.id, *(part.id for part in parts)]
        db.session.commit()

    def begin(self):
        self.context = self.app.test_request_context()
        self.context.push()
        begin_writing()

    def end(self):
        self.context.pop()

    def teardown(self):
        if hasattr(self, "context"):
            self.end()
            self.travel.stop()

    def act(self, action, *things, **named):
        """Like a request: all of it is saved, or nothing."""
        try:
            with db.session.begin_nested():
                action(*things, **named)
        except Refused:
            db.session.expire_all()
        db.session.commit()
        begin_writing()

    def somebodys(self, number, states):
        """A booking in one of these states, chosen by a number."""
        found = db.session.scalars(select(Booking).where(Booking.state.in_(states)).order_by(Booking.id)).all()
        return found[number % len(found)] if found else None

    def person(self, number):
        return db.session.get_one(Person, self.people[number])

    def change(self, number, states, action, **named):
        booking = self.somebodys(number, states)
        if booking:
            self.act(action, booking, by=booking.person, **named)

    @rule(number=people, which=st.integers(0, 4), at_once=st.booleans())
    def book(self, number, which, at_once):
        person, bookable = self.person(number), db.session.get_one(Bookable, self.bookables[which])
        self.act(actions.book, bookable, person, by=person, takes_seat_at_once=at_once)

    @rule(numbers=st.sets(people, min_size=1, max_size=3), which=st.integers(0, 4))
    def sign_up_team(self, numbers, which):
        team, leader = [self.person(number) for number in sorted(numbers)], db.session.get_one(Person, self.leader)
        self.act(actions.book_for, db.session.get_one(Bookable, self.bookables[which]), team, by=leader)

    @rule(number=people, which=st.integers(0, 5), at_once=st.booleans())
    def sign_somebody_up(self, number, which, at_once):
        """Whoever runs a date, or the event, does what somebody asks for on the telephone."""
        bookable = db.session.get_one(Bookable, [*self.bookables, self.event[0]][which])
        by, person = db.session.get_one(Person, self.leader), self.person(number)
        self.act(actions.book_as_organiser, bookable, person, by=by, takes_seat_at_once=at_once)

    @rule(number=st.integers(0, 20))
    def take_somebody_back(self, number):
        """What they did not enter, and what somebody has made their own, stays."""
        booking = self.somebodys(number, LIVE)
        if booking:
            stays = booking.way is not Way.ORGANISER or db.session.scalars(queries.is_own(booking)).one()
            before = self.states()
            self.act(actions.take_back, booking, by=db.session.get_one(Person, self.leader))
            assert not stays or self.states()[booking.id] == before[booking.id]

    @rule(number=people, which=st.integers(0, 5))
    def book_a_part(self, number, which):
        """One of two parts at the same time, or the whole."""
        person, bookable = self.person(number), db.session.get_one(Bookable, self.event[which % 3])
        self.act(actions.book, bookable, person, by=person)

    @rule(number=people, which=st.integers(1, 2))
    def meet_a_wish(self, number, which):
        bookable, leader = db.session.get_one(Bookable, self.event[which]), db.session.get_one(Person, self.leader)
        self.act(actions.admit, bookable, self.person(number), way=Way.WISHES, by=leader)

    @rule(
        numbers=st.lists(people, min_size=1, max_size=4), which=st.integers(0, 4), minutes=st.sampled_from([30, 8, 2])
    )
    def come_to_the_door(self, numbers, which, minutes):
        """Some come before the start, with a seat or without one; a day that is far away comes now and then."""
        bookable, leader = db.session.get_one(Bookable, self.bookables[which]), db.session.get_one(Person, self.leader)
        opens = bookable.starts_at - minutes * MINUTE
        if which == minutes % 5 and clock.now() < opens:
            self.clock.move_to(opens)
        for number in numbers:
            self.act(actions.let_in, bookable, self.person(number), day=clock.today(), by=leader)

    @rule(number=st.integers(0, 20))
    def undo_an_arrival(self, number):
        found = db.session.scalars(select(Attendance).order_by(Attendance.id)).all()
        if found:
            self.act(actions.undo_arrival, found[number % len(found)], by=db.session.get_one(Person, self.leader))

    @rule(number=st.integers(0, 20))
    def approve(self, number):
        self.change(number, [State.REQUESTED, State.CONFIRMED], actions.approve)

    @rule(number=st.integers(0, 20))
    def decline(self, number):
        self.change(number, [State.REQUESTED], actions.decline, note="Leider nicht.")

    @rule(numbers=st.sets(people, min_size=1, max_size=3), hours=st.sampled_from([1, 30, 100]))
    def invite(self, numbers, hours):
        names = [self.person(number).personnel_number for number in sorted(numbers)]
        until, leader = clock.now() + hours * HOUR, db.session.get_one(Person, self.leader)
        invited = db.session.get_one(Bookable, self.bookables[4])
        self.act(actions.invite, invited, unit_id=None, grade=None, names=names, answer_by=until, by=leader)

    @rule(number=st.integers(0, 20), says_yes=st.booleans())
    def answer_an_invitation(self, number, says_yes):
        """Whoever can answer has the seat that was kept, however full it is and whatever was made smaller meanwhile."""
        found = db.session.scalars(select(Invitation).order_by(Invitation.id)).all()
        if not found:
            return
        one = found[number % len(found)]
        is_kept = one.is_open(clock.now()) and clock.now() < one.bookable.starts_at
        if says_yes:
            self.act(actions.accept_invitation, one, by=one.person)
            assert not is_kept or one.reply is Reply.ACCEPTED
        else:
            self.act(actions.decline_invitation, one)

    @rule(number=st.integers(0, 20))
    def cancel(self, number):
        self.change(number, LIVE, actions.cancel)

    @rule(number=st.integers(0, 20))
    def accept(self, number):
        self.change(number, [State.OFFERED, State.CONFIRMED, State.CANCELLED], actions.accept_offer)

    @rule(number=st.integers(0, 20))
    def pass_on(self, number):
        self.change(number, [State.OFFERED], actions.pass_offer_on)

    @rule(number=st.integers(0, 20), to=people, exchange=st.booleans())
    def propose(self, number, to, exchange):
        booking = self.somebodys(number, [State.CONFIRMED])
        if booking:
            dates = self.event[1:] if booking.bookable.part_of_id else self.bookables[::2]
            wanted = next(one for one in dates if one != booking.bookable_id) if exchange else None
            bookable = db.session.get_one(Bookable, wanted) if wanted else None
            self.act(actions.propose_handover, booking, who=self.person(to).name, wanted=bookable)

    @rule(
        number=st.integers(0, 20),
        answer=st.sampled_from([actions.accept_handover, actions.accept_handover, actions.decline_handover]),
    )
    def answer(self, number, answer):
        found = db.session.scalars(select(Handover).order_by(Handover.id.desc())).all()
        if found:
            handover = found[number % len(found)]
            self.act(answer, handover, by=handover.to)

    @rule()
    def fix_the_list(self):
        drawn = db.session.get_one(Bookable, self.bookables[3])
        self.act(actions.fix_list, drawn, by=db.session.get_one(Person, self.leader))

    @rule(seed=st.text("0123456789-", max_size=8))
    def draw(self, seed):
        drawn = db.session.get_one(Bookable, self.bookables[3])
        self.act(actions.draw, drawn, seed=seed, by=db.session.get_one(Person, self.leader))

    @rule(is_interrupted=st.booleans())
    def give_drawn_seats(self, is_interrupted):
        """The task, which may end after the first person and go on later."""

        def progress(*_):
            if is_interrupted:
                raise InterruptedError

        db.session.commit()
        with contextlib.suppress(InterruptedError):
            actions.seat_drawn(progress, bookable_id=self.bookables[3])
        begin_writing()

    @rule(hours=st.sampled_from([1, 5, 24, 60]))
    def wait(self, hours):
        self.clock.shift(hours * HOUR)

    @rule()
    def run_the_job(self):
        self.act(actions.expire_offers)
        assert all(seats.run_out == 0 for seats in self.seats().values())

    @rule()
    def ask_who_comes(self):
        """Nobody is asked twice in one round, and nobody loses anything by being asked."""
        before = self.states()
        self.act(actions.ask_who_comes)
        assert self.states() == before
        self.act(actions.ask_who_comes)
        assert all(one.asked_at <= clock.now() for one in db.session.scalars(select(Reconfirmation)))

    @rule(number=st.integers(0, 20))
    def say_coming(self, number):
        booking = self.somebodys(number, [State.CONFIRMED, State.CANCELLED])
        if booking:
            before = self.states()
            self.act(actions.say_coming, booking)
            assert self.states() == before

    @rule()
    def decide_what_nobody_decided(self):
        self.act(actions.decide_overdue)
        assert self.late_decisions() == []

    @rule(seats=seat_numbers, which=st.integers(0, 4))
    def resize(self, seats, which):
        leader = db.session.get_one(Person, self.leader)
        self.act(actions.resize, db.session.get_one(Bookable, self.bookables[which]), seats, by=leader)

    @rule(most=seat_numbers, which=st.integers(0, 4))
    def limit_the_section(self, most, which):
        leader, bookable = db.session.get_one(Person, self.leader), db.session.get_one(Bookable, self.bookables[which])
        wanted = {} if most is None else {Group(self.section, None): most}
        self.act(actions.set_quotas, bookable, wanted, by=leader)

    @rule()
    def restart(self):
        self.end()
        with self.app.app_context():
            db.engine.dispose()
        self.begin()

    def seats(self):
        return queries.seats_of([*self.bookables, *self.event])

    def states(self):
        return dict(db.session.execute(select(Booking.id, Booking.state)).all())

    def late_decisions(self):
        return db.session.scalars(queries.overdue(clock.now())).all()

    @precondition(lambda self: hasattr(self, "bookables"))
    @invariant()
    def every_promise_holds(self):
        late = {IDLE: any(seats.run_out for seats in self.seats().values()), UNDECIDED: bool(self.late_decisions())}
        assert [violation for violation in audit.violations() if not late.get(violation.promise)] == []


def play(app, backend, how):
    House.app, House.backend = app, backend
    run_state_machine_as_test(House, settings=how)


@pytest.mark.any_database
def test_promises_hold_whatever_people_do(app, backend):
    play(app, backend, SHORT)


@pytest.mark.deep
def test_promises_hold_in_a_thousand_long_stories(app, backend):
    """On both databases, so two thousand in all."""
    play(app, backend, LONG)
