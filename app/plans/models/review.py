"""The weekly review."""

import datetime as dt

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, UtcDateTime, pk, to
from app.personal import Category, Keep, about

REVIEW = about(Category.SELF, Keep.SELF)


class WeeklyReview(Base):
    """What somebody wrote for themselves about a week, named by its Monday."""

    __tablename__ = "weekly_review"
    __table_args__ = (UniqueConstraint("person_id", "monday"),)

    id: Mapped[pk] = mapped_column(info=REVIEW)
    person_id: Mapped[int] = mapped_column(to("person"), info=REVIEW)
    monday: Mapped[dt.date] = mapped_column(info=REVIEW)
    worked: Mapped[str] = mapped_column(info=REVIEW)
    hindered: Mapped[str] = mapped_column(info=REVIEW)
    next_week: Mapped[str] = mapped_column(info=REVIEW)
    changed_at: Mapped[UtcDateTime] = mapped_column(info=REVIEW)
