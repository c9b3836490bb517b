"""People, units, who leads, roles, absence and jobs."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, event, inspect, text
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import clock
from app.db import FOLDED, Base, pk, to
from app.people.rules import Grade, Position, Role, UnitKind
from app.personal import Category, Keep, about
from app.text.folding import fold

IDENTITY = about(Category.IDENTITY, Keep.EMPLOYED)
ROLE = about(Category.IDENTITY, Keep.ROLE)
OPEN_END = text("position = 'head' AND valid_to IS NULL")


def _sort_name(context: DefaultExecutionContext) -> str:
    """Family and given name in plain letters, by which lists of people are ordered and searched."""
    written = context.get_current_parameters()  # type: ignore[no-untyped-call]
    return fold(f"{written['family_name']} {written['given_name']}")


class OrgUnit(Base):
    """A node of the tree. The path holds the ids from the top: "/1/4/9/"; a prefix finds all below."""

    __tablename__ = "org_unit"

    id: Mapped[pk]
    parent_id: Mapped[int | None] = mapped_column(to("org_unit"), index=True)
    path: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[UnitKind]
    name: Mapped[str]
    short_name: Mapped[str]


class JobFamily(Base):
    """Jobs that ask for the same; a town has about 200."""

    __tablename__ = "job_family"

    id: Mapped[pk]
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    title_en: Mapped[str]


class Job(Base):
    """What somebody is employed as."""

    __tablename__ = "job"

    id: Mapped[pk]
    family_id: Mapped[int] = mapped_column(to("job_family"), index=True)
    title: Mapped[str]
    grade: Mapped[Grade]

    family: Mapped[JobFamily] = relationship()


class Person(Base):
    """Somebody who works here. People without e-mail sign in by their personnel number."""

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("email = lower(email)", name="email_is_lower_case"),
        CheckConstraint("weekly_percent BETWEEN 1 AND 100", name="weekly_percent_is_a_share"),
        CheckConstraint("left_on IS NULL OR left_on >= entered_on", name="left_after_entering"),
        Index("ix_person_names", "family_name", "given_name"),
    )

    id: Mapped[pk] = mapped_column(info=IDENTITY)
    personnel_number: Mapped[str] = mapped_column(unique=True, info=IDENTITY)
    given_name: Mapped[str] = mapped_column(info=IDENTITY)
    family_name: Mapped[str] = mapped_column(info=IDENTITY)
    email: Mapped[str | None] = mapped_column(unique=True, info=IDENTITY)
    unit_id: Mapped[int] = mapped_column(to("org_unit"), index=True, info=IDENTITY)
    job_id: Mapped[int | None] = mapped_column(to("job"), index=True, info=IDENTITY)
    weekly_percent: Mapped[int] = mapped_column(default=100, info=IDENTITY)
    sort_name: Mapped[str] = mapped_column(FOLDED, default=_sort_name, info=IDENTITY)
    language: Mapped[str] = mapped_column(default="de", info=IDENTITY)
    entered_on: Mapped[dt.date] = mapped_column(info=IDENTITY)
    left_on: Mapped[dt.date | None] = mapped_column(info=IDENTITY)
    placed_on: Mapped[dt.date | None] = mapped_column(info=IDENTITY)
    """Since when they are in this unit and job, where that has changed since they came."""

    unit: Mapped[OrgUnit] = relationship()
    job: Mapped[Job | None] = relationship()

    @property
    def name(self) -> str:
        """Given and family name, as people are called."""
        return f"{self.given_name} {self.family_name}"

    def is_employed(self, on: dt.date) -> bool:
        """Whether the person works here on that day."""
        return self.entered_on <= on and (self.left_on is None or on <= self.left_on)


@event.listens_for(Person, "before_update")
def _follow(_mapper: object, _connection: object, person: Person) -> None:
    """A new name has a new place in the order; who changes to another unit or job is there from today."""
    seen = inspect(person, raiseerr=True).attrs
    if any(seen[name].history.has_changes() for name in ("unit_id", "job_id")):
        person.placed_on = clock.today()
    person.sort_name = fold(f"{person.family_name} {person.given_name}")


class Leadership(Base):
    """Somebody heads a unit, or stands in for its head, from a day to a day. Asked at query time, never copied."""

    __tablename__ = "leadership"
    __table_args__ = (
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="ends_after_start"),
        CheckConstraint("position = 'head' OR valid_to IS NOT NULL", name="deputies_have_an_end"),
        Index(
            "one_head_until_further_notice", "unit_id", unique=True, sqlite_where=OPEN_END, postgresql_where=OPEN_END
        ),
    )

    id: Mapped[pk] = mapped_column(info=ROLE)
    unit_id: Mapped[int] = mapped_column(to("org_unit"), index=True, info=ROLE)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=ROLE)
    position: Mapped[Position] = mapped_column(info=ROLE)
    valid_from: Mapped[dt.date] = mapped_column(info=ROLE)
    valid_to: Mapped[dt.date | None] = mapped_column(info=ROLE)

    unit: Mapped[OrgUnit] = relationship()
    person: Mapped[Person] = relationship()


class RoleGrant(Base):
    """A role with its scope: a unit and all below it, or the whole house where none is named."""

    __tablename__ = "role_grant"
    __table_args__ = (CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="ends_after_start"),)

    id: Mapped[pk] = mapped_column(info=ROLE)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=ROLE)
    role: Mapped[Role] = mapped_column(info=ROLE)
    scope_id: Mapped[int | None] = mapped_column(to("org_unit"), info=ROLE)
    valid_from: Mapped[dt.date] = mapped_column(info=ROLE)
    valid_to: Mapped[dt.date | None] = mapped_column(info=ROLE)

    person: Mapped[Person] = relationship()
    scope: Mapped[OrgUnit | None] = relationship()


class Absence(Base):
    """Somebody is away; why is nobody's business here."""

    __tablename__ = "absence"
    __table_args__ = (CheckConstraint("ends_on >= starts_on", name="ends_after_start"),)

    id: Mapped[pk] = mapped_column(info=IDENTITY)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=IDENTITY)
    starts_on: Mapped[dt.date] = mapped_column(info=IDENTITY)
    ends_on: Mapped[dt.date] = mapped_column(info=IDENTITY)
