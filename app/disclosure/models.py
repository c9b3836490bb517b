"""The ledger of what was worked out and released, and who read it."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Base, append_only, pk, to
from app.personal import Category, Keep, about

FIGURE = about(Category.CONTENT, Keep.FIGURE)
READER = about(Category.SECURITY, Keep.AUDIT)


class Ledger(Base):
    """All that was worked out for a report. Without its salt nobody can say who was in a group: it is closed."""

    __tablename__ = "ledger"

    id: Mapped[pk]
    key: Mapped[str] = mapped_column(unique=True)
    salt: Mapped[str | None] = mapped_column(info=about(Category.SECURITY, Keep.FEEDBACK))

    figures: Mapped[list["Figure"]] = relationship(order_by="Figure.id", back_populates="ledger")


class Figure(Base):
    """A group on the day on which it was worked out; what was too alike to be shown has no counts.

    Members are marks made of their number and the salt of the ledger, not their numbers.
    """

    __tablename__ = "figure"
    __table_args__ = (CheckConstraint("is_shown OR counts IS NULL", name="counts_only_where_shown"),)

    id: Mapped[pk] = mapped_column(info=FIGURE)
    ledger_id: Mapped[int] = mapped_column(to("ledger"), index=True, info=FIGURE)
    cell: Mapped[str] = mapped_column(info=FIGURE)
    released_on: Mapped[dt.date] = mapped_column(info=FIGURE)
    size: Mapped[int] = mapped_column(info=FIGURE)
    counts: Mapped[dict[str, Any] | None] = mapped_column(info=FIGURE)
    is_shown: Mapped[bool] = mapped_column(info=FIGURE)
    members: Mapped[list[str]] = mapped_column(info=about(Category.SECURITY, Keep.FEEDBACK))

    ledger: Mapped[Ledger] = relationship(back_populates="figures")


class FigureReader(Base):
    """To whom a figure was shown first on which day."""

    __tablename__ = "figure_reader"

    id: Mapped[pk] = mapped_column(info=READER)
    figure_id: Mapped[int] = mapped_column(to("figure"), index=True, info=READER)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=READER)
    read_on: Mapped[dt.date] = mapped_column(info=READER)


append_only(Figure.__table__)  # type: ignore[arg-type]
