"""What people do with their plan."""

import datetime as dt

from flask_babel import gettext as _
from sqlalchemy import delete, func, select

from app import clock
from app.bookings.rules import is_in_audience
from app.db import db
from app.errors import Refused
from app.people.actions import take_turns
from app.people.models import Person
from app.plans import queries
from app.plans.models import Plan, PlanItem
from app.plans.rules import ItemKind

MOST_ITEMS = 100


CAN_BE_PUT_BACK = dt.timedelta(days=1)


UP = "up"


DOWN = "down"


def add_course(
    person: Person, course_id: int, *, reason: str = "", competence_id: int | None = None, level: int | None = None
) -> PlanItem:
    """Put a course at the end of the plan; one that is in it already stays where it is."""
    plan = _locked_plan(person)
    if found := _found(plan, PlanItem.course_id == course_id):
        return _put_back(found)
    course = db.session.scalars(queries.course_to_plan(course_id)).one_or_none()
    if course is None:
        raise Refused(_("This course is no longer in the catalogue."))
    item = PlanItem(kind=ItemKind.COURSE, title=course.title, course_id=course.id, minutes=course.effort_minutes)
    item.reason, item.competence_id, item.target_level = reason, competence_id, level
    return _append(plan, item)


def add_event(person: Person, event_id: int) -> PlanItem:
    """Put an event into the plan; one that is in it already stays where it is."""
    plan = _locked_plan(person)
    if found := _found(plan, PlanItem.event_id == event_id):
        return _put_back(found)
    event = db.session.scalars(queries.event_to_plan(event_id, clock.now())).one_or_none()
    if event is None or not is_in_audience(event.bookable.audience_id, person.unit.path):
        raise Refused(_("This event is over or was called off."))
    length = event.bookable.ends_at - event.bookable.starts_at
    minutes = min(int(length.total_seconds() // 60), 8 * 60)
    return _append(plan, PlanItem(kind=ItemKind.EVENT, title=event.title, event_id=event.id, minutes=minutes))


def add_own_step(person: Person, *, title: str, minutes: int, due_on: dt.date | None = None) -> PlanItem:
    """Put something of one's own into the plan."""
    return _append(_locked_plan(person), PlanItem(kind=ItemKind.OWN, title=title, minutes=minutes, due_on=due_on))


def revise(
    item: PlanItem,
    *,
    version: int,
    due_on: dt.date | None,
    title: str | None = None,
    minutes: int | None = None,
) -> PlanItem:
    """Change the date of a step; of one's own also what it is and how long it takes."""
    _lock_present(item, version)
    item.due_on = due_on
    if item.kind is ItemKind.OWN:
        item.title, item.minutes = title or item.title, item.minutes if minutes is None else minutes
    _touch(item.plan)
    return item


def set_budget(person: Person, *, version: int, weekly_minutes: int) -> Plan:
    """Say how many minutes a week there are for learning."""
    plan = _locked_plan(person)
    if version:
        _check(plan, version)
    plan.weekly_minutes = weekly_minutes
    _touch(plan)
    return plan


def move(item: PlanItem, *, version: int, direction: str) -> PlanItem:
    """Let a step and the one before or after it change places; at the end of the list nothing happens."""
    _lock_present(item, version)
    order = queries.movable_item_ids(item.plan.person_id)
    if item.id not in order:
        raise Refused(_("This step can’t be moved: it is done, or it has a day of its own."))
    place = order.index(item.id) + (1 if direction == DOWN else -1)
    if 0 <= place < len(order):
        other = db.session.scalars(select(PlanItem).where(PlanItem.id == order[place])).one()
        item.position, other.position = other.position, item.position
        _touch(item.plan)
    return item


def tick(item: PlanItem) -> PlanItem:
    """Say that a step of one's own is done."""
    return _set_done(item, item.done_on or clock.today())


def untick(item: PlanItem) -> PlanItem:
    """Say that a step of one's own is not done after all."""
    return _set_done(item, None)


def remove(item: PlanItem) -> PlanItem:
    """Take a step out of the plan; for a day it can be put back."""
    _lock(item.plan)
    if item.removed_at is None:
        item.removed_at = clock.now()
        _touch(item.plan)
    return item


def restore(item: PlanItem) -> PlanItem:
    """Put a step that was taken out back where it was."""
    _lock(item.plan)
    return _put_back(item)


def _set_done(item: PlanItem, day: dt.date | None) -> PlanItem:
    if item.kind is not ItemKind.OWN:
        raise Refused(_("A course is done when you have completed it, an event when you have taken part."))
    _lock_present(item)
    if item.done_on != day:
        item.done_on = day
        _touch(item.plan)
    return item


def _locked_plan(person: Person) -> Plan:
    """The person's plan, opened with the first step; two forms of one person are judged one after the other."""
    take_turns(person)
    found = queries.plan_of(person.id).with_for_update().execution_options(populate_existing=True)
    plan = db.session.scalars(found).one_or_none()
    if plan is None:
        plan = Plan(person_id=person.id, changed_at=clock.now())
        db.session.add(plan)
        db.session.flush()
    return plan


def _lock(plan: Plan, version: int | None = None) -> None:
    db.session.refresh(plan, with_for_update=True)
    if version is not None:
        _check(plan, version)


def _lock_present(item: PlanItem, version: int | None = None) -> None:
    if item.removed_at is not None:
        raise Refused(_("“%(title)s” has been taken out of your plan, perhaps in another window.", title=item.title))
    _lock(item.plan, version)


def _check(plan: Plan, version: int) -> None:
    """Refuse what was decided on a page that is out of date, so that no change is overwritten unseen (R28)."""
    if plan.version != version:
        raise Refused(
            _(
                "Your plan has been changed in another window in the meantime. Nothing is lost: look at it as it is "
                "now and, if you still want to, make your change again."
            )
        )


def _touch(plan: Plan) -> None:
    """Count a change, and forget for good what was taken out long ago."""
    now = clock.now()
    plan.changed_at = now
    long_ago = (PlanItem.plan_id == plan.id, PlanItem.removed_at < now - CAN_BE_PUT_BACK)
    db.session.flush()
    db.session.execute(delete(PlanItem).where(*long_ago).execution_options(synchronize_session=False))


def _found(plan: Plan, condition: object) -> PlanItem | None:
    query = select(PlanItem).where(PlanItem.plan_id == plan.id, condition)  # type: ignore[arg-type]
    return db.session.scalars(query.order_by(PlanItem.id)).first()


def _put_back(item: PlanItem) -> PlanItem:
    if item.removed_at is not None:
        item.removed_at = None
        _touch(item.plan)
    return item


def _append(plan: Plan, item: PlanItem) -> PlanItem:
    last, size = db.session.execute(
        select(func.coalesce(func.max(PlanItem.position), 0), func.count()).where(PlanItem.plan_id == plan.id)
    ).one()
    if size >= MOST_ITEMS:
        raise Refused(_("Your plan is full. Please take something out before you add more."))
    item.plan_id, item.position, item.added_at = plan.id, last + 1, clock.now()
    db.session.add(item)
    _touch(plan)
    return item
