"""Who comes to a date, on paper and as a spreadsheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import get_template_attribute
from flask_babel import gettext as _
from markupsafe import Markup

from app import clock
from app.bookings.labels import meetings
from app.bookings.models import Bookable, Booking
from app.text.paper import paper
from app.text.spreadsheet import workbook


@dataclass(frozen=True)
class Part:
    """A stretch of a long list, counted from 1."""

    number: int
    first: int
    last: int


def parts(total: int, size: int) -> list[Part]:
    """A list of so many names in stretches of this size; an empty list is one stretch."""
    return [
        Part(number, first, min(first + size - 1, total))
        for number, first in enumerate(range(1, max(total, 1) + 1, size), start=1)
    ]


def spreadsheet(found: Sequence[Booking], places: Mapping[int, int]) -> bytes:
    """A row for each person, in the order of the list; `places` of those who wait, by booking."""
    head = [_("Family name"), _("Given name"), _("Unit"), _("E-mail"), _("State"), _("Place"), _("Signed up")]
    return workbook(_("Participants"), head, (_row(booking, places.get(booking.id)) for booking in found))


def signature_list(bookable: Bookable, found: Sequence[Booking], first: int) -> bytes:
    """These seats with room to sign, numbered from `first`."""
    return paper(
        "bookings/templates/bookings/signature_list.typ",
        title=_("List of participants"),
        running=bookable.title,
        lead=", ".join([bookable.title, *meetings(bookable), bookable.place]),
        notice=_("Please destroy this list as soon as it is no longer needed."),
        head=[_("No."), _("Name"), _("Unit"), _("Signature")],
        rows=[
            [str(number), f"{one.person.family_name}, {one.person.given_name}", one.person.unit.name, ""]
            for number, one in enumerate(found, start=first)
        ],
    )


def badges(bookable: Bookable, found: Sequence[Booking]) -> bytes:
    """A name badge for each of these seats."""
    return paper(
        "bookings/templates/bookings/badges.typ",
        title=_("Name badges: %(title)s", title=bookable.title),
        running=bookable.title,
        people=[[one.person.given_name, one.person.family_name, one.person.unit.name] for one in found],
    )


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
