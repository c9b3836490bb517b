"""Invitations: who may have a seat of a date that is by invitation, and until when it is kept for them."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bookings.models.bookable import Bookable
from app.bookings.models.classes import BOOKING
from app.bookings.rules import Reply
from app.db import Base, UtcDateTime, pk, to
from app.people.models import Person

IS_OPEN = text("reply = 'open'")


class Invitation(Base):
    """Somebody is invited to a date; while they can answer, a seat is kept for them.

    Whether the time to answer is over is judged when it is asked. Who is invited anew after a no has the same row.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        UniqueConstraint("bookable_id", "person_id"),
        Index("ix_invitation_open", "bookable_id", "answer_by", sqlite_where=IS_OPEN, postgresql_where=IS_OPEN),
        CheckConstraint("answer_by >= invited_at", name="answered_after_it_was_made"),
        CheckConstraint("(reply = 'open') = (answered_at IS NULL)", name="answered_at_a_moment"),
    )

    id: Mapped[pk] = mapped_column(info=BOOKING)
    bookable_id: Mapped[int] = mapped_column(to("bookable"), info=BOOKING)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=BOOKING)
    reply: Mapped[Reply] = mapped_column(default=Reply.OPEN, info=BOOKING)
    invited_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    invited_by_id: Mapped[int] = mapped_column(to("person"), info=BOOKING)
    answer_by: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    answered_at: Mapped[UtcDateTime | None] = mapped_column(info=BOOKING)

    bookable: Mapped[Bookable] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id])

    def is_open(self, now: dt.datetime) -> bool:
        """Whether a seat is kept; the date may be over or called off all the same."""
        return self.reply is Reply.OPEN and now < self.answer_by
