"""Units: from plain values to rows. The key decides, so that progress survives edits, moves and renames."""

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from app.competences.models import Competence
from app.content.origin import LEFT_ALONE, Verdict, verdict
from app.content.report import Report
from app.courses.library.origins import changed, release_origins, retire
from app.courses.library.reading import CourseText, Reading, UnitText
from app.courses.models import Course, Unit, UnitProof
from app.db import db


def apply(reading: Reading, courses: dict[str, Course], now: dt.datetime, report: Report) -> None:
    """Add and update units, and retire those whose file is gone."""
    wanted = [(courses[course.slug], unit) for course in reading.courses for unit in course.units]
    rows = {row.key: row for row in db.session.scalars(select(Unit).options(selectinload(Unit.proofs)))}
    competences = dict(db.session.execute(select(Competence.key, Competence.id)).all())
    release_origins(rows.values(), {unit.key: unit.source.path for _, unit in wanted}, "key")
    for course, unit in wanted:
        row = rows.get(unit.key)
        found = verdict(unit.source.hash, row)
        if row is None and course.edited_at is not None:
            report.note(Verdict.CONFLICT, unit.source.path)
            continue
        if row is None:
            row = _new(unit.key)
        if found not in LEFT_ALONE:
            row.origin, row.origin_hash = unit.source.path, unit.source.hash
            _write(row, unit, course, competences)
        report.note(changed(row, found), unit.source.path)
    retire(rows.values(), {unit.key for _, unit in wanted}, "key", now, report)
    db.session.flush()


def publish(text: CourseText, course: Course, now: dt.datetime) -> None:
    """Let the units of a course say what this text says; one that is no longer in it is retired, never deleted."""
    keys = [unit.key for unit in text.units]
    wanted = or_(Unit.course_id == course.id, Unit.key.in_(keys))
    rows = {row.key: row for row in db.session.scalars(select(Unit).where(wanted).options(selectinload(Unit.proofs)))}
    proven = [proof.competence for unit in text.units for proof in unit.proves]
    found = db.session.execute(select(Competence.key, Competence.id).where(Competence.key.in_(proven)))
    competences = dict(found.all())
    for unit in text.units:
        _write(rows.setdefault(unit.key, rows.get(unit.key) or _new(unit.key)), unit, course, competences)
    for row in rows.values():
        row.edited_at = now
        if row.key not in keys:
            row.retired_at = row.retired_at or now
    db.session.flush()


def _new(key: str) -> Unit:
    row = Unit(key=key)
    db.session.add(row)
    return row


def _write(row: Unit, unit: UnitText, course: Course, competences: Mapping[str, int]) -> None:
    row.course_id = course.id
    row.title, row.minutes, row.position = unit.title, unit.minutes, unit.position
    row.body_html, row.check = unit.body_html, unit.check
    row.retired_at = None
    wanted = {competences[proof.competence]: proof.level for proof in unit.proves}
    held = {proof.competence_id: proof for proof in row.proofs}
    row.proofs = [held.get(one) or UnitProof(competence_id=one, level=level) for one, level in wanted.items()]
    for proof in row.proofs:
        proof.level = wanted[proof.competence_id]
