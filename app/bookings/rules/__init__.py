"""What is decided about seats, as plain values."""

from app.bookings.rules.admission import (
    LIVE,
    NEXT,
    Kind,
    Mode,
    Seats,
    State,
    Terms,
    Way,
    closed_reason,
    state_for,
)
from app.bookings.rules.waitlist import expires_at

__all__ = [
    "LIVE",
    "NEXT",
    "Kind",
    "Mode",
    "Seats",
    "State",
    "Terms",
    "Way",
    "closed_reason",
    "expires_at",
    "state_for",
]
