"""What somebody has said about a level."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.competences.models.framework import Competence
from app.competences.rules import Kind, Visibility
from app.db import Base, UtcDateTime, append_only, pk, to
from app.people.models import Person
from app.personal import Category, Keep, about

STATEMENT = about(Category.SELF, Keep.SELF)


class Statement(Base):
    """Somebody's word on a level. Never updated; a retraction is a new row that names the one it takes back."""

    __tablename__ = "statement"
    __table_args__ = (
        CheckConstraint("level BETWEEN 0 AND 9", name="level_is_on_a_scale"),
        CheckConstraint("valid_until IS NULL OR valid_until >= observed_on", name="ends_after_observation"),
        CheckConstraint("(kind = 'self') = (actor_id = person_id) OR actor_id IS NULL", name="self_is_by_the_person"),
        Index("ix_statement_person_competence", "person_id", "competence_id", "observed_on"),
    )

    id: Mapped[pk] = mapped_column(info=STATEMENT)
    person_id: Mapped[int] = mapped_column(to("person"), info=STATEMENT)
    competence_id: Mapped[int] = mapped_column(to("competence"), index=True, info=STATEMENT)
    level: Mapped[int] = mapped_column(info=STATEMENT)
    kind: Mapped[Kind] = mapped_column(info=STATEMENT)
    actor_id: Mapped[int | None] = mapped_column(to("person"), index=True, info=STATEMENT)
    observed_on: Mapped[dt.date] = mapped_column(info=STATEMENT)
    recorded_at: Mapped[UtcDateTime] = mapped_column(info=STATEMENT)
    source: Mapped[str | None] = mapped_column(info=STATEMENT)
    note: Mapped[str | None] = mapped_column(info=STATEMENT)
    visibility: Mapped[Visibility] = mapped_column(
        default=Visibility.PERSON, server_default=Visibility.PERSON.value, info=STATEMENT
    )
    valid_until: Mapped[dt.date | None] = mapped_column(info=STATEMENT)
    retracts_id: Mapped[int | None] = mapped_column(to("statement"), unique=True, info=STATEMENT)

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    actor: Mapped[Person | None] = relationship(foreign_keys=[actor_id])
    competence: Mapped[Competence] = relationship()
    retraction: Mapped["Statement | None"] = relationship(remote_side=[retracts_id], viewonly=True, uselist=False)


append_only(Statement.__table__)  # type: ignore[arg-type]
