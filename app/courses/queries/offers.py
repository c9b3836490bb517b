"""What leads to a competence: for proposals of the packages above."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from app import clock
from app.courses.models import Course, Outcome, Prerequisite
from app.courses.queries.catalogue import is_offered
from app.courses.queries.sessions import Date, dates_of, first_dates
from app.courses.rules import Format
from app.db import db
from app.people.viewer import Viewer


@dataclass(frozen=True)
class Offer:
    """A course that leads to one of the competences asked for."""

    course_id: int
    slug: str
    title: str
    format: Format
    minutes: int
    outcomes: Mapping[int, tuple[int, int]]
    requires: frozenset[int]
    next_date: Date | None


def courses_for_competences(
    competence_ids: Collection[int], viewer: Viewer, now: dt.datetime | None = None
) -> list[Offer]:
    """The courses of the catalogue that lead to these competences, by title; four statements.

    `outcomes` holds (from level, to level) by competence, for those asked for; `requires` the courses to do before.
    """
    query = (
        select(
            Course.id,
            Course.slug,
            Course.title,
            Course.format,
            Course.effort_minutes,
            Outcome.competence_id,
            Outcome.from_level,
            Outcome.to_level,
        )
        .join(Outcome, Outcome.course_id == Course.id)
        .where(is_offered(), Outcome.competence_id.in_(competence_ids))
        .order_by(Course.search_title, Course.id)
    )
    courses: dict[int, tuple[str, str, Format, int]] = {}
    outcomes: dict[int, dict[int, tuple[int, int]]] = {}
    for course_id, slug, title, format, minutes, competence_id, *levels in db.session.execute(query):
        courses[course_id] = (slug, title, format, minutes)
        outcomes.setdefault(course_id, {})[competence_id] = (levels[0], levels[1])
    dates = first_dates(dates_of(viewer, list(courses), now or clock.now()))
    required = _required_by(courses)
    return [
        Offer(course_id, *facts, outcomes[course_id], frozenset(required.get(course_id, ())), dates.get(course_id))
        for course_id, facts in courses.items()
    ]


def _required_by(course_ids: Collection[int]) -> dict[int, set[int]]:
    query = select(Prerequisite.course_id, Prerequisite.required_id).where(Prerequisite.course_id.in_(course_ids))
    found: dict[int, set[int]] = {}
    for course_id, required_id in db.session.execute(query):
        found.setdefault(course_id, set()).add(required_id)
    return found
