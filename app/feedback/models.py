"""Questions about a date, how often what was answered, and apart from that who has answered."""

import datetime as dt

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import clock
from app.bookings.models import Bookable
from app.db import Base, pk, to
from app.feedback.rules import Kind, Phase, phase
from app.people.models import Person
from app.personal import Category, Keep, about

TURN = about(Category.BOOKING, Keep.FEEDBACK)
WRITTEN = about(Category.FREE_TEXT, Keep.FEEDBACK)


class Sheet(Base):
    """The questions about one date; `closes_on` is the last day for answers."""

    __tablename__ = "feedback_sheet"
    __table_args__ = (
        CheckConstraint("(asked_on IS NULL) = (closes_on IS NULL)", name="asked_until_a_day"),
        CheckConstraint("closes_on > asked_on", name="there_is_time_to_answer"),
    )

    id: Mapped[pk]
    bookable_id: Mapped[int] = mapped_column(to("bookable"), unique=True)
    asked_on: Mapped[dt.date | None]
    closes_on: Mapped[dt.date | None]

    bookable: Mapped[Bookable] = relationship()
    questions: Mapped[list["Question"]] = relationship(
        order_by="Question.position", back_populates="sheet", cascade="all, delete-orphan"
    )

    @property
    def phase(self) -> Phase:
        """Where it stands today."""
        return phase(self.asked_on, self.closes_on, clock.today())

    @property
    def key(self) -> str:
        """The report on how many have answered."""
        return f"feedback:{self.id}"


class Question(Base):
    """One question of a sheet."""

    __tablename__ = "feedback_question"

    id: Mapped[pk]
    sheet_id: Mapped[int] = mapped_column(to("feedback_sheet"), index=True)
    position: Mapped[int]
    kind: Mapped[Kind]
    text: Mapped[str]

    sheet: Mapped[Sheet] = relationship(back_populates="questions")
    tallies: Mapped[list["Tally"]] = relationship(cascade="all, delete-orphan")

    @property
    def key(self) -> str:
        """The report on what was answered."""
        return f"feedback:{self.sheet_id}:{self.id}"


class Tally(Base):
    """How often a value was answered. All tallies of a sheet are written anew with each answer, so that not even the
    database knows which it was.
    """

    __tablename__ = "feedback_tally"
    __table_args__ = (CheckConstraint("number >= 0", name="number_is_not_negative"),)

    question_id: Mapped[pk] = mapped_column(to("feedback_question"), autoincrement=False)
    value: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(default=0)


class Text(Base):
    """Something written. The number is drawn by lot; with each answer all texts of a sheet are written anew, shuffled.

    Released is what was there when an answer count was released.
    """

    __tablename__ = "feedback_text"

    id: Mapped[pk] = mapped_column(autoincrement=False, info=WRITTEN)
    question_id: Mapped[int] = mapped_column(to("feedback_question"), index=True, info=WRITTEN)
    body: Mapped[str] = mapped_column(info=WRITTEN)
    is_released: Mapped[bool] = mapped_column(default=False, info=WRITTEN)


class Turn(Base):
    """That somebody was asked, and whether they have answered; not when."""

    __tablename__ = "feedback_turn"

    sheet_id: Mapped[pk] = mapped_column(to("feedback_sheet"), autoincrement=False, info=TURN)
    person_id: Mapped[int] = mapped_column(to("person"), primary_key=True, autoincrement=False, index=True, info=TURN)
    has_answered: Mapped[bool] = mapped_column(default=False, info=TURN)

    sheet: Mapped[Sheet] = relationship()
    person: Mapped[Person] = relationship()
