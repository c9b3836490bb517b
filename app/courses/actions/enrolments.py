"""A person's way through a self-paced course."""

import datetime as dt
from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from app import clock
from app.activity.actions import record
from app.competences.actions import add_evidence
from app.competences.rules import Kind
from app.courses import queries, rules
from app.courses.actions.qualifying import qualify, refuse_unqualified
from app.courses.models import Course, Enrolment, Unit, UnitProgress
from app.courses.rules import Format, Stage
from app.db import db
from app.errors import Refused
from app.people.actions import take_turns
from app.people.models import Person
from app.qualifications.rules import Effect


def begin(course: Course, person: Person) -> Enrolment:
    """Open the person's way through a course, or take it up again; what was done before counts."""
    if course.format is not Format.SELF_PACED:
        raise Refused(_("This course can’t be begun here. Its page says how to take part."))
    enrolment = db.session.scalars(queries.locked_enrolment(person.id, course.id)).one_or_none()
    if enrolment is None:
        refuse_unqualified(course, person, clock.today())
        enrolment = open_way(course, person)
    elif enrolment.left_at is not None:
        enrolment.left_at = None
        record(person, "courses.resumed", enrolment, course=course.id)
    _complete_when_through(enrolment, course, person)
    db.session.flush()
    return enrolment


def finish(unit: Unit, person: Person, *, given: Sequence[Sequence[str]] = ()) -> Enrolment | None:
    """Mark a unit as done where its check is passed; after the last one the course is completed.

    The answers are judged and forgotten (R42). A test alone doesn't begin the course: some can do it already.
    """
    if not rules.is_passed(rules.questions(unit.check), given):
        raise Refused(_("Not every question is answered correctly yet."))
    take_turns(person)
    _note(unit, person)
    if unit.proofs:
        _prove_test(unit, person)
        enrolment = db.session.scalars(queries.locked_enrolment(person.id, unit.course_id)).one_or_none()
        if queries.stage_of(enrolment) in (Stage.NOT_BEGUN, Stage.LEFT):
            return enrolment
    return begin(unit.course, person)


def repeat(course: Course, person: Person) -> Enrolment:
    """Let the person go through a course once more that they have completed, where that renews what they hold.

    It stays completed since the first time.
    """
    enrolment = db.session.scalars(queries.locked_enrolment(person.id, course.id)).one_or_none()
    _reached, bearings = queries.leads_to(course.id, person.id, clock.today())
    given = [one for one in bearings if one.effect is not Effect.REQUIRES]
    if enrolment is None or enrolment.completed_on is None or not any(one.is_worth_repeating for one in given):
        raise Refused(_("There is nothing to renew: what this course gives you holds for longer."))
    if enrolment.again_since is None:
        enrolment.again_since = clock.now()
        record(person, "courses.begun_again", enrolment, course=course.id)
        db.session.flush()
    return enrolment


def leave(course: Course, person: Person) -> Enrolment | None:
    """End the way without completing it; the progress is kept, and the course can be taken up again."""
    enrolment = db.session.scalars(queries.locked_enrolment(person.id, course.id)).one_or_none()
    if enrolment is None or enrolment.left_at is not None:
        return enrolment
    if enrolment.completed_on is not None:
        raise Refused(_("You have completed this course already, so there is nothing to leave."))
    enrolment.left_at = clock.now()
    record(person, "courses.left", enrolment, course=course.id)
    db.session.flush()
    return enrolment


def open_way(course: Course, person: Person) -> Enrolment:
    """A new enrolment, or the one that another click has made in the meantime."""
    enrolment = Enrolment(person_id=person.id, course_id=course.id, begun_at=clock.now())
    try:
        with db.session.begin_nested():
            db.session.add(enrolment)
            db.session.flush()
    except IntegrityError:
        return db.session.scalars(queries.locked_enrolment(person.id, course.id)).one()
    record(person, "courses.begun", enrolment, course=course.id)
    return enrolment


def _complete_when_through(enrolment: Enrolment, course: Course, person: Person) -> None:
    """Complete the course once every unit is done, and record what it proves."""
    if queries.stage_of(enrolment) is not Stage.BEGUN and enrolment.again_since is None:
        return
    if not rules.is_complete(queries.steps_of(course.id, person.id)):
        return
    day = clock.today()
    enrolment.completed_on, enrolment.again_since = enrolment.completed_on or day, None
    prove(course, person, course.title, day)
    qualify(course, person, day)
    record(person, "courses.completed", enrolment, course=course.id)


def _note(unit: Unit, person: Person) -> None:
    """Note that the unit is done; of somebody who goes through the course once more, when they did it last."""
    progress = db.session.get(UnitProgress, (person.id, unit.id))
    if progress is None:
        db.session.add(UnitProgress(person_id=person.id, unit_id=unit.id, done_at=clock.now()))
    else:
        progress.done_at = clock.now()
    db.session.flush()


def _prove_test(unit: Unit, person: Person) -> None:
    """Record the levels that a passed test shows, on each day once; whoever passes it again later shows them anew."""
    source = f"{unit.title} ({unit.course.title})"
    for proof in queries.proofs_of(unit.course_id):
        if proof.unit_id == unit.id:
            day = clock.today()
            add_evidence(person, proof.competence_id, proof.level, kind=Kind.TEST, source=source, observed_on=day)


def prove(course: Course, person: Person, source: str, day: dt.date, *, kind: Kind = Kind.COMPLETION) -> None:
    """Record the levels that a completed course leads to."""
    for outcome in queries.outcomes_of(course.id):
        add_evidence(
            person,
            outcome.competence_id,
            outcome.to_level,
            kind=kind,
            source=source,
            observed_on=day,
        )
