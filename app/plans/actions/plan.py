"""What people do with their plan."""

import datetime as dt

from flask_babel import gettext as _
from sqlalchemy import select, update

from app import clock
from app.bookings.rules import is_in_audience
from app.db import db
from app.errors import Refused
from app.events.models import Event
from app.people.models import Person
from app.people.viewer import Viewer
from app.plans import queries
from app.plans.actions.change import check, lock, lock_present, locked_plan, touch
from app.plans.actions.order import write_order
from app.plans.models import Plan, PlanItem, Proposal
from app.plans.rules import (
    FROM_CATALOGUE,
    Details,
    ItemKind,
    ItemState,
    Pin,
    due_day,
    is_ticked,
    may_become,
    state_when,
)

MOST_ITEMS = 100
"""How many steps a plan has ahead of it; what is done takes nobody's place."""
LONGEST_DAY = dt.timedelta(hours=8)
UP, DOWN = "up", "down"
PLAIN = Details()


def add_course(
    person: Person, course_id: int, *, reason: str = "", competence_id: int | None = None, level: int | None = None
) -> PlanItem:
    """Put a course at the end of the plan; one that is in it already stays where it is.

    Whoever left it out of their proposal wants it after all.
    """
    plan = locked_plan(person)
    _no_longer_left_out(plan, course_id)
    if found := _found(plan, PlanItem.course_id == course_id):
        return _put_back(found)
    course = db.session.scalars(queries.course_to_plan(course_id)).one_or_none()
    if course is None:
        raise Refused(_("This course is no longer in the catalogue."))
    item = PlanItem(kind=ItemKind.COURSE, title=course.title, course_id=course.id, minutes=course.effort_minutes)
    item.reason, item.competence_id, item.target_level = reason, competence_id, level
    return append(plan, item)


def add_event(person: Person, event_id: int) -> PlanItem:
    """Put an event into the plan; one that is in it already stays where it is."""
    plan = locked_plan(person)
    if found := _found(plan, PlanItem.event_id == event_id):
        return _put_back(found)
    event = db.session.scalars(queries.event_to_plan(event_id, clock.now())).one_or_none()
    if event is None or not is_in_audience(event.bookable.audience_id, person.unit.path):
        raise Refused(_("This event is over or was called off."))
    return append(plan, _step_of(event))


def follow_programme(person: Person, event: Event) -> None:
    """Put an event into the plan of who has got a first seat in one of its slots.

    The seat never hangs on the plan: nothing happens where the plan is full, the event can't be planned, or the person
    has taken it out.
    """
    plan = locked_plan(person)
    is_plannable = db.session.scalars(queries.event_to_plan(event.id, clock.now())).one_or_none() is not None
    _last, ahead = queries.extent_of(plan, clock.now())
    if is_plannable and ahead < MOST_ITEMS and _found(plan, PlanItem.event_id == event.id) is None:
        append(plan, _step_of(event))


def add_own_step(
    person: Person, *, title: str, minutes: int, due_on: dt.date | None = None, details: Details = PLAIN
) -> PlanItem:
    """Put something of one's own into the plan: a task, a talk, a link, evidence to hand in."""
    plan = locked_plan(person)
    state = details.state if details.state is ItemState.DRAFT else ItemState.ACTIVE
    item = PlanItem(kind=details.kind, title=title, minutes=minutes, state=state)
    _describe(plan, item, due_on, details)
    return append(plan, item)


def revise(
    item: PlanItem,
    *,
    version: int,
    due_on: dt.date | None,
    title: str | None = None,
    minutes: int | None = None,
    details: Details | None = None,
) -> PlanItem:
    """Change the date, the priority, the state and the note of a step; of one's own also what it is."""
    lock_present(item, version)
    if is_ticked(item.kind):
        item.title, item.minutes = title or item.title, item.minutes if minutes is None else minutes
    if details is None:
        item.due_on, item.due_days = due_on, None
    else:
        if not may_become(item.state, details.state):
            raise Refused(_("You can’t set this state alone."), "state")
        item.state = details.state
        _describe(item.plan, item, due_on, details)
    touch(item.plan)
    return item


def choose_session(item: PlanItem, session_id: int, *, viewer: Viewer) -> PlanItem:
    """Choose the date at which a seminar of the plan is to take place; the seat is booked on the date's own page."""
    lock_present(item)
    offered = [date.session_id for date in queries.dates_for(item, viewer)]
    if session_id not in offered:
        raise Refused(_("This date is no longer offered."), "session_id")
    item.kind, item.session_id = ItemKind.SESSION, session_id
    touch(item.plan)
    return item


def set_budget(person: Person, *, version: int, weekly_minutes: int, starts_on: dt.date | None = None) -> Plan:
    """Say how many minutes a week there are for learning, and when the plan starts; dates in days move along.

    A proposal counts with them, too, from now on.
    """
    plan = locked_plan(person)
    if version:
        check(plan, version)
    plan.weekly_minutes = weekly_minutes
    db.session.execute(update(Proposal).where(Proposal.person_id == person.id).values(weekly_minutes=None))
    if starts_on is not None and starts_on != plan.starts_on:
        plan.starts_on = starts_on
        for item in plan.items:
            item.due_on = due_day(starts_on, item.due_days, item.due_on)
    touch(plan)
    return plan


def move_to(item: PlanItem, *, version: int, before: int) -> PlanItem:
    """Put a step before another one; before none it becomes the last."""
    order = _movable(item, version)
    others = [one for one in order if one != item.id]
    place = others.index(before) if before in others else len(others)
    others.insert(place, item.id)
    if others != order:
        write_order(item.plan, others)
    return item


def move(item: PlanItem, *, version: int, direction: str) -> PlanItem:
    """Let a step and the one before or after it change places; at the end of the list nothing happens."""
    order = _movable(item, version)
    place = order.index(item.id) + (1 if direction == DOWN else -1)
    if 0 <= place < len(order):
        other = db.session.scalars(select(PlanItem).where(PlanItem.id == order[place])).one()
        item.position, other.position = other.position, item.position
        touch(item.plan)
    return item


def tick(item: PlanItem) -> PlanItem:
    """Say that a step of one's own is done."""
    return _set_done(item, item.done_on or clock.today())


def untick(item: PlanItem) -> PlanItem:
    """Say that a step of one's own is not done after all."""
    return _set_done(item, None)


def remove(item: PlanItem) -> PlanItem:
    """Take a step out of the plan; for a day it can be put back."""
    lock(item.plan)
    if item.removed_at is None:
        item.removed_at = clock.now()
        touch(item.plan)
    return item


def restore(item: PlanItem) -> PlanItem:
    """Put a step that was taken out back where it was; a course that was left out of the proposal is wanted again."""
    lock(item.plan)
    if item.course_id is not None:
        _no_longer_left_out(item.plan, item.course_id)
    return _put_back(item)


def _set_done(item: PlanItem, day: dt.date | None) -> PlanItem:
    if item.kind in FROM_CATALOGUE:
        raise Refused(_("A course is done when you have completed it, an event when you have taken part."))
    lock_present(item)
    item.evidence_id = None
    if item.done_on != day:
        item.done_on = day
        item.state = state_when(item.state, is_done=day is not None)
        touch(item.plan)
    return item


def _describe(plan: Plan, item: PlanItem, due_on: dt.date | None, details: Details) -> None:
    """Write what a step has beside its title; a course keeps its own target, and only a link has a link."""
    if details.due_days is not None and plan.starts_on is None:
        plan.starts_on = clock.today()
    item.due_days, item.due_on = details.due_days, due_on
    if plan.starts_on is not None:
        item.due_on = due_day(plan.starts_on, details.due_days, due_on)
    item.priority, item.note = details.priority, details.note
    if details.reason is not None:
        item.reason = details.reason
    if is_ticked(item.kind):
        item.link = details.link if item.kind is ItemKind.EXTERNAL else None
        item.competence_id, item.target_level = details.competence_id, details.target_level


def _movable(item: PlanItem, version: int) -> list[int]:
    """What can change places in the plan, in order; refused where this step is none of it."""
    lock_present(item, version)
    order = [step.id for step in queries.movable_steps(item.plan.person_id)]
    if item.id not in order:
        raise Refused(_("This step can’t be moved: it is done, or it has a day of its own."))
    return order


def _found(plan: Plan, condition: object) -> PlanItem | None:
    query = select(PlanItem).where(PlanItem.plan_id == plan.id, condition)  # type: ignore[arg-type]
    return db.session.scalars(query.order_by(PlanItem.id)).first()


def _put_back(item: PlanItem) -> PlanItem:
    if item.removed_at is not None:
        item.removed_at = None
        touch(item.plan)
    return item


def _no_longer_left_out(plan: Plan, course_id: int) -> None:
    """Let the proposal have a course again that the person had left out there."""
    proposal = db.session.scalars(queries.proposal_of(plan.person_id)).one_or_none()
    if proposal is not None and proposal.pins.get(str(course_id)) == Pin.DROP:
        proposal.pins = {course: pin for course, pin in proposal.pins.items() if course != str(course_id)}


def _step_of(event: Event) -> PlanItem:
    minutes = sum(min(end - start, LONGEST_DAY) // dt.timedelta(minutes=1) for start, end in event.bookable.times)
    return PlanItem(kind=ItemKind.EVENT, title=event.title, event_id=event.id, minutes=minutes)


def append(plan: Plan, item: PlanItem) -> PlanItem:
    """Put a new step at the end of a plan that is locked."""
    last, ahead = queries.extent_of(plan, clock.now())
    if ahead >= MOST_ITEMS:
        raise Refused(_("Your plan is full. Please take something out before you add more."))
    item.plan_id, item.position, item.added_at = plan.id, last + 1, clock.now()
    db.session.add(item)
    touch(plan)
    return item
