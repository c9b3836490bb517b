"""A person's way through courses."""

from sqlalchemy import Select, select

from app.courses.models import Enrolment
from app.courses.rules import Stage, stage
from app.db import db


def enrolment_of(person_id: int, course_id: int) -> Select[Enrolment]:
    """The person's enrolment in a course; no row where they never began."""
    return select(Enrolment).where(Enrolment.person_id == person_id, Enrolment.course_id == course_id)


def locked_enrolment(person_id: int, course_id: int) -> Select[Enrolment]:
    """The same, locked until the transaction ends, so that two clicks at once count as one."""
    return enrolment_of(person_id, course_id).with_for_update().execution_options(populate_existing=True)


def stage_of(enrolment: Enrolment | None) -> Stage:
    """Where somebody with this enrolment stands."""
    if enrolment is None:
        return Stage.NOT_BEGUN
    return stage(enrolment.begun_at, enrolment.completed_on, enrolment.left_at)


def completed_course_ids(person_id: int) -> set[int]:
    """The courses that the person has completed."""
    query = select(Enrolment.course_id).where(Enrolment.person_id == person_id, Enrolment.completed_on.is_not(None))
    return set(db.session.scalars(query))
