"""Rules, and who was told what."""

import datetime as dt

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Base, UtcDateTime, pk, to
from app.mandatory.rules import Step
from app.people.models import JobFamily, OrgUnit
from app.personal import Category, Keep, about
from app.qualifications.models import Qualification

TOLD = about(Category.MANDATORY, Keep.MANDATORY)


class Rule(Base):
    """Who must hold a qualification: a unit with all below it, a family of jobs, or everybody; off until a day."""

    __tablename__ = "mandatory_rule"
    __table_args__ = (
        CheckConstraint("unit_id IS NULL OR family_id IS NULL", name="unit_or_family"),
        CheckConstraint("due_days BETWEEN 0 AND 730", name="due_within_two_years"),
        CheckConstraint("remind_days BETWEEN 1 AND 730", name="reminds_within_two_years"),
    )

    id: Mapped[pk]
    qualification_id: Mapped[int] = mapped_column(to("qualification"), index=True)
    unit_id: Mapped[int | None] = mapped_column(to("org_unit"), index=True)
    family_id: Mapped[int | None] = mapped_column(to("job_family"), index=True)
    due_days: Mapped[int]
    remind_days: Mapped[int]
    on_since: Mapped[dt.date | None]

    qualification: Mapped[Qualification] = relationship()
    unit: Mapped[OrgUnit | None] = relationship()
    family: Mapped[JobFamily | None] = relationship()

    @property
    def is_on(self) -> bool:
        """Whether anybody must."""
        return self.on_since is not None


class Reminder(Base):
    """Somebody was told about a duty: one row for each step and date."""

    __tablename__ = "mandatory_reminder"

    person_id: Mapped[int] = mapped_column(to("person"), primary_key=True, info=TOLD)
    qualification_id: Mapped[int] = mapped_column(to("qualification"), primary_key=True, index=True, info=TOLD)
    due_on: Mapped[dt.date] = mapped_column(primary_key=True, info=TOLD)
    step: Mapped[Step] = mapped_column(primary_key=True, info=TOLD)
    told_at: Mapped[UtcDateTime] = mapped_column(info=TOLD)
