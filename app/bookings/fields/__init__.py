"""What the owners of dates ask in their forms: when and where, how many seats, who runs it."""

from app.bookings.fields.date import WHICH_DAY, CallingOffForm, DateForm, PeopleField, ahead, bare, typed_of
from app.bookings.fields.seats import FARTHEST, SeatsForm

__all__ = [
    "FARTHEST",
    "WHICH_DAY",
    "CallingOffForm",
    "DateForm",
    "PeopleField",
    "SeatsForm",
    "ahead",
    "bare",
    "typed_of",
]
