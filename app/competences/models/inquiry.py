"""Whom somebody has asked for their word."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.competences.models.evidence import Evidence
from app.competences.models.framework import Competence
from app.competences.models.statement import Statement
from app.competences.rules import AskedAs, InquiryStage, Kind
from app.db import Base, UtcDateTime, pk, to
from app.people.models import Person
from app.personal import Category, Keep, about

INQUIRY = about(Category.SELF, Keep.SELF)
WORDS = about(Category.FREE_TEXT, Keep.SELF)


class Inquiry(Base):
    """A person asks somebody by name, until a day: about levels, or about one version of a piece of evidence."""

    __tablename__ = "inquiry"
    __table_args__ = (
        CheckConstraint("asked_id <> person_id", name="asks_somebody_else"),
        CheckConstraint("(evidence_id IS NULL) = (evidence_version IS NULL)", name="evidence_and_version_or_neither"),
        CheckConstraint("(stage IN ('open', 'withdrawn')) = (answered_at IS NULL)", name="answered_at_some_time"),
        Index("ix_inquiry_asked", "asked_id", "stage"),
    )

    id: Mapped[pk] = mapped_column(info=INQUIRY)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=INQUIRY)
    asked_id: Mapped[int] = mapped_column(to("person"), info=INQUIRY)
    asked_as: Mapped[AskedAs] = mapped_column(info=INQUIRY)
    evidence_id: Mapped[int | None] = mapped_column(to("evidence"), index=True, info=INQUIRY)
    evidence_version: Mapped[int | None] = mapped_column(info=INQUIRY)
    note: Mapped[str] = mapped_column(info=WORDS)
    asked_at: Mapped[UtcDateTime] = mapped_column(info=INQUIRY)
    ends_on: Mapped[dt.date] = mapped_column(info=INQUIRY)
    stage: Mapped[InquiryStage] = mapped_column(default=InquiryStage.OPEN, info=INQUIRY)
    word: Mapped[str] = mapped_column(default="", info=WORDS)
    answered_at: Mapped[UtcDateTime | None] = mapped_column(info=INQUIRY)

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    asked: Mapped[Person] = relationship(foreign_keys=[asked_id])
    evidence: Mapped[Evidence | None] = relationship()
    lines: Mapped[list["InquiryLine"]] = relationship(
        order_by="InquiryLine.competence_id", cascade="all, delete-orphan", back_populates="inquiry"
    )

    @property
    def stands_as(self) -> Kind:
        """The kind of the statements that the answer has become, or would if it came as it was asked for."""
        return next((line.statement.kind for line in self.lines if line.statement), self.asked_as.kind)

    def has_ended(self, today: dt.date) -> bool:
        """Whether nobody answered in time."""
        return self.stage is InquiryStage.OPEN and self.ends_on < today


class InquiryLine(Base):
    """A competence that somebody is asked about, and the statement that the answer has become."""

    __tablename__ = "inquiry_line"

    inquiry_id: Mapped[int] = mapped_column(to("inquiry"), primary_key=True, info=INQUIRY)
    competence_id: Mapped[int] = mapped_column(to("competence"), primary_key=True, info=INQUIRY)
    statement_id: Mapped[int | None] = mapped_column(to("statement"), unique=True, info=INQUIRY)

    inquiry: Mapped[Inquiry] = relationship(back_populates="lines")
    competence: Mapped[Competence] = relationship()
    statement: Mapped[Statement | None] = relationship()
