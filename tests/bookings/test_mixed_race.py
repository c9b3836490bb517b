"""All ways to a seat at once, on the same dates: every promise holds, and whoever was told of a seat has it."""

from collections import Counter
from random import Random

import pytest
from sqlalchemy import select

from app import clock
from app.bookings import actions, audit
from app.bookings.models import Bookable, Booking, BookingChange
from app.bookings.rules import Because, DrawStage, Group, Mode, State
from app.db import db
from app.people.rules import Position
from tests import make
from tests.bookings.applicants import DEEDS
from tests.bookings.test_race import everything_told, race

PLAYED = 7
"""Which of all orders the deeds are dealt in."""
TEAM = 4
GIVEN_WITH_SOMETHING_ELSE = (Because.HANDED_OVER, Because.LEFT_THE_WHOLE)


class House:
    """Two dates for whoever comes first, one with approval, one by lot, one by invitation, and an event.

    The event has two parts at the same time.
    A third of the people are of a section, which has a quota.
    """

    def __init__(self, size):
        self.chance = Random(PLAYED)
        office = make.unit()
        section = make.unit("Archiv", office)
        self.leaders = [make.person(name, office) for name in ("Max Mohr", "Mia Mai")]
        make.head(office, self.leaders[0])
        make.head(office, self.leaders[1], Position.DEPUTY, valid_to=clock.today())
        self.people = [make.person(f"Person {n}", section if n % 3 == 0 else office) for n in range(size)]
        self.early, self.late = self.people[: size // 2], self.people[size // 2 :]
        seats, limit = size // 4, {Group(section.id, None): size // 12}
        self.first, self.second = (make.bookable(seats=seats, in_days=days, path="/courses/1") for days in (9, 16))
        self.led = make.bookable(seats=seats, mode=Mode.APPROVAL, in_days=23)
        self.drawn = make.bookable(seats=seats, mode=Mode.DRAW, in_days=30, draw_stage=DrawStage.ANNOUNCED)
        self.invited = make.bookable(seats=seats, mode=Mode.INVITATION, in_days=44)
        self.event = make.bookable(seats=size, in_days=37)
        self.parts = [
            make.bookable(seats=seats, in_days=37, part_of_id=self.event.id, has_waitlist=False) for _ in range(2)
        ]
        for bookable in (self.first, self.led, self.drawn):
            actions.set_quotas(bookable, limit, by=self.leaders[0])

    def claims(self, bookable, people):
        """Let these people sign up."""
        return [actions.book(bookable, person, by=person) for person in people]

    def deeds(self):
        """What everybody does: the deeds of one group at the same moment, in several processes, the groups in no order.

        The draw goes on meanwhile, twice at once.
        """
        groups = [
            *self.exchanges(),
            *self.approvals(),
            *self.withdrawals(),
            *self.programme(),
            *self.newcomers(),
            *self.guests(),
        ]
        self.chance.shuffle(groups)
        groups.insert(len(groups) // 8, [("draw", self.drawn.id)] * 2)
        return [deed for group in groups for deed in group]

    def guests(self):
        """Both leaders invite more people than there are seats, who accept, decline, or sign up uninvited."""
        for n in range(0, len(self.people), TEAM):
            guests = self.people[n : n + TEAM]
            numbers = [one.personnel_number for one in guests]
            yield [("invite", self.invited.id, leader.id, numbers) for leader in self.leaders]
            for k, one in enumerate(guests):
                answer = "decline_invitation" if k % 3 == 1 else "accept_invitation"
                yield [(answer, self.invited.id, one.id)] * 2
            yield [("sign_up", self.invited.id, guests[0].id)]

    def newcomers(self):
        """Those without a claim sign up while leaders and an organiser sign them up, who takes some of it back."""
        for bookable in (self.first, self.second, self.led, self.drawn):
            for n in range(0, len(self.late), TEAM):
                team = [person.id for person in self.late[n : n + TEAM]]
                together = "sign_up_team", bookable.id, self.leaders[n // TEAM % 2].id, team
                called = "sign_up_caller", bookable.id, self.leaders[0].id, team[-1]
                yield [*(("sign_up", bookable.id, one) for one in team), together, called]
                yield [called, ("take_back", *called[1:]), ("take_back", *called[1:])]

    def exchanges(self):
        """At the first date some have an offer, some have asked a colleague, and some give back what was asked for."""
        here, there = self.claims(self.first, self.early), self.claims(self.second, self.early[::-1])
        seats, other = ([one for one in claims if one.state is State.CONFIRMED] for claims in (here, there))
        for booking in seats[::3]:
            actions.cancel(booking, by=booking.person)
        yield from ([("take_offer", booking.id)] for booking in here if booking.state is State.OFFERED)
        for n, (booking, to) in enumerate(zip(seats[1::3], [self.leaders[1], *self.late], strict=False)):
            taken = "take_over", make.handover(booking, to).id
            yield [taken, ("give_back", booking.id)] if n % 2 else [taken]
        for n, (booking, one) in enumerate(zip(seats[2::3], other, strict=False)):
            asked = "propose", booking.id, one.person_id, self.second.id
            if n % 2:
                asked = "take_over", make.handover(booking, one.person, self.second).id
            yield [asked, ("propose", one.id, booking.person_id, self.first.id)]
        yield from ([("give_back", booking.id)] for booking in [*here[6::4], *other[1::4]])

    def approvals(self):
        """Both leaders decide about the same requests, some of which are withdrawn."""
        for n, booking in enumerate(self.claims(self.led, self.early)):
            twice = [("approve", booking.id, leader.id) for leader in self.leaders]
            yield [*twice, ("give_back", booking.id)] if n % 3 == 0 else twice

    def withdrawals(self):
        """The seed of the draw is known; some of those on the list withdraw."""
        applications = self.claims(self.drawn, self.early)
        make.seat_draw(self.drawn, {f"AAAA-{one.id}": one for one in applications})
        actions.draw(self.drawn, seed="3-14-15", by=self.leaders[0])
        return [[("give_back", booking.id)] for booking in applications[::3]]

    def programme(self):
        """Wishes for the parts are met while people sign up for them, give seats there back, or those in the event."""
        wholes = self.claims(self.event, self.people)
        for whole, part in zip(wholes, self.claims(self.parts[0], self.people[: len(self.people) // 4]), strict=False):
            yield [("give_back", part.id), ("give_back", whole.id)]
        for n, whole in enumerate(wholes[len(self.people) // 4 :]):
            one, other = self.parts if n % 2 else self.parts[::-1]
            both = [("meet_wish", one.id, whole.person_id, self.leaders[0].id), ("sign_up", other.id, whole.person_id)]
            yield [*both, ("give_back", whole.id)] if n % 3 == 0 else both


def planned(size):
    """The deeds, and how many seats there are at each date."""
    deeds = House(size).deeds()
    return deeds, {one.id: one.pools[0].capacity for one in db.session.scalars(select(Bookable))}


def all_ways_at_once(app, backend, saved, size):
    deeds, seats = saved(planned, size)

    answers = race(backend, deeds)

    assert [answer["error"] for answer in answers if "error" in answer] == []
    assert {answer["deed"] for answer in answers if "bookings" in answer} == set(DEEDS)
    with app.test_request_context():
        assert audit.violations() == []
        stored = {one.id: one for one in db.session.scalars(select(Booking))}
        steps = set(db.session.execute(select(BookingChange.booking_id, BookingChange.to_state)).all())
        elsewhere = select(BookingChange.booking_id).where(BookingChange.reason.in_(GIVEN_WITH_SOMETHING_ELSE))
        given = set(db.session.scalars(elsewhere))
    confirmed = Counter(one.bookable_id for one in stored.values() if one.state is State.CONFIRMED)
    assert [one for one, number in confirmed.items() if number > seats[one]] == []
    told = everything_told(answers)
    assert {(booking, state) for booking, _, state in told} <= steps
    left = given | {booking for booking, _, state in told if state is State.CANCELLED}
    lost = [one for one in told if one[2] is State.CONFIRMED and one[0] not in left]
    assert [one for one in lost if stored[one[0]].state is not State.CONFIRMED] == []


def test_all_ways_to_a_seat_at_once_keep_every_promise(app, backend, saved):
    all_ways_at_once(app, backend, saved, size=24)


@pytest.mark.deep
def test_two_hundred_and_forty_people_on_all_ways_to_a_seat_keep_every_promise(app, backend, saved):
    all_ways_at_once(app, backend, saved, size=240)


@pytest.mark.deep
def test_without_the_lock_the_same_ways_break_promises(app, backend, saved):
    deeds, _ = saved(planned, 24)

    race(backend, deeds, locks=False)

    with app.test_request_context():
        assert audit.violations() != []
