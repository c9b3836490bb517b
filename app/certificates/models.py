"""What was certified to whom."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.courses.models import Course
from app.db import Base, UtcDateTime, pk, to
from app.people.models import Person
from app.personal import Category, Keep, about

CERTIFICATE = about(Category.PLAN, Keep.EMPLOYED)
VALID = text("revoked_at IS NULL")


class Certificate(Base):
    """What a paper says, word for word as it was issued; one is valid for each completion of a course.

    It goes with its person. Who has done a course again has completed it on another day. `valid_until`: the first end
    of what it says that the person holds. `replaceable`: after its revocation another may be issued about the same
    completion.
    """

    __tablename__ = "certificate"
    __table_args__ = (
        CheckConstraint("(revoked_at IS NULL) = (reason IS NULL)", name="revoked_with_a_reason"),
        Index(
            "one_valid_certificate",
            "person_id",
            "course_id",
            "completed_on",
            unique=True,
            sqlite_where=VALID,
            postgresql_where=VALID,
        ),
    )

    id: Mapped[pk] = mapped_column(info=CERTIFICATE)
    person_id: Mapped[int] = mapped_column(to("person", on_delete="CASCADE"), index=True, info=CERTIFICATE)
    course_id: Mapped[int] = mapped_column(to("course"), index=True, info=CERTIFICATE)
    completed_on: Mapped[dt.date] = mapped_column(info=CERTIFICATE)
    serial: Mapped[str] = mapped_column(unique=True, info=CERTIFICATE)
    code: Mapped[str] = mapped_column(unique=True, info=CERTIFICATE)
    language: Mapped[str] = mapped_column(info=CERTIFICATE)
    words: Mapped[dict[str, Any]] = mapped_column(info=CERTIFICATE)
    issued_at: Mapped[UtcDateTime] = mapped_column(info=CERTIFICATE)
    valid_until: Mapped[dt.date | None] = mapped_column(info=CERTIFICATE)
    revoked_at: Mapped[UtcDateTime | None] = mapped_column(info=CERTIFICATE)
    revoked_by_id: Mapped[int | None] = mapped_column(to("person", on_delete="SET NULL"), index=True, info=CERTIFICATE)
    reason: Mapped[str | None] = mapped_column(info=about(Category.FREE_TEXT, Keep.EMPLOYED))
    replaceable: Mapped[bool] = mapped_column(default=False, info=CERTIFICATE)

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    course: Mapped[Course] = relationship()

    @property
    def is_valid(self) -> bool:
        """Whether the paper holds."""
        return self.revoked_at is None
