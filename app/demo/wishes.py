"""Who waits for a date of a seminar that has none."""

from collections.abc import Iterable

from app.courses import actions as courses
from app.courses.models import DateWish
from app.db import db
from app.demo.diary import Diary
from app.demo.library import CourseFacts
from app.demo.staff import Staff

COURSE, NUMBER = "ordering-work", 17


def wait(known: Iterable[CourseFacts], hired: Staff, diary: Diary) -> None:
    """Let some people wait, by chance, and count them as each night does; the people of the accounts keep out."""
    able = [employee.id for employee in hired.everybody if not employee.account]
    for course in known:
        if course.slug == COURSE:
            for person_id in diary.chance.sample(able, min(NUMBER, len(able))):
                wished_at = diary.moment(diary.before(20))
                db.session.add(DateWish(person_id=person_id, course_id=course.id, wished_at=wished_at))
    db.session.flush()
    courses.count_waiting()
