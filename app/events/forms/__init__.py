"""What may be typed in about events and their programmes."""

from app.events.forms.programme import BandForm, ChoosingForm, RoomForm, SlotForm
from app.events.forms.prolonging import ProlongForm
from app.events.forms.series import CallingOffDatesForm, EditDateForm, PlanEventForm
from app.events.forms.wishes import WishesForm, wishes_form

__all__ = [
    "BandForm",
    "CallingOffDatesForm",
    "ChoosingForm",
    "EditDateForm",
    "PlanEventForm",
    "ProlongForm",
    "RoomForm",
    "SlotForm",
    "WishesForm",
    "wishes_form",
]
