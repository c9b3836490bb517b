"""Where dates take place."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import and_, func, or_, select

from app.bookings.models import Bookable, Span
from app.bookings.rules import room
from app.db import db

MOST_PLACES = 40
REMEMBERED = dt.timedelta(days=400)


def known_places(now: dt.datetime) -> Sequence[str]:
    """The places at which something takes place or did lately, the most frequent ones, by name; one statement."""
    often = (
        select(Bookable.place)
        .where(Bookable.part_of_id.is_(None), Bookable.starts_at > now - REMEMBERED)
        .group_by(Bookable.place)
        .order_by(func.count(Bookable.id).desc(), Bookable.place)
    )
    return sorted(place for place in db.session.scalars(often.limit(MOST_PLACES)) if room(place))


def taken_at(place: str, spans: Sequence[tuple[dt.datetime, dt.datetime]], but: int | None) -> list[Bookable]:
    """What else takes place in this room at one of these times, by date; one statement."""
    overlaps = or_(*(and_(Span.starts_at < end, Span.ends_at > start) for start, end in spans))
    found = select(Bookable).where(
        Bookable.cancelled_at.is_(None),
        Bookable.part_of_id.is_(None),
        Bookable.id.in_(select(Span.bookable_id).where(overlaps)),
    )
    wanted = room(place)
    others = db.session.scalars(found.order_by(Bookable.starts_at, Bookable.id)).all()
    return [one for one in others if one.id != but and wanted is not None and room(one.place) == wanted]
