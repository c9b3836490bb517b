"""Accepting more people than there are seats, since not all of them will come."""

from flask_babel import gettext as _
from flask_babel import ngettext

from app import clock
from app.activity.actions import record
from app.bookings import rules
from app.bookings.actions import line
from app.bookings.models import Acceptance, Bookable
from app.bookings.rules import MOST_ACCEPTED_A_SEAT
from app.db import db
from app.errors import Refused
from app.people.models import Person


def accept(
    bookable: Bookable, *, number: int, least_share: int, most_share: int, walk_ins: int, by: Person
) -> Acceptance:
    """Accept so many people; what was assumed and expected is written down, so that it can be compared afterwards.

    The new places are offered to the line. Nobody loses a seat: raises Refused where more people hold one already.
    """
    pool = line.lock(bookable.id).total
    now = clock.now()
    seats = line.serve(bookable, now)
    if pool.capacity is None:
        raise Refused(_("Here the seats are not limited, so everybody is accepted anyway."))
    _refuse_unless_possible(number, pool.capacity, seats.held)
    show = rules.guessed(least_share / 100, most_share / 100)
    expected = rules.forecast(number, pool.capacity, show, walk_ins)
    made = Acceptance(
        bookable_id=bookable.id,
        at=now,
        by_id=by.id,
        accepted=number,
        least_share=least_share,
        most_share=most_share,
        walk_ins=walk_ins,
        least_arrivals=expected.low,
        most_arrivals=expected.high,
    )
    db.session.add(made)
    pool.allowance = number - pool.capacity
    db.session.flush()
    record(
        by,
        "bookings.accepting",
        bookable,
        accepted=number,
        seats=pool.capacity,
        risk_per_mille=round(expected.risk * 1000),
    )
    line.serve(bookable, now)
    db.session.flush()
    return made


def _refuse_unless_possible(number: int, capacity: int, held: int) -> None:
    if not capacity <= number <= capacity * MOST_ACCEPTED_A_SEAT:
        raise Refused(
            _(
                "Please enter a number from %(min)s, the seats of the hall, to %(max)s.",
                min=capacity,
                max=capacity * MOST_ACCEPTED_A_SEAT,
            ),
            "number",
        )
    if number < held:
        raise Refused(
            ngettext(
                "%(num)d person has a seat or an offer already, so there can’t be fewer.",
                "%(num)d people have a seat or an offer already, so there can’t be fewer.",
                held,
            ),
            "number",
        )
