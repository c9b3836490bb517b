"""The devices at the doors."""

import datetime as dt

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bookings.models import Bookable
from app.db import Base, UtcDateTime, pk, to
from app.people.models import Person
from app.personal import Category, Keep, about

BOOKING = about(Category.BOOKING, Keep.BOOKING)


class Door(Base):
    """A device that lets people in, on one day; only the hash of its secret is known.

    What it does is done in the name of the organiser who opened it.
    """

    __tablename__ = "door"
    __table_args__ = (CheckConstraint("closed_at IS NULL OR closed_at >= opened_at", name="closed_after_opened"),)

    id: Mapped[pk] = mapped_column(info=BOOKING)
    bookable_id: Mapped[int] = mapped_column(to("bookable"), index=True, info=BOOKING)
    day: Mapped[dt.date] = mapped_column(info=BOOKING)
    name: Mapped[str] = mapped_column(info=BOOKING)
    token_hash: Mapped[str] = mapped_column(unique=True, info=BOOKING)
    opened_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    opened_by_id: Mapped[int] = mapped_column(to("person"), info=BOOKING)
    closed_at: Mapped[UtcDateTime | None] = mapped_column(info=BOOKING)

    bookable: Mapped[Bookable] = relationship()
    opened_by: Mapped[Person] = relationship()
