"""The days of a month, and why the waitlist stands still."""

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from flask_babel import format_decimal, ngettext
from flask_babel import gettext as _

from app.bookings.rules import Seats, Terms, serves_line

T = TypeVar("T")
EARLIEST, LATEST = dt.date(2000, 1, 1), dt.date(2099, 12, 1)
WHOLE = "#,##0"


@dataclass(frozen=True)
class Month:
    """A month of the calendar, in whole weeks from Monday to Sunday."""

    first: dt.date

    @property
    def weeks(self) -> list[list[dt.date]]:
        """The days by week, with those of the neighbouring months that complete the first and the last week."""
        return calendar.Calendar().monthdatescalendar(self.first.year, self.first.month)

    @property
    def previous(self) -> "Month":
        """The month before."""
        return Month(max((self.first - dt.timedelta(days=1)).replace(day=1), EARLIEST))

    @property
    def next(self) -> "Month":
        """The month after."""
        return Month(min((self.first + dt.timedelta(days=31)).replace(day=1), LATEST))

    @property
    def name(self) -> str:
        """2026-11"""
        return f"{self.first:%Y-%m}"


def month_named(name: str, today: dt.date) -> Month:
    """The month of a name like 2026-11; the present one where the name makes no sense."""
    try:
        first = dt.datetime.strptime(name, "%Y-%m").date()  # noqa: DTZ007 - a month has no time zone
    except ValueError:
        first = today.replace(day=1)
    return Month(min(max(first, EARLIEST), LATEST))


def taken_sentence(seats: Seats) -> str:
    """How full an event is, for those who run it."""
    if seats.capacity is None:
        return ngettext("%(num)d person has a seat.", "%(num)d people have a seat.", seats.confirmed)
    if seats.offered:
        return ngettext(
            "%(num)d of %(all)s seats is taken, %(offered)s on offer.",
            "%(num)d of %(all)s seats are taken, %(offered)s on offer.",
            seats.confirmed,
            all=format_decimal(seats.capacity, WHOLE),
            offered=seats.offered,
        )
    return ngettext(
        "%(num)d of %(all)s seats is taken.",
        "%(num)d of %(all)s seats are taken.",
        seats.confirmed,
        all=format_decimal(seats.capacity, WHOLE),
    )


def resized_sentences(seats: int, offered: int, seated: int) -> str:
    """What was done: how many seats there are, and how many people moved up from the waitlist by it."""
    said = [
        ngettext(
            "There is now %(shown)s seat.", "There are now %(shown)s seats.", seats, shown=format_decimal(seats, WHOLE)
        )
    ]
    if offered:
        said.append(
            ngettext(
                "%(num)d person from the waitlist has an offer now and stands first in the list.",
                "%(num)d people from the waitlist have an offer now and stand first in the list.",
                offered,
            )
        )
    if seated:
        said.append(
            ngettext(
                "%(num)d person has a seat at once, as they wished.",
                "%(num)d people have a seat at once, as they wished.",
                seated,
            )
        )
    return " ".join(said)


def resize_sentence(seats: Seats) -> str:
    """What a new number of seats does."""
    if seats.waiting:
        return ngettext(
            "%(num)d person is waiting. Raising the number offers this person a seat at once. "
            "Nobody loses a seat, so there can’t be fewer than are taken or on offer.",
            "%(num)d people are waiting. Raising the number offers as many of them a seat at once, in their order. "
            "Nobody loses a seat, so there can’t be fewer than are taken or on offer.",
            seats.waiting,
        )
    return _("Nobody loses a seat by this, so there can’t be fewer than are taken or on offer.")


def line_sentence(seats: Seats, terms: Terms, now: dt.datetime) -> str:
    """Why nobody moves up from the waitlist at this moment, for those who run the event."""
    if not seats.waiting and seats.offered:
        return ngettext(
            "%(num)d person has an offer and has not answered yet. Nobody else is waiting.",
            "%(num)d people have an offer and have not answered yet. Nobody else is waiting.",
            seats.offered,
        )
    if not seats.waiting:
        return _("Nobody is waiting for a seat.")
    if not serves_line(terms, now):
        return _("The date has begun or was cancelled, so no more seats are offered to the waitlist.")
    if not seats.next:
        return _("Whoever waits belongs to a group whose quota is used up. A higher quota would give them a seat.")
    if seats.to_offer:
        return _("A seat is free and goes to the first person on the waitlist within a minute.")
    if seats.offered:
        return ngettext(
            "%(num)d seat is on offer. The next person moves up when that offer is declined or runs out.",
            "%(num)d seats are on offer. The next person moves up when one of these offers is declined or runs out.",
            seats.offered,
        )
    return _("All seats are taken. The next person moves up when somebody gives back a seat or you add seats.")


def by_day(dated: Iterable[tuple[dt.date, dt.date, T]]) -> dict[dt.date, list[T]]:
    """Things by each day from their first to their last."""
    found: dict[dt.date, list[T]] = {}
    for first, last, thing in dated:
        for number in range((last - first).days + 1):
            found.setdefault(first + dt.timedelta(days=number), []).append(thing)
    return found
