"""What courses lead to, when competences are replaced by others."""

from collections.abc import Mapping

from sqlalchemy import select

from app.courses.models import Outcome, UnitProof
from app.db import db


def follow_competences(replaced: Mapping[int, int | None], highest: int) -> None:
    """Let courses lead to what has taken the place of their competences; where two become one, both count once."""
    outcomes = db.session.scalars(select(Outcome).where(Outcome.competence_id.in_(replaced))).all()
    gone = [(one.course_id, replaced[one.competence_id], one.from_level, one.to_level) for one in outcomes]
    for outcome in outcomes:
        db.session.delete(outcome)
    db.session.flush()
    for course_id, competence_id, from_level, to_level in gone:
        to_level = min(to_level, highest)
        if competence_id is None or from_level >= to_level:
            continue
        found = db.session.get(Outcome, (course_id, competence_id))
        if found is None:
            found = Outcome(course_id=course_id, competence_id=competence_id, from_level=from_level, to_level=to_level)
            db.session.add(found)
        found.from_level, found.to_level = min(found.from_level, from_level), max(found.to_level, to_level)
        db.session.flush()
    _let_tests_follow(replaced, highest)


def _let_tests_follow(replaced: Mapping[int, int | None], highest: int) -> None:
    """Let tests prove what has taken the place of their competences; where two become one, the higher level."""
    proofs = db.session.scalars(select(UnitProof).where(UnitProof.competence_id.in_(replaced))).all()
    levels: dict[tuple[int, int], int] = {}
    for proof in proofs:
        if (competence_id := replaced[proof.competence_id]) is not None:
            key = proof.unit_id, competence_id
            levels[key] = max(levels.get(key, 0), min(proof.level, highest))
        db.session.delete(proof)
    db.session.flush()
    for (unit_id, competence_id), level in levels.items():
        db.session.merge(UnitProof(unit_id=unit_id, competence_id=competence_id, level=level))
    db.session.flush()
