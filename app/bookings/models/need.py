"""What somebody needs on the day, and how many people could not be let in."""

import datetime as dt

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bookings.models.booking import Booking
from app.db import Base, pk, to
from app.personal import Category, Keep, about

NEED = about(Category.BOOKING, Keep.NEEDS)


class Need(Base):
    """What somebody said about food and accessibility: read by those who run the date, and gone a week after it."""

    __tablename__ = "need"
    __table_args__ = (CheckConstraint("food <> '' OR access <> ''", name="something_is_said"),)

    booking_id: Mapped[pk] = mapped_column(to("booking"), autoincrement=False, info=NEED)
    food: Mapped[str] = mapped_column(default="", info=NEED)
    access: Mapped[str] = mapped_column(default="", info=NEED)

    booking: Mapped[Booking] = relationship()


class TurnedAway(Base):
    """How often on a day somebody was not let in because there was no room; nobody knows who."""

    __tablename__ = "turned_away"
    __table_args__ = (CheckConstraint("number > 0", name="number_is_positive"),)

    bookable_id: Mapped[pk] = mapped_column(to("bookable"), autoincrement=False)
    day: Mapped[dt.date] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(default=1)
