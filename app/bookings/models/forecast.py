"""How many people to accept: what was chosen, what was expected, and how right that was."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bookings.models.classes import BOOKING
from app.bookings.rules import Assumed
from app.db import Base, UtcDateTime, pk, to


class Acceptance(Base):
    """How many people an organiser chose to accept, what they assumed, and what was expected; the last one holds.

    The share of those who come lies between two figures in per cent, in nine of ten cases; so do the arrivals expected.
    Who has said that they come, and who was asked and is silent, have shares of their own once there are such people.
    `learnt_from` is from how many earlier dates the share of all others was learnt; none: it is a guess.
    """

    __tablename__ = "acceptance"
    __table_args__ = (
        CheckConstraint("least_share <= most_share", name="shares_in_order"),
        CheckConstraint("least_coming <= most_coming", name="shares_of_the_coming_in_order"),
        CheckConstraint("least_silent <= most_silent", name="shares_of_the_silent_in_order"),
    )

    id: Mapped[pk] = mapped_column(info=BOOKING)
    bookable_id: Mapped[int] = mapped_column(to("bookable"), index=True, info=BOOKING)
    at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    by_id: Mapped[int] = mapped_column(to("person"), info=BOOKING)
    accepted: Mapped[int] = mapped_column(info=BOOKING)
    least_share: Mapped[int] = mapped_column(info=BOOKING)
    most_share: Mapped[int] = mapped_column(info=BOOKING)
    least_coming: Mapped[int | None] = mapped_column(info=BOOKING)
    most_coming: Mapped[int | None] = mapped_column(info=BOOKING)
    least_silent: Mapped[int | None] = mapped_column(info=BOOKING)
    most_silent: Mapped[int | None] = mapped_column(info=BOOKING)
    learnt_from: Mapped[int] = mapped_column(default=0, server_default="0", info=BOOKING)
    walk_ins: Mapped[int] = mapped_column(info=BOOKING)
    least_arrivals: Mapped[int] = mapped_column(info=BOOKING)
    most_arrivals: Mapped[int] = mapped_column(info=BOOKING)

    score: Mapped["Score | None"] = relationship(back_populates="acceptance")

    @property
    def assumed(self) -> Assumed:
        """What was assumed, as the rules see it."""
        return Assumed(
            (self.least_share, self.most_share),
            self.walk_ins,
            _range(self.least_coming, self.most_coming),
            _range(self.least_silent, self.most_silent),
        )


class Score(Base):
    """How right the forecast of a date was: what was last expected, with all answers in, and who came.

    The numbers of people are those at the beginning of the date; `came` counts everybody, `walked_in` those among them
    who had no seat.
    """

    __tablename__ = "forecast_score"
    __table_args__ = (CheckConstraint("walked_in <= came", name="walk_ins_came"),)

    acceptance_id: Mapped[int] = mapped_column(to("acceptance"), primary_key=True, info=BOOKING)
    at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    coming: Mapped[int] = mapped_column(info=BOOKING)
    silent: Mapped[int] = mapped_column(info=BOOKING)
    unasked: Mapped[int] = mapped_column(info=BOOKING)
    least_arrivals: Mapped[int] = mapped_column(info=BOOKING)
    most_arrivals: Mapped[int] = mapped_column(info=BOOKING)
    came: Mapped[int] = mapped_column(info=BOOKING)
    walked_in: Mapped[int] = mapped_column(info=BOOKING)

    acceptance: Mapped[Acceptance] = relationship(back_populates="score")

    @property
    def was_right(self) -> bool:
        """Whether as many came as were expected in nine of ten cases."""
        return self.least_arrivals <= self.came <= self.most_arrivals


def _range(least: int | None, most: int | None) -> tuple[int, int] | None:
    return None if least is None or most is None else (least, most)
