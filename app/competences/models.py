"""Frameworks, profiles and statements."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.competences.rules import Kind, ProfileKind, Stage
from app.content.origin import Origin
from app.db import Base, UtcDateTime, append_only, pk, to
from app.people.models import JobFamily, Person
from app.personal import Category, Keep, about

STATEMENT = about(Category.SELF, Keep.SELF)
GOAL = about(Category.PLAN, Keep.PLAN)


class Framework(Origin, Base):
    """A versioned set of competences with one scale; level 0 means "not yet"."""

    __tablename__ = "framework"

    id: Mapped[pk]
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    title_en: Mapped[str]
    version: Mapped[str]
    stage: Mapped[Stage] = mapped_column(default=Stage.PUBLISHED)
    body_html: Mapped[str]

    levels: Mapped[list["Level"]] = relationship(order_by="Level.number", cascade="all, delete-orphan")
    areas: Mapped[list["Area"]] = relationship(order_by="Area.position", back_populates="framework")


class Level(Base):
    """A step of a framework's scale."""

    __tablename__ = "level"
    __table_args__ = (CheckConstraint("number BETWEEN 0 AND 9", name="number_is_small"),)

    framework_id: Mapped[int] = mapped_column(to("framework"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    title_en: Mapped[str]


class Area(Origin, Base):
    """Competences that belong together."""

    __tablename__ = "area"
    __table_args__ = (UniqueConstraint("framework_id", "key"),)

    id: Mapped[pk]
    framework_id: Mapped[int] = mapped_column(to("framework"), index=True)
    key: Mapped[str]
    title: Mapped[str]
    title_en: Mapped[str]
    position: Mapped[int]
    body: Mapped[str]

    framework: Mapped[Framework] = relationship(back_populates="areas")
    competences: Mapped[list["Competence"]] = relationship(order_by="Competence.position", back_populates="area")


class Competence(Origin, Base):
    """Something a person can do. The key is stable; retired ones stay, since statements point at them."""

    __tablename__ = "competence"

    id: Mapped[pk]
    area_id: Mapped[int] = mapped_column(to("area"), index=True)
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    title_en: Mapped[str]
    position: Mapped[int]
    body: Mapped[str]
    retired_at: Mapped[UtcDateTime | None]

    area: Mapped[Area] = relationship(back_populates="competences")
    descriptions: Mapped[list["LevelDescription"]] = relationship(
        order_by="LevelDescription.number", cascade="all, delete-orphan"
    )


class LevelDescription(Base):
    """What somebody at this level can be seen doing."""

    __tablename__ = "level_description"

    competence_id: Mapped[int] = mapped_column(to("competence"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    behaviour: Mapped[str]


class Profile(Origin, Base):
    """What a job, a role or leading asks for."""

    __tablename__ = "profile"

    id: Mapped[pk]
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    title_en: Mapped[str]
    kind: Mapped[ProfileKind]
    body_html: Mapped[str]
    retired_at: Mapped[UtcDateTime | None]

    targets: Mapped[list["Target"]] = relationship(cascade="all, delete-orphan")
    families: Mapped[list[JobFamily]] = relationship(secondary="profile_family")


class ProfileFamily(Base):
    """The families of jobs for which a profile holds; a family has one profile."""

    __tablename__ = "profile_family"

    profile_id: Mapped[int] = mapped_column(ForeignKey("profile.id"), primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("job_family.id"), primary_key=True, unique=True)


class Target(Base):
    """The level of one competence that a profile asks for."""

    __tablename__ = "target"
    __table_args__ = (CheckConstraint("level BETWEEN 1 AND 9", name="level_is_above_zero"),)

    profile_id: Mapped[int] = mapped_column(to("profile"), primary_key=True)
    competence_id: Mapped[int] = mapped_column(to("competence"), primary_key=True)
    level: Mapped[int]

    competence: Mapped[Competence] = relationship()


class Goal(Base):
    """The profile that a person has chosen to work towards."""

    __tablename__ = "goal"

    person_id: Mapped[int] = mapped_column(to("person"), primary_key=True, info=GOAL)
    profile_id: Mapped[int] = mapped_column(to("profile"), info=GOAL)
    chosen_at: Mapped[UtcDateTime] = mapped_column(info=GOAL)

    profile: Mapped[Profile] = relationship()


class Statement(Base):
    """Somebody's word on a level. Never updated; a retraction is a new row that names the one it takes back."""

    __tablename__ = "statement"
    __table_args__ = (
        CheckConstraint("level BETWEEN 0 AND 9", name="level_is_on_a_scale"),
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
    retracts_id: Mapped[int | None] = mapped_column(to("statement"), unique=True, info=STATEMENT)

    person: Mapped[Person] = relationship(foreign_keys=[person_id])


append_only(Statement.__table__)  # type: ignore[arg-type]
