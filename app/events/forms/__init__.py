"""What may be typed in about events and their programmes."""

from app.events.forms.event import SeatsForm
from app.events.forms.programme import BandForm, ChoosingForm, RoomForm, SlotForm
from app.events.forms.wishes import WishesForm, wishes_form

__all__ = ["BandForm", "ChoosingForm", "RoomForm", "SeatsForm", "SlotForm", "WishesForm", "wishes_form"]
