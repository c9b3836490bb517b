"""A larger catalogue and more events than there are texts for: further runs of the real ones, numbered."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import joinedload, selectinload

from app.bookings.models import Bookable
from app.bookings.rules import Description, Mode
from app.courses.models import Course, Outcome, Unit
from app.db import Base, db
from app.demo import afterwards
from app.demo.script import SeminarRun
from app.events import actions as events
from app.events.models import Event
from app.events.rules import Text
from app.people.models import Person
from app.text.folding import shadow

ITS_OWN = {"id", "origin", "origin_hash", "edited_at"}


def fill_catalogue(wanted: int, runs: Sequence[SeminarRun]) -> list[SeminarRun]:
    """Add courses until there are so many; returns the runs of the real seminars and of their copies."""
    options = (selectinload(Course.units), selectinload(Course.outcomes))
    real = db.session.scalars(
        select(Course).where(Course.retired_at.is_(None)).options(*options).order_by(Course.slug)
    ).all()
    found = list(runs)
    for number, course in zip(range(wanted - len(real)), cycle(real), strict=False) if real else ():
        turn = 2 + number // len(real)
        copy = _copy_course(course, turn)
        found += [
            replace(run, course=copy.slug, in_days=run.in_days + 9 * (turn - 1))
            for run in runs
            if run.course == course.slug
        ]
    db.session.flush()
    return found


def fill_events(wanted: int, organiser: Person) -> None:
    """Add events until there are so many, each some weeks after the one before; a series counts once."""
    known = db.session.scalars(select(Event).options(joinedload(Event.bookable)).order_by(Event.key)).all()
    there = len({event.series_id or -event.id for event in known})
    real = [event for event in known if _can_come_again(event)]
    for number, event in zip(range(wanted - there), cycle(real), strict=False) if real else ():
        turn = 2 + number // len(real)
        text = Text(f"{event.key}-{turn}", f"{event.title} {turn}", event.summary, event.body)
        shifted = _shifted(event.bookable, dt.timedelta(weeks=3 * (turn - 1)), text, organiser)
        events.publish(events.create(text, shifted, by=organiser), by=organiser)


def _copy_course(course: Course, turn: int) -> Course:
    title = f"{course.title} ({turn})"
    copy = Course(**_values(course) | {"slug": f"{course.slug}-{turn}", "title": title, "search_title": shadow(title)})
    copy.outcomes = [Outcome(**_values(outcome, "course_id")) for outcome in course.outcomes]
    db.session.add(copy)
    db.session.flush()
    for unit in course.units:
        db.session.add(Unit(**_values(unit) | {"course_id": copy.id, "key": f"{unit.key}-{turn}"}))
    return copy


def _shifted(bookable: Bookable, by: dt.timedelta, text: Text, organiser: Person) -> Description:
    return Description(
        kind=bookable.kind,
        calendar_uid=f"event-{text.key}",
        title=text.title,
        path="",
        place=bookable.place,
        spans=[(span.starts_at + by, span.ends_at + by) for span in bookable.spans],
        seats=bookable.pools[0].capacity,
        mode=bookable.mode,
        closes_at=bookable.closes_at + by,
        cancel_until=bookable.cancel_until + by,
        has_waitlist=bookable.has_waitlist,
        decide_within_days=bookable.decide_within_days,
        undecided=bookable.undecided,
        organiser_ids=[organiser.id],
    )


def _values(row: Base, *but: str) -> dict[str, Any]:
    """The columns of a row that a copy takes over."""
    names = inspect(type(row)).column_attrs.keys()
    return {name: getattr(row, name) for name in names if name not in ITS_OWN and name not in but}


def _can_come_again(event: Event) -> bool:
    """Not what is decided by lots, comes again by itself, or stands for what is over."""
    return event.bookable.mode is not Mode.DRAW and event.series_id is None and event.key != afterwards.KEY
