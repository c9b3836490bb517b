"""How a date stands, and what a change does: sentences for those who run it."""

import datetime as dt

from flask_babel import format_decimal, ngettext
from flask_babel import gettext as _

from app.bookings.rules.admission import Seats, Terms, serves_line
from app.bookings.rules.draw import DrawStage

WHOLE = "#,##0"


def taken_sentence(seats: Seats) -> str:
    """How full a date is, for those who run it."""
    if seats.capacity is None:
        return ngettext("%(num)d person has a seat.", "%(num)d people have a seat.", seats.confirmed)
    if seats.confirmed > seats.capacity:
        return ngettext(
            "%(num)d person has a seat, for %(all)s seats.",
            "%(num)d people have a seat, for %(all)s seats.",
            seats.confirmed,
            all=format_decimal(seats.capacity, WHOLE),
        )
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


def applied_sentence(seats: Seats, applied: int) -> str:
    """How many want a seat where lots decide and have not yet done so."""
    if seats.capacity is None:
        return ngettext("%(num)d person has applied.", "%(num)d people have applied.", applied)
    return ngettext(
        "%(num)d person has applied for %(seats)s.",
        "%(num)d people have applied for %(seats)s.",
        applied,
        seats=ngettext("%(num)d seat", "%(num)d seats", seats.capacity),
    )


def draw_sentence(stage: DrawStage | None, day: str, *, is_closed: bool) -> str:
    """What comes next on the way to the draw, for those who run it; `day` is that of the seed, as it is written."""
    if stage is None:
        return _("Say first where chance will come from. Until then nobody can sign up.")
    if stage is DrawStage.DRAWN:
        return _("The order is drawn. The seats are being given now, and everybody is told.")
    if stage is DrawStage.FIXED:
        return _("The list is fixed. Lots are drawn from %(day)s on, as soon as you enter the seed.", day=day)
    if is_closed:
        return _("Sign-up has closed. Fix the list before %(day)s, the day of the seed.", day=day)
    return _("Lots are drawn from %(day)s on. When sign-up has closed, you fix the list.", day=day)


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


def resize_sentence(seats: Seats, terms: Terms, now: dt.datetime) -> str:
    """What a new number of seats does; once the date has begun, nobody moves up by it."""
    if seats.waiting and serves_line(terms, now):
        return ngettext(
            "%(num)d person is waiting. Raising the number offers this person a seat at once. "
            "Nobody loses a seat, so there can’t be fewer than are taken or on offer.",
            "%(num)d people are waiting. Raising the number offers as many of them a seat at once, in their order. "
            "Nobody loses a seat, so there can’t be fewer than are taken or on offer.",
            seats.waiting,
        )
    return _("Nobody loses a seat by this, so there can’t be fewer than are taken or on offer.")


def line_sentence(seats: Seats, terms: Terms, now: dt.datetime) -> str:
    """Why nobody moves up from the waitlist at this moment, for those who run it."""
    if gone := _gone_sentence(seats, terms, now):
        return gone
    if not seats.waiting and seats.offered:
        return ngettext(
            "%(num)d person has an offer and has not answered yet. Nobody else is waiting.",
            "%(num)d people have an offer and have not answered yet. Nobody else is waiting.",
            seats.offered,
        )
    if not seats.waiting:
        return _("Nobody is waiting for a seat.")
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


def _gone_sentence(seats: Seats, terms: Terms, now: dt.datetime) -> str | None:
    """That no more seats are given, and why; None while somebody can still move up."""
    if terms.is_cancelled:
        return _("The date was cancelled, so no more seats are given.")
    if terms.ends_at and now >= terms.ends_at:
        return _over_sentence(seats)
    if seats.waiting and not serves_line(terms, now):
        return _("The date has begun, so no more seats are offered to the waitlist.")
    return None


def _over_sentence(seats: Seats) -> str:
    if not seats.waiting:
        return _("This date is over.")
    return ngettext(
        "This date is over. %(num)d person was still on the waitlist.",
        "This date is over. %(num)d people were still on the waitlist.",
        seats.waiting,
    )


def change_sentence(seats: Seats, *, is_draft: bool) -> str:
    """Whom a new time or place is told to, before it is saved."""
    if is_draft:
        return _("This is a draft: only those who run it see it, and nobody is told.")
    if not seats.held:
        return _("Nobody has a seat yet, so nobody is told of a new time or place.")
    return ngettext(
        "If you change a time or the place, the %(num)d person who has a seat is told at once.",
        "If you change a time or the place, the %(num)d people who have a seat are told at once.",
        seats.held,
    )


def calling_off_sentence(seats: Seats, requests: int, *, is_draft: bool) -> str:
    """Who is told that a date does not take place."""
    told = seats.held + seats.waiting + seats.run_out + requests
    if is_draft:
        return _("This is a draft that nobody else has seen, so nobody is told.")
    if not told:
        return _("Nobody has signed up, so nobody is told.")
    return ngettext(
        "%(num)d person who has a seat, waits for one or has asked for one is told at once, with your reason.",
        "%(num)d people who have a seat, wait for one or have asked for one are told at once, with your reason.",
        told,
    )
