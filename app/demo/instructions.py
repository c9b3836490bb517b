"""What people of the city must, and have done: most of it, some are open, few are late."""

import datetime as dt
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.courses.models import Course, CourseQualification, Enrolment
from app.demo.diary import workday
from app.demo.rows import Rows
from app.demo.staff import Employee
from app.mandatory.models import Rule
from app.qualifications.models import Holding, Qualification
from app.qualifications.rules import Effect, Source, last_day

SINCE = {"occupational-safety": 700, "data-protection": 800, "information-security": 35}
"""The rules for everybody that are on, by qualification, with since how many days."""
PREVIEW = "equal-treatment"
DUE, REMIND = 60, 30
SHARE = {"occupational-safety": 0.985, "data-protection": 0.985, "information-security": 0.75}
"""How many hold it."""
LATE = 0.015
FIRST_AIDERS = 0.05
ONE_OF_US = "beschaeftigte"
"""The account whose safety instruction ends soon, and who has not yet done what was demanded last."""
DETAIL = {
    "occupational-safety": "Unterweisung vor Ort",
    "data-protection": "Präsenzunterweisung",
    "information-security": "Präsenzunterweisung",
    "first-aider": "Aus- oder Fortbildung",
}


def fill(session: Session, everybody: Sequence[Employee], rows: Rows, today: dt.date, chance: Random) -> None:
    """Switch rules on, and note what people hold by old records and by courses that they have completed."""
    kinds = {one.key: one for one in session.scalars(select(Qualification).where(Qualification.retired_at.is_(None)))}
    for key in (*SINCE, PREVIEW):
        if key in kinds:
            on_since = today - dt.timedelta(days=SINCE[key]) if key in SINCE else None
            whom = {"unit_id": None, "family_id": None}
            rows.add(Rule, qualification_id=kinds[key].id, due_days=DUE, remind_days=REMIND, on_since=on_since, **whom)
    for employee in everybody:
        for key in (*SINCE, "first-aider"):
            if key in kinds and (since := _since(employee, kinds[key], today, chance)):
                _hold(rows, employee.id, kinds[key], since, Source.RECORD, DETAIL[key])
    _by_courses(session, kinds, rows)


def _since(employee: Employee, kind: Qualification, today: dt.date, chance: Random) -> dt.date | None:
    """From when somebody holds it; None: they never did. Few are late, and nobody held it before they came."""
    share, late = SHARE.get(kind.key, FIRST_AIDERS), chance.random() < LATE
    lasts = (kind.valid_months or 120) * 30
    ago = lasts + chance.randint(10, 60) if late else chance.randint(5, lasts - 40)
    if employee.account == ONE_OF_US and kind.key == "occupational-safety":
        ago = lasts - 12
    elif (employee.account == ONE_OF_US and kind.key == "information-security") or chance.random() >= share:
        return None
    day = workday(today - dt.timedelta(days=ago))
    began = employee.entered_on + dt.timedelta(days=14)
    return max(day, began) if began < today else None


def _by_courses(session: Session, kinds: Mapping[str, Qualification], rows: Rows) -> None:
    given = session.execute(
        select(CourseQualification.course_id, CourseQualification.qualification_id, Course.title, Course.slug)
        .join(Course, Course.id == CourseQualification.course_id)
        .where(CourseQualification.effect == Effect.GRANTS)
        .order_by(CourseQualification.course_id)
    ).all()
    by_id = {one.id: one for one in kinds.values()}
    for enrolment in rows.of(Enrolment):
        for course_id, number, title, slug in given:
            if enrolment["course_id"] == course_id and enrolment["completed_on"] and number in by_id:
                day, path = enrolment["completed_on"], f"/courses/{slug}"
                _hold(rows, enrolment["person_id"], by_id[number], day, Source.COURSE, title, path)


def _hold(
    rows: Rows,
    person_id: int,
    kind: Qualification,
    since: dt.date,
    source: Source,
    detail: str,
    path: str | None = None,
) -> None:
    held: dict[str, Any] = {"since": since, "valid_until": last_day(since, kind.valid_months), "source": source}
    told = {"detail": detail, "path": path, "recorded_at": rows.now, "recorded_by_id": None, "retracts_id": None}
    rows.add(Holding, person_id=person_id, qualification_id=kind.id, **held, **told)
