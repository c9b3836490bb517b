"""What Lotse has proposed to a person, and what they have said about it."""

from typing import Any

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Base, UtcDateTime, pk, to
from app.personal import Category, Keep, about
from app.tasks.models import Task

PROPOSAL = about(Category.PLAN, Keep.PLAN)


class Proposal(Base):
    """A person's proposal; one each, made anew on request.

    `pins` says by course what must stay or go. `fingerprint` is that of everything the result was made from, `accepted`
    what was taken over of it, and `alternatives` what it would be without a course. After a start afresh `accepted`
    only says which courses of the plan an earlier proposal has put there. `weekly_minutes` is the time it is made for
    where the plan has another one; taking it over gives it to the plan.
    """

    __tablename__ = "proposal"
    __table_args__ = (
        CheckConstraint("weeks BETWEEN 1 AND 104", name="weeks_are_sensible"),
        CheckConstraint("(fingerprint IS NULL) = (solved_at IS NULL)", name="solved_both_or_neither"),
    )

    id: Mapped[pk] = mapped_column(info=PROPOSAL)
    person_id: Mapped[int] = mapped_column(to("person"), unique=True, info=PROPOSAL)
    weeks: Mapped[int] = mapped_column(info=PROPOSAL)
    weekly_minutes: Mapped[int | None] = mapped_column(info=PROPOSAL)
    pins: Mapped[dict[str, Any]] = mapped_column(info=PROPOSAL)
    result: Mapped[dict[str, Any] | None] = mapped_column(info=PROPOSAL)
    alternatives: Mapped[dict[str, Any]] = mapped_column(info=PROPOSAL)
    accepted: Mapped[dict[str, Any] | None] = mapped_column(info=PROPOSAL)
    fingerprint: Mapped[str | None] = mapped_column(info=PROPOSAL)
    solved_at: Mapped[UtcDateTime | None] = mapped_column(info=PROPOSAL)
    task_id: Mapped[int | None] = mapped_column(to("task", on_delete="SET NULL"), index=True, info=PROPOSAL)

    task: Mapped[Task | None] = relationship()

    @property
    def taken_over(self) -> dict[str, Any] | None:
        """What was taken over and is to change as little as possible; nothing after a start afresh."""
        return self.accepted if self.accepted and "steps" in self.accepted else None

    @property
    def added(self) -> frozenset[int]:
        """The courses that only a proposal has put into the plan."""
        return frozenset((self.accepted or {}).get("added", ()))
