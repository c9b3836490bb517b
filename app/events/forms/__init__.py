"""What may be typed in about events and their programmes."""

from app.events.forms.event import CallingOffForm, EditEventForm, EventForm
from app.events.forms.programme import BandForm, ChoosingForm, RoomForm, SlotForm
from app.events.forms.seats import SeatsForm
from app.events.forms.wishes import WishesForm, wishes_form

__all__ = [
    "BandForm",
    "CallingOffForm",
    "ChoosingForm",
    "EditEventForm",
    "EventForm",
    "RoomForm",
    "SeatsForm",
    "SlotForm",
    "WishesForm",
    "wishes_form",
]
