"""Events, their series, and their programmes."""

from app.events.models.event import Event
from app.events.models.outcomes import AttendanceProof, EventOutcome
from app.events.models.programme import Programme, Release, Room, Slot, TimeBand
from app.events.models.series import EventSeries, Mark
from app.events.models.wishes import SlotWish

__all__ = [
    "AttendanceProof",
    "Event",
    "EventOutcome",
    "EventSeries",
    "Mark",
    "Programme",
    "Release",
    "Room",
    "Slot",
    "SlotWish",
    "TimeBand",
]
