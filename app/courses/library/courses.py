"""Courses: from plain values to rows."""

import datetime as dt

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from app.competences.models import Competence
from app.content.origin import LEFT_ALONE, verdict
from app.content.report import Report
from app.courses.labels import topic_words
from app.courses.library.origins import changed, release_origins, retire
from app.courses.library.reading import CourseText, Reading
from app.courses.models import Course, CourseQualification, Outcome, Unit
from app.courses.rules import Format
from app.db import db
from app.qualifications.models import Qualification
from app.text.folding import shadow


def apply(reading: Reading, now: dt.datetime, report: Report) -> dict[str, Course]:
    """Add and update courses, retire those whose file is gone; all courses by slug."""
    rows = {row.slug: row for row in db.session.scalars(_all())}
    release_origins(rows.values(), {course.slug: course.source.path for course in reading.courses}, "slug")
    competences = {row.key: row for row in db.session.scalars(select(Competence).options(joinedload(Competence.area)))}
    kinds = dict(db.session.execute(select(Qualification.key, Qualification.id)).all())
    taken_over = []
    for course in reading.courses:
        row = rows.get(course.slug)
        found = verdict(course.source.hash, row)
        if row is None:
            row = rows[course.slug] = _new(course.slug)
        if found not in LEFT_ALONE:
            row.origin, row.origin_hash = course.source.path, course.source.hash
            _write(row, course, now, competences, kinds)
            taken_over.append(course)
        report.note(changed(row, found), course.source.path)
    retire(rows.values(), {course.slug for course in reading.courses}, "slug", now, report)
    for course in taken_over:
        rows[course.slug].prerequisites = [rows[slug] for slug in course.prerequisites]
    db.session.flush()
    return rows


def publish(course: CourseText, now: dt.datetime) -> Course:
    """Let the catalogue say what this text says; from now on files leave the course alone."""
    keys = [outcome.competence for outcome in course.outcomes]
    named = select(Competence).where(Competence.key.in_(keys)).options(joinedload(Competence.area))
    competences = {one.key: one for one in db.session.scalars(named)}
    before = list(db.session.scalars(select(Course).where(Course.slug.in_(course.prerequisites))))
    wanted = [key for keys in course.qualifications.values() for key in keys]
    kinds = dict(
        db.session.execute(select(Qualification.key, Qualification.id).where(Qualification.key.in_(wanted))).all()
    )
    row = db.session.scalars(_all().where(Course.slug == course.slug)).one_or_none() or _new(course.slug)
    _write(row, course, now, competences, kinds)
    row.edited_at = now
    row.prerequisites = before
    db.session.flush()
    return row


def derive(rows: dict[str, Course]) -> None:
    """Write what follows from the rows: effort of self-paced courses, and the text in which they are searched."""
    minutes: dict[int, int] = {}
    for course_id, more in db.session.execute(select(Unit.course_id, Unit.minutes).where(Unit.retired_at.is_(None))):
        minutes[course_id] = minutes.get(course_id, 0) + more
    for row in rows.values():
        if row.format is Format.SELF_PACED:
            row.effort_minutes = minutes.get(row.id, 0)
        row.search_title, row.search_text = searched(row)
    db.session.flush()


def searched(course: Course) -> tuple[str, str]:
    """The folded title, and everything a course is found by, folded."""
    led_to = [named for outcome in course.outcomes for named in (outcome.competence, outcome.competence.area)]
    competences = [title for named in led_to for title in (named.title, named.title_en)]
    texts = [course.title, course.summary, *course.abilities, course.audience, course.provider or ""]
    return shadow(course.title), shadow(*texts, *competences, *topic_words(course.topic))


def _new(slug: str) -> Course:
    row = Course(slug=slug, effort_minutes=0, search_title="", search_text="")
    db.session.add(row)
    return row


def _all() -> Select[Course]:
    return select(Course).options(
        selectinload(Course.outcomes).joinedload(Outcome.competence).joinedload(Competence.area),
        selectinload(Course.prerequisites),
        selectinload(Course.qualifications),
    )


def _write(
    row: Course, course: CourseText, now: dt.datetime, competences: dict[str, Competence], kinds: dict[str, int]
) -> None:
    for name, value in course.values.items():
        if name != "effort_minutes" or course.format is not Format.SELF_PACED:
            setattr(row, name, value)
    row.published_at = row.published_at or now
    row.retired_at = None
    held = {outcome.competence.key: outcome for outcome in row.outcomes}
    row.outcomes = [
        held.get(wanted.competence) or Outcome(competence=competences[wanted.competence]) for wanted in course.outcomes
    ]
    for outcome, wanted in zip(row.outcomes, course.outcomes, strict=True):
        outcome.from_level, outcome.to_level = wanted.from_level, wanted.to_level
    known = {(one.qualification_id, one.effect): one for one in row.qualifications}
    pairs = sorted({(kinds[key], effect) for effect, keys in course.qualifications.items() for key in keys})
    row.qualifications = [
        known.get((kind, effect)) or CourseQualification(qualification_id=kind, effect=effect) for kind, effect in pairs
    ]
