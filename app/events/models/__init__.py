"""Events, their series, and their programmes."""

from app.events.models.event import Event
from app.events.models.programme import Programme, Release, Room, Slot, TimeBand
from app.events.models.series import EventSeries, Mark
from app.events.models.wishes import SlotWish

__all__ = ["Event", "EventSeries", "Mark", "Programme", "Release", "Room", "Slot", "SlotWish", "TimeBand"]
