"""What organisers type in."""

from app.events.forms.event import CallingOffForm, EditEventForm, EventForm
from app.events.forms.seats import SeatsForm

__all__ = ["CallingOffForm", "EditEventForm", "EventForm", "SeatsForm"]
