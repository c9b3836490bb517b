"""Plans that show what a plan can hold: of one account by hand, and of newcomers by the template for them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select

from app import clock
from app.bookings.models import Bookable
from app.competences.models import Competence
from app.courses.models import Course, Session
from app.db import db
from app.demo.diary import workday
from app.demo.staff import Employee, Staff
from app.notifications.models import Mail
from app.notifications.rules import Kind
from app.people.models import Person
from app.plans import actions
from app.plans.models import Plan, PlanItem, PlanTemplate
from app.plans.rules import ItemKind, ItemState, Priority
from app.text.holidays import is_between_the_years

OWNER, NEWCOMER, TEMPLATE = "beschaeftigte", "neu", "onboarding"
IS_NEW, MOST_NEWCOMERS = 90, 12
PLAIN = ("minutes", "reason", "note", "link")


def fill(staff: Staff, text: Mapping[str, Any], now: dt.datetime) -> None:
    """Write the plan of the account, and give newcomers the template with its rule switched on."""
    _write(staff.accounts[OWNER].id, text, now)
    template = db.session.scalars(select(PlanTemplate).where(PlanTemplate.key == TEMPLATE)).one_or_none()
    if template is not None:
        template.within_days, template.assigns_since = IS_NEW, now
        _assign(template, staff, clock.local(now).date())


def _assign(template: PlanTemplate, staff: Staff, today: dt.date) -> None:
    """No letters go out for what happened before the city was made."""
    ids = [staff.accounts[NEWCOMER].id, *(one.id for one in _newest(staff.everybody, today))]
    people = select(Person).where(Person.id.in_(ids)).order_by(Person.id)
    for person in db.session.scalars(people).all():
        actions.assign(template, person, by=None)
    db.session.execute(delete(Mail).where(Mail.kind.in_((Kind.PLAN_SECTION, Kind.BUDDY_WANTED))))


def _newest(everybody: Sequence[Employee], today: dt.date) -> list[Employee]:
    new = [one for one in everybody if (today - one.entered_on).days <= IS_NEW and not one.account]
    return sorted(new, key=lambda one: (one.entered_on, one.id), reverse=True)[:MOST_NEWCOMERS]


def _write(person_id: int, text: Mapping[str, Any], now: dt.datetime) -> None:
    plan = Plan(person_id=person_id, weekly_minutes=text["weekly_minutes"], changed_at=now)
    db.session.add(plan)
    db.session.flush()
    for position, entry in enumerate(text["steps"], start=1):
        if (step := _step(entry, clock.local(now).date(), now)) is not None:
            step.plan_id, step.position, step.added_at = plan.id, position, now
            db.session.add(step)
    db.session.flush()


def _step(entry: dict[str, Any], today: dt.date, now: dt.datetime) -> PlanItem | None:
    """A step; none where the library has no such course."""
    step = PlanItem(kind=ItemKind(entry["kind"]), title=entry.get("title", ""), state=ItemState(entry["state"]))
    for name in PLAIN:
        if name in entry:
            setattr(step, name, entry[name])
    step.priority = Priority(entry.get("priority", Priority.NORMAL))
    step.due_on = _planned(today + dt.timedelta(days=entry["due_days"])) if "due_days" in entry else None
    step.done_on = workday(today - dt.timedelta(days=entry["done_days"])) if "done_days" in entry else None
    if "competence" in entry:
        competence = select(Competence.id).where(Competence.key == entry["competence"])
        step.competence_id = db.session.scalar(competence)
        step.target_level = entry["level"] if step.competence_id else None
    return _of_course(step, entry, now) if "course" in entry else step


def _planned(day: dt.date) -> dt.date:
    """That day, or the last workday before it; nobody plans to be done between the years."""
    while is_between_the_years(day):
        day -= dt.timedelta(days=1)
    return workday(day)


def _of_course(step: PlanItem, entry: dict[str, Any], now: dt.datetime) -> PlanItem | None:
    course = db.session.scalars(select(Course).where(Course.slug == entry["course"])).one_or_none()
    if course is None:
        return None
    step.title, step.course_id = course.title, course.id
    if "session" in entry:
        dates = select(Session.id).join(Session.bookable).where(
            Session.course_id == course.id, Bookable.starts_at > now, Bookable.audience_id.is_(None)
        )  # fmt: skip
        step.session_id = db.session.scalar(dates.order_by(Bookable.starts_at, Session.id).limit(1))
        step.kind = ItemKind.SESSION if step.session_id else ItemKind.COURSE
    return step
