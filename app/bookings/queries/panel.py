"""How one person stands to one bookable: what the sign-up box on a page says."""

import datetime as dt
import enum
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import joinedload

from app import clock
from app.bookings import rules
from app.bookings.models import Bookable, Booking, Invitation, Pool
from app.bookings.queries.clashes import Clash, clashes_of
from app.bookings.queries.deadlines import Turn, turns
from app.bookings.queries.invitations import invitation_of
from app.bookings.queries.seats import place_in_line, seats_of, used_up
from app.bookings.rules import LIVE, Mode, Seats, State
from app.db import db
from app.people.models import Person


class Step(enum.StrEnum):
    """The one thing that a person can do next."""

    TAKE_SEAT = "take-seat"
    JOIN_LINE = "join-line"
    ASK_LEADER = "ask-leader"
    TAKE_PART = "take-part"
    ANSWER_INVITATION = "answer-invitation"
    ACCEPT_OFFER = "accept-offer"


DECIDED_LATER = {Mode.APPROVAL: Step.ASK_LEADER, Mode.DRAW: Step.TAKE_PART}
"""Where signing up gives no seat, what it is instead."""


@dataclass(frozen=True)
class Panel:
    """A person's latest booking of a bookable, the seats, and what else must be said before signing up."""

    bookable: Bookable
    booking: Booking | None
    seats: Seats
    place: int | None
    clashes: Sequence[Clash]
    is_in_audience: bool
    now: dt.datetime
    used_up: Pool | None = None
    """A quota of the person's group of which no seat is left."""
    turn: Turn | None = None
    """Whose turn it is to decide on the person's request, and whose after that."""
    invitation: Invitation | None = None
    """The person's invitation, where people are invited."""

    @property
    def state(self) -> State | None:
        """Where the person stands; None: never signed up."""
        return self.booking.state if self.booking else None

    @property
    def is_live(self) -> bool:
        """Whether the person has a claim on a seat."""
        return self.state in LIVE and not self.has_run_out

    @property
    def has_run_out(self) -> bool:
        """Whether the person had an offer and did not answer in time."""
        offer = self.booking.offer if self.booking else None
        return offer is not None and offer.answered_at is None and not offer.is_open(self.now)

    @property
    def ended_unasked(self) -> bool:
        """Whether the person's booking ended without their doing: declined, or an offer that ran out."""
        return self.state is State.DECLINED or self.has_run_out

    @property
    def offer_until(self) -> dt.datetime | None:
        """Until when a seat is held for the person."""
        offer = self.booking.offer if self.booking and self.state is State.OFFERED else None
        return offer.expires_at if offer and offer.is_open(self.now) else None

    @property
    def closed(self) -> str | None:
        """Why nobody can sign up now, as a sentence."""
        return rules.closed_reason(self.bookable.terms, self.now)

    @property
    def cancel_closed(self) -> str | None:
        """Why the person can't cancel any more, as a sentence."""
        if self.booking is None:
            return None
        return rules.cancel_closed_reason(self.booking.state, self.booking.terms, self.now, is_asked=self.is_asked)

    @property
    def is_invited(self) -> bool:
        """Whether a seat is kept for the person, who can accept the invitation or decline."""
        return self.invitation is not None and not self.is_live and self.invitation_closed is None

    @property
    def invitation_closed(self) -> str | None:
        """Why the person can't accept their invitation, as a sentence."""
        if self.invitation is None:
            return None
        reply, answer_by = self.invitation.reply, self.invitation.answer_by
        return rules.invitation_closed_reason(reply, answer_by, self.bookable.terms, self.now)

    @property
    def is_asked(self) -> bool:
        """Whether the person is asked whether they come, and has not answered."""
        return self.booking is not None and self.booking.is_asked(self.now)

    @property
    def says_yes(self) -> bool:
        """Whether the person has said that they come."""
        return self.booking is not None and self.booking.says_yes and self.bookable.cancelled_at is None

    @property
    def opens_later(self) -> bool:
        """Whether sign-up is still to begin."""
        opens_at, is_off = self.bookable.opens_at, self.bookable.cancelled_at is not None
        return opens_at is not None and self.now < opens_at and not is_off

    @property
    def can_be_planned(self) -> bool:
        """Whether a plan can still count on it: it is ahead, and the person comes or can sign up now or later."""
        if self.bookable.is_draft or self.bookable.cancelled_at or self.now >= self.bookable.starts_at:
            return False
        return self.is_live or self.now < self.bookable.closes_at

    @property
    def contacts(self) -> list[Person]:
        """The organisers who work here today, by name."""
        today = clock.local(self.now).date()
        people = [organiser.person for organiser in self.bookable.organisers]
        return sorted((person for person in people if person.is_employed(today)), key=lambda person: person.sort_name)

    @property
    def can_cancel(self) -> bool:
        """Whether the person can give back what they have."""
        return self.is_live and self.cancel_closed is None

    @property
    def can_hand_over(self) -> bool:
        """Whether the person can pass their seat to a colleague."""
        mode, terms = self.bookable.mode, self.bookable.terms
        return self.state is not None and rules.handover_closed_reason(self.state, mode, terms, self.now) is None

    @property
    def is_by_lot(self) -> bool:
        """Whether lots decide about the seats, or have decided."""
        return self.bookable.mode is Mode.DRAW and self.bookable.draw_stage is not None

    @property
    def can_wait(self) -> bool:
        """Whether there is a line to join when all seats are taken."""
        return self.bookable.has_waitlist

    @property
    def must_wait(self) -> bool:
        """Whether there is no seat for the person now, because all are taken or those of their group."""
        return self.seats.is_full or self.used_up is not None

    @property
    def loses_seat_for_good(self) -> bool:
        """Whether giving back the seat gives it to somebody else at once."""
        return self.state is State.CONFIRMED and self.seats.waiting > 0

    @property
    def step(self) -> Step | None:
        """The one primary action, where there is one."""
        if self.offer_until:
            return Step.ACCEPT_OFFER
        if self.is_invited:
            return Step.ANSWER_INVITATION
        if self.is_live or self.closed or not self.is_in_audience:
            return None
        if self.bookable.mode_now in DECIDED_LATER:
            return DECIDED_LATER[self.bookable.mode_now]
        if self.must_wait:
            return Step.JOIN_LINE if self.can_wait else None
        return Step.TAKE_SEAT


def panel(person: Person, bookable: Bookable) -> Panel:
    """How the person stands to the bookable; four statements, up to ten with quotas and a leader who decides."""
    now = clock.now()
    asked = {"bookable_id": bookable.id, "person_id": person.id}
    booking = db.session.scalars(_latest_booking(), asked).one_or_none()
    seats = seats_of([bookable.id], now)[bookable.id]
    invitation = None
    if bookable.mode is Mode.INVITATION:
        invitation = db.session.scalars(invitation_of(bookable.id, person.id)).one_or_none()
    waits_for_leader = booking is not None and booking.state is State.REQUESTED and bookable.mode is Mode.APPROVAL
    return Panel(
        bookable=bookable,
        booking=booking,
        seats=seats,
        place=place_in_line(booking) if booking and booking.state is State.WAITLISTED else None,
        clashes=clashes_of(person.id, bookable.id),
        is_in_audience=rules.is_in_audience(bookable.audience_id, person.unit.path),
        now=now,
        used_up=used_up(bookable, person, now) if seats.has_quotas else None,
        turn=turns([booking], clock.local(now).date())[booking.id] if booking and waits_for_leader else None,
        invitation=invitation,
    )


@cache
def _latest_booking() -> Select[Booking]:
    return (
        select(Booking)
        .where(Booking.bookable_id == bindparam("bookable_id"), Booking.person_id == bindparam("person_id"))
        .order_by(Booking.id.desc())
        .limit(1)
        .options(joinedload(Booking.offer), joinedload(Booking.reconfirmation))
    )
