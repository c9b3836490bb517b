"""Seats that are passed on to a colleague."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bookings.models.bookable import Bookable
from app.bookings.models.booking import Booking
from app.bookings.models.classes import BOOKING
from app.bookings.rules import Stage
from app.db import Base, UtcDateTime, pk, to
from app.people.models import Person

IS_OPEN = text("stage = 'open'")


class Handover(Base):
    """A seat that somebody wants to pass to a colleague, who must say yes.

    With `wanted_id` they exchange: the colleague gives their own seat there in return.
    """

    __tablename__ = "handover"
    __table_args__ = (
        Index("one_open_handover", "booking_id", unique=True, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN),
        CheckConstraint("expires_at >= proposed_at", name="expires_after_proposed"),
        CheckConstraint("(stage = 'open') = (answered_at IS NULL)", name="ended_at_a_moment"),
    )

    id: Mapped[pk] = mapped_column(info=BOOKING)
    booking_id: Mapped[int] = mapped_column(to("booking"), info=BOOKING)
    to_id: Mapped[int] = mapped_column(to("person"), index=True, info=BOOKING)
    wanted_id: Mapped[int | None] = mapped_column(to("bookable"), info=BOOKING)
    stage: Mapped[Stage] = mapped_column(default=Stage.OPEN, info=BOOKING)
    proposed_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    expires_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    answered_at: Mapped[UtcDateTime | None] = mapped_column(info=BOOKING)

    booking: Mapped[Booking] = relationship()
    to: Mapped[Person] = relationship()
    wanted: Mapped[Bookable | None] = relationship()

    def is_open(self, now: dt.datetime) -> bool:
        """Whether the colleague can still answer; the date may be over or called off all the same."""
        return self.stage is Stage.OPEN and now < self.expires_at
