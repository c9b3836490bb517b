"""Sessions for those who plan, run and lead them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app.bookings.models import Bookable, Booking, Organiser
from app.bookings.queries import seats_of
from app.bookings.rules import Seats
from app.courses.models import Course, Session, SessionTrainer
from app.courses.queries.sessions import is_led_by, is_planned_by
from app.courses.rules import LOOKED_AT_BEFORE, lacking
from app.db import db
from app.people.viewer import Viewer


@dataclass(frozen=True)
class Planned:
    """A session as a line for those who plan it: its seats, and how many people are missing."""

    session: Session
    seats: Seats
    lacking: int


def sessions_to_edit(viewer: Viewer) -> Select[Session]:
    """All sessions for HR developers of the whole house, else those that the viewer runs: twin of `access.can_run`."""
    return _with_all().where(is_planned_by(viewer))


def sessions_to_attend(viewer: Viewer) -> Select[Session]:
    """The same, and those that the viewer leads: twin of `access.can_note_attendance`."""
    return _with_all().where(or_(is_planned_by(viewer), is_led_by(viewer)))


def seats_to_attend(viewer: Viewer) -> Select[Booking]:
    """The seats at those sessions, to note who was there."""
    return (
        select(Booking)
        .join(Booking.bookable)
        .join(Session, Session.bookable_id == Bookable.id)
        .where(or_(is_planned_by(viewer), is_led_by(viewer)))
        .options(contains_eager(Booking.bookable).selectinload(Bookable.spans), joinedload(Booking.person))
    )


def session_like(viewer: Viewer, course_id: int, session_id: int | None) -> Select[Session]:
    """This session of the course, to plan another one like it; without one the latest that was planned."""
    found = sessions_to_edit(viewer).where(Session.course_id == course_id)
    if session_id is not None:
        return found.where(Session.id == session_id)
    return found.order_by(Bookable.starts_at.desc(), Session.id.desc()).limit(1)


def session_of(bookable_id: int) -> Select[Session]:
    """The session of this bookable; no row where it belongs to something else."""
    return select(Session).where(Session.bookable_id == bookable_id)


def planned_by_house(now: dt.datetime) -> Select[Session]:
    """Every session that is not over, the next one first."""
    return _with_bookable().where(Bookable.ends_at > now).order_by(Bookable.starts_at, Session.id)


def planned_before(now: dt.datetime) -> Select[Session]:
    """Every session that is over, the latest one first."""
    return _with_bookable().where(Bookable.ends_at <= now).order_by(Bookable.starts_at.desc(), Session.id.desc())


def led_by(viewer: Viewer) -> Select[Session]:
    """What the viewer leads, the latest first."""
    return _with_bookable().where(is_led_by(viewer)).order_by(Bookable.starts_at.desc(), Session.id.desc())


def next_led(viewer: Viewer, now: dt.datetime) -> Select[Session]:
    """What the viewer leads next."""
    ahead = Bookable.ends_at > now, Bookable.cancelled_at.is_(None)
    return _with_bookable().where(is_led_by(viewer), *ahead).order_by(Bookable.starts_at, Session.id).limit(1)


def lines(sessions: Sequence[Session], now: dt.datetime) -> list[Planned]:
    """The lines of these sessions; one statement."""
    seats = seats_of([one.bookable_id for one in sessions], now) if sessions else {}
    return list(_lines(sessions, seats, now))


def short_of_people(now: dt.datetime) -> list[Planned]:
    """The sessions that begin soon and for which too few have signed up, by date; two statements."""
    soon = Bookable.starts_at > now, Bookable.starts_at <= now + LOOKED_AT_BEFORE
    asked = _with_bookable().where(Session.minimum.is_not(None), Bookable.cancelled_at.is_(None), *soon)
    found = db.session.scalars(asked.order_by(Bookable.starts_at, Session.id)).all()
    return [one for one in lines(found, now) if one.lacking]


def _lines(sessions: Iterable[Session], seats: dict[int, Seats], now: dt.datetime) -> Iterable[Planned]:
    for one in sessions:
        of_it, bookable = seats[one.bookable_id], one.bookable
        missing = 0 if bookable.cancelled_at else lacking(one.minimum, of_it, bookable.starts_at, now)
        yield Planned(one, of_it, missing)


def _with_bookable() -> Select[Session]:
    return (
        select(Session)
        .join(Session.bookable)
        .join(Session.course)
        .options(
            contains_eager(Session.bookable).selectinload(Bookable.spans),
            contains_eager(Session.course).load_only(Course.slug, Course.title, Course.language, Course.format),
            selectinload(Session.trainers).joinedload(SessionTrainer.person),
        )
    )


def _with_all() -> Select[Session]:
    return _with_bookable().options(
        contains_eager(Session.bookable).selectinload(Bookable.pools),
        contains_eager(Session.bookable).selectinload(Bookable.organisers).joinedload(Organiser.person),
    )
