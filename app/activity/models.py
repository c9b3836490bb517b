"""The record of acts."""

from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, UtcDateTime, append_only, pk, to
from app.personal import Category, Keep, about

AUDIT = about(Category.SECURITY, Keep.AUDIT)


class Activity(Base):
    """One act. The details hold ids and states, never free text about a person."""

    __tablename__ = "activity"
    __table_args__ = (Index("ix_activity_subject", "subject_kind", "subject_id"),)

    id: Mapped[pk] = mapped_column(info=AUDIT)
    at: Mapped[UtcDateTime] = mapped_column(info=AUDIT)
    actor_id: Mapped[int | None] = mapped_column(to("person"), index=True, info=AUDIT)
    verb: Mapped[str] = mapped_column(info=AUDIT)
    subject_kind: Mapped[str] = mapped_column(info=AUDIT)
    subject_id: Mapped[int] = mapped_column(info=AUDIT)
    details: Mapped[dict[str, Any]] = mapped_column(info=AUDIT)


append_only(Activity.__table__)  # type: ignore[arg-type]
