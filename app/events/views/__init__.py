"""The agenda, an event, the desk of those who run it, planning one, and programmes."""

from app.events.views import band, event, planning, programme, series, slot, timetable, wishes
from app.events.views.blueprint import bp

__all__ = ["band", "bp", "event", "planning", "programme", "series", "slot", "timetable", "wishes"]
