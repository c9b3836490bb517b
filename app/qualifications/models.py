"""Qualifications, and who holds them."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.content.origin import Origin
from app.db import Base, UtcDateTime, append_only, pk, to
from app.people.models import Person
from app.personal import Category, Keep, about
from app.qualifications.rules import Source

HOLDING = about(Category.MANDATORY, Keep.MANDATORY)


class Qualification(Origin, Base):
    """Something that can be held, for some months or for ever. The key is stable; what is retired stays held."""

    __tablename__ = "qualification"
    __table_args__ = (CheckConstraint("valid_months BETWEEN 1 AND 600", name="holds_for_a_while"),)

    id: Mapped[pk]
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    title_en: Mapped[str]
    valid_months: Mapped[int | None]
    body_html: Mapped[str]
    retired_at: Mapped[UtcDateTime | None]


class Holding(Base):
    """A person holds a qualification. Never updated; a new row that names another one takes that one back.

    `path` is the address of the course or date that gave it; None where it was entered.
    """

    __tablename__ = "holding"
    __table_args__ = (
        CheckConstraint("valid_until >= since", name="ends_after_it_begins"),
        Index("ix_holding_person_qualification", "person_id", "qualification_id", "valid_until"),
    )

    id: Mapped[pk] = mapped_column(info=HOLDING)
    person_id: Mapped[int] = mapped_column(to("person"), info=HOLDING)
    qualification_id: Mapped[int] = mapped_column(to("qualification"), index=True, info=HOLDING)
    since: Mapped[dt.date] = mapped_column(info=HOLDING)
    valid_until: Mapped[dt.date | None] = mapped_column(info=HOLDING)
    source: Mapped[Source] = mapped_column(info=HOLDING)
    detail: Mapped[str] = mapped_column(info=HOLDING)
    path: Mapped[str | None] = mapped_column(info=HOLDING)
    recorded_at: Mapped[UtcDateTime] = mapped_column(info=HOLDING)
    recorded_by_id: Mapped[int | None] = mapped_column(to("person"), index=True, info=HOLDING)
    retracts_id: Mapped[int | None] = mapped_column(to("holding"), unique=True, info=HOLDING)

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    recorded_by: Mapped[Person | None] = relationship(foreign_keys=[recorded_by_id])
    qualification: Mapped[Qualification] = relationship()


append_only(Holding.__table__)  # type: ignore[arg-type]
