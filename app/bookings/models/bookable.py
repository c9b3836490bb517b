"""What can be booked: bookables, their times, their seats, and who runs them."""

import datetime as dt
from dataclasses import fields

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import clock
from app.bookings.models.classes import BOOKING
from app.bookings.rules import (
    DAYS_TO_DECIDE,
    TOTAL,
    Description,
    DrawStage,
    Group,
    Kind,
    Limited,
    Mode,
    Reconfirm,
    Terms,
    Undecided,
)
from app.db import Base, UtcDateTime, pk, to
from app.people.models import OrgUnit, Person
from app.people.rules import Grade

A_DAY = dt.timedelta(days=1)


class Bookable(Base):
    """What can be booked. The owner (a session, an event) writes here all that a letter or a list must say."""

    __tablename__ = "bookable"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("closes_at <= starts_at", name="closes_before_start"),
        CheckConstraint("hall_limit >= 1", name="hall_takes_somebody"),
        CheckConstraint("door_share >= 0", name="door_share_is_not_negative"),
        CheckConstraint("cancel_reason IS NULL OR cancelled_at IS NOT NULL", name="reason_only_if_cancelled"),
        CheckConstraint("decide_within_days BETWEEN 1 AND 60", name="decided_within_sixty_days"),
        CheckConstraint("undecided = 'pass-up' OR price_cents = 0", name="approved_unasked_only_if_free"),
        CheckConstraint("food_reason <> ''", name="food_reason_is_said"),
        CheckConstraint("access_reason <> ''", name="access_reason_is_said"),
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
    draw_stage: Mapped[DrawStage | None]
    has_waitlist: Mapped[bool] = mapped_column(default=True)
    price_cents: Mapped[int] = mapped_column(default=0)
    audience_id: Mapped[int | None] = mapped_column(to("org_unit"))
    hall_limit: Mapped[int | None]
    door_share: Mapped[int] = mapped_column(default=0, server_default="0")
    part_of_id: Mapped[int | None] = mapped_column(to("bookable"), index=True)
    calendar_uid: Mapped[str] = mapped_column(unique=True)
    calendar_sequence: Mapped[int] = mapped_column(default=0)
    cancelled_at: Mapped[UtcDateTime | None]
    cancel_reason: Mapped[str | None]
    is_draft: Mapped[bool] = mapped_column(default=False)
    decide_within_days: Mapped[int] = mapped_column(default=DAYS_TO_DECIDE, server_default=str(DAYS_TO_DECIDE))
    undecided: Mapped[Undecided] = mapped_column(default=Undecided.GO_UP, server_default=Undecided.GO_UP.value)
    food_reason: Mapped[str | None]
    access_reason: Mapped[str | None]
    reconfirm: Mapped[Reconfirm] = mapped_column(
        default=Reconfirm.WHERE_IT_HELPS, server_default=Reconfirm.WHERE_IT_HELPS.value
    )

    pools: Mapped[list["Pool"]] = relationship(order_by="Pool.id", back_populates="bookable")
    spans: Mapped[list["Span"]] = relationship(order_by="Span.starts_at", cascade="all, delete-orphan")
    organisers: Mapped[list["Organiser"]] = relationship(cascade="all, delete-orphan")
    audience: Mapped[OrgUnit | None] = relationship()
    draw: Mapped["SeatDraw | None"] = relationship(back_populates="bookable", foreign_keys="SeatDraw.bookable_id")

    @property
    def mode_now(self) -> Mode:
        """How seats are given at present: what a draw has left goes to whoever comes first."""
        is_drawn = self.mode is Mode.DRAW and self.draw_stage is DrawStage.DONE
        return Mode.FIRST_COME if is_drawn else self.mode

    @property
    def asks_needs(self) -> bool:
        """Whether people are asked what they need; without a reason nobody is."""
        return self.food_reason is not None or self.access_reason is not None

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
            lacks_seed=self.mode is Mode.DRAW and self.draw_stage is None,
            is_being_drawn=self.mode is Mode.DRAW and self.draw_stage in (DrawStage.FIXED, DrawStage.DRAWN),
            is_drop_in=self.mode is Mode.DROP_IN,
            is_by_invitation=self.mode is Mode.INVITATION,
            is_by_lot=self.mode_now is Mode.DRAW,
        )

    @property
    def times(self) -> list[tuple[dt.datetime, dt.datetime]]:
        """From when to when it takes place, in order."""
        return [(span.starts_at, span.ends_at) for span in self.spans] or [(self.starts_at, self.ends_at)]

    @property
    def days(self) -> list[dt.date]:
        """On which days it takes place; what ends at midnight does not take the day that begins then."""
        lasting = [(clock.local(start).date(), clock.last_day_before(end)) for start, end in self.times]
        return sorted({first + n * A_DAY for first, last in lasting for n in range((last - first).days + 1)})

    def begins_on(self, day: dt.date) -> dt.datetime:
        """When it begins that day; midnight where it goes on from the day before."""
        starts = [max(start, clock.start_of(day)) for start, end in self.times if clock.last_day_before(end) >= day]
        return min(starts)

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

    @property
    def limited(self) -> Limited:
        """What the list of a draw says of it, if it is a quota."""
        return Limited(self.unit.name if self.unit else None, self.grade, self.capacity or 0)

    def counts(self, person: Person) -> bool:
        """Whether the person is one of those whom it counts, if it is a quota."""
        return self.group.includes(person.unit.path, person.job.grade if person.job else None)


class Organiser(Base):
    """Who runs a bookable: sees the list of bookings and changes the seats."""

    __tablename__ = "organiser"

    bookable_id: Mapped[int] = mapped_column(to("bookable"), primary_key=True, info=BOOKING)
    person_id: Mapped[int] = mapped_column(to("person"), primary_key=True, index=True, info=BOOKING)

    person: Mapped[Person] = relationship()


class SeatDraw(Base):
    """How lots decide about seats: where the seed comes from, the list as it was fixed, and the seed.

    The hash is public from the moment at which the list is fixed, which lies before the day of the seed. What the list
    is silent about is sealed; its hash stands in the list. The seats are those that there were when the seed was
    entered. How far it is stands at the bookable too, since every list asks for it.
    """

    __tablename__ = "seat_draw"
    __table_args__ = (
        CheckConstraint("(fixed_at IS NULL) = (document IS NULL)", name="fixed_with_its_list"),
        CheckConstraint("(fixed_at IS NULL) = (hash IS NULL)", name="fixed_with_its_hash"),
        CheckConstraint("(drawn_at IS NULL) = (seed IS NULL)", name="drawn_with_its_seed"),
        CheckConstraint("drawn_at IS NULL OR fixed_at IS NOT NULL", name="fixed_before_it_is_drawn"),
        CheckConstraint("done_at IS NULL OR drawn_at IS NOT NULL", name="drawn_before_it_is_done"),
    )

    id: Mapped[pk] = mapped_column(info=BOOKING)
    bookable_id: Mapped[int] = mapped_column(to("bookable"), unique=True, info=BOOKING)
    seed_source: Mapped[str] = mapped_column(info=BOOKING)
    seed_on: Mapped[dt.date] = mapped_column(info=BOOKING)
    bonus_from_id: Mapped[int | None] = mapped_column(to("bookable"), info=BOOKING)
    announced_at: Mapped[UtcDateTime] = mapped_column(info=BOOKING)
    document: Mapped[str | None] = mapped_column(info=BOOKING)
    sealed: Mapped[str | None] = mapped_column(info=BOOKING)
    hash: Mapped[str | None] = mapped_column(info=BOOKING)
    fixed_at: Mapped[UtcDateTime | None] = mapped_column(info=BOOKING)
    seed: Mapped[str | None] = mapped_column(info=BOOKING)
    seats: Mapped[int | None] = mapped_column(info=BOOKING)
    drawn_at: Mapped[UtcDateTime | None] = mapped_column(info=BOOKING)
    drawn_by_id: Mapped[int | None] = mapped_column(to("person"), info=BOOKING)
    done_at: Mapped[UtcDateTime | None] = mapped_column(info=BOOKING)

    bookable: Mapped[Bookable] = relationship(back_populates="draw", foreign_keys=[bookable_id])
    bonus_from: Mapped[Bookable | None] = relationship(foreign_keys=[bonus_from_id])
    drawn_by: Mapped[Person | None] = relationship()
