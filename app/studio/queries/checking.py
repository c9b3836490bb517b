"""What is wrong with a text before it is published, and what could be better: the same as with a file."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from app.competences.models import Area, Competence, Level
from app.content.findings import Finding, Severity, errors, findings
from app.content.source import Problem
from app.content.style import HouseStyle
from app.courses.library import CourseText, Reading, Surroundings, media, missing_captions, problems_of, read_texts
from app.courses.models import Course, Prerequisite, Unit
from app.db import db
from app.pages.models import StaticPage
from app.qualifications import queries as qualifications
from app.qualifications.models import Qualification
from app.studio.models import Edition
from app.studio.queries.files import files_of, language_of
from app.text.media import Medium

LINK = re.compile(r"/courses/([\w-]+)(?:/units/([\w-]+))?")
"""A link of a text to a course, or to a unit of it."""


def check(edition: Edition, shown: Mapping[str, Medium] | None = None) -> tuple[CourseText | None, list[Problem]]:
    """The course in an edition, and all that keeps it from being published; seven statements at most.

    `shown` are its files as its texts show them; else as the catalogue will.
    """
    files = files_of(edition)
    if shown is None:
        shown = media(edition.slug, language_of(edition), files)
    course, problems = read_texts(edition.slug, edition.texts, shown)
    problems.extend(missing_captions(edition.slug, files))
    if course is not None:
        problems = [*problems, *problems_of(course, around([course])), *_shut_out([course])]
    return course, sorted(set(problems))


def hints(slug: str, texts: Mapping[str, str], house: HouseStyle) -> list[Finding]:
    """What could be better in these texts, measured by the style of the house; no statement."""
    files = {f"courses/{slug}/{path}": text for path, text in texts.items()}
    return [one for one in findings(files, house) if one.severity is Severity.HINT]


def check_together(courses: Sequence[CourseText]) -> list[Problem]:
    """What does not fit in courses that come together, among themselves and with those that are there."""
    there = around(courses)
    problems: list[Problem] = []
    for course in courses:
        others = [other for other in courses if other is not course]
        before = {other.slug: list(other.prerequisites) for other in others}
        units = {unit.key: other.slug for other in others for unit in other.units}
        among = replace(there, prerequisites={**there.prerequisites, **before}, units={**there.units, **units})
        problems.extend(problems_of(course, among))
    return [*problems, *_shut_out(courses)]


def _shut_out(courses: Sequence[CourseText]) -> list[Problem]:
    """What the content check does not let pass."""
    return [Problem(one.path, one.line, one.sentence) for one in errors(Reading(tuple(courses)).sources)]


def around(courses: Sequence[CourseText]) -> Surroundings:
    """What courses refer to, and lead to by way of that; of the others no more than is asked for."""
    links = [address for source in Reading(tuple(courses)).sources for address in LINK.findall(source.body)]
    keys = {unit.key for course in courses for unit in course.units} | {key for _slug, key in links if key}
    own = {course.slug for course in courses}
    before = {slug: others for slug, others in _prerequisites().items() if slug not in own}
    named = {slug for course in courses for slug in course.prerequisites}
    slugs = {*named, *before, *(slug for slug, _key in links)}
    is_other = (Course.retired_at.is_(None), Course.slug.not_in(own))
    there = set(db.session.scalars(select(Course.slug).where(Course.slug.in_(slugs), *is_other)))
    units = (
        select(Unit.key, Course.slug).join(Unit.course).where(Unit.retired_at.is_(None), Unit.key.in_(keys), *is_other)
    )
    return Surroundings(
        highest_levels=_highest_levels(),
        prerequisites={slug: before.get(slug, []) for slug in there},
        units=dict(db.session.execute(units).all()),
        pages={f"/pages/{page}" for page in db.session.scalars(select(StaticPage.slug))},
        qualifications=_qualifications(
            [key for course in courses for keys in course.qualifications.values() for key in keys]
        ),
    )


def _qualifications(keys: Collection[str]) -> set[str]:
    """Those of them that can be acquired; nothing is asked where the course names none."""
    if not keys:
        return set()
    return {one.key for one in db.session.scalars(qualifications.offered().where(Qualification.key.in_(keys)))}


def _prerequisites() -> dict[str, list[str]]:
    required = aliased(Course)
    pairs = (
        select(Course.slug, required.slug)
        .join(Prerequisite, Prerequisite.course_id == Course.id)
        .join(required, required.id == Prerequisite.required_id)
        .where(Course.retired_at.is_(None))
    )
    found: dict[str, list[str]] = {}
    for one, other in db.session.execute(pairs):
        found.setdefault(one, []).append(other)
    return found


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
