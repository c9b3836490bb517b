"""Fairs, their stands, and the tours of those who visit."""

import datetime as dt

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bookings.models import Bookable
from app.db import Base, UtcDateTime, pk, to
from app.people.models import OrgUnit, Person
from app.personal import Category, Keep, about
from app.stands.rules import Stage

STAND = about(Category.BOOKING, Keep.BOOKING)
TOUR = about(Category.BOOKING, Keep.WAITING)


class Fair(Base):
    """A date that has stands; offices register one until the end of the last day."""

    __tablename__ = "fair"

    id: Mapped[pk] = mapped_column(info=STAND)
    bookable_id: Mapped[int] = mapped_column(to("bookable"), unique=True, info=STAND)
    last_day: Mapped[dt.date] = mapped_column(info=STAND)

    bookable: Mapped[Bookable] = relationship()


class Stand(Base):
    """What an office shows. `visits` is a number and nothing else: nobody can say whose visits they were."""

    __tablename__ = "stand"
    __table_args__ = (
        UniqueConstraint("fair_id", "place"),
        CheckConstraint("visits >= 0", name="visits_are_not_negative"),
        CheckConstraint("(place IS NULL) = (hall IS NULL)", name="a_place_lies_in_a_hall"),
        CheckConstraint("(stage = 'placed') = (place IS NOT NULL)", name="placed_with_its_place"),
    )

    id: Mapped[pk] = mapped_column(info=STAND)
    fair_id: Mapped[int] = mapped_column(to("fair"), info=STAND)
    title: Mapped[str] = mapped_column(info=STAND)
    description: Mapped[str] = mapped_column(info=STAND)
    unit_id: Mapped[int] = mapped_column(to("org_unit"), index=True, info=STAND)
    contact_id: Mapped[int] = mapped_column(to("person"), index=True, info=STAND)
    needs_power: Mapped[bool] = mapped_column(info=STAND)
    needs_table: Mapped[bool] = mapped_column(info=STAND)
    remark: Mapped[str] = mapped_column(default="", info=about(Category.FREE_TEXT, Keep.WAITING))
    stage: Mapped[Stage] = mapped_column(default=Stage.REGISTERED, info=STAND)
    hall: Mapped[str | None] = mapped_column(info=STAND)
    place: Mapped[str | None] = mapped_column(info=STAND)
    reason: Mapped[str | None] = mapped_column(info=about(Category.FREE_TEXT, Keep.WAITING))
    registered_at: Mapped[UtcDateTime] = mapped_column(info=STAND)
    visits: Mapped[int] = mapped_column(default=0, info=STAND)

    fair: Mapped[Fair] = relationship()
    unit: Mapped[OrgUnit] = relationship()
    contact: Mapped[Person] = relationship()


class StandMark(Base):
    """A stand on somebody's tour; the first has rank 1."""

    __tablename__ = "stand_mark"
    __table_args__ = (CheckConstraint("rank > 0", name="rank_is_positive"),)

    person_id: Mapped[int] = mapped_column(to("person"), primary_key=True, info=TOUR)
    stand_id: Mapped[int] = mapped_column(to("stand"), primary_key=True, index=True, info=TOUR)
    rank: Mapped[int] = mapped_column(info=TOUR)
