"""Claims on a seat: bookings, offers, their history, and attendance."""

import datetime as dt
from dataclasses import replace

from sqlalchemy import DDL, CheckConstraint, Index, UniqueConstraint, event, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bookings.models.bookable import Bookable
from app.bookings.models.classes import BOOKING
from app.bookings.rules import UNDRAWN, Mode, State, Terms, Way, is_asked
from app.db import Base, UtcDateTime, append_only, pk, to
from app.people.models import OrgUnit, Person
from app.personal import Category, Keep, about

OF_LOTS = {State.REQUESTED: "applied", State.DECLINED: "not-drawn"}
HAS_CLAIM = text("state IN ('requested', 'confirmed', 'waitlisted', 'offered')")
HAS_DEADLINE, IS_PASSED_ON = text("decide_by IS NOT NULL"), text("passed_to_id IS NOT NULL")


class Booking(Base):
    """A person's claim on a seat. Its order in the line: rank of the draw, then `requested_at`, then id.

    `decide_by` is there while something happens if nobody has decided by then; a request on which nobody had decided
    lies with the leaders of the unit `passed_to_id` as well.
    """

    __tablename__ = "booking"
    __table_args__ = (
        Index(
            "one_live_booking",
            "bookable_id",
            "person_id",
            unique=True,
            sqlite_where=HAS_CLAIM,
            postgresql_where=HAS_CLAIM,
        ),
        Index("ix_booking_line", "bookable_id", "state", "rank", "requested_at", "id"),
        Index("ix_booking_person_state", "person_id", "state"),
        Index("ix_booking_decide_by", "decide_by", sqlite_where=HAS_DEADLINE, postgresql_where=HAS_DEADLINE),
        Index("ix_booking_passed_to", "passed_to_id", sqlite_where=IS_PASSED_ON, postgresql_where=IS_PASSED_ON),
        CheckConstraint("decide_by IS NULL OR state = 'requested'", name="only_requests_wait_for_a_decision"),
        CheckConstraint("(decided_at IS NULL) = (decided_by_id IS NULL)", name="decided_both_or_neither"),
    )

    id: Mapped[pk] = mapped_column(info=BOOKING)
    bookable_id: Mapped[int] = mapped_column(to("bookable"), info=BOOKING)
    person_id: Mapped[int] = mapped_column(to("person"), info=BOOKING)
    state: Mapped[State] = mapped_column(info=BOOKING)
    way: Mapped[Way] = mapped_column(info=BOOKING)
    requested_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    rank: Mapped[int] = mapped_column(default=UNDRAWN, server_default=str(UNDRAWN), info=BOOKING)
    takes_seat_at_once: Mapped[bool] = mapped_column(default=False, info=BOOKING)
    reason: Mapped[str | None] = mapped_column(info=about(Category.FREE_TEXT, Keep.WAITING))
    decided_at: Mapped[UtcDateTime | None] = mapped_column(info=BOOKING)
    decided_by_id: Mapped[int | None] = mapped_column(to("person"), info=BOOKING)
    decision_note: Mapped[str | None] = mapped_column(info=about(Category.FREE_TEXT, Keep.WAITING))
    decide_by: Mapped[UtcDateTime | None] = mapped_column(info=BOOKING)
    passed_to_id: Mapped[int | None] = mapped_column(to("org_unit"), info=BOOKING)

    bookable: Mapped[Bookable] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    passed_to: Mapped[OrgUnit | None] = relationship()
    decided_by: Mapped[Person | None] = relationship(foreign_keys=[decided_by_id])
    offer: Mapped["Offer | None"] = relationship(back_populates="booking")
    quotas: Mapped[list["CountedIn"]] = relationship()
    lot: Mapped["Lot | None"] = relationship(back_populates="booking")
    reconfirmation: Mapped["Reconfirmation | None"] = relationship(back_populates="booking")

    @property
    def badge(self) -> str:
        """Where it stands, as a badge shows it; where lots decide, two states have names of their own."""
        return (OF_LOTS if self.bookable.mode is Mode.DRAW else {}).get(self.state, self.state.value)

    @property
    def cancel_until(self) -> dt.datetime:
        """Until when the seat can be given back: until it begins if those who run it signed somebody up too late."""
        bookable = self.bookable
        is_late = self.way is Way.ORGANISER and self.requested_at >= bookable.cancel_until
        return bookable.starts_at if is_late else bookable.cancel_until

    @property
    def terms(self) -> Terms:
        """Those of the date, as they hold for this booking."""
        return replace(self.bookable.terms, cancel_until=self.cancel_until)

    def is_asked(self, now: dt.datetime) -> bool:
        """Whether the person is asked whether they come, and has not answered."""
        asked = self.reconfirmation
        about, has_answered = (asked.starts_at, asked.said_yes_at is not None) if asked else (None, False)
        return is_asked(self.state, self.bookable.terms, about, now, has_answered=has_answered)

    @property
    def says_yes(self) -> bool:
        """Whether the person has said that they come to the date as it is now."""
        asked = self.reconfirmation
        has_seat = self.state is State.CONFIRMED
        return has_seat and asked is not None and asked.said_yes_at is not None and asked.is_about(self.bookable)


class CountedIn(Base):
    """In which quotas a booking counts: those of the person's unit and grade when they signed up."""

    __tablename__ = "counted_in"

    booking_id: Mapped[int] = mapped_column(to("booking"), primary_key=True, info=BOOKING)
    pool_id: Mapped[int] = mapped_column(to("pool"), primary_key=True, index=True, info=BOOKING)


class TakenTime(Base):
    """When somebody has a seat in a part of a whole: the database itself refuses two that overlap.

    Its rows are there as long as the person has the seat. PostgreSQL knows such a rule by itself (ranges, not numbers,
    since those need no extension); on SQLite a trigger says the same. `whole_id` is no foreign key: that would wait for
    whoever holds the seats of the whole, who may be waiting for those of this part.
    """

    __tablename__ = "taken_time"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_it_starts"),
        Index("ix_taken_time_person_whole", "person_id", "whole_id"),
        ExcludeConstraint(
            (text("int8range(person_id, person_id, '[]')"), "&&"),
            (text("int8range(whole_id, whole_id, '[]')"), "&&"),
            (text("tstzrange(starts_at, ends_at)"), "&&"),
            using="gist",
            name="one_part_at_a_time",
        ).ddl_if(dialect="postgresql"),
    )

    id: Mapped[pk] = mapped_column(info=BOOKING)
    booking_id: Mapped[int] = mapped_column(to("booking"), index=True, info=BOOKING)
    person_id: Mapped[int] = mapped_column(to("person"), info=BOOKING)
    whole_id: Mapped[int] = mapped_column(info=BOOKING)
    starts_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    ends_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)


ONE_PART_AT_A_TIME = """CREATE TRIGGER one_part_at_a_time BEFORE INSERT ON taken_time WHEN EXISTS (
    SELECT 1 FROM taken_time WHERE person_id = NEW.person_id AND whole_id = NEW.whole_id
    AND starts_at < NEW.ends_at AND NEW.starts_at < ends_at
) BEGIN SELECT RAISE(ABORT, 'one_part_at_a_time'); END"""
event.listen(
    TakenTime.__table__,
    "after_create",
    DDL(ONE_PART_AT_A_TIME).execute_if(dialect="sqlite"),  # type: ignore[no-untyped-call]
)


class Offer(Base):
    """A freed seat, held for one booking until a moment; whether it has run out is judged when it is asked."""

    __tablename__ = "offer"
    __table_args__ = (CheckConstraint("expires_at >= made_at", name="expires_after_made"),)

    id: Mapped[pk] = mapped_column(info=BOOKING)
    booking_id: Mapped[int] = mapped_column(to("booking"), unique=True, info=BOOKING)
    made_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    expires_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    answered_at: Mapped[UtcDateTime | None] = mapped_column(info=BOOKING)

    booking: Mapped[Booking] = relationship(back_populates="offer")

    def is_open(self, now: dt.datetime) -> bool:
        """Whether the seat is still held."""
        return self.answered_at is None and now < self.expires_at


class Reconfirmation(Base):
    """That somebody with a seat was asked whether they come, when last, and since when they have said yes.

    It is about the date that began at `starts_at`: if that moves, the question is asked anew.
    """

    __tablename__ = "reconfirmation"
    __table_args__ = (CheckConstraint("said_yes_at >= asked_at", name="answered_after_it_was_asked"),)

    booking_id: Mapped[int] = mapped_column(to("booking"), primary_key=True, info=BOOKING)
    starts_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    days_before: Mapped[int] = mapped_column(info=BOOKING)
    asked_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    said_yes_at: Mapped[UtcDateTime | None] = mapped_column(info=BOOKING)

    booking: Mapped[Booking] = relationship(back_populates="reconfirmation")

    def is_about(self, bookable: Bookable) -> bool:
        """Whether the date still begins when it was to begin."""
        return self.starts_at == bookable.starts_at


class BookingChange(Base):
    """One step of a booking."""

    __tablename__ = "booking_change"

    id: Mapped[pk] = mapped_column(info=BOOKING)
    booking_id: Mapped[int] = mapped_column(to("booking"), index=True, info=BOOKING)
    at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    actor_id: Mapped[int | None] = mapped_column(to("person"), info=BOOKING)
    from_state: Mapped[str | None] = mapped_column(info=BOOKING)
    to_state: Mapped[State] = mapped_column(info=BOOKING)
    reason: Mapped[str] = mapped_column(default="", info=BOOKING)


class Lot(Base):
    """Under which pseudonym somebody stands on the list of a draw."""

    __tablename__ = "lot"
    __table_args__ = (UniqueConstraint("draw_id", "pseudonym"),)

    booking_id: Mapped[int] = mapped_column(to("booking"), primary_key=True, info=BOOKING)
    draw_id: Mapped[int] = mapped_column(to("seat_draw"), info=BOOKING)
    pseudonym: Mapped[str] = mapped_column(info=BOOKING)

    booking: Mapped[Booking] = relationship(back_populates="lot")


class Attendance(Base):
    """Somebody was there on a day; one booking can carry several days."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("booking_id", "day"),)

    id: Mapped[pk] = mapped_column(info=BOOKING)
    booking_id: Mapped[int] = mapped_column(to("booking"), info=BOOKING)
    day: Mapped[dt.date] = mapped_column(info=BOOKING)
    recorded_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    recorded_by_id: Mapped[int] = mapped_column(to("person"), info=BOOKING)

    booking: Mapped[Booking] = relationship()


append_only(BookingChange.__table__)  # type: ignore[arg-type]
