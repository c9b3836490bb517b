"""The rows of a plan's steps: what they point at, the date that counts, and how far the person is."""

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

from app.bookings.models import Attendance, Bookable, Booking, Span
from app.bookings.queries import has_been_noted
from app.bookings.rules import LIVE, State
from app.competences.models import Competence
from app.courses.models import Course, Enrolment, Session
from app.courses.queries.catalogue import is_offered
from app.events.models import Event
from app.plans.models import Assignment, Delivery, Plan, PlanItem, PlanTemplate, Talk, TalkItem

COLUMNS = (
    PlanItem.id,
    PlanItem.kind,
    PlanItem.title,
    PlanItem.due_on,
    PlanItem.reason,
    PlanItem.done_on,
    PlanItem.course_id,
    PlanItem.event_id,
    PlanItem.session_id,
    PlanItem.competence_id,
    PlanItem.link,
    PlanItem.priority,
    PlanItem.state,
    PlanItem.note,
    PlanItem.target_level,
)


@cache
def rows_of_steps() -> Select[*tuple[Any, ...]]:
    """The rows of the steps of `person_id`, one for each meeting; put together once, which costs more than asking."""
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
            case((or_(PlanItem.session_id.is_not(None), PlanItem.event_id.is_not(None)), Bookable.path)).label("path"),
            Bookable.place,
            Bookable.starts_at,
            Bookable.ends_at,
            Bookable.cancelled_at.is_not(None).label("is_cancelled"),
            Booking.id.is_not(None).label("is_booked"),
            seat.c.course_id.is_not(None).label("is_claimed"),
            func.coalesce(Course.effort_minutes, PlanItem.minutes).label("all_minutes"),
            attended.label("attended"),
            has_been_noted(Bookable.id).label("is_noted"),
            Span.starts_at.label("meets_at"),
            Span.ends_at.label("meets_until"),
        )
        .join(PlanItem.plan)
        .outerjoin(Course, Course.id == PlanItem.course_id)
        .outerjoin(Enrolment, and_(Enrolment.course_id == Course.id, Enrolment.person_id == person_id))
        .outerjoin(seat, and_(seat.c.course_id == Course.id, seat.c.place == 1))
        .outerjoin(Event, Event.id == PlanItem.event_id)
        .outerjoin(Session, Session.id == PlanItem.session_id)
        .outerjoin(Bookable, Bookable.id == func.coalesce(Event.bookable_id, seat.c.bookable_id, Session.bookable_id))
        .outerjoin(Booking, _is_confirmed(person_id))
        .outerjoin(Span, Span.bookable_id == Bookable.id)
        .where(Plan.person_id == person_id, PlanItem.removed_at.is_(None))
        .order_by(PlanItem.position, PlanItem.id, Span.starts_at, Span.id)
    )
    return _with_background(query)


def _with_background(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """What each step is for, which template it comes from, and the person's talk that is still to be held."""
    is_open = Talk.agreed_at.is_(None), Talk.called_off_at.is_(None)
    open_talk = select(func.max(Talk.id)).where(Talk.person_id == Plan.person_id, *is_open).scalar_subquery()
    return (
        query.outerjoin(Competence, Competence.id == PlanItem.competence_id)
        .outerjoin(Delivery, Delivery.plan_item_id == PlanItem.id)
        .outerjoin(Assignment, Assignment.id == Delivery.assignment_id)
        .outerjoin(PlanTemplate, PlanTemplate.id == Assignment.template_id)
        .add_columns(
            Competence.title.label("competence"),
            Competence.title_en.label("competence_en"),
            Competence.key.label("competence_key"),
            open_talk.label("talk_id"),
            exists().where(TalkItem.plan_item_id == PlanItem.id).label("is_from_talk"),
            PlanTemplate.title.label("template"),
            PlanTemplate.title_en.label("template_en"),
        )
    )


def _is_confirmed(person_id: BindParameter[int]) -> ColumnElement[bool]:
    return and_(Booking.bookable_id == Bookable.id, Booking.person_id == person_id, Booking.state == State.CONFIRMED)


def _seats(person_id: BindParameter[int]) -> Subquery:
    """The dates of each course at which the person has a seat or claims one; `place` 1 is the one that counts.

    Seats to come are first, then claims to come, then what is over, the latest first.
    """
    is_confirmed = Booking.state == State.CONFIRMED
    is_to_come = Bookable.ends_at > bindparam("now", type_=Bookable.ends_at.type)
    rank = case((and_(is_confirmed, is_to_come), 1), (is_to_come, 2), else_=3)
    latest = case((rank == 3, Bookable.ends_at)).desc()
    return (
        select(
            Session.course_id,
            Session.bookable_id,
            func.row_number()
            .over(partition_by=Session.course_id, order_by=(rank, latest, Bookable.starts_at, Bookable.id))
            .label("place"),
        )
        .join(Session.bookable)
        .join(Booking, and_(Booking.bookable_id == Bookable.id, Booking.person_id == person_id))
        .where(Booking.state.in_(LIVE), Bookable.cancelled_at.is_(None), or_(is_confirmed, is_to_come))
        .subquery()
    )
