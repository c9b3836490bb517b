"""The steps of a plan, with what has become of each."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)

from app import clock
from app.bookings.models import Attendance, Bookable, Booking
from app.bookings.rules import LIVE, State
from app.competences.models import Competence
from app.courses.models import Course, Enrolment, Session
from app.courses.queries.catalogue import is_offered
from app.courses.rules import Format
from app.db import db
from app.events.models import Event
from app.plans.models import Assignment, Delivery, Plan, PlanItem, PlanTemplate
from app.plans.rules import FROM_CATALOGUE, ItemKind, ItemState, Priority, is_ticked
from app.text.language import language

COLUMNS = (
    PlanItem.id,
    PlanItem.kind,
    PlanItem.title,
    PlanItem.minutes,
    PlanItem.due_on,
    PlanItem.reason,
    PlanItem.done_on,
    PlanItem.course_id,
    PlanItem.link,
    PlanItem.priority,
    PlanItem.state,
    PlanItem.note,
    PlanItem.target_level,
)


@dataclass(frozen=True)
class Step:
    """A step of a plan, and what has become of it."""

    id: int
    kind: ItemKind
    title: str
    minutes: int
    due_on: dt.date | None
    reason: str
    done_on: dt.date | None
    course_id: int | None
    slug: str | None
    format: Format | None
    is_begun: bool
    path: str | None
    starts_at: dt.datetime | None
    is_cancelled: bool
    is_booked: bool
    is_claimed: bool = False
    place: str | None = None
    link: str | None = None
    priority: Priority = Priority.NORMAL
    state: ItemState = ItemState.ACTIVE
    note: str | None = None
    competence: str | None = None
    target_level: int | None = None
    template: str | None = None

    @property
    def happens_on(self) -> dt.date | None:
        """The day of an event, or of the date that the person has chosen or at which they have claimed a seat."""
        return clock.local(self.starts_at).date() if self.starts_at else None

    @property
    def url(self) -> str | None:
        """The page of what the step points at."""
        return self.path or (f"/courses/{self.slug}" if self.slug else self.link)

    @property
    def is_ticked(self) -> bool:
        """Whether the person says themselves that it is done."""
        return is_ticked(self.kind)

    @property
    def needs_seat(self) -> bool:
        """Whether a date is chosen, but no seat claimed there."""
        is_over = self.starts_at is None or self.starts_at <= clock.now()
        return self.kind is ItemKind.SESSION and not (self.is_booked or self.is_claimed or self.is_cancelled or is_over)

    @property
    def can_move(self) -> bool:
        """Whether the person decides when it is done: not where it happens on a date."""
        return self.starts_at is None and not self.needs_date

    @property
    def needs_date(self) -> bool:
        """Whether it is a seminar for which the person has not chosen a date."""
        return self.format is Format.SEMINAR and self.starts_at is None

    @property
    def is_gone(self) -> bool:
        """Whether what the step points at is no longer there."""
        return self.kind in FROM_CATALOGUE and self.url is None


def open_steps(person_id: int) -> list[Step]:
    """What is still to do, in the person's order; one statement."""
    today = clock.today()
    return [step for step in steps_of(person_id) if not step.done_on and not is_past(step, today)]


def steps_of(person_id: int) -> list[Step]:
    """The steps of the person's plan in their order; one statement."""
    return [_step(row) for row in db.session.execute(_rows(), {"person_id": person_id, "now": clock.now()})]


def movable_item_ids(person_id: int) -> list[int]:
    """What can change places, in the person's order; one statement."""
    return [step.id for step in open_steps(person_id) if step.can_move]


def is_past(step: Step, today: dt.date) -> bool:
    """Whether the day on which the step happens is over."""
    return step.happens_on is not None and step.happens_on < today


def claimed_dates(person_id: int) -> dict[int, dt.datetime]:
    """By course, the beginning of the date at which the person has a seat or claims one; one statement."""
    seat = _seats(bindparam("person_id"))
    query = select(seat.c.course_id, seat.c.starts_at)
    return dict(db.session.execute(query, {"person_id": person_id, "now": clock.now()}).all())


@cache
def _rows() -> Select[*tuple[Any, ...]]:
    """The rows of the steps of `person_id`; put together once, which costs more than asking."""
    person_id: BindParameter[int] = bindparam("person_id")
    attended = exists().where(Attendance.booking_id == Booking.id)
    seat = _seats(person_id)
    query = (
        select(
            *COLUMNS,
            Course.slug,
            Course.format,
            is_offered().label("is_offered"),
            and_(Enrolment.id.is_not(None), Enrolment.left_at.is_(None)).label("is_begun"),
            Enrolment.completed_on,
            Bookable.path,
            Bookable.place,
            func.coalesce(Bookable.starts_at, seat.c.starts_at).label("starts_at"),
            func.coalesce(Bookable.ends_at, seat.c.ends_at).label("ends_at"),
            Bookable.cancelled_at.is_not(None).label("is_cancelled"),
            or_(Booking.id.is_not(None), seat.c.confirmed.is_not(None)).label("is_booked"),
            seat.c.course_id.is_not(None).label("is_claimed"),
            attended.label("attended"),
        )
        .join(PlanItem.plan)
        .outerjoin(Course, Course.id == PlanItem.course_id)
        .outerjoin(Enrolment, and_(Enrolment.course_id == Course.id, Enrolment.person_id == person_id))
        .outerjoin(seat, seat.c.course_id == Course.id)
        .outerjoin(Event, Event.id == PlanItem.event_id)
        .outerjoin(Session, Session.id == PlanItem.session_id)
        .outerjoin(Bookable, Bookable.id == func.coalesce(Event.bookable_id, Session.bookable_id))
        .outerjoin(Booking, _is_confirmed(person_id))
        .where(Plan.person_id == person_id, PlanItem.removed_at.is_(None))
        .order_by(PlanItem.position, PlanItem.id)
    )
    return _with_background(query)


def _with_background(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """What each step is for, and which template it comes from."""
    return (
        query.outerjoin(Competence, Competence.id == PlanItem.competence_id)
        .outerjoin(Delivery, Delivery.plan_item_id == PlanItem.id)
        .outerjoin(Assignment, Assignment.id == Delivery.assignment_id)
        .outerjoin(PlanTemplate, PlanTemplate.id == Assignment.template_id)
        .add_columns(
            Competence.title.label("competence"),
            Competence.title_en.label("competence_en"),
            PlanTemplate.title.label("template"),
            PlanTemplate.title_en.label("template_en"),
        )
    )


def _is_confirmed(person_id: BindParameter[int]) -> ColumnElement[bool]:
    return and_(Booking.bookable_id == Bookable.id, Booking.person_id == person_id, Booking.state == State.CONFIRMED)


def _seats(person_id: BindParameter[int]) -> Subquery:
    """The first date of each course at which the person has a seat; else the first still to come that they claim."""
    is_confirmed = Booking.state == State.CONFIRMED
    seat = func.min(case((is_confirmed, Bookable.starts_at)))
    return (
        select(
            Session.course_id,
            seat.label("confirmed"),
            func.coalesce(seat, func.min(Bookable.starts_at)).label("starts_at"),
            func.coalesce(func.min(case((is_confirmed, Bookable.ends_at))), func.min(Bookable.ends_at)).label(
                "ends_at"
            ),
        )
        .join(Session.bookable)
        .join(Booking, and_(Booking.bookable_id == Bookable.id, Booking.person_id == person_id))
        .where(Booking.state.in_(LIVE), Bookable.cancelled_at.is_(None))
        .where(or_(is_confirmed, Bookable.ends_at > bindparam("now", type_=Bookable.ends_at.type)))
        .group_by(Session.course_id)
        .subquery()
    )


def _step(row: Any) -> Step:
    is_english = language() == "en"
    took_part = row.is_booked and (row.attended or (row.ends_at < clock.now() and not row.is_cancelled))
    return Step(
        id=row.id,
        kind=row.kind,
        title=row.title,
        minutes=row.minutes,
        due_on=row.due_on,
        reason=row.reason,
        done_on=row.completed_on or (clock.local(row.ends_at).date() if took_part else row.done_on),
        course_id=row.course_id,
        slug=row.slug if row.is_offered or row.is_begun else None,
        format=row.format,
        is_begun=row.is_begun,
        path=row.path,
        starts_at=row.starts_at,
        is_cancelled=row.is_cancelled,
        is_booked=row.is_booked,
        is_claimed=row.is_claimed,
        place=row.place,
        link=row.link,
        priority=row.priority,
        state=row.state,
        note=row.note,
        competence=row.competence_en if is_english else row.competence,
        target_level=row.target_level,
        template=row.template_en if is_english else row.template,
    )
