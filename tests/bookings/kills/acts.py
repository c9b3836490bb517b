"""What people do in the house: each kind of visitor comes for one thing, which others of its kind want as well."""

from sqlalchemy import select

from app import clock
from app.bookings import actions
from app.bookings.models import Bookable, Booking
from app.bookings.queries import attendance_of, is_own, live_booking, unanswered_handovers
from app.bookings.rules import LIVE, DrawStage, Group, Mode, State, Way
from app.db import db
from app.events.models import Programme
from app.events.rules import Choosing
from app.people.models import OrgUnit, Person
from tests import make
from tests.bookings.kills.facts import Asked, Drawn, Met, Seat, There, Wished
from tests.bookings.kills.visitor import Browser, Visitor
from tests.events.programmes import learning_event

PEOPLE_EACH, DATES, SEATS, QUOTA = 4, 3, 7, 3
APPLICANTS, DRAWN_SEATS, WITHDRAWALS = 9, 3, 3
WISHING, LEAVING = 6, 2
HALL, OTHERWISE, LEAVE_ALL, TELEPHONES = 6, 0.4, 0.1, 0.3
SEED = "3-14-15"
SAID = {
    "You are signed up.": State.CONFIRMED,
    "The seat is yours.": State.CONFIRMED,
    "has a seat": State.CONFIRMED,
    "on the waitlist": State.WAITLISTED,
    "A seat is on offer for you.": State.OFFERED,
    "has the offer of a seat": State.OFFERED,
}
"""What an answer says, to the person or to the organiser who signs them up."""


def as_said(answer):
    return next(state for words, state in SAID.items() if words in answer.sentence)


class House:
    """A section, which has a quota, and an office; dates that not all can have, a programme, and a hall of today."""

    def __init__(self, app):
        self.app = app
        self.section, self.office, self.orga = make.unit("Archiv"), make.unit(), make.person("Ole Orga")
        dates = [make.bookable(seats=SEATS, in_days=9 + n) for n in range(DATES)]
        for date in dates:
            actions.set_quotas(date, {Group(self.section.id, None): QUOTA}, by=self.orga)
            make.organiser(date, self.orga)
        self.dates = [date.id for date in dates]
        self.programme = learning_event(self.orga)
        self.hall = make.bookable(seats=None, in_days=2, hall_limit=HALL)
        self.organiser = Browser(app, self.orga)

    def people(self, number):
        """So many, and their browsers; every third is of the section."""
        units = [self.office if n % 3 else self.section for n in range(number)]
        people = [make.person(f"Person {n}", unit) for n, unit in enumerate(units)]
        return {person.id: Browser(self.app, person) for person in people}

    def begin(self):
        """In the hall it begins now; nobody signs up any more."""
        now = clock.now()
        for name, moment in make.times(now, hours=2).items():
            setattr(self.hall, name, moment)
        span = self.hall.spans[0]
        span.starts_at, span.ends_at = self.hall.starts_at, self.hall.ends_at
        db.session.flush()


class SigningUp(Visitor):
    """Signs up, gives back, takes what is on offer; now and then the organiser does it for whoever telephones."""

    comes_for, tells = "booking", Seat

    def __init__(self, house, number):
        super().__init__(house.app, number)
        self.people, self.dates, self.organiser = house.people(PEOPLE_EACH), house.dates, house.organiser

    def act(self):
        self.change(Seat(self.chance.choice([*self.people]), self.chance.choice(self.dates)))

    def change(self, seat):
        """Sign up; give back what is there, or take it where it is on offer."""
        self.look(seat)
        booking, browser, typed = self.booking(seat), self.people[seat.person_id], {}
        if booking is None and self.chance.random() < TELEPHONES:
            path, said = f"/bookables/{seat.bookable_id}/bookings", as_said
            browser, typed = self.organiser, {"q": self.number(seat.person_id), "person_id": seat.person_id}
        elif booking is None:
            path, said = f"/bookables/{seat.bookable_id}/booking", as_said
        elif booking.state is State.OFFERED:
            path, said = f"/bookings/{booking.id}/acceptance", as_said
        elif self.is_entered(booking) and self.chance.random() < OTHERWISE:
            browser, path, said = self.organiser, f"/bookings/{booking.id}/withdrawal", State.CANCELLED
        else:
            path, said = f"/bookings/{booking.id}/cancellation", State.CANCELLED
        self.tell(browser, path, {seat: said}, may_refuse=False, **typed)

    def is_entered(self, booking):
        """Whether the organiser has entered it and can take it back."""
        with self.app.app_context():
            return booking.way is Way.ORGANISER and not db.session.scalars(is_own(booking)).one()

    def number(self, person_id):
        with self.app.app_context():
            return db.session.get_one(Person, person_id).personnel_number

    def booking(self, seat):
        return self.stored(live_booking(seat.bookable_id, seat.person_id))


class HandingOver(SigningUp):
    """Passes seats on to colleagues, or exchanges them where these have one elsewhere."""

    comes_for = "handover"

    def act(self):
        seats = self.seats()
        if not seats or self.chance.random() < OTHERWISE:
            return super().act()
        booking = self.chance.choice(seats)
        giver, date = booking.person_id, booking.bookable_id
        taker = self.chance.choice([one for one in self.people if one != giver])
        other = self.chance.choice([one for one in self.dates if one != date])
        self.look(Seat(giver, date), Seat(giver, other), Seat(taker, other))
        theirs = {one.person_id for one in seats if one.bookable_id == other}
        is_exchange = taker in theirs and self.booking(Seat(giver, other)) is None
        return self.pass_on(booking, taker, other if is_exchange else 0)

    def seats(self):
        """The seats that these people have."""
        theirs = Booking.person_id.in_(self.people), Booking.bookable_id.in_(self.dates)
        with self.app.app_context():
            return db.session.scalars(select(Booking).where(*theirs, Booking.state == State.CONFIRMED)).all()

    def pass_on(self, booking, taker, wanted):
        """Ask, and let whoever is asked say yes; who can't ask gives the seat back."""
        asked = Asked(booking.id)
        typed = {"who": self.address(taker), "wanted": wanted}
        path = f"/bookings/{booking.id}/handover"
        if self.tell(self.people[booking.person_id], path, {asked: True}, **typed) and not self.look(asked):
            return
        self.told.pop(asked, None)
        handover = self.stored(unanswered_handovers(booking.id))
        if handover:
            self.take_over(booking, handover)
        else:
            self.change(Seat(booking.person_id, booking.bookable_id))

    def take_over(self, booking, handover):
        giver, taker, date = booking.person_id, handover.to_id, booking.bookable_id
        facts = {Seat(giver, date): State.CANCELLED, Seat(taker, date): State.CONFIRMED}
        if handover.wanted_id:
            facts |= {
                Seat(taker, handover.wanted_id): State.CANCELLED,
                Seat(giver, handover.wanted_id): State.CONFIRMED,
            }
        self.look(*facts)
        browser, path = self.people[taker], f"/handovers/{handover.id}"
        if not self.tell(browser, f"{path}/acceptance", facts):
            self.tell(browser, f"{path}/refusal", {})

    def address(self, person_id):
        with self.app.app_context():
            return db.session.get_one(Person, person_id).email


class Composing(SigningUp):
    """Takes seats in a programme, changes them for others, and leaves them, now and then with the whole event."""

    comes_for = "seat"

    def __init__(self, house, number):
        super().__init__(house, number)
        days = house.programme
        self.whole = days.event.bookable_id
        self.bands = [
            {slot.id: slot.bookable_id for slot in two} for two in ((days.ki, days.plain), (days.again, days.data))
        ]

    def act(self):
        person = self.chance.choice([*self.people])
        band = self.chance.choice(self.bands)
        slot, whole = self.chance.choice([*band]), Seat(person, self.whole)
        seats = {slot: Seat(person, bookable) for slot, bookable in band.items()}
        self.look(whole, *seats.values())
        booking = self.booking(whole)
        if booking is None:
            self.change(whole)
        elif self.chance.random() < LEAVE_ALL:
            parts = {Seat(person, bookable): State.CANCELLED for band in self.bands for bookable in band.values()}
            path = f"/bookings/{booking.id}/cancellation"
            self.tell(self.people[person], path, {whole: State.CANCELLED} | parts, may_refuse=False)
        else:
            self.choose(person, slot, seats)

    def choose(self, person, slot, seats):
        browser, seat = self.people[person], seats[slot]
        if self.booking(seat):
            self.tell(browser, f"/slots/{slot}/return", {seat: State.CANCELLED}, may_refuse=False)
        elif any(self.booking(one) for one in seats.values()):
            self.tell(
                browser, f"/slots/{slot}/swap", dict.fromkeys(seats.values(), State.CANCELLED) | {seat: State.CONFIRMED}
            )
        else:
            self.tell(browser, f"/slots/{slot}/seat", {seat: State.CONFIRMED})


class AtDoor(Visitor):
    """Lets in who has a seat and who has none, and takes back what was a mistake."""

    comes_for, tells = "arrival", There

    def __init__(self, house, number):
        super().__init__(house.app, number)
        self.hall, token = house.hall.id, f"door-{number}"
        make.door(house.hall, house.orga, token)
        self.device = Browser(self.app, **{"lotse-door": token})
        self.people = [*house.people(PEOPLE_EACH)]
        for number in self.people[::2]:
            person = db.session.get_one(Person, number)
            actions.book(house.hall, person, by=person)
            self.told[Seat(number, self.hall)] = State.CONFIRMED

    def act(self):
        person = self.chance.choice(self.people)
        there, seat = There(person, self.hall), Seat(person, self.hall)
        self.look(there, seat)
        arrival = self.stored(attendance_of(self.hall, person, clock.today()))
        booking = self.stored(live_booking(self.hall, person))
        if arrival and self.chance.random() > OTHERWISE:
            path = f"/door/bookings/{booking.id}/undoing"
            facts = {there: False} | ({seat: State.CANCELLED} if booking.way is Way.DOOR else {})
        else:
            path = f"/door/bookings/{booking.id}/arrival" if booking else f"/door/people/{person}/arrival"
            facts = {there: True, seat: State.CONFIRMED}
        self.tell(self.device, path, facts)


class Drawing(Visitor):
    """Lets lots decide about one date after the other, while some of those who have applied withdraw."""

    comes_for, tells = "seed", Drawn

    def __init__(self, house, number):
        super().__init__(house.app, number)
        self.people, self.house = house.people(APPLICANTS), house

    def act(self):
        date, bookings = self.made(self.applied)
        self.told |= {Seat(person, date): State.REQUESTED for person in bookings}
        drawn = Drawn(date)
        self.tell(self.house.organiser, f"/bookables/{date}/draw/seed", {drawn: SEED}, seed=SEED)
        leaving = self.chance.sample([*bookings], WITHDRAWALS)
        for person in leaving:
            if not self.look(drawn):
                return
            path = f"/bookings/{bookings[person]}/cancellation"
            self.tell(self.people[person], path, {Seat(person, date): State.CANCELLED}, may_refuse=False)
        done = select(Bookable).where(Bookable.id == date, Bookable.draw_stage == DrawStage.DONE)
        self.wait_for(done, drawn)

    def applied(self):
        """A date for which everybody has applied, with its list fixed; which booking is whose."""
        date = make.bookable(seats=DRAWN_SEATS, in_days=30, path="/", mode=Mode.DRAW, draw_stage=DrawStage.ANNOUNCED)
        make.organiser(date, db.session.merge(self.house.orga))
        section = db.session.get_one(OrgUnit, self.house.section.id)
        actions.set_quotas(date, {Group(section.id, None): 1}, by=self.house.orga)
        people = [db.session.get_one(Person, number) for number in self.people]
        bookings = [actions.book(date, person, by=person) for person in people]
        make.seat_draw(date, {f"AAAA-{one.id}": one for one in bookings})
        return date.id, {one.person_id: one.id for one in bookings}


class Wishing(Visitor):
    """Ranks what there is in one event after the other, and has the wishes met while some leave."""

    comes_for, tells = "assignment", Met

    def __init__(self, house, number):
        super().__init__(house.app, number)
        self.people, self.house = house.people(WISHING), house

    def act(self):
        event, whole, bands, bookings = self.made(self.invited)
        seats = {Seat(person, whole): booking for person, booking in bookings.items()}
        self.told |= dict.fromkeys(seats, State.CONFIRMED)
        for person, browser in self.people.items():
            ranks = {slot: rank for band in bands for rank, slot in enumerate(self.chance.sample(band, len(band)), 1)}
            wished = Wished(person, event)
            typed = {f"slot-{slot}": rank for slot, rank in ranks.items()}
            self.tell(browser, f"/events/{event}/wishes", {wished: ranks}, may_refuse=False, **typed)
        met = Met(event)
        self.tell(self.house.organiser, f"/events/{event}/programme/assignment", {met: True})
        for seat in self.chance.sample([*seats], LEAVING):
            if not self.look(met):
                return
            path = f"/bookings/{seats[seat]}/cancellation"
            self.tell(self.people[seat.person_id], path, {seat: State.CANCELLED}, may_refuse=False)
        done = select(Programme).where(Programme.event_id == event, Programme.assigned_at.is_not(None))
        if self.wait_for(done, met):
            with self.app.app_context():
                given = (
                    select(Booking).join(Booking.bookable).where(Bookable.part_of_id == whole, Booking.state.in_(LIVE))
                )
                self.believe(*(Seat(one.person_id, one.bookable_id) for one in db.session.scalars(given)))

    def invited(self):
        """An event with a programme, and everybody in it."""
        days = learning_event(db.session.merge(self.house.orga), Choosing.WISHES)
        people = [db.session.get_one(Person, number) for number in self.people]
        bookings = [actions.book(days.event.bookable, person, by=person) for person in people]
        bands = [[days.ki.id, days.plain.id], [days.again.id, days.data.id]]
        return days.event.id, days.event.bookable_id, bands, {one.person_id: one.id for one in bookings}
