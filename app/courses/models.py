"""The catalogue, units, progress, sessions and enrolments."""

import datetime as dt
import secrets
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, event, orm
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bookings.models import Bookable
from app.competences.models import Area, Competence
from app.content.origin import Origin
from app.courses.rules import Format, Topic
from app.db import FOLDED, Base, UtcDateTime, pk, to
from app.files.rules import MediaType
from app.people.models import Person
from app.personal import Category, Keep, about
from app.qualifications.models import Qualification
from app.qualifications.rules import Effect

LEARNING = about(Category.PLAN, Keep.LEARNING)
WISH = about(Category.PLAN, Keep.WISH)
LEADING = about(Category.BOOKING, Keep.BOOKING)
MARK = 12
"""Signs of a digest that tell two contents of one file apart."""


class Course(Origin, Base):
    """An entry of the catalogue. The slug is stable; retired courses stay, since people have completed them."""

    __tablename__ = "course"
    __table_args__ = (CheckConstraint("effort_minutes >= 0", name="effort_is_not_negative"),)

    id: Mapped[pk]
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    format: Mapped[Format] = mapped_column(index=True)
    topic: Mapped[Topic] = mapped_column(index=True)
    language: Mapped[str]
    summary: Mapped[str]
    abilities: Mapped[list[str]]
    audience: Mapped[str]
    target_groups: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    provider: Mapped[str | None]
    link: Mapped[str | None]
    effort_minutes: Mapped[int]
    body_html: Mapped[str]
    search_title: Mapped[str] = mapped_column(FOLDED)
    search_text: Mapped[str] = mapped_column(FOLDED)
    published_at: Mapped[UtcDateTime | None]
    retired_at: Mapped[UtcDateTime | None]

    outcomes: Mapped[list["Outcome"]] = relationship(cascade="all, delete-orphan", back_populates="course")
    qualifications: Mapped[list["CourseQualification"]] = relationship(cascade="all, delete-orphan")
    units: Mapped[list["Unit"]] = relationship(
        order_by="Unit.position",
        primaryjoin="and_(Course.id == Unit.course_id, Unit.retired_at.is_(None))",
        viewonly=True,
    )
    sessions: Mapped[list["Session"]] = relationship(back_populates="course")
    way: Mapped["Enrolment | None"] = relationship(viewonly=True, uselist=False, lazy="raise")
    """That of one person: only a question that is asked for somebody reads it along."""
    prerequisites: Mapped[list["Course"]] = relationship(
        secondary="prerequisite",
        primaryjoin="Course.id == Prerequisite.course_id",
        secondaryjoin="Course.id == Prerequisite.required_id",
        order_by="Course.title",
    )

    @property
    def is_offered(self) -> bool:
        """Whether the course stands in the catalogue."""
        return self.published_at is not None and self.retired_at is None


class CatalogueStamp(Base):
    """One row, with another stamp after each change of what the catalogue is searched by."""

    __tablename__ = "catalogue_stamp"

    id: Mapped[pk]
    stamp: Mapped[str]


class Synonyms(Origin, Base):
    """One row: the words that mean the same in this administration, a line for each group: DSGVO = Datenschutz."""

    __tablename__ = "synonyms"

    id: Mapped[pk]
    text: Mapped[str]


class Prerequisite(Base):
    """A course that should be done before another."""

    __tablename__ = "prerequisite"
    __table_args__ = (CheckConstraint("course_id <> required_id", name="not_itself"),)

    course_id: Mapped[int] = mapped_column(to("course"), primary_key=True)
    required_id: Mapped[int] = mapped_column(to("course"), primary_key=True)


class Outcome(Base):
    """From which level to which a course leads in a competence."""

    __tablename__ = "outcome"
    __table_args__ = (CheckConstraint("to_level > from_level AND from_level >= 0", name="leads_upwards"),)

    course_id: Mapped[int] = mapped_column(to("course"), primary_key=True)
    competence_id: Mapped[int] = mapped_column(to("competence"), primary_key=True, index=True)
    from_level: Mapped[int]
    to_level: Mapped[int]

    course: Mapped[Course] = relationship(back_populates="outcomes")
    competence: Mapped[Competence] = relationship()


class CourseQualification(Base):
    """A qualification that a course grants, renews or requires."""

    __tablename__ = "course_qualification"

    course_id: Mapped[int] = mapped_column(to("course"), primary_key=True)
    qualification_id: Mapped[int] = mapped_column(to("qualification"), primary_key=True, index=True)
    effect: Mapped[Effect] = mapped_column(primary_key=True)

    qualification: Mapped[Qualification] = relationship()


class Unit(Origin, Base):
    """A part of a self-paced course. The key is stable: editing the text never loses anybody's progress."""

    __tablename__ = "unit"
    __table_args__ = (
        CheckConstraint("minutes BETWEEN 3 AND 20", name="minutes_fit_a_break"),
        Index("ix_unit_course_position", "course_id", "position"),
    )

    id: Mapped[pk]
    course_id: Mapped[int] = mapped_column(to("course"))
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    position: Mapped[int]
    minutes: Mapped[int]
    body_html: Mapped[str]
    check: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    retired_at: Mapped[UtcDateTime | None]

    course: Mapped[Course] = relationship()
    proofs: Mapped[list["UnitProof"]] = relationship(cascade="all, delete-orphan", back_populates="unit")


class CourseFile(Base):
    """A file that the texts of a course show or offer. Its bytes lie in the store; the digest is that of its origin."""

    __tablename__ = "course_file"
    __table_args__ = (UniqueConstraint("course_id", "name"), CheckConstraint("size > 0", name="size_is_positive"))

    id: Mapped[pk]
    course_id: Mapped[int] = mapped_column(to("course"))
    name: Mapped[str]
    kind: Mapped[MediaType]
    size: Mapped[int]
    digest: Mapped[str]
    stored_as: Mapped[str] = mapped_column(unique=True)

    course: Mapped[Course] = relationship()

    @property
    def mark(self) -> str:
        """What stands in its address, and changes with its content."""
        return self.digest[:MARK]


class UnitProof(Base):
    """The level of a competence that passing a unit's check proves: the unit is a test."""

    __tablename__ = "unit_proof"
    __table_args__ = (CheckConstraint("level BETWEEN 1 AND 9", name="level_is_on_a_scale"),)

    unit_id: Mapped[int] = mapped_column(to("unit"), primary_key=True)
    competence_id: Mapped[int] = mapped_column(to("competence"), primary_key=True, index=True)
    level: Mapped[int]

    unit: Mapped[Unit] = relationship(back_populates="proofs")
    competence: Mapped[Competence] = relationship()


class UnitProgress(Base):
    """A person has finished a unit, or stopped in it. How often or how long is nobody's business."""

    __tablename__ = "unit_progress"

    person_id: Mapped[int] = mapped_column(to("person"), primary_key=True, info=LEARNING)
    unit_id: Mapped[int] = mapped_column(to("unit"), primary_key=True, index=True, info=LEARNING)
    done_at: Mapped[UtcDateTime] = mapped_column(info=LEARNING)


class Session(Base):
    """A dated run of a course; its seats, its place and its times are the bookable's.

    `trainer` is who leads it from outside; who works here is a `SessionTrainer`. On fewer than `minimum` seats those
    who run it look, and decide themselves. Whoever was there on `needed_days` has completed the course; None: on all.
    """

    __tablename__ = "session"
    __table_args__ = (
        CheckConstraint("minimum >= 1", name="minimum_is_somebody"),
        CheckConstraint("needed_days >= 1", name="needs_a_day"),
        CheckConstraint("costs_cents >= 0", name="costs_are_not_negative"),
    )

    id: Mapped[pk]
    course_id: Mapped[int] = mapped_column(to("course"), index=True)
    bookable_id: Mapped[int] = mapped_column(to("bookable"), unique=True)
    trainer: Mapped[str] = mapped_column(info=about(Category.CONTENT, Keep.WAITING))
    link: Mapped[str | None]
    minimum: Mapped[int | None]
    needed_days: Mapped[int | None]
    costs_cents: Mapped[int] = mapped_column(default=0, server_default="0")
    cost_centre: Mapped[str | None]
    voucher: Mapped[str | None]
    revision: Mapped[int] = mapped_column(default=0, server_default="0")
    origin: Mapped[str | None] = mapped_column(unique=True)

    course: Mapped[Course] = relationship(back_populates="sessions")
    bookable: Mapped[Bookable] = relationship()
    trainers: Mapped[list["SessionTrainer"]] = relationship(cascade="all, delete-orphan")

    @property
    def led_by(self) -> str:
        """Who leads it: those who work here by name, then who comes from outside."""
        people = sorted((one.person for one in self.trainers), key=lambda person: person.sort_name)
        return ", ".join([*(person.name for person in people), *([self.trainer] if self.trainer else [])])

    @property
    def enough_days(self) -> int:
        """On how many of its days somebody must have been there."""
        return min(self.needed_days or len(self.bookable.days), len(self.bookable.days))


class SessionTrainer(Base):
    """Who of the house leads a session, and notes who was there."""

    __tablename__ = "session_trainer"

    session_id: Mapped[int] = mapped_column(to("session"), primary_key=True, info=LEADING)
    person_id: Mapped[int] = mapped_column(to("person"), primary_key=True, index=True, info=LEADING)

    person: Mapped[Person] = relationship()


class Enrolment(Base):
    """A person's way through a course: begun, and completed or left.

    `session_id` says at which session it was noted that the person was there; None: that is nobody's word but theirs.
    `again_since`: who has completed it goes through it once more, to renew what it grants.
    """

    __tablename__ = "enrolment"
    __table_args__ = (
        UniqueConstraint("person_id", "course_id"),
        CheckConstraint("completed_on IS NULL OR left_at IS NULL", name="completed_or_left"),
        CheckConstraint("session_id IS NULL OR completed_on IS NOT NULL", name="noted_only_if_completed"),
    )

    id: Mapped[pk] = mapped_column(info=LEARNING)
    person_id: Mapped[int] = mapped_column(to("person"), info=LEARNING)
    course_id: Mapped[int] = mapped_column(to("course"), index=True, info=LEARNING)
    begun_at: Mapped[UtcDateTime] = mapped_column(info=LEARNING)
    completed_on: Mapped[dt.date | None] = mapped_column(info=LEARNING)
    left_at: Mapped[UtcDateTime | None] = mapped_column(info=LEARNING)
    session_id: Mapped[int | None] = mapped_column(to("session"), info=LEARNING)
    again_since: Mapped[UtcDateTime | None] = mapped_column(info=LEARNING)

    person: Mapped[Person] = relationship()
    course: Mapped[Course] = relationship()


class DateWish(Base):
    """A person wants to be told as soon as a date of a course is planned; gone once they are told."""

    __tablename__ = "date_wish"

    person_id: Mapped[int] = mapped_column(to("person"), primary_key=True, info=WISH)
    course_id: Mapped[int] = mapped_column(to("course"), primary_key=True, index=True, info=WISH)
    wished_at: Mapped[UtcDateTime] = mapped_column(info=WISH)


SEARCHED = (Course, Outcome, Synonyms, Competence, Area)
ONLY = 1


@event.listens_for(orm.Session, "before_flush")
def _stamp(session: orm.Session, _context: orm.UOWTransaction, _instances: Any) -> None:
    """Whoever changes a course, what it leads to or a synonym stamps the catalogue in the same transaction."""
    changed = (*session.new, *session.deleted, *(row for row in session.dirty if session.is_modified(row)))
    if any(isinstance(row, SEARCHED) for row in changed):
        session.merge(CatalogueStamp(id=ONLY, stamp=secrets.token_hex(8)))
