"""Questions about a plan's rows: whose they are, and what may be put into one."""

import datetime as dt
from collections.abc import Collection, Sequence
from functools import cache

from sqlalchemy import Select, and_, bindparam, exists, func, select
from sqlalchemy.orm import contains_eager, joinedload

from app import clock
from app.bookings.models import Bookable
from app.courses.models import Course, Enrolment
from app.courses.queries import Date, dates_of
from app.courses.queries.catalogue import is_offered
from app.db import db
from app.events.models import Event
from app.people.viewer import Viewer
from app.plans.models import Assignment, Delivery, Plan, PlanItem, PlanTemplate, Proposal


def plan_of(person_id: int) -> Select[Plan]:
    """The person's plan; no row before the first step."""
    return select(Plan).where(Plan.person_id == person_id)


def plans_visible_to(viewer: Viewer) -> Select[Plan]:
    """The plans that the viewer may see: their own."""
    return plan_of(viewer.person.id)


def plan_and_proposal(person_id: int) -> tuple[Plan | None, Proposal | None]:
    """The person's plan, None before the first step, and their proposal, if they asked for one; one statement."""
    found = db.session.execute(_plan_and_proposal(), {"person_id": person_id}).one_or_none()
    return (found[0], found[1]) if found else (None, None)


@cache
def _plan_and_proposal() -> Select[Plan, Proposal]:
    is_of_the_same = Proposal.person_id == Plan.person_id
    return select(Plan, Proposal).outerjoin(Proposal, is_of_the_same).where(Plan.person_id == bindparam("person_id"))


def extent_of(plan: Plan, now: dt.datetime) -> tuple[int, int]:
    """The last place in a plan, and how many steps lie ahead: neither done, nor over, nor taken out; one statement."""
    is_completed = exists().where(
        Enrolment.course_id == PlanItem.course_id,
        Enrolment.person_id == plan.person_id,
        Enrolment.completed_on.is_not(None),
    )
    is_over = exists().where(Event.id == PlanItem.event_id, Bookable.id == Event.bookable_id, Bookable.ends_at <= now)
    is_ahead = and_(PlanItem.removed_at.is_(None), PlanItem.done_on.is_(None), ~is_completed, ~is_over)
    extent = func.coalesce(func.max(PlanItem.position), 0), func.count().filter(is_ahead)
    last, ahead = db.session.execute(select(*extent).where(PlanItem.plan_id == plan.id)).one()
    return last, ahead


def items_visible_to(viewer: Viewer) -> Select[PlanItem]:
    """The steps that the viewer may see, with their plan: their own, also those just removed, to say so."""
    return _items_of(viewer)


def removed_items_visible_to(viewer: Viewer) -> Select[PlanItem]:
    """The steps that the viewer has removed and may put back."""
    return _items_of(viewer).where(PlanItem.removed_at.is_not(None))


def removed_items(viewer: Viewer, item_ids: Collection[int]) -> Sequence[PlanItem]:
    """Steps that the viewer has just removed, to offer putting them back; one statement, none where there are none."""
    if not item_ids:
        return []
    asked = removed_items_visible_to(viewer).where(PlanItem.id.in_(item_ids))
    return db.session.scalars(asked.order_by(PlanItem.position)).all()


def planned_items(person_id: int, course_ids: Collection[int]) -> Select[PlanItem]:
    """The steps of the person's plan that are one of these courses."""
    is_there = PlanItem.course_id.in_(course_ids), PlanItem.removed_at.is_(None)
    return select(PlanItem).join(PlanItem.plan).where(Plan.person_id == person_id, *is_there).order_by(PlanItem.id)


def course_to_plan(course_id: int) -> Select[Course]:
    """A course, if the catalogue offers it."""
    return select(Course).where(Course.id == course_id, is_offered())


def event_to_plan(event_id: int, now: dt.datetime) -> Select[Event]:
    """A published event that is not over and not called off, with its dates."""
    return (
        select(Event)
        .join(Event.bookable)
        .where(
            Event.id == event_id,
            Event.published_at.is_not(None),
            Bookable.cancelled_at.is_(None),
            Bookable.ends_at > now,
        )
        .options(joinedload(Event.bookable))
    )


def dates_for(item: PlanItem, viewer: Viewer) -> list[Date]:
    """The dates still to come of a step's course that the viewer may choose; two statements."""
    if item.course_id is None:
        return []
    return dates_of(viewer, [item.course_id], clock.now())


def template_of(item_id: int) -> PlanTemplate | None:
    """The template that a step came from; one statement."""
    query = (
        select(PlanTemplate)
        .join(Assignment, Assignment.template_id == PlanTemplate.id)
        .join(Delivery, Delivery.assignment_id == Assignment.id)
        .where(Delivery.plan_item_id == item_id)
    )
    return db.session.scalars(query).one_or_none()


def planned_since(person_id: int, *, course_id: int | None = None, event_id: int | None = None) -> dt.datetime | None:
    """When the person put a course or an event into their plan; None where it isn't in it; one statement."""
    asked = {"person_id": person_id, "course_id": course_id, "event_id": event_id}
    return db.session.scalar(_added_at(of_course=course_id is not None), asked)


@cache
def _added_at(*, of_course: bool) -> Select[dt.datetime]:
    if of_course:
        points_at = PlanItem.course_id == bindparam("course_id")
    else:
        points_at = PlanItem.event_id == bindparam("event_id")
    return (
        select(PlanItem.added_at)
        .join(PlanItem.plan)
        .where(Plan.person_id == bindparam("person_id"), PlanItem.removed_at.is_(None), points_at)
        .order_by(PlanItem.id)
        .limit(1)
    )


def _items_of(viewer: Viewer) -> Select[PlanItem]:
    return (
        select(PlanItem)
        .join(PlanItem.plan)
        .where(Plan.person_id == viewer.person.id)
        .options(contains_eager(PlanItem.plan))
    )
