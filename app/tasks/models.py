"""The queue of long work."""

from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, UtcDateTime, pk, to
from app.personal import Category, Keep, about
from app.tasks.rules import Stage

TASK = about(Category.SECURITY, Keep.NOTICE)


class Task(Base):
    """A piece of long work; its arguments and result are plain values, never rows.

    While it waits, `due_at` is when it may begin; while it runs, when it counts as abandoned.
    """

    __tablename__ = "task"
    __table_args__ = (
        CheckConstraint("done_steps >= 0 AND done_steps <= all_steps", name="progress_within_bounds"),
        Index("ix_task_due", "stage", "due_at"),
    )

    id: Mapped[pk] = mapped_column(info=TASK)
    kind: Mapped[str] = mapped_column(info=TASK)
    arguments: Mapped[dict[str, Any]] = mapped_column(info=TASK)
    language: Mapped[str] = mapped_column(info=TASK)
    person_id: Mapped[int | None] = mapped_column(to("person"), index=True, info=TASK)
    stage: Mapped[Stage] = mapped_column(default=Stage.WAITING, info=TASK)
    queued_at: Mapped[UtcDateTime] = mapped_column(info=TASK)
    due_at: Mapped[UtcDateTime] = mapped_column(info=TASK)
    finished_at: Mapped[UtcDateTime | None] = mapped_column(info=TASK)
    tries: Mapped[int] = mapped_column(default=0, info=TASK)
    done_steps: Mapped[int] = mapped_column(default=0, info=TASK)
    all_steps: Mapped[int] = mapped_column(default=1, info=TASK)
    result: Mapped[dict[str, Any] | None] = mapped_column(info=TASK)
    trouble: Mapped[str | None] = mapped_column(info=TASK)

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens to it."""
        return self.stage in (Stage.DONE, Stage.FAILED)
