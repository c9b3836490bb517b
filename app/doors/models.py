"""The devices at the doors."""

import datetime as dt

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bookings.models import Bookable, Booking
from app.db import Base, UtcDateTime, pk, to
from app.doors.rules import Act, Outcome
from app.people.models import Person
from app.personal import Category, Keep, about

BOOKING = about(Category.BOOKING, Keep.BOOKING)


class Door(Base):
    """A device that lets people in, on one day; only the hash of its secret is known.

    What it does is done in the name of the organiser who opened it. `places` of the hall are with the device: it may
    give them away without asking, and nobody else has them. `heard_at`: when it last reported.
    """

    __tablename__ = "door"
    __table_args__ = (
        CheckConstraint("closed_at IS NULL OR closed_at >= opened_at", name="closed_after_opened"),
        CheckConstraint("places >= 0", name="has_no_fewer_than_no_places"),
    )

    id: Mapped[pk] = mapped_column(info=BOOKING)
    bookable_id: Mapped[int] = mapped_column(to("bookable"), index=True, info=BOOKING)
    day: Mapped[dt.date] = mapped_column(info=BOOKING)
    name: Mapped[str] = mapped_column(info=BOOKING)
    token_hash: Mapped[str] = mapped_column(unique=True, info=BOOKING)
    opened_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    opened_by_id: Mapped[int] = mapped_column(to("person"), info=BOOKING)
    closed_at: Mapped[UtcDateTime | None] = mapped_column(info=BOOKING)
    places: Mapped[int] = mapped_column(default=0, server_default="0", info=BOOKING)
    heard_at: Mapped[UtcDateTime | None] = mapped_column(info=BOOKING)

    bookable: Mapped[Bookable] = relationship()
    opened_by: Mapped[Person] = relationship()


class DoorNote(Base):
    """What a device did by itself and has reported, under a number that it made: the same number counts once."""

    __tablename__ = "door_note"

    id: Mapped[str] = mapped_column(primary_key=True, info=BOOKING)
    door_id: Mapped[int] = mapped_column(to("door"), index=True, info=BOOKING)
    booking_id: Mapped[int] = mapped_column(to("booking"), index=True, info=BOOKING)
    act: Mapped[Act] = mapped_column(info=BOOKING)
    at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    outcome: Mapped[Outcome] = mapped_column(info=BOOKING)

    booking: Mapped[Booking] = relationship()
