"""Templates of plans by HR, who got one, and what was delivered into which plan."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.content.origin import Origin
from app.courses.models import Course
from app.db import Base, UtcDateTime, pk, to
from app.people.models import JobFamily, OrgUnit, Person
from app.personal import Category, Keep, about
from app.plans.rules import Beginning, ItemKind, Priority, Reach

PLAN = about(Category.PLAN, Keep.PLAN)


class PlanTemplate(Origin, Base):
    """Steps that HR puts together for many; the rule says for whom, and since when it assigns by itself."""

    __tablename__ = "plan_template"
    __table_args__ = (CheckConstraint("within_days >= 0", name="days_are_not_negative"),)

    id: Mapped[pk]
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    title_en: Mapped[str]
    audience: Mapped[str]
    body: Mapped[str]
    body_html: Mapped[str]
    has_buddy: Mapped[bool] = mapped_column(default=False)
    beginning: Mapped[Beginning] = mapped_column(default=Beginning.ASSIGNMENT)
    unit_id: Mapped[int | None] = mapped_column(to("org_unit"))
    family_id: Mapped[int | None] = mapped_column(to("job_family"))
    since: Mapped[dt.date | None]
    within_days: Mapped[int | None]
    assigns_since: Mapped[UtcDateTime | None]
    archived_at: Mapped[UtcDateTime | None]

    items: Mapped[list["TemplateItem"]] = relationship(
        order_by="TemplateItem.position",
        primaryjoin="and_(PlanTemplate.id == TemplateItem.template_id, TemplateItem.retired_at.is_(None))",
        viewonly=True,
    )
    unit: Mapped[OrgUnit | None] = relationship()
    family: Mapped[JobFamily | None] = relationship()

    @property
    def reach(self) -> Reach:
        """Whom the rule reaches."""
        return Reach(self.unit_id, self.family_id, self.since, self.within_days)


class TemplateItem(Base):
    """A step of a template, due so many days after its beginning; retired ones stay, since plans have steps of it."""

    __tablename__ = "template_item"
    __table_args__ = (
        Index("ix_template_item_template_position", "template_id", "position"),
        CheckConstraint("minutes >= 0", name="minutes_are_not_negative"),
        CheckConstraint("target_level IS NULL OR competence_id IS NOT NULL", name="level_of_a_competence"),
    )

    id: Mapped[pk]
    template_id: Mapped[int] = mapped_column(to("plan_template"))
    kind: Mapped[ItemKind]
    title: Mapped[str]
    course_id: Mapped[int | None] = mapped_column(to("course", on_delete="SET NULL"), index=True)
    link: Mapped[str | None]
    competence_id: Mapped[int | None] = mapped_column(to("competence"))
    target_level: Mapped[int | None]
    minutes: Mapped[int]
    due_days: Mapped[int | None]
    priority: Mapped[Priority] = mapped_column(default=Priority.NORMAL)
    reason: Mapped[str] = mapped_column(default="")
    position: Mapped[int]
    retired_at: Mapped[UtcDateTime | None]

    template: Mapped[PlanTemplate] = relationship()
    course: Mapped[Course | None] = relationship()


class Assignment(Base):
    """A person has got a template, once; by somebody or, where nobody is named, by the rule."""

    __tablename__ = "plan_assignment"
    __table_args__ = (UniqueConstraint("template_id", "person_id"),)

    id: Mapped[pk] = mapped_column(info=PLAN)
    template_id: Mapped[int] = mapped_column(to("plan_template"), info=PLAN)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=PLAN)
    starts_on: Mapped[dt.date] = mapped_column(info=PLAN)
    assigned_at: Mapped[UtcDateTime] = mapped_column(info=PLAN)
    assigned_by_id: Mapped[int | None] = mapped_column(to("person"), index=True, info=PLAN)

    template: Mapped[PlanTemplate] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id])


class Delivery(Base):
    """A template's step that was put into a plan, and a hash of what it said; kept when the person takes it out."""

    __tablename__ = "plan_delivery"

    assignment_id: Mapped[int] = mapped_column(to("plan_assignment"), primary_key=True, info=PLAN)
    template_item_id: Mapped[int] = mapped_column(to("template_item"), primary_key=True, index=True, info=PLAN)
    plan_item_id: Mapped[int | None] = mapped_column(to("plan_item", on_delete="SET NULL"), unique=True, info=PLAN)
    hash: Mapped[str] = mapped_column(info=PLAN)

    assignment: Mapped[Assignment] = relationship()
