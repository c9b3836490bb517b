"""Leaders who wait for a date of the seminar that has none, counted as on any night."""

import datetime as dt

from sqlalchemy import select

from app import clock
from app.courses import actions as courses
from app.courses.models import Course, DateWish
from app.courses.rules import Format
from app.db import db
from app.demo.staff import Staff

MOST_WAITING = 12
MORNING = dt.time(8, 30)


def wish(staff: Staff, today: dt.date) -> None:
    """The first heads of units by path wish for a date."""
    without_date = select(Course.id).where(
        Course.format == Format.SEMINAR, Course.retired_at.is_(None), ~Course.sessions.any()
    )
    for course_id in db.session.scalars(without_date.order_by(Course.id).limit(1)):
        for number, (_path, head) in enumerate(sorted(staff.heads.items())[:MOST_WAITING], start=1):
            at = clock.at(today - dt.timedelta(days=3 * number), MORNING)
            db.session.add(DateWish(person_id=head.id, course_id=course_id, wished_at=at))
    db.session.flush()
    courses.count_waiting()
