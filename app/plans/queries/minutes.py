"""What fits into a few minutes: the next unit of the plan."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, select

from app.courses.models import Course, Enrolment, Unit
from app.courses.queries import next_units
from app.courses.queries.catalogue import is_offered
from app.db import db
from app.plans.models import Plan, PlanItem

CHOICES = (5, 15, 30)


@dataclass(frozen=True)
class Fitting:
    """A unit that fits, and whether its course was begun; one that was not begins with the same click."""

    course_slug: str
    course_title: str
    key: str
    title: str
    minutes: int
    is_begun: bool


def next_fitting(person_id: int, minutes: int) -> Fitting | None:
    """The next unit that fits into so many minutes.

    Courses of the plan that were begun come first, in the order of the plan, then those not begun yet, and last what
    the person has begun outside the plan; two statements.
    """
    rows = [row for row in db.session.execute(_planned(), {"person_id": person_id}) if row.course_id is not None]
    order = {row.course_id: place for place, row in enumerate(rows)}
    begun = [unit for unit in next_units(person_id) if unit.minutes <= minutes]
    begun.sort(key=lambda unit: order.get(unit.course_id, len(order)))
    in_plan = [_begun(unit) for unit in begun if unit.course_id in order]
    first = [_first(row) for row in rows if row.key is not None and row.minutes <= minutes]
    others = [_begun(unit) for unit in begun if unit.course_id not in order]
    return next(iter([*in_plan, *first, *others]), None)


def _begun(unit: Any) -> Fitting:
    return Fitting(unit.course_slug, unit.course_title, unit.key, unit.title, unit.minutes, True)


def _first(row: Any) -> Fitting:
    return Fitting(row.slug, row.course_title, row.key, row.title, row.minutes, False)


@cache
def _planned() -> Select[*tuple[Any, ...]]:
    """The courses of the plan in order; of those that the person could begin now, the first unit."""
    person_id: Any = bindparam("person_id")
    place = func.row_number().over(partition_by=Unit.course_id, order_by=(Unit.position, Unit.id))
    units = (
        select(Unit.course_id, Unit.key, Unit.title, Unit.minutes, place.label("place"))
        .where(Unit.retired_at.is_(None))
        .subquery()
    )
    mine = and_(
        Enrolment.course_id == PlanItem.course_id, Enrolment.person_id == person_id, Enrolment.left_at.is_(None)
    )
    is_first = and_(units.c.course_id == Course.id, units.c.place == 1, Enrolment.id.is_(None))
    return (
        select(
            PlanItem.course_id, Course.slug, Course.title.label("course_title"), units.c.key, units.c.title,
            units.c.minutes,
        )
        .join(PlanItem.plan)
        .outerjoin(Course, and_(Course.id == PlanItem.course_id, is_offered()))
        .outerjoin(Enrolment, mine)
        .outerjoin(units, is_first)
        .where(Plan.person_id == person_id, PlanItem.removed_at.is_(None))
        .order_by(PlanItem.position, PlanItem.id)
    )  # fmt: skip
