"""How the times of a bookable are said, how it stands, and whom a quota counts."""

import datetime as dt

from flask_babel import ngettext

from app import clock
from app.bookings.models import Bookable, Pool
from app.bookings.rules import (
    Limited,
    Mode,
    Seats,
    applied_sentence,
    draw_sentence,
    line_sentence,
    serves_line,
    taken_sentence,
)
from app.people.labels import GRADES
from app.people.rules import Grade
from app.web.formats import day, long_day, span

MOST_LINES = 4


def meetings(bookable: Bookable) -> list[str]:
    """When it takes place: a line for each meeting; where there are many, the first, the last and their number."""
    if _day(bookable.starts_at) == _day(bookable.ends_at) or not bookable.spans:
        return [span(bookable.starts_at, bookable.ends_at)]
    lines = [span(one.starts_at, one.ends_at) for one in bookable.spans]
    if len(lines) <= MOST_LINES:
        return lines
    return [
        lines[0],
        ngettext(
            "%(num)d meeting until %(day)s",
            "%(num)d meetings until %(day)s",
            len(lines),
            day=long_day(bookable.ends_at),
        ),
    ]


def standing(bookable: Bookable, seats: Seats, applied: int, now: dt.datetime) -> tuple[str, str]:
    """How it stands, and what comes next: the draw first where lots decide, and then the waitlist."""
    terms = bookable.terms
    if bookable.mode_now is not Mode.DRAW or not serves_line(terms, now):
        return taken_sentence(seats), line_sentence(seats, terms, now)
    seed_on = day(bookable.draw.seed_on) if bookable.draw else ""
    is_closed = now >= bookable.closes_at
    return applied_sentence(seats, applied), draw_sentence(bookable.draw_stage, seed_on, is_closed=is_closed)


def group(pool: Pool) -> str:
    """Whom a quota counts: "Jugendamt, clerks"."""
    return _group(pool.unit.name if pool.unit else None, pool.grade)


def limited(one: Limited) -> str:
    """How many seats a group may have: "Jugendamt, clerks: 3 seats at most"."""
    return f"{_group(one.unit, one.grade)}: {ngettext('%(num)d seat at most', '%(num)d seats at most', one.most)}"


def _group(unit: str | None, grade: Grade | None) -> str:
    return ", ".join(one for one in (unit, str(GRADES[grade]) if grade else None) if one)


def _day(moment: dt.datetime) -> dt.date:
    return clock.local(moment).date()
