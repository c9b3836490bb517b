"""Talks between employees and their leaders: what each side prepares, and what both agree."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Base, UtcDateTime, pk, to
from app.people.models import Person
from app.personal import Category, Keep, about
from app.plans.rules.talk import Sheet, Side, TalkStage, talk_stage

TALK = about(Category.TALK, Keep.TALK)
IS_OPEN = text("agreed_at IS NULL AND called_off_at IS NULL")
IS_RELEASED = text("released_at IS NOT NULL")


class Talk(Base):
    """A talk of an employee with whoever leads them. Who that is follows from the units on the day it is asked."""

    __tablename__ = "talk"
    __table_args__ = (
        Index("one_open_talk", "person_id", unique=True, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN),
        CheckConstraint("(recorded_at IS NULL) = (recorded_by_id IS NULL)", name="recorded_both_or_neither"),
        CheckConstraint("(agreed_at IS NULL) = (agreed_by_id IS NULL)", name="agreed_both_or_neither"),
        CheckConstraint("agreed_at IS NULL OR recorded_at IS NOT NULL", name="agreed_after_recorded"),
        CheckConstraint("agreed_at IS NULL OR called_off_at IS NULL", name="agreed_or_called_off"),
        CheckConstraint("agreed_by_id <> recorded_by_id", name="agreed_by_the_other"),
    )

    id: Mapped[pk] = mapped_column(info=TALK)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=TALK)
    proposed_by_id: Mapped[int] = mapped_column(to("person"), info=TALK)
    profile_id: Mapped[int | None] = mapped_column(to("profile"), info=TALK)
    planned_on: Mapped[dt.date] = mapped_column(info=TALK)
    proposed_at: Mapped[UtcDateTime] = mapped_column(info=TALK)
    recorded_at: Mapped[UtcDateTime | None] = mapped_column(info=TALK)
    recorded_by_id: Mapped[int | None] = mapped_column(to("person"), info=TALK)
    record_number: Mapped[int] = mapped_column(default=0, info=TALK)
    agreed_at: Mapped[UtcDateTime | None] = mapped_column(info=TALK)
    agreed_by_id: Mapped[int | None] = mapped_column(to("person"), info=TALK)
    called_off_at: Mapped[UtcDateTime | None] = mapped_column(info=TALK)

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    sides: Mapped[list["TalkSide"]] = relationship(order_by="TalkSide.id", cascade="all, delete-orphan")
    levels: Mapped[list["AgreedLevel"]] = relationship(cascade="all, delete-orphan")
    items: Mapped[list["TalkItem"]] = relationship(order_by="TalkItem.position", cascade="all, delete-orphan")

    @property
    def sheets(self) -> list[Sheet]:
        """What has been written, without the texts."""
        return [Sheet(side.author_id, side.side, side.released_at is not None) for side in self.sides]

    @property
    def partner_id(self) -> int | None:
        """With whom the person has agreed, or is to: who wrote it down or said yes to it, else who released."""
        for one in (self.recorded_by_id, self.agreed_by_id):
            if one not in (None, self.person_id):
                return one
        return self.prepared_with_id

    @property
    def prepared_with_id(self) -> int | None:
        """Who has released the leader's side."""
        return next((one.author_id for one in self.sides if one.side is Side.LEADER and one.released_at), None)

    @property
    def is_over(self) -> bool:
        """Whether there is nothing left to prepare and to agree."""
        return self.stage in (TalkStage.AGREED, TalkStage.CALLED_OFF)

    @property
    def stage(self) -> TalkStage:
        """Where the talk stands."""
        return talk_stage(
            self.sheets,
            is_recorded=self.recorded_at is not None,
            is_agreed=self.agreed_at is not None,
            is_called_off=self.called_off_at is not None,
        )


class TalkSide(Base):
    """What one person has prepared: a draft of theirs alone until both sides have released."""

    __tablename__ = "talk_side"
    __table_args__ = (
        UniqueConstraint("talk_id", "author_id"),
        Index(
            "one_released_side",
            "talk_id",
            "side",
            unique=True,
            sqlite_where=IS_RELEASED,
            postgresql_where=IS_RELEASED,
        ),
    )

    id: Mapped[pk] = mapped_column(info=TALK)
    talk_id: Mapped[int] = mapped_column(to("talk", on_delete="CASCADE"), info=TALK)
    author_id: Mapped[int] = mapped_column(to("person"), index=True, info=TALK)
    side: Mapped[Side] = mapped_column(info=TALK)
    looking_back: Mapped[str] = mapped_column(info=TALK)
    helping: Mapped[str] = mapped_column(info=TALK)
    looking_ahead: Mapped[str] = mapped_column(info=TALK)
    steps: Mapped[str] = mapped_column(info=TALK)
    changed_at: Mapped[UtcDateTime] = mapped_column(index=True, info=TALK)
    released_at: Mapped[UtcDateTime | None] = mapped_column(info=TALK)

    author: Mapped[Person] = relationship()
    levels: Mapped[list["WishedLevel"]] = relationship(cascade="all, delete-orphan")

    @property
    def wished(self) -> dict[int, int]:
        """The levels that this side would agree to, by competence."""
        return {wish.competence_id: wish.level for wish in self.levels}


class WishedLevel(Base):
    """A level that one side thinks right."""

    __tablename__ = "wished_level"
    __table_args__ = (CheckConstraint("level BETWEEN 0 AND 9", name="level_is_on_a_scale"),)

    side_id: Mapped[int] = mapped_column(to("talk_side", on_delete="CASCADE"), primary_key=True, info=TALK)
    competence_id: Mapped[int] = mapped_column(to("competence"), primary_key=True, info=TALK)
    level: Mapped[int] = mapped_column(info=TALK)


class AgreedLevel(Base):
    """A level that both have agreed, or that one has recorded and the other is still to confirm.

    With what the profile asks for when it is written down, since the profile may change afterwards.
    """

    __tablename__ = "agreed_level"
    __table_args__ = (
        CheckConstraint("level BETWEEN 0 AND 9", name="level_is_on_a_scale"),
        CheckConstraint("target BETWEEN 1 AND 9", name="target_is_above_zero"),
    )

    talk_id: Mapped[int] = mapped_column(to("talk", on_delete="CASCADE"), primary_key=True, info=TALK)
    competence_id: Mapped[int] = mapped_column(to("competence"), primary_key=True, info=TALK)
    level: Mapped[int] = mapped_column(info=TALK)
    target: Mapped[int | None] = mapped_column(info=TALK)


class TalkItem(Base):
    """A step that both want, perhaps for a competence; once it is agreed, the step in the plan that it has become."""

    __tablename__ = "talk_item"
    __table_args__ = (
        UniqueConstraint("talk_id", "position"),
        CheckConstraint("minutes BETWEEN 1 AND 3600", name="minutes_are_sensible"),
        CheckConstraint("target_level IS NULL OR competence_id IS NOT NULL", name="level_of_a_competence"),
    )

    id: Mapped[pk] = mapped_column(info=TALK)
    talk_id: Mapped[int] = mapped_column(to("talk", on_delete="CASCADE"), info=TALK)
    position: Mapped[int] = mapped_column(info=TALK)
    title: Mapped[str] = mapped_column(info=TALK)
    minutes: Mapped[int] = mapped_column(info=TALK)
    due_on: Mapped[dt.date | None] = mapped_column(info=TALK)
    competence_id: Mapped[int | None] = mapped_column(to("competence"), info=TALK)
    target_level: Mapped[int | None] = mapped_column(info=TALK)
    plan_item_id: Mapped[int | None] = mapped_column(to("plan_item", on_delete="SET NULL"), index=True, info=TALK)
