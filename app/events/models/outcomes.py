"""What an event leads to, and what being there has proved."""

import datetime as dt

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bookings.models import Booking
from app.competences.models import Competence, Statement
from app.db import Base, to
from app.events.models.event import Event
from app.personal import Category, Keep, about

BOOKING = about(Category.BOOKING, Keep.BOOKING)


class EventOutcome(Base):
    """To which level being at an event leads in a competence."""

    __tablename__ = "event_outcome"
    __table_args__ = (CheckConstraint("level BETWEEN 1 AND 9", name="level_is_on_a_scale"),)

    event_id: Mapped[int] = mapped_column(to("event"), primary_key=True)
    competence_id: Mapped[int] = mapped_column(to("competence"), primary_key=True, index=True)
    level: Mapped[int]

    event: Mapped[Event] = relationship()
    competence: Mapped[Competence] = relationship()


class AttendanceProof(Base):
    """Which statement was made because somebody was there that day: it is taken back if they were not."""

    __tablename__ = "attendance_proof"

    booking_id: Mapped[int] = mapped_column(to("booking"), primary_key=True, info=BOOKING)
    day: Mapped[dt.date] = mapped_column(primary_key=True, info=BOOKING)
    statement_id: Mapped[int] = mapped_column(to("statement"), primary_key=True, index=True, info=BOOKING)

    booking: Mapped[Booking] = relationship()
    statement: Mapped[Statement] = relationship()
