"""What is wrong with a text before it is published: the same as with a file."""

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from app.competences.models import Area, Competence, Level
from app.content.source import Problem
from app.courses.library import CourseText, Surroundings, media_of, read_one
from app.courses.models import Course, Prerequisite, Unit
from app.db import db
from app.pages.models import StaticPage


def check(slug: str, texts: Mapping[str, str]) -> tuple[CourseText | None, list[Problem]]:
    """The course in these texts, and all that keeps it from being published."""
    return read_one(slug, texts, surroundings(slug))


def surroundings(slug: str) -> Surroundings:
    """What a course can refer to: competences, the other courses and their units, pages, its files; six statements."""
    slugs = db.session.scalars(select(Course.slug).where(Course.retired_at.is_(None)))
    prerequisites: dict[str, list[str]] = {one: [] for one in slugs}
    required = aliased(Course)
    pairs = (
        select(Course.slug, required.slug)
        .join(Prerequisite, Prerequisite.course_id == Course.id)
        .join(required, required.id == Prerequisite.required_id)
        .where(Course.retired_at.is_(None))
    )
    for one, other in db.session.execute(pairs):
        prerequisites[one].append(other)
    prerequisites.pop(slug, None)
    units = (
        select(Unit.key, Course.slug)
        .join(Unit.course)
        .where(Unit.retired_at.is_(None), Course.retired_at.is_(None), Course.slug != slug)
    )
    return Surroundings(
        highest_levels=_highest_levels(),
        prerequisites=prerequisites,
        units=dict(db.session.execute(units).all()),
        pages={f"/pages/{page}" for page in db.session.scalars(select(StaticPage.slug))},
        media=media_of(slug),
    )


def keys_taken() -> set[str]:
    """The keys that units have or had."""
    return set(db.session.scalars(select(Unit.key)))


def _highest_levels() -> dict[str, int]:
    query = (
        select(Competence.key, func.max(Level.number))
        .join(Competence.area)
        .join(Level, Level.framework_id == Area.framework_id)
        .where(Competence.retired_at.is_(None))
        .group_by(Competence.key)
    )
    return dict(db.session.execute(query).all())
