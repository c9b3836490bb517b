"""What the start page shows: a few lists, each short."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from app import clock
from app.bookings import queries as bookings
from app.bookings.models import Booking
from app.bookings.rules import State
from app.competences import queries as competences
from app.courses import queries as courses
from app.courses.queries import NextUnit
from app.db import db
from app.people.viewer import Viewer
from app.plans import queries as plans
from app.plans.queries import Step

MOST_STEPS = 3
MOST_DATES = 3


@dataclass(frozen=True)
class Dashboard:
    """What is next for somebody, what waits for them, and the dates that they have."""

    reading: Sequence[NextUnit]
    steps: Sequence[Step]
    offers: Sequence[Booking]
    dates: Sequence[Booking]
    decisions: int
    inquiries: int

    @property
    def is_new(self) -> bool:
        """Whether the person has not begun anything yet."""
        return not (self.reading or self.steps)


def dashboard(viewer: Viewer) -> Dashboard:
    """The start page of a viewer; one statement for each list."""
    now = clock.now()
    live = db.session.scalars(bookings.upcoming_bookings_of(viewer.person.id, now).limit(MOST_DATES * 2)).all()
    reading = courses.next_units(viewer.person.id)[:MOST_STEPS]
    being_read = {unit.course_id for unit in reading}
    steps = [step for step in plans.open_steps(viewer.person.id) if step.course_id not in being_read]
    return Dashboard(
        reading=reading,
        steps=steps[: MOST_STEPS - len(reading)],
        offers=[booking for booking in live if booking.state is State.OFFERED],
        dates=[booking for booking in live if booking.state is not State.OFFERED][:MOST_DATES],
        decisions=_decisions(viewer) if viewer.is_leader else 0,
        inquiries=competences.number_waiting_for(viewer),
    )


def _decisions(viewer: Viewer) -> int:
    waiting = bookings.decisions_for(viewer).order_by(None).subquery()
    return db.session.scalar(select(func.count()).select_from(waiting)) or 0
