"""The secret address of a calendar."""

from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Base, UtcDateTime, to
from app.people.models import Person
from app.personal import Category, Keep, about

FEED = about(Category.SECURITY, Keep.EMPLOYED)


class CalendarFeed(Base):
    """Who has the address reads the person's dates; a person has one at most, and only its hash is known."""

    __tablename__ = "calendar_feed"

    person_id: Mapped[int] = mapped_column(to("person"), primary_key=True, info=FEED)
    token_hash: Mapped[str] = mapped_column(unique=True, info=FEED)
    made_at: Mapped[UtcDateTime] = mapped_column(info=FEED)

    person: Mapped[Person] = relationship()
