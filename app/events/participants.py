"""Who has signed up, as a spreadsheet."""

from collections.abc import Mapping, Sequence

from flask import get_template_attribute
from flask_babel import gettext as _
from markupsafe import Markup

from app import clock
from app.bookings.models import Booking
from app.text.spreadsheet import workbook


def participants(found: Sequence[Booking], places: Mapping[int, int]) -> bytes:
    """A row for each person, in the order of the list; `places` of those who wait, by booking."""
    head = [_("Family name"), _("Given name"), _("Unit"), _("E-mail"), _("State"), _("Place"), _("Signed up")]
    return workbook(_("Participants"), head, (_row(booking, places.get(booking.id)) for booking in found))


def _row(booking: Booking, place: int | None) -> list[str]:
    person = booking.person
    return [
        person.family_name,
        person.given_name,
        person.unit.name,
        person.email or "",
        _badge(booking.badge),
        str(place or ""),
        clock.local(booking.requested_at).strftime("%d.%m.%Y %H:%M"),
    ]


def _badge(state: str) -> str:
    """Where a booking stands, in the words of the page."""
    return Markup(get_template_attribute("components/badge.html", "state")(state)).striptags()  # noqa: S704 - a template
