"""Who gets a seat in which part of a programme, from the wishes that people ranked."""

from app.events.rules.wishes.assignment import Option, assign, points
from app.events.rules.wishes.band import fill

__all__ = ["Option", "assign", "fill", "points"]
