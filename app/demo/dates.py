"""The dated runs of seminars in the city, past and to come."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app import clock
from app.bookings.rules import Mode
from app.courses import actions as courses
from app.courses.models import Course, SessionTrainer
from app.courses.rules import Run
from app.db import db
from app.demo.library import CourseFacts
from app.demo.script import SeminarRun
from app.demo.seats import Offering

PAST = (-190, -420)


def past_runs(runs: Iterable[SeminarRun]) -> Iterator[SeminarRun]:
    """Earlier runs of the same seminars, one half and one more than a year ago."""
    seen: set[str] = set()
    for run in runs:
        if run.course not in seen:
            seen.add(run.course)
            yield from (replace(run, in_days=days + run.in_days) for days in PAST)


def schedule(run: SeminarRun, course: CourseFacts, today: dt.date, organiser: int, leading: int | None) -> Offering:
    """Set a run down in the calendar: its session, its seats and its meetings, and who of the house leads it."""
    first = run.first_day(today)
    days = [first + dt.timedelta(days=offset) for offset, _, _ in run.meetings]
    spans = [
        (clock.at(day, begins), clock.at(day, ends)) for day, (_, begins, ends) in zip(days, run.meetings, strict=True)
    ]
    closes_at = spans[0][0] - dt.timedelta(days=run.closes_days_before)
    said = {
        "spans": spans,
        "place": run.place,
        "seats": run.seats,
        "mode": Mode(run.mode),
        "closes_at": closes_at,
        "cancel_until": closes_at,
        "price_cents": run.price_cents,
        "organiser_ids": [organiser],
    }
    own = Run(trainer=run.trainer, minimum=run.minimum)
    session = courses.schedule(db.session.get_one(Course, course.id), own, said, by=None)
    if leading is not None:
        db.session.add(SessionTrainer(session_id=session.id, person_id=leading))
    return Offering(session.bookable, run.seats, days, is_past=first < today, session_id=session.id)
