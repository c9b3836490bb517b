"""Newcomers and the colleagues who accompany them."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Base, UtcDateTime, pk, to
from app.people.models import Person
from app.personal import Category, Keep, about

PAIR = about(Category.PLAN, Keep.BUDDY)
NOTE = about(Category.FREE_TEXT, Keep.BUDDY)
IS_LIVE = text("declined_at IS NULL AND ended_at IS NULL")


class BuddyPair(Base):
    """Somebody was asked to accompany a newcomer; once they have accepted, both meet once a week."""

    __tablename__ = "buddy_pair"
    __table_args__ = (
        Index("one_live_pair", "person_id", "buddy_id", unique=True, sqlite_where=IS_LIVE, postgresql_where=IS_LIVE),
        CheckConstraint("buddy_id <> person_id", name="not_oneself"),
        CheckConstraint("weekday BETWEEN 0 AND 4", name="weekday_is_a_working_day"),
        CheckConstraint("accepted_at IS NULL OR declined_at IS NULL", name="accepted_or_declined"),
        CheckConstraint("(ended_at IS NULL) = (ended_by_id IS NULL)", name="ended_both_or_neither"),
    )

    id: Mapped[pk] = mapped_column(info=PAIR)
    person_id: Mapped[int] = mapped_column(to("person"), info=PAIR)
    buddy_id: Mapped[int] = mapped_column(to("person"), index=True, info=PAIR)
    asked_by_id: Mapped[int | None] = mapped_column(to("person"), info=PAIR)
    asked_at: Mapped[UtcDateTime] = mapped_column(info=PAIR)
    accepted_at: Mapped[UtcDateTime | None] = mapped_column(info=PAIR)
    declined_at: Mapped[UtcDateTime | None] = mapped_column(info=PAIR)
    weekday: Mapped[int] = mapped_column(info=PAIR)
    time: Mapped[dt.time] = mapped_column(info=PAIR)
    until: Mapped[dt.date] = mapped_column(info=PAIR)
    ended_at: Mapped[UtcDateTime | None] = mapped_column(info=PAIR)
    ended_by_id: Mapped[int | None] = mapped_column(to("person"), info=PAIR)

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    buddy: Mapped[Person] = relationship(foreign_keys=[buddy_id])
    skips: Mapped[list["BuddySkip"]] = relationship(cascade="all, delete-orphan")

    @property
    def is_waiting(self) -> bool:
        """Whether the person asked has not answered yet."""
        return self.accepted_at is None and self.declined_at is None and self.ended_at is None

    @property
    def is_running(self) -> bool:
        """Whether both meet, as far as nobody has ended it."""
        return self.accepted_at is not None and self.ended_at is None

    def other(self, person_id: int) -> Person:
        """The other of the two."""
        return self.person if person_id == self.buddy_id else self.buddy


class BuddyNote(Base):
    """What one of the two wrote down about an appointment; both read it and nobody else."""

    __tablename__ = "buddy_note"
    __table_args__ = (UniqueConstraint("pair_id", "author_id", "day"),)

    id: Mapped[pk] = mapped_column(info=NOTE)
    pair_id: Mapped[int] = mapped_column(to("buddy_pair", on_delete="CASCADE"), info=NOTE)
    author_id: Mapped[int] = mapped_column(to("person"), index=True, info=NOTE)
    day: Mapped[dt.date] = mapped_column(info=NOTE)
    body: Mapped[str] = mapped_column(info=NOTE)
    changed_at: Mapped[UtcDateTime] = mapped_column(info=NOTE)

    author: Mapped[Person] = relationship()


class BuddySkip(Base):
    """An appointment that does not take place; nobody says why, and nobody counts."""

    __tablename__ = "buddy_skip"

    pair_id: Mapped[int] = mapped_column(to("buddy_pair", on_delete="CASCADE"), primary_key=True, info=PAIR)
    day: Mapped[dt.date] = mapped_column(primary_key=True, info=PAIR)
