"""What somebody can be told, and what the database says of it."""

from dataclasses import dataclass

from sqlalchemy import select

from app import clock
from app.bookings.models import Bookable, Handover
from app.bookings.queries import attendance_of, live_booking
from app.bookings.rules import Stage, State
from app.db import db
from app.events.models import Event, Programme
from app.events.queries import own_wishes, programme_of
from app.tasks.models import Task
from app.tasks.rules import OPEN

BY_ITSELF = {
    State.WAITLISTED: {State.OFFERED},
    State.REQUESTED: {State.CONFIRMED, State.WAITLISTED, State.OFFERED},
}
"""What a claim may become without the person: a place in line an offer, and what lots decide about all but nothing."""


@dataclass(frozen=True)
class Seat:
    """How a person stands to a date."""

    person_id: int
    bookable_id: int

    def stored(self):
        booking = db.session.scalars(live_booking(self.bookable_id, self.person_id)).one_or_none()
        return booking.state if booking else State.CANCELLED

    def is_so(self, said):
        return self.stored() in {said} | BY_ITSELF.get(said, set())


@dataclass(frozen=True)
class Fact:
    """Something that changes by nothing but what its visitor does."""

    one: int
    other: int = 0

    def is_so(self, said):
        return self.stored() == said


class There(Fact):
    """Whether a person has come in."""

    def stored(self):
        return db.session.scalars(attendance_of(self.other, self.one, clock.today())).one_or_none() is not None


class Asked(Fact):
    """Whether somebody is asked to take over a booking."""

    def stored(self):
        open_ = select(Handover).where(Handover.booking_id == self.one, Handover.stage == Stage.OPEN)
        return db.session.scalars(open_).one_or_none() is not None


class Drawn(Fact):
    """With which seed a date was drawn."""

    def stored(self):
        return db.session.get_one(Bookable, self.one).draw.seed


class Wished(Fact):
    """How a person ranks the slots of an event."""

    def stored(self):
        return own_wishes(self.one, programme_of(db.session.get_one(Event, self.other)))


class Met(Fact):
    """Whether the wishes of an event are met, or being met."""

    def stored(self):
        met = select(Programme.assigned_at).where(Programme.event_id == self.one)
        at_work = select(Task.arguments).where(Task.stage.in_(OPEN))
        return bool(
            db.session.scalar(met) or any(one.get("event_id") == self.one for one in db.session.scalars(at_work))
        )
