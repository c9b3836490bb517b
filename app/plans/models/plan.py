"""Plans and their steps."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Base, UtcDateTime, pk, to
from app.personal import Category, Keep, about
from app.plans.rules import ItemKind, ItemState, Priority

PLAN = about(Category.PLAN, Keep.PLAN)
NOTE = about(Category.FREE_TEXT, Keep.PLAN)


class Plan(Base):
    """A person's learning plan; one each, opened with its first step. The version guards against lost changes (R28).

    `starts_on` is the day from which due dates in days count; None until somebody uses one.
    """

    __tablename__ = "plan"
    __table_args__ = (CheckConstraint("weekly_minutes BETWEEN 15 AND 1200", name="weekly_minutes_are_sensible"),)

    id: Mapped[pk] = mapped_column(info=PLAN)
    person_id: Mapped[int] = mapped_column(to("person"), unique=True, info=PLAN)
    weekly_minutes: Mapped[int] = mapped_column(default=60, info=PLAN)
    starts_on: Mapped[dt.date | None] = mapped_column(info=PLAN)
    changed_at: Mapped[UtcDateTime] = mapped_column(info=PLAN)
    version: Mapped[int] = mapped_column(default=1, info=PLAN)

    items: Mapped[list["PlanItem"]] = relationship(order_by="PlanItem.position", back_populates="plan")

    __mapper_args__ = {"version_id_col": version}


class PlanItem(Base):
    """A step of a plan. It keeps its title when what it points at is gone; removed, it can be put back for a day.

    The note is for the person's eyes only. A date chosen for a seminar stands beside its course.
    """

    __tablename__ = "plan_item"
    __table_args__ = (
        Index("ix_plan_item_plan_position", "plan_id", "position"),
        CheckConstraint("minutes >= 0", name="minutes_are_not_negative"),
        CheckConstraint("target_level IS NULL OR competence_id IS NOT NULL", name="level_of_a_competence"),
        CheckConstraint("due_days IS NULL OR due_on IS NOT NULL", name="days_lead_to_a_date"),
        CheckConstraint("state <> 'done' OR done_on IS NOT NULL", name="done_has_a_day"),
    )

    id: Mapped[pk] = mapped_column(info=PLAN)
    plan_id: Mapped[int] = mapped_column(to("plan"), info=PLAN)
    kind: Mapped[ItemKind] = mapped_column(info=PLAN)
    title: Mapped[str] = mapped_column(info=PLAN)
    course_id: Mapped[int | None] = mapped_column(to("course", on_delete="SET NULL"), index=True, info=PLAN)
    event_id: Mapped[int | None] = mapped_column(to("event", on_delete="SET NULL"), index=True, info=PLAN)
    session_id: Mapped[int | None] = mapped_column(to("session", on_delete="SET NULL"), index=True, info=PLAN)
    link: Mapped[str | None] = mapped_column(info=PLAN)
    evidence_id: Mapped[int | None] = mapped_column(to("evidence", on_delete="SET NULL"), index=True, info=PLAN)
    competence_id: Mapped[int | None] = mapped_column(to("competence"), info=PLAN)
    target_level: Mapped[int | None] = mapped_column(info=PLAN)
    minutes: Mapped[int] = mapped_column(info=PLAN)
    due_on: Mapped[dt.date | None] = mapped_column(info=PLAN)
    due_days: Mapped[int | None] = mapped_column(info=PLAN)
    priority: Mapped[Priority] = mapped_column(default=Priority.NORMAL, info=PLAN)
    state: Mapped[ItemState] = mapped_column(default=ItemState.ACTIVE, info=PLAN)
    position: Mapped[int] = mapped_column(info=PLAN)
    reason: Mapped[str] = mapped_column(default="", info=PLAN)
    note: Mapped[str | None] = mapped_column(info=NOTE)
    done_on: Mapped[dt.date | None] = mapped_column(info=PLAN)
    added_at: Mapped[UtcDateTime] = mapped_column(info=PLAN)
    removed_at: Mapped[UtcDateTime | None] = mapped_column(info=PLAN)

    plan: Mapped[Plan] = relationship(back_populates="items")
