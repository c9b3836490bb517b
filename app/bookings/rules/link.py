"""Who sees the link to take part from elsewhere, and when."""

import datetime as dt

from app.bookings.rules.admission import Terms
from app.bookings.rules.states import State

BEFORE = dt.timedelta(minutes=15)


def link_from(terms: Terms) -> dt.datetime:
    """From when the link is shown."""
    return terms.starts_at - BEFORE


def shows_link(state: State | None, terms: Terms, now: dt.datetime) -> bool:
    """Whether somebody sees it: who has a seat, from a quarter of an hour before the beginning until the end."""
    is_over = terms.ends_at is not None and now >= terms.ends_at
    return state is State.CONFIRMED and not terms.is_cancelled and now >= link_from(terms) and not is_over
