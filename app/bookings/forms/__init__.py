"""What may be typed in about bookings, draws and forecasts."""

from app.bookings.forms.forecast import ForecastForm, ReconfirmForm
from app.bookings.forms.invitation import InvitationForm
from app.bookings.forms.needs import AskNeedsForm, NeedsForm
from app.bookings.forms.news import NewsForm
from app.bookings.forms.seats import (
    AnnounceForm,
    BookingForm,
    DeclineForm,
    HandoverForm,
    QuotaForm,
    SeedForm,
    TeamForm,
)
from app.bookings.forms.somebody import SomebodyForm

__all__ = [
    "AnnounceForm",
    "AskNeedsForm",
    "BookingForm",
    "DeclineForm",
    "ForecastForm",
    "HandoverForm",
    "InvitationForm",
    "NeedsForm",
    "NewsForm",
    "QuotaForm",
    "ReconfirmForm",
    "SeedForm",
    "SomebodyForm",
    "TeamForm",
]
