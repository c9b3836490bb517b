"""The agenda, events and the desk of those who run them, and programmes."""

from app.events.views import band, event, programme, slot, timetable, wishes
from app.events.views.blueprint import bp

__all__ = ["band", "bp", "event", "programme", "slot", "timetable", "wishes"]
