"""Dates that come again, and what somebody keeps in their calendar without a seat."""

import datetime as dt

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, UtcDateTime, pk, to
from app.personal import Category, Keep, about

MARK = about(Category.BOOKING, Keep.BOOKING)


class EventSeries(Base):
    """How the dates of a series come again: a rule of iCalendar from its first day on, and its usual time.

    Each date is an event of its own; title and place are those that most dates have.
    """

    __tablename__ = "event_series"
    __table_args__ = (CheckConstraint("ends > starts", name="ends_after_start"),)

    id: Mapped[pk]
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    place: Mapped[str]
    rule: Mapped[str]
    first_on: Mapped[dt.date]
    starts: Mapped[dt.time]
    ends: Mapped[dt.time]
    calendar_sequence: Mapped[int] = mapped_column(default=0)


class Mark(Base):
    """Somebody keeps a date, or all dates of a series, in their own calendar; it is no sign-up, nobody else sees it."""

    __tablename__ = "event_mark"
    __table_args__ = (
        UniqueConstraint("person_id", "event_id"),
        UniqueConstraint("person_id", "series_id"),
        CheckConstraint("(event_id IS NULL) <> (series_id IS NULL)", name="of_a_date_or_a_series"),
    )

    id: Mapped[pk] = mapped_column(info=MARK)
    person_id: Mapped[int] = mapped_column(to("person"), info=MARK)
    event_id: Mapped[int | None] = mapped_column(to("event"), index=True, info=MARK)
    series_id: Mapped[int | None] = mapped_column(to("event_series"), index=True, info=MARK)
    marked_at: Mapped[UtcDateTime] = mapped_column(info=MARK)
