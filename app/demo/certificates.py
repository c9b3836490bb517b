"""Certificates that people of the city have downloaded, of which one was wrong and is revoked."""

import datetime as dt
from collections.abc import Sequence
from random import Random

from flask import current_app
from sqlalchemy import or_, select

from app import clock
from app.certificates import queries
from app.certificates.models import Certificate
from app.certificates.rules import CODE_LETTERS, SERIAL_LETTERS, first_end, serial
from app.certificates.wording import Letterhead, words
from app.courses.models import Course, Enrolment, UnitProgress
from app.courses.rules import Format
from app.db import db
from app.demo.diary import Diary, workday
from app.demo.library import Library
from app.demo.staff import Staff
from app.text.language import speaking
from app.tokens import READABLE

HOLDER, DEVELOPER = "orga", "personalentwicklung"
COURSES = {"accessible-documents": 160, "email-code": 40}
"""What the holder has completed, so many days ago."""
MOST = 40
REASON = "Auf dem Papier stand ein alter Familienname."


def complete(hired: Staff, library: Library, diary: Diary) -> None:
    """Let one account complete courses, unit after unit on one day."""
    holder = hired.accounts.get(HOLDER)
    begun = {row["course_id"] for row in diary.rows.of(Enrolment) if holder and row["person_id"] == holder.id}
    for course in library.courses:
        if holder is None or course.slug not in COURSES or course.id in begun:
            continue
        day = workday(diary.today - dt.timedelta(days=COURSES[course.slug]))
        at = diary.moment(day)
        for unit in course.units:
            diary.rows.link(UnitProgress, person_id=holder.id, unit_id=unit, done_at=at)
        values = {"begun_at": at, "completed_on": day, "left_at": None, "session_id": None}
        diary.rows.add(Enrolment, person_id=holder.id, course_id=course.id, **values)
        for competence, level in course.outcomes.items():
            diary.prove(holder, competence, level, day, course.title)


def fill(hired: Staff, now: dt.datetime, chance: Random) -> None:
    """One account has a certificate for each course, the first of them revoked; so do a few others for some course."""
    certified = or_(Course.format == Format.SELF_PACED, Enrolment.session_id.is_not(None))
    completed = (
        select(Enrolment.id)
        .join(Enrolment.course)
        .where(certified, Enrolment.completed_on < clock.local(now).date())
        .order_by(Enrolment.completed_on, Enrolment.id)
    )
    holder = hired.accounts.get(HOLDER)
    own = db.session.scalars(completed.where(Enrolment.person_id == holder.id)).all() if holder else []
    others = [number for number in db.session.scalars(completed).all() if number not in own]
    issued = _issue([*own, *chance.sample(others, min(MOST, len(others)))], chance)
    if own and (developer := hired.accounts.get(DEVELOPER)):
        wrong = issued[0]
        wrong.revoked_at, wrong.revoked_by_id = max(wrong.issued_at, now - dt.timedelta(days=2)), developer.id
        wrong.reason, wrong.replaceable = REASON, True
    db.session.add_all(issued)
    db.session.flush()


def _issue(numbers: Sequence[int], chance: Random) -> list[Certificate]:
    found = db.session.scalars(select(Enrolment).where(Enrolment.id.in_(numbers)))
    by_number = {one.id: queries.completion_of(one.person_id, one.course_id) for one in found}
    with speaking("de"):
        return [_certificate(completion, chance) for number in numbers if (completion := by_number[number])]


def _certificate(completion: queries.Completion, chance: Random) -> Certificate:
    issued_at = clock.at(completion.day, dt.time(17, chance.randint(0, 59)))
    number = serial(completion.day.year, _letters(SERIAL_LETTERS, chance))
    given = db.session.scalars(queries.given_by(completion)).all()
    head = Letterhead(current_app.config["OPERATOR"], current_app.config["LETTERHEAD"])
    return Certificate(
        person_id=completion.enrolment.person_id,
        course_id=completion.enrolment.course_id,
        completed_on=completion.day,
        serial=number,
        code=_letters(CODE_LETTERS, chance),
        language="de",
        words=words(completion, given, head, serial=number, issued_at=issued_at),
        issued_at=issued_at,
        valid_until=first_end(one.valid_until for one in given),
    )


def _letters(count: int, chance: Random) -> str:
    return "".join(chance.choices(READABLE, k=count))
