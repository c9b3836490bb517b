"""Events, and their programmes."""

from app.events.models.event import Event
from app.events.models.programme import Programme, Release, Room, Slot, TimeBand
from app.events.models.wishes import SlotWish

__all__ = ["Event", "Programme", "Release", "Room", "Slot", "SlotWish", "TimeBand"]
