"""Events."""

from sqlalchemy.orm import Mapped, mapped_column, query_expression, relationship

from app.bookings.models import Bookable
from app.content.origin import Origin
from app.db import Base, UtcDateTime, pk, to


class Event(Origin, Base):
    """An event with its text and the link to take part from elsewhere; dates, place and seats are the bookable's."""

    __tablename__ = "event"

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

    bookable: Mapped[Bookable] = relationship()
    has_programme: Mapped[bool] = query_expression()
    """Whether a programme is released; known only where a query asks for it."""
