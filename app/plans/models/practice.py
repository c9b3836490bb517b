"""Questions about what has been applied."""

import datetime as dt

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.courses.models import Course
from app.db import Base, UtcDateTime, pk, to
from app.personal import Category, Keep, about
from app.plans.rules.practice import Answer

PRACTICE = about(Category.SELF, Keep.SELF)


class PracticeQuestion(Base):
    """What have you applied of this? Asked so many weeks after a completion; it keeps its title without the course."""

    __tablename__ = "practice_question"
    __table_args__ = (
        UniqueConstraint("person_id", "course_id", "weeks"),
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answered_both_or_neither"),
    )

    id: Mapped[pk] = mapped_column(info=PRACTICE)
    person_id: Mapped[int] = mapped_column(to("person"), info=PRACTICE)
    course_id: Mapped[int | None] = mapped_column(to("course", on_delete="SET NULL"), index=True, info=PRACTICE)
    title: Mapped[str] = mapped_column(info=PRACTICE)
    weeks: Mapped[int] = mapped_column(info=PRACTICE)
    learnt_on: Mapped[dt.date] = mapped_column(info=PRACTICE)
    asked_on: Mapped[dt.date] = mapped_column(info=PRACTICE)
    answer: Mapped[Answer | None] = mapped_column(info=PRACTICE)
    answered_at: Mapped[UtcDateTime | None] = mapped_column(info=PRACTICE)
    what: Mapped[str] = mapped_column(default="", info=PRACTICE)
    place: Mapped[str] = mapped_column(default="", info=PRACTICE)
    outcome: Mapped[str] = mapped_column(default="", info=PRACTICE)

    course: Mapped[Course | None] = relationship()
