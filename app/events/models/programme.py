"""The programme of an event: what its organisers work on, and what they have released."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import clock
from app.bookings.models import Bookable
from app.db import Base, UtcDateTime, pk, to
from app.events.models.event import Event
from app.events.rules import BandKind, Choosing
from app.personal import Category, Keep, about


class Programme(Base):
    """How people come to their slots, and until when they can rank their wishes.

    The assignment is what was worked out and is being handed out; the seed by which ties were broken stays.
    """

    __tablename__ = "programme"
    __table_args__ = (CheckConstraint("choosing = 'wishes' OR wishes_until IS NULL", name="until_only_for_wishes"),)

    id: Mapped[pk]
    event_id: Mapped[int] = mapped_column(to("event"), unique=True)
    choosing: Mapped[Choosing] = mapped_column(default=Choosing.DIRECT)
    wishes_until: Mapped[UtcDateTime | None]
    seed: Mapped[str | None]
    assignment: Mapped[dict[str, Any] | None] = mapped_column(info=about(Category.BOOKING, Keep.WAITING))
    assigned_at: Mapped[UtcDateTime | None]

    event: Mapped[Event] = relationship()
    bands: Mapped[list["TimeBand"]] = relationship(
        back_populates="programme", order_by="(TimeBand.starts_at, TimeBand.id)", cascade="all, delete-orphan"
    )
    rooms: Mapped[list["Room"]] = relationship(
        back_populates="programme", order_by="Room.name", cascade="all, delete-orphan"
    )
    releases: Mapped[list["Release"]] = relationship(order_by="Release.number", cascade="all, delete-orphan")

    @property
    def last_day_of_wishes(self) -> dt.date | None:
        """The last day on which wishes can be ranked, to its end."""
        return clock.last_day_before(self.wishes_until) if self.wishes_until else None

    @property
    def release(self) -> "Release | None":
        """What participants see: the latest of what was released."""
        return self.releases[-1] if self.releases else None


class Room(Base):
    """A room of the event, and how many people may be in it."""

    __tablename__ = "event_room"
    __table_args__ = (
        UniqueConstraint("programme_id", "name"),
        CheckConstraint("capacity > 0", name="capacity_is_positive"),
    )

    id: Mapped[pk]
    programme_id: Mapped[int] = mapped_column(to("programme"))
    name: Mapped[str]
    capacity: Mapped[int]

    programme: Mapped[Programme] = relationship(back_populates="rooms")


class TimeBand(Base):
    """A stretch of time: slots side by side, something for all, or a break."""

    __tablename__ = "time_band"
    __table_args__ = (CheckConstraint("ends_at > starts_at", name="ends_after_start"),)

    id: Mapped[pk]
    programme_id: Mapped[int] = mapped_column(to("programme"), index=True)
    kind: Mapped[BandKind]
    title: Mapped[str]
    starts_at: Mapped[UtcDateTime]
    ends_at: Mapped[UtcDateTime]

    programme: Mapped[Programme] = relationship(back_populates="bands")
    slots: Mapped[list["Slot"]] = relationship(back_populates="band", order_by="Slot.id", cascade="all, delete-orphan")


class Slot(Base):
    """A part of the programme in a time band; its seats are a bookable's from its first release on.

    Who speaks is a name, not a person of the house: speakers come from everywhere.
    """

    __tablename__ = "slot"
    __table_args__ = (CheckConstraint("seats > 0", name="seats_are_positive"),)

    id: Mapped[pk]
    band_id: Mapped[int] = mapped_column(to("time_band"), index=True)
    title: Mapped[str]
    summary: Mapped[str] = mapped_column(default="")
    room_id: Mapped[int | None] = mapped_column(to("event_room"), index=True)
    seats: Mapped[int]
    speakers: Mapped[list[str]] = mapped_column(default=list, info=about(Category.CONTENT, Keep.WAITING))
    bookable_id: Mapped[int | None] = mapped_column(to("bookable"), unique=True)
    dropped_at: Mapped[UtcDateTime | None]

    band: Mapped[TimeBand] = relationship(back_populates="slots")
    room: Mapped[Room | None] = relationship()
    bookable: Mapped[Bookable | None] = relationship()


class Release(Base):
    """The programme as it was released: a version that never changes."""

    __tablename__ = "programme_release"
    __table_args__ = (UniqueConstraint("programme_id", "number"),)

    id: Mapped[pk]
    programme_id: Mapped[int] = mapped_column(to("programme"))
    number: Mapped[int]
    released_at: Mapped[UtcDateTime]
    content: Mapped[list[dict[str, Any]]] = mapped_column(info=about(Category.CONTENT, Keep.WAITING))
