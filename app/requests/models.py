"""Requests, the decisions on them, and the budgets that pay."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.competences.models import Competence
from app.db import Base, UtcDateTime, pk, to
from app.people.models import OrgUnit, Person
from app.personal import Category, Keep, about
from app.requests.rules import MOST_CENTS, MOST_HOURS, Bill, Stage, State

REQUEST = about(Category.BOOKING, Keep.REQUEST)
WORDS = about(Category.FREE_TEXT, Keep.REQUEST)


class TrainingBudget(Base):
    """What a unit and all below it may spend in a year; `settled_cents` was spent by requests that are erased."""

    __tablename__ = "training_budget"
    __table_args__ = (
        UniqueConstraint("unit_id", "year"),
        CheckConstraint("amount_cents >= 0 AND settled_cents >= 0", name="money_is_not_negative"),
    )

    id: Mapped[pk]
    unit_id: Mapped[int] = mapped_column(to("org_unit"))
    year: Mapped[int]
    amount_cents: Mapped[int]
    settled_cents: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=1)

    unit: Mapped[OrgUnit] = relationship()


class TrainingRequest(Base):
    """What somebody asks for. `version` counts what was sent, `edition` every save of a draft and `page` who made it.

    `step_id` is the step of the person's plan that it is for, `item_id` the one that it became when it was approved.
    """

    __tablename__ = "training_request"
    __table_args__ = (
        Index("ix_training_request_state", "state", "year"),
        CheckConstraint("ends_on IS NULL OR (starts_on IS NOT NULL AND ends_on >= starts_on)", name="ends_after_start"),
        CheckConstraint(
            f"fee_cents BETWEEN 0 AND {MOST_CENTS} AND travel_cents BETWEEN 0 AND {MOST_CENTS}",
            name="costs_are_sensible",
        ),
        CheckConstraint(f"work_hours BETWEEN 0 AND {MOST_HOURS}", name="hours_are_sensible"),
        CheckConstraint(
            "state = 'draft' OR (sent_at IS NOT NULL AND provider <> '' AND reason <> '' AND fee_cents IS NOT NULL "
            "AND travel_cents IS NOT NULL AND work_hours IS NOT NULL)",
            name="what_is_sent_is_complete",
        ),
        CheckConstraint("spent_cents >= 0 AND (state <> 'done' OR spent_cents IS NOT NULL)", name="done_has_costs"),
        CheckConstraint("spent_cents IS NULL OR state IN ('done', 'withdrawn')", name="spent_at_the_end"),
    )

    id: Mapped[pk] = mapped_column(info=REQUEST)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=REQUEST)
    state: Mapped[State] = mapped_column(default=State.DRAFT, info=REQUEST)
    version: Mapped[int] = mapped_column(default=1, info=REQUEST)
    edition: Mapped[int] = mapped_column(default=1, info=REQUEST)
    page: Mapped[str] = mapped_column(default="", info=REQUEST)
    title: Mapped[str] = mapped_column(info=WORDS)
    provider: Mapped[str] = mapped_column(default="", info=WORDS)
    link: Mapped[str | None] = mapped_column(info=WORDS)
    starts_on: Mapped[dt.date | None] = mapped_column(info=REQUEST)
    ends_on: Mapped[dt.date | None] = mapped_column(info=REQUEST)
    place: Mapped[str] = mapped_column(default="", info=WORDS)
    fee_cents: Mapped[int | None] = mapped_column(info=REQUEST)
    travel_cents: Mapped[int | None] = mapped_column(info=REQUEST)
    work_hours: Mapped[int | None] = mapped_column(info=REQUEST)
    reason: Mapped[str] = mapped_column(default="", info=WORDS)
    competence_id: Mapped[int | None] = mapped_column(to("competence"), index=True, info=REQUEST)
    step_id: Mapped[int | None] = mapped_column(to("plan_item", on_delete="SET NULL"), index=True, info=REQUEST)
    item_id: Mapped[int | None] = mapped_column(to("plan_item", on_delete="SET NULL"), index=True, info=REQUEST)
    budget_id: Mapped[int | None] = mapped_column(to("training_budget"), index=True, info=REQUEST)
    evidence_id: Mapped[int | None] = mapped_column(to("evidence", on_delete="SET NULL"), index=True, info=REQUEST)
    spent_cents: Mapped[int | None] = mapped_column(info=REQUEST)
    happened_on: Mapped[dt.date | None] = mapped_column(info=REQUEST)
    year: Mapped[int] = mapped_column(info=REQUEST)
    begun_at: Mapped[UtcDateTime] = mapped_column(info=REQUEST)
    changed_at: Mapped[UtcDateTime] = mapped_column(info=REQUEST)
    sent_at: Mapped[UtcDateTime | None] = mapped_column(info=REQUEST)
    asked_on: Mapped[dt.date | None] = mapped_column(info=REQUEST)

    person: Mapped[Person] = relationship()
    competence: Mapped[Competence | None] = relationship()
    budget: Mapped[TrainingBudget | None] = relationship()
    decisions: Mapped[list["Decision"]] = relationship(
        order_by="Decision.id", back_populates="request", cascade="all, delete-orphan"
    )

    @property
    def cost_cents(self) -> int:
        """What it is planned to cost."""
        return (self.fee_cents or 0) + (self.travel_cents or 0)

    @property
    def bill(self) -> Bill:
        """The request as a budget sees it."""
        return Bill(self.state, self.cost_cents, self.spent_cents)

    @property
    def last_decision(self) -> "Decision | None":
        """The last decision on what is asked for now; those on earlier versions no longer count."""
        return next((one for one in reversed(self.decisions) if one.version == self.version), None)


class Decision(Base):
    """Yes or no on one version; `over_cents` says by how much HR has overspent the budget on purpose."""

    __tablename__ = "training_decision"
    __table_args__ = (
        UniqueConstraint("request_id", "version", "stage"),
        CheckConstraint("is_yes OR note <> ''", name="no_has_a_reason"),
        CheckConstraint("over_cents >= 0 AND (over_cents = 0 OR note <> '')", name="overspending_has_a_reason"),
    )

    id: Mapped[pk] = mapped_column(info=REQUEST)
    request_id: Mapped[int] = mapped_column(to("training_request"), info=REQUEST)
    version: Mapped[int] = mapped_column(info=REQUEST)
    stage: Mapped[Stage] = mapped_column(info=REQUEST)
    is_yes: Mapped[bool] = mapped_column(info=REQUEST)
    note: Mapped[str] = mapped_column(info=WORDS)
    over_cents: Mapped[int] = mapped_column(default=0, info=REQUEST)
    decided_by_id: Mapped[int] = mapped_column(to("person"), index=True, info=REQUEST)
    decided_at: Mapped[UtcDateTime] = mapped_column(info=REQUEST)

    request: Mapped[TrainingRequest] = relationship(back_populates="decisions")
    decided_by: Mapped[Person] = relationship()
