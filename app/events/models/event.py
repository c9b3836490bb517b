"""Events."""

from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bookings.models import Bookable
from app.content.origin import Origin
from app.db import Base, UtcDateTime, pk, to


class Event(Origin, Base):
    """An event with its text; dates, place and seats are the bookable's."""

    __tablename__ = "event"

    id: Mapped[pk]
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    summary: Mapped[str]
    body_html: Mapped[str]
    bookable_id: Mapped[int] = mapped_column(to("bookable"), unique=True)
    published_at: Mapped[UtcDateTime | None]

    bookable: Mapped[Bookable] = relationship()
