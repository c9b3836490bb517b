"""Who waits for a date of a course, and how many do, as far as it may be said."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ScalarSelect, func, select

from app.courses.models import Course, DateWish, Session
from app.courses.queries.catalogue import is_offered
from app.db import db
from app.disclosure.models import Ledger
from app.people.models import Person
from app.people.queries import employed

REPORT = "date-wish"


@dataclass(frozen=True)
class Wished:
    """A course in the catalogue for which somebody waits, and the report in which they are counted."""

    slug: str
    title: str
    language: str
    report: str


def wants_date(course_id: int, person_id: int) -> bool:
    """Whether the person waits for a date; one statement."""
    return db.session.get(DateWish, (person_id, course_id)) is not None


def waiting(today: dt.date) -> dict[str, set[int]]:
    """Those who wait and still work here, by report; one statement."""
    people = employed(today).with_only_columns(Person.id).order_by(None)
    wishes = select(DateWish.course_id, _dates(DateWish.course_id), DateWish.person_id)
    found: dict[str, set[int]] = {}
    for course_id, dates, person_id in db.session.execute(wishes.where(DateWish.person_id.in_(people))):
        found.setdefault(_report(course_id, dates, today), set()).add(person_id)
    return found


def wished(today: dt.date) -> list[Wished]:
    """The courses for which somebody waits, by title; one statement."""
    query = (
        select(Course.slug, Course.title, Course.language, Course.id, _dates(Course.id))
        .where(is_offered(), Course.id.in_(select(DateWish.course_id)))
        .order_by(Course.search_title)
    )
    rows = db.session.execute(query)
    return [
        Wished(slug, title, spoken, _report(course_id, dates, today)) for slug, title, spoken, course_id, dates in rows
    ]


def reports_before(day: dt.date) -> Sequence[str]:
    """The reports of earlier months that are still open."""
    open_ones = select(Ledger.key).where(Ledger.key.startswith(f"{REPORT}/"), Ledger.salt.is_not(None))
    return db.session.scalars(open_ones.where(~Ledger.key.startswith(_of_month(day)))).all()


def _report(course_id: int, dates: int, day: dt.date) -> str:
    """People come and go, so there is a report for each month; after each date of the course others wait."""
    return f"{_of_month(day)}{course_id}/{dates}"


def _of_month(day: dt.date) -> str:
    return f"{REPORT}/{day:%Y-%m}/"


def _dates(course_id: Any) -> ScalarSelect[int]:
    """How many dates the course has had so far."""
    return select(func.count(Session.id)).where(Session.course_id == course_id).scalar_subquery()
