"""Events."""

import datetime as dt

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, query_expression, relationship

from app.bookings.models import Bookable
from app.content.origin import Origin
from app.db import Base, UtcDateTime, pk, to
from app.events.models.series import EventSeries


class Event(Origin, Base):
    """An event with its text and the link to take part from elsewhere; dates, place and seats are the bookable's.

    A date of a series stands for a day of its rule, whenever it takes place.
    """

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("series_id", "series_day"),
        CheckConstraint("(series_id IS NULL) = (series_day IS NULL)", name="series_with_its_day"),
    )

    id: Mapped[pk]
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    summary: Mapped[str]
    body: Mapped[str] = mapped_column(default="")
    body_html: Mapped[str]
    link: Mapped[str | None]
    revision: Mapped[int] = mapped_column(default=0)
    bookable_id: Mapped[int] = mapped_column(to("bookable"), unique=True)
    published_at: Mapped[UtcDateTime | None]
    series_id: Mapped[int | None] = mapped_column(to("event_series"))
    series_day: Mapped[dt.date | None]

    bookable: Mapped[Bookable] = relationship()
    series: Mapped[EventSeries | None] = relationship()
    has_programme: Mapped[bool] = query_expression()
    has_outcomes: Mapped[bool] = query_expression()
    """Whether a programme is released, and whether it leads to levels; known only where a query asks for it."""
