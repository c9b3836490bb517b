"""Teams that are a cross-section, who is in them, who puts themselves forward, and the draw."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import clock
from app.db import Base, UtcDateTime, pk, to
from app.panels.rules import LEVEL_NAMES, Circle, Dates, DrawList, Level, Quota, Way, read
from app.people.models import OrgUnit, Person
from app.personal import Category, Keep, about
from app.tasks.models import Task
from app.tasks.rules import OPEN

TEAM = about(Category.BOOKING, Keep.BOOKING)
VOLUNTEERING = about(Category.BOOKING, Keep.WAITING)
IS_LIVE = text("declined_at IS NULL AND left_at IS NULL")


class Panel(Base):
    """A team to be; with a call it is open to volunteers until its end, and the draw has its seed from that day on."""

    __tablename__ = "panel"
    __table_args__ = (
        CheckConstraint("size BETWEEN 2 AND 100", name="size_is_sensible"),
        CheckConstraint(
            "(closes_at IS NULL) = (seed_on IS NULL) AND (closes_at IS NULL) = (seed_source IS NULL)",
            name="a_call_has_dates_and_a_source",
        ),
    )

    id: Mapped[pk] = mapped_column(info=TEAM)
    title: Mapped[str] = mapped_column(info=TEAM)
    purpose: Mapped[str] = mapped_column(info=TEAM)
    size: Mapped[int] = mapped_column(info=TEAM)
    run_by_id: Mapped[int] = mapped_column(to("person"), index=True, info=TEAM)
    started_at: Mapped[UtcDateTime] = mapped_column(info=TEAM)
    called_at: Mapped[UtcDateTime | None] = mapped_column(info=TEAM)
    closes_at: Mapped[UtcDateTime | None] = mapped_column(info=TEAM)
    seed_source: Mapped[str | None] = mapped_column(info=TEAM)
    seed_on: Mapped[dt.date | None] = mapped_column(info=TEAM)
    quotas_changed_at: Mapped[UtcDateTime | None] = mapped_column(info=TEAM)
    task_id: Mapped[int | None] = mapped_column(to("task", on_delete="SET NULL"), index=True, info=TEAM)

    run_by: Mapped[Person] = relationship()
    groups: Mapped[list["PanelGroup"]] = relationship(order_by="PanelGroup.position", cascade="all, delete-orphan")
    draw: Mapped["PanelDraw | None"] = relationship()
    task: Mapped[Task | None] = relationship()

    @property
    def dates(self) -> Dates:
        """When the draw does what, as the rules see it."""
        found = self.draw
        return Dates(
            self.closes_at,
            self.seed_on,
            found.published_at if found else None,
            found.drawn_at if found else None,
        )

    @property
    def last_day(self) -> dt.date | None:
        """The last day on which somebody can put themselves forward."""
        return clock.last_day_before(self.closes_at) if self.closes_at else None

    @property
    def is_calculating(self) -> bool:
        """Whether the chances are being worked out."""
        return self.task is not None and self.task.stage in OPEN


class PanelGroup(Base):
    """A unit with all below it, or a level of grades, and how many of it are wanted."""

    __tablename__ = "panel_group"
    __table_args__ = (
        CheckConstraint("(unit_id IS NULL) <> (level IS NULL)", name="a_unit_or_a_level"),
        CheckConstraint("least >= 0", name="least_is_not_negative"),
        CheckConstraint("most IS NULL OR most >= least", name="most_is_not_below_least"),
    )

    id: Mapped[pk] = mapped_column(info=TEAM)
    panel_id: Mapped[int] = mapped_column(to("panel", on_delete="CASCADE"), index=True, info=TEAM)
    position: Mapped[int] = mapped_column(info=TEAM)
    unit_id: Mapped[int | None] = mapped_column(to("org_unit"), info=TEAM)
    level: Mapped[Level | None] = mapped_column(info=TEAM)
    least: Mapped[int] = mapped_column(default=0, info=TEAM)
    most: Mapped[int | None] = mapped_column(info=TEAM)

    unit: Mapped[OrgUnit | None] = relationship()

    @property
    def name(self) -> str:
        """What it is called in a sentence: a unit without what it does, "Dezernat IV"."""
        if self.unit is not None:
            return self.unit.name.partition(" – ")[0]
        return str(LEVEL_NAMES[self.level]) if self.level else ""

    @property
    def quota(self) -> Quota:
        """How many are wanted, as the rules see it."""
        return Quota(self.name, self.least, self.most)


class PanelMember(Base):
    """Somebody was asked, or drawn; nobody is in a team who has not agreed."""

    __tablename__ = "panel_member"
    __table_args__ = (
        Index(
            "one_live_panel_member",
            "panel_id",
            "person_id",
            unique=True,
            sqlite_where=IS_LIVE,
            postgresql_where=IS_LIVE,
        ),
        CheckConstraint("accepted_at IS NULL OR declined_at IS NULL", name="accepted_or_declined"),
    )

    id: Mapped[pk] = mapped_column(info=TEAM)
    panel_id: Mapped[int] = mapped_column(to("panel", on_delete="CASCADE"), index=True, info=TEAM)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=TEAM)
    way: Mapped[Way] = mapped_column(info=TEAM)
    circle: Mapped[Circle] = mapped_column(info=TEAM)
    asked_at: Mapped[UtcDateTime] = mapped_column(info=TEAM)
    accepted_at: Mapped[UtcDateTime | None] = mapped_column(info=TEAM)
    declined_at: Mapped[UtcDateTime | None] = mapped_column(info=TEAM)
    left_at: Mapped[UtcDateTime | None] = mapped_column(info=TEAM)

    panel: Mapped[Panel] = relationship()
    person: Mapped[Person] = relationship()

    @property
    def is_waiting(self) -> bool:
        """Whether the person asked has not answered yet."""
        return self.accepted_at is None and self.declined_at is None and self.left_at is None

    @property
    def is_in(self) -> bool:
        """Whether the person has agreed and has not left."""
        return self.accepted_at is not None and self.left_at is None


class Volunteer(Base):
    """Somebody puts themselves forward; the pseudonym is made by chance and stays the same."""

    __tablename__ = "panel_volunteer"
    __table_args__ = (UniqueConstraint("panel_id", "person_id"), UniqueConstraint("panel_id", "pseudonym"))

    id: Mapped[pk] = mapped_column(info=VOLUNTEERING)
    panel_id: Mapped[int] = mapped_column(to("panel", on_delete="CASCADE"), info=VOLUNTEERING)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=VOLUNTEERING)
    pseudonym: Mapped[str] = mapped_column(info=VOLUNTEERING)
    at: Mapped[UtcDateTime] = mapped_column(info=VOLUNTEERING)
    withdrawn_at: Mapped[UtcDateTime | None] = mapped_column(info=VOLUNTEERING)

    panel: Mapped[Panel] = relationship()
    person: Mapped[Person] = relationship()


class PanelDraw(Base):
    """The list with its tickets, worked out and then published as a hash; the seed; and the pseudonyms drawn."""

    __tablename__ = "panel_draw"
    __table_args__ = (
        CheckConstraint("(published_at IS NULL) = (hash IS NULL)", name="published_with_its_hash"),
        CheckConstraint("(drawn_at IS NULL) = (seed IS NULL)", name="drawn_with_its_seed"),
        CheckConstraint("drawn_at IS NULL OR published_at IS NOT NULL", name="published_before_it_is_drawn"),
    )

    id: Mapped[pk] = mapped_column(info=TEAM)
    panel_id: Mapped[int] = mapped_column(to("panel", on_delete="CASCADE"), unique=True, info=TEAM)
    document: Mapped[str] = mapped_column(info=TEAM)
    calculated_at: Mapped[UtcDateTime] = mapped_column(info=TEAM)
    published_at: Mapped[UtcDateTime | None] = mapped_column(info=TEAM)
    hash: Mapped[str | None] = mapped_column(info=TEAM)
    seed: Mapped[str | None] = mapped_column(info=TEAM)
    drawn_at: Mapped[UtcDateTime | None] = mapped_column(info=TEAM)
    drawn: Mapped[list[str]] = mapped_column(info=TEAM)
    moved_up: Mapped[list[str]] = mapped_column(info=TEAM)

    @property
    def paper(self) -> DrawList:
        """The list that the document says."""
        return read(self.document)
