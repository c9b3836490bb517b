"""Accepting more people than there are seats, since not all of them will come."""

import datetime as dt

from flask_babel import gettext as _
from flask_babel import ngettext

from app import clock
from app.activity.actions import record
from app.bookings import queries
from app.bookings.actions import line
from app.bookings.models import Acceptance, Bookable, Pool, Score
from app.bookings.rules import MOST_ACCEPTED_A_SEAT, Answer, Assumed, Way
from app.db import db
from app.errors import Refused
from app.people.models import Person

SETTLED = dt.timedelta(days=1)
"""So long after the end nobody writes down any more who came."""


def accept(bookable: Bookable, *, number: int, assumed: Assumed, by: Person) -> Acceptance:
    """Accept so many people; what was assumed and expected is written down, so that it can be compared afterwards.

    The new places are offered to the line. Nobody loses a seat: raises Refused where more people hold one already.
    """
    pool = line.lock(bookable.id).total
    now = clock.now()
    seats = line.serve(bookable, now)
    if pool.capacity is None:
        raise Refused(_("Here the seats are not limited, so everybody is accepted anyway."))
    _refuse_unless_possible(number, pool.capacity, seats.promised)
    _refuse_while_drawn(number, pool)
    experience = queries.experience(bookable)
    outlook = queries.outlook(queries.answers_of(bookable), assumed, experience, most=number)
    expected = outlook.forecast(number, bookable.hall_limit or pool.capacity)
    learnt = experience.learnt[Answer.UNASKED]
    made = Acceptance(
        bookable_id=bookable.id,
        at=now,
        by_id=by.id,
        accepted=number,
        learnt_from=learnt.dates if learnt and assumed.others == learnt.range else 0,
        least_arrivals=expected.low,
        most_arrivals=expected.high,
        **assumed.columns,
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


def score_forecasts(now: dt.datetime | None = None) -> int:
    """Compare what was expected with who came, a day after the end, and keep that; returns at how many dates."""
    now = now or clock.now()
    made = db.session.scalars(queries.to_score(now - SETTLED)).all()
    for acceptance in made:
        _score(acceptance, now)
    db.session.flush()
    return len(made)


def _score(made: Acceptance, now: dt.datetime) -> None:
    """The last forecast: what was assumed with the last choice, for those who had a seat when the date began."""
    bookable = db.session.get_one(Bookable, made.bookable_id)
    had = queries.answers_of(bookable)
    people = sum(had.values())
    outlook = queries.outlook(had, made.assumed, queries.experience(bookable), most=people)
    expected = outlook.forecast(people, people)
    made.score = Score(
        at=now,
        coming=had[Answer.COMING],
        silent=had[Answer.SILENT],
        unasked=had[Answer.UNASKED],
        least_arrivals=expected.low,
        most_arrivals=expected.high,
        came=queries.came(made.bookable_id),
        walked_in=queries.came(made.bookable_id, way=Way.DOOR),
    )


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


def _refuse_while_drawn(number: int, pool: Pool) -> None:
    """Whoever knows the seed could otherwise choose with the number."""
    line.refuse_while_given(pool.bookable, "number")
    if pool.bookable.terms.is_being_drawn and number < (pool.capacity or 0) + pool.allowance:
        raise Refused(
            _("The list for the draw is fixed with its seats. Until they are given, there can’t be fewer."), "number"
        )
