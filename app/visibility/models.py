"""The record of looks at other people's data, and what people share."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import clock
from app.db import Base, UtcDateTime, append_only, pk, to
from app.people.models import Person
from app.personal import Category, Keep, about
from app.visibility.rules import ShareKind

AUDIT = about(Category.SECURITY, Keep.AUDIT)
SHARED = about(Category.SELF, Keep.SHARE)


class ReadAudit(Base):
    """Somebody saw something about somebody. The person can see it; nothing of the content is kept."""

    __tablename__ = "read_audit"

    id: Mapped[pk] = mapped_column(info=AUDIT)
    at: Mapped[UtcDateTime] = mapped_column(info=AUDIT)
    viewer_id: Mapped[int] = mapped_column(to("person"), index=True, info=AUDIT)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=AUDIT)
    category: Mapped[str] = mapped_column(info=AUDIT)
    purpose: Mapped[str] = mapped_column(info=AUDIT)


append_only(ReadAudit.__table__)  # type: ignore[arg-type]


class Share(Base):
    """A person lets one reader see one version of one thing until an end; it can be withdrawn at once."""

    __tablename__ = "share"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("reader_id <> person_id", name="reader_is_somebody_else"),
        Index("ix_share_reader", "reader_id", "ends_at"),
    )

    id: Mapped[pk] = mapped_column(info=SHARED)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=SHARED)
    reader_id: Mapped[int] = mapped_column(to("person"), info=SHARED)
    kind: Mapped[ShareKind] = mapped_column(info=SHARED)
    thing_id: Mapped[int] = mapped_column(info=SHARED)
    version: Mapped[int] = mapped_column(info=SHARED)
    contains_self: Mapped[bool] = mapped_column(info=SHARED)
    starts_at: Mapped[UtcDateTime] = mapped_column(info=SHARED)
    ends_at: Mapped[UtcDateTime] = mapped_column(info=SHARED)
    withdrawn_at: Mapped[UtcDateTime | None] = mapped_column(info=SHARED)

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    reader: Mapped[Person] = relationship(foreign_keys=[reader_id])

    @property
    def last_day(self) -> dt.date:
        """The last day on which the reader may see it."""
        return clock.last_day_before(self.ends_at)
