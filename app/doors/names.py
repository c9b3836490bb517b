"""The names that a device takes along: what a door needs to know of those who have a seat, and nothing more."""

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from app.bookings.models import Booking
from app.doors import ticket


def names(secret: str, bookings: Sequence[Booking], since: Mapping[int, dt.datetime]) -> list[dict[str, Any]]:
    """For each seat: whose, the fingerprint of its ticket, and since when they are there.

    A fingerprint knows a ticket and can't be made into one. The unit is there only to tell namesakes apart.
    """
    often = Counter(booking.person.name for booking in bookings)
    return [
        {
            "booking": booking.id,
            "name": booking.person.name,
            "unit": booking.person.unit.name if often[booking.person.name] > 1 else None,
            "ticket": hashlib.sha256(ticket.write(secret, booking.id).encode()).hexdigest(),
            "since": since[booking.id].isoformat() if booking.id in since else None,
        }
        for booking in bookings
    ]


def version(bookings: Sequence[Booking], since: Mapping[int, dt.datetime]) -> str:
    """A word that changes with the list, made without making the list."""
    told = [(booking.id, booking.person.name, str(since.get(booking.id))) for booking in bookings]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]
