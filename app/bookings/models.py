"""Bookables, pools, bookings, offers, their history, and attendance."""

import datetime as dt
from dataclasses import fields

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bookings.rules import TOTAL, Description, Group, Kind, Mode, Stage, State, Terms, Way
from app.db import Base, UtcDateTime, append_only, pk, to
from app.people.models import OrgUnit, Person
from app.people.rules import Grade
from app.personal import Category, Keep, about

BOOKING = about(Category.BOOKING, Keep.BOOKING)
IS_OPEN = text("stage = 'open'")
HAS_CLAIM = text("state IN ('requested', 'confirmed', 'waitlisted', 'offered')")


class Bookable(Base):
    """What can be booked. The owner (a session, an event) writes here all that a letter or a list must say."""

    __tablename__ = "bookable"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("closes_at <= starts_at", name="closes_before_start"),
        CheckConstraint("cancel_reason IS NULL OR cancelled_at IS NOT NULL", name="reason_only_if_cancelled"),
        Index("ix_bookable_starts_at", "starts_at"),
    )

    id: Mapped[pk]
    kind: Mapped[Kind]
    title: Mapped[str]
    path: Mapped[str]
    place: Mapped[str]
    starts_at: Mapped[UtcDateTime]
    ends_at: Mapped[UtcDateTime]
    opens_at: Mapped[UtcDateTime | None]
    closes_at: Mapped[UtcDateTime]
    cancel_until: Mapped[UtcDateTime]
    mode: Mapped[Mode]
    has_waitlist: Mapped[bool] = mapped_column(default=True)
    price_cents: Mapped[int] = mapped_column(default=0)
    audience_id: Mapped[int | None] = mapped_column(to("org_unit"))
    part_of_id: Mapped[int | None] = mapped_column(to("bookable"), index=True)
    calendar_uid: Mapped[str] = mapped_column(unique=True)
    calendar_sequence: Mapped[int] = mapped_column(default=0)
    cancelled_at: Mapped[UtcDateTime | None]
    cancel_reason: Mapped[str | None]
    is_draft: Mapped[bool] = mapped_column(default=False)

    pools: Mapped[list["Pool"]] = relationship(order_by="Pool.id", back_populates="bookable")
    spans: Mapped[list["Span"]] = relationship(order_by="Span.starts_at", cascade="all, delete-orphan")
    organisers: Mapped[list["Organiser"]] = relationship(cascade="all, delete-orphan")
    audience: Mapped[OrgUnit | None] = relationship()

    @property
    def terms(self) -> Terms:
        """When it can be booked, as the rules see it."""
        return Terms(
            self.opens_at,
            self.closes_at,
            self.starts_at,
            self.cancel_until,
            self.cancelled_at is not None,
            self.ends_at,
            self.is_draft,
        )

    @property
    def times(self) -> list[tuple[dt.datetime, dt.datetime]]:
        """From when to when it takes place, in order."""
        return [(span.starts_at, span.ends_at) for span in self.spans] or [(self.starts_at, self.ends_at)]

    @property
    def description(self) -> Description:
        """What its owner says about it, as it stands here."""
        same = {one.name: getattr(self, one.name) for one in fields(Description) if hasattr(self, one.name)}
        return Description(
            **same | {"spans": self.times},
            seats=next(pool.capacity for pool in self.pools if pool.name == TOTAL),
            organiser_ids=frozenset(organiser.person_id for organiser in self.organisers),
        )


class Span(Base):
    """One of the times at which a bookable takes place; a course in four meetings has four."""

    __tablename__ = "span"
    __table_args__ = (CheckConstraint("ends_at > starts_at", name="ends_after_start"),)

    id: Mapped[pk]
    bookable_id: Mapped[int] = mapped_column(to("bookable"), index=True)
    starts_at: Mapped[UtcDateTime]
    ends_at: Mapped[UtcDateTime]


class Pool(Base):
    """Seats that are counted together; capacity None: not limited. The row is the lock of all its seats.

    Each bookable has the pool of all its seats, `total`; a quota is a pool for the people of a unit or a grade.
    """

    __tablename__ = "pool"
    __table_args__ = (
        UniqueConstraint("bookable_id", "name"),
        CheckConstraint("capacity >= 0", name="capacity_is_not_negative"),
        CheckConstraint("allowance >= 0", name="allowance_is_not_negative"),
        CheckConstraint(
            "(name = 'total') = (unit_id IS NULL AND grade IS NULL)", name="quotas_are_of_somebody_the_total_of_all"
        ),
    )

    id: Mapped[pk]
    bookable_id: Mapped[int] = mapped_column(to("bookable"))
    name: Mapped[str] = mapped_column(default="total")
    capacity: Mapped[int | None]
    allowance: Mapped[int] = mapped_column(default=0)
    unit_id: Mapped[int | None] = mapped_column(to("org_unit"))
    grade: Mapped[Grade | None]

    bookable: Mapped[Bookable] = relationship(back_populates="pools")
    unit: Mapped[OrgUnit | None] = relationship()

    @property
    def group(self) -> Group:
        """Whom it counts, if it is a quota."""
        return Group(self.unit_id, self.grade)

    def counts(self, person: Person) -> bool:
        """Whether the person is one of those whom it counts, if it is a quota."""
        return self.group.includes(person.unit.path, person.job.grade if person.job else None)


class Organiser(Base):
    """Who runs a bookable: sees the list of bookings and changes the seats."""

    __tablename__ = "organiser"

    bookable_id: Mapped[int] = mapped_column(to("bookable"), primary_key=True, info=BOOKING)
    person_id: Mapped[int] = mapped_column(to("person"), primary_key=True, index=True, info=BOOKING)

    person: Mapped[Person] = relationship()


class Booking(Base):
    """A person's claim on a seat. `requested_at` and the id keep its time in the order."""

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
        Index("ix_booking_line", "bookable_id", "state", "requested_at", "id"),
        Index("ix_booking_person_state", "person_id", "state"),
        CheckConstraint("(decided_at IS NULL) = (decided_by_id IS NULL)", name="decided_both_or_neither"),
    )

    id: Mapped[pk] = mapped_column(info=BOOKING)
    bookable_id: Mapped[int] = mapped_column(to("bookable"), info=BOOKING)
    person_id: Mapped[int] = mapped_column(to("person"), info=BOOKING)
    state: Mapped[State] = mapped_column(info=BOOKING)
    way: Mapped[Way] = mapped_column(info=BOOKING)
    requested_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    takes_seat_at_once: Mapped[bool] = mapped_column(default=False, info=BOOKING)
    reason: Mapped[str | None] = mapped_column(info=about(Category.FREE_TEXT, Keep.WAITING))
    decided_at: Mapped[UtcDateTime | None] = mapped_column(info=BOOKING)
    decided_by_id: Mapped[int | None] = mapped_column(to("person"), info=BOOKING)
    decision_note: Mapped[str | None] = mapped_column(info=about(Category.FREE_TEXT, Keep.WAITING))

    bookable: Mapped[Bookable] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    offer: Mapped["Offer | None"] = relationship(back_populates="booking")
    quotas: Mapped[list["CountedIn"]] = relationship()


class CountedIn(Base):
    """In which quotas a booking counts: those of the person's unit and grade when they signed up."""

    __tablename__ = "counted_in"

    booking_id: Mapped[int] = mapped_column(to("booking"), primary_key=True, info=BOOKING)
    pool_id: Mapped[int] = mapped_column(to("pool"), primary_key=True, index=True, info=BOOKING)


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


class Handover(Base):
    """A seat that somebody wants to pass to a colleague, who must say yes.

    With `wanted_id` they exchange: the colleague gives their own seat there in return.
    """

    __tablename__ = "handover"
    __table_args__ = (
        Index("one_open_handover", "booking_id", unique=True, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN),
        CheckConstraint("expires_at >= proposed_at", name="expires_after_proposed"),
        CheckConstraint("(stage = 'open') = (answered_at IS NULL)", name="ended_at_a_moment"),
    )

    id: Mapped[pk] = mapped_column(info=BOOKING)
    booking_id: Mapped[int] = mapped_column(to("booking"), info=BOOKING)
    to_id: Mapped[int] = mapped_column(to("person"), index=True, info=BOOKING)
    wanted_id: Mapped[int | None] = mapped_column(to("bookable"), info=BOOKING)
    stage: Mapped[Stage] = mapped_column(default=Stage.OPEN, info=BOOKING)
    proposed_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    expires_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    answered_at: Mapped[UtcDateTime | None] = mapped_column(info=BOOKING)

    booking: Mapped[Booking] = relationship()
    to: Mapped[Person] = relationship()
    wanted: Mapped[Bookable | None] = relationship()

    def is_open(self, now: dt.datetime) -> bool:
        """Whether the colleague can still answer; the date may be over or called off all the same."""
        return self.stage is Stage.OPEN and now < self.expires_at


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


class Attendance(Base):
    """Somebody was there on a day; one booking can carry several days."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("booking_id", "day"),)

    id: Mapped[pk] = mapped_column(info=BOOKING)
    booking_id: Mapped[int] = mapped_column(to("booking"), info=BOOKING)
    day: Mapped[dt.date] = mapped_column(info=BOOKING)
    recorded_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    recorded_by_id: Mapped[int] = mapped_column(to("person"), info=BOOKING)


append_only(BookingChange.__table__)  # type: ignore[arg-type]
