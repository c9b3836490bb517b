"""Pages and buttons of bookings."""

from app.bookings.views import (
    booking,
    coming,
    decision,
    draw,
    forecast,
    handover,
    invitation,
    needs,
    news,
    participants,
    quota,
    somebody,
)
from app.bookings.views.blueprint import bp

__all__ = [
    "booking",
    "bp",
    "coming",
    "decision",
    "draw",
    "forecast",
    "handover",
    "invitation",
    "needs",
    "news",
    "participants",
    "quota",
    "somebody",
]
