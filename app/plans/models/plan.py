"""Plans and their steps."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Base, UtcDateTime, pk, to
from app.personal import Category, Keep, about
from app.plans.rules import ItemKind

PLAN = about(Category.PLAN, Keep.PLAN)


class Plan(Base):
    """A person's learning plan; one each, opened with its first step. The version guards against lost changes (R28)."""

    __tablename__ = "plan"
    __table_args__ = (CheckConstraint("weekly_minutes BETWEEN 15 AND 1200", name="weekly_minutes_are_sensible"),)

    id: Mapped[pk] = mapped_column(info=PLAN)
    person_id: Mapped[int] = mapped_column(to("person"), unique=True, info=PLAN)
    weekly_minutes: Mapped[int] = mapped_column(default=60, info=PLAN)
    changed_at: Mapped[UtcDateTime] = mapped_column(info=PLAN)
    version: Mapped[int] = mapped_column(default=1, info=PLAN)

    items: Mapped[list["PlanItem"]] = relationship(order_by="PlanItem.position", back_populates="plan")

    __mapper_args__ = {"version_id_col": version}


class PlanItem(Base):
    """A step of a plan. It keeps its title when what it points at is gone; removed, it can be put back for a day."""

    __tablename__ = "plan_item"
    __table_args__ = (
        Index("ix_plan_item_plan_position", "plan_id", "position"),
        CheckConstraint("minutes >= 0", name="minutes_are_not_negative"),
        CheckConstraint("(competence_id IS NULL) = (target_level IS NULL)", name="target_both_or_neither"),
    )

    id: Mapped[pk] = mapped_column(info=PLAN)
    plan_id: Mapped[int] = mapped_column(to("plan"), info=PLAN)
    kind: Mapped[ItemKind] = mapped_column(info=PLAN)
    title: Mapped[str] = mapped_column(info=PLAN)
    course_id: Mapped[int | None] = mapped_column(to("course", on_delete="SET NULL"), index=True, info=PLAN)
    event_id: Mapped[int | None] = mapped_column(to("event", on_delete="SET NULL"), index=True, info=PLAN)
    competence_id: Mapped[int | None] = mapped_column(to("competence"), info=PLAN)
    target_level: Mapped[int | None] = mapped_column(info=PLAN)
    minutes: Mapped[int] = mapped_column(info=PLAN)
    due_on: Mapped[dt.date | None] = mapped_column(info=PLAN)
    position: Mapped[int] = mapped_column(info=PLAN)
    reason: Mapped[str] = mapped_column(default="", info=PLAN)
    done_on: Mapped[dt.date | None] = mapped_column(info=PLAN)
    added_at: Mapped[UtcDateTime] = mapped_column(info=PLAN)
    removed_at: Mapped[UtcDateTime | None] = mapped_column(info=PLAN)

    plan: Mapped[Plan] = relationship(back_populates="items")
