"""What people hand in as a proof."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.competences.models.framework import Competence
from app.competences.rules import Proof
from app.db import Base, UtcDateTime, pk, to
from app.files.models import StoredFile
from app.personal import Category, Keep, about

EVIDENCE = about(Category.SELF, Keep.SELF)
WORDS = about(Category.FREE_TEXT, Keep.SELF)
LIVE = text("withdrawn_at IS NULL")


class Evidence(Base):
    """A proof by the person themselves. Each correction is a new version; the statements it leads to are rows apart."""

    __tablename__ = "evidence"
    __table_args__ = (
        CheckConstraint("valid_until IS NULL OR valid_until >= happened_on", name="ends_after_start"),
        Index(
            "one_live_evidence",
            "person_id",
            "title",
            "happened_on",
            unique=True,
            sqlite_where=LIVE,
            postgresql_where=LIVE,
        ),
    )

    id: Mapped[pk] = mapped_column(info=EVIDENCE)
    person_id: Mapped[int] = mapped_column(to("person"), info=EVIDENCE)
    proof: Mapped[Proof] = mapped_column(info=EVIDENCE)
    title: Mapped[str] = mapped_column(info=WORDS)
    text: Mapped[str] = mapped_column(info=WORDS)
    link: Mapped[str | None] = mapped_column(info=WORDS)
    file_id: Mapped[int | None] = mapped_column(to("stored_file"), unique=True, info=EVIDENCE)
    happened_on: Mapped[dt.date] = mapped_column(info=EVIDENCE)
    valid_until: Mapped[dt.date | None] = mapped_column(info=EVIDENCE)
    version: Mapped[int] = mapped_column(default=1, info=EVIDENCE)
    changed_at: Mapped[UtcDateTime] = mapped_column(info=EVIDENCE)
    withdrawn_at: Mapped[UtcDateTime | None] = mapped_column(info=EVIDENCE)

    file: Mapped[StoredFile | None] = relationship()
    claims: Mapped[list["EvidenceClaim"]] = relationship(
        order_by="EvidenceClaim.competence_id", cascade="all, delete-orphan"
    )

    def has_expired(self, today: dt.date) -> bool:
        """Whether it is no longer valid."""
        return self.valid_until is not None and self.valid_until < today


class EvidenceClaim(Base):
    """The level of one competence that a piece of evidence shows, and the statement that says so now."""

    __tablename__ = "evidence_claim"
    __table_args__ = (CheckConstraint("level BETWEEN 1 AND 9", name="level_is_above_zero"),)

    evidence_id: Mapped[int] = mapped_column(to("evidence"), primary_key=True, info=EVIDENCE)
    competence_id: Mapped[int] = mapped_column(to("competence"), primary_key=True, info=EVIDENCE)
    level: Mapped[int] = mapped_column(info=EVIDENCE)
    statement_id: Mapped[int | None] = mapped_column(to("statement"), unique=True, info=EVIDENCE)

    competence: Mapped[Competence] = relationship()
