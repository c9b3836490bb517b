"""Pages and buttons of bookings."""

from app.bookings.views import booking, decision, draw, forecast, handover, needs, quota
from app.bookings.views.blueprint import bp

__all__ = ["booking", "bp", "decision", "draw", "forecast", "handover", "needs", "quota"]
