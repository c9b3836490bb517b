"""Units: from plain values to rows. The key decides, so that progress survives edits, moves and renames."""

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.competences.models import Competence
from app.content.origin import LEFT_ALONE, verdict
from app.content.report import Report
from app.courses.library.origins import changed, release_origins, retire
from app.courses.library.reading import Reading, UnitText
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
        if row is None:
            row = Unit(key=unit.key)
            db.session.add(row)
        if found not in LEFT_ALONE:
            _write(row, unit, course, competences)
        report.note(changed(row, found), unit.source.path)
    retire(rows.values(), {unit.key for _, unit in wanted}, "key", now, report)
    db.session.flush()


def _write(row: Unit, unit: UnitText, course: Course, competences: Mapping[str, int]) -> None:
    row.origin, row.origin_hash = unit.source.path, unit.source.hash
    row.course_id = course.id
    row.title, row.minutes, row.position = unit.title, unit.minutes, unit.position
    row.body_html, row.check = unit.body_html, unit.check
    row.retired_at = None
    wanted = {competences[proof.competence]: proof.level for proof in unit.proves}
    held = {proof.competence_id: proof for proof in row.proofs}
    row.proofs = [held.get(one) or UnitProof(competence_id=one, level=level) for one, level in wanted.items()]
    for proof in row.proofs:
        proof.level = wanted[proof.competence_id]
