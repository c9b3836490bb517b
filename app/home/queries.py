"""What the start page shows: a few lists, each short."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, ScalarSelect, Select, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute

from app import clock
from app.bookings import queries as bookings
from app.bookings.models import Bookable, Booking, Handover, Invitation, SeatDraw
from app.bookings.rules import DrawStage, State
from app.competences import queries as competences
from app.courses import queries as courses
from app.courses.queries import NextUnit
from app.db import db
from app.events import queries as events
from app.events.models import Programme
from app.panels import queries as panels
from app.panels.models import Panel, PanelMember
from app.people.rules import Role
from app.people.viewer import Viewer
from app.plans import queries as plans
from app.plans.queries import Outline, Step
from app.plans.queries.ahead import Ahead
from app.plans.queries.buddy import Soon
from app.requests import queries as requests

MOST_STEPS = 3
MOST_DATES = 3


@dataclass(frozen=True)
class Beginning:
    """Which of the three first steps are done: a goal, a self-assessment; the plan is the third."""

    has_goal: bool
    is_assessed: bool


@dataclass(frozen=True)
class Dashboard:
    """What is next for somebody, what waits for them, and the dates that they have."""

    beginning: Beginning | None
    reading: Sequence[NextUnit]
    steps: Sequence[Step]
    more_steps: int
    minutes_this_week: int
    offers: Sequence[Booking]
    asked: Sequence[Booking]
    dates: Sequence[Booking]
    decisions: int
    team_trainings: int
    trainings: int
    inquiries: int
    newcomers: int
    handovers: int
    handover_title: str | None
    handover_until: dt.datetime | None
    invitations: int
    invitation_title: str | None
    invitation_path: str | None
    invitation_until: dt.datetime | None
    draws: int
    draw_title: str | None
    draw_at: int | None
    draw_stage: DrawStage | None
    seed_on: dt.date | None
    programmes: int
    programme_title: str | None
    programme_at: int | None
    teams: int
    team_title: str | None
    talks: Ahead
    buddies: Soon

    @property
    def has_talk_to_confirm(self) -> bool:
        """Whether the leader has written down what was agreed."""
        return self.talks.own is not None and self.talks.own.waits_for_me

    @property
    def has_missed_seed(self) -> bool:
        """Whether the day of the seed has come before the list of the draw was fixed."""
        return self.draw_stage is DrawStage.ANNOUNCED and self.seed_on is not None and self.seed_on <= clock.today()

    @property
    def is_waited_for(self) -> bool:
        """Whether anything waits for the person."""
        asked = self.handovers, self.invitations, self.teams, self.decisions, self.inquiries, self.newcomers
        run = self.draws, self.programmes, self.team_trainings, self.trainings
        others = self.has_talk_to_confirm, self.talks.waiting, self.buddies.requests
        return any((self.offers, self.asked, *asked, *run, *others))


def dashboard(viewer: Viewer) -> Dashboard:
    """The start page of a viewer; one statement for each list."""
    now, person_id = clock.now(), viewer.person.id
    live = db.session.scalars(bookings.upcoming_bookings_of(person_id, now).limit(MOST_DATES * 2)).all()
    reading = courses.next_units(person_id)[:MOST_STEPS]
    plan = _plan(person_id)
    numbers = _numbers(viewer)
    being_read = {unit.course_id for unit in reading}
    is_under_way = bool(reading or (plan and plan.size))
    steps = [step for step in plan.open if step.course_id not in being_read] if plan else []
    shown = steps[: MOST_STEPS - len(reading)]
    return Dashboard(
        beginning=None if is_under_way else Beginning(numbers.has_goal, bool(competences.standings(person_id))),
        reading=reading,
        steps=shown,
        more_steps=len(steps) - len(shown),
        minutes_this_week=_minutes_this_week(plan) if plan else 0,
        offers=[booking for booking in live if booking.state is State.OFFERED],
        asked=[booking for booking in live if booking.is_asked(now)],
        dates=[booking for booking in live if booking.state is not State.OFFERED][:MOST_DATES],
        talks=plans.ahead.ahead_of(viewer),
        buddies=plans.buddy.soon_of(viewer),
        **{name: value for name, value in numbers._mapping.items() if name != "has_goal"},
    )


def _plan(person_id: int) -> Outline | None:
    plan = db.session.scalars(plans.plan_of(person_id)).one_or_none()
    return plans.outline(plan, clock.today()) if plan else None


def _minutes_this_week(plan: Outline) -> int:
    today = clock.today()
    monday = today - dt.timedelta(days=today.weekday())
    return sum(week.minutes for week in plan.weeks if week.monday == monday)


def _numbers(viewer: Viewer) -> Row[*tuple[Any, ...]]:
    """How much of each kind waits for the viewer, what is first, and whether they have a goal; one statement."""
    leads, person_id = viewer.is_leader, viewer.person.id
    handovers, asks = bookings.waiting_handovers(person_id, clock.now()), panels.asks_of(viewer)
    invitations = bookings.waiting_invitations(person_id, clock.now())
    draws = bookings.draws_due(viewer, clock.now(), clock.today())
    programmes = events.wishes_due(viewer, clock.now())
    waiting = {
        "decisions": _number_of(bookings.decisions_for(viewer)) if leads else literal(0),
        "team_trainings": requests.number_waiting_for(viewer) if leads else literal(0),
        "trainings": requests.number_for_hr(viewer) if viewer.has_anywhere(Role.HR) else literal(0),
        "newcomers": _number_of(plans.buddy.newcomers_alone(viewer)) if leads else literal(0),
        "inquiries": competences.number_waiting_for(viewer),
        "handovers": _number_of(handovers),
        "handover_title": _first(handovers, Bookable.title),
        "handover_until": _first(handovers, Handover.expires_at),
        "invitations": _number_of(invitations),
        "invitation_title": _first(invitations, Bookable.title),
        "invitation_path": _first(invitations, Bookable.path),
        "invitation_until": _first(invitations, Invitation.answer_by),
        "draws": _number_of(draws),
        "draw_title": _first(draws, Bookable.title),
        "draw_at": _first(draws, Bookable.id),
        "draw_stage": _first(draws, Bookable.draw_stage),
        "seed_on": _first(draws, SeatDraw.seed_on),
        "programmes": _number_of(programmes),
        "programme_title": _first(programmes, Bookable.title),
        "programme_at": _first(programmes, Programme.event_id),
        "teams": _number_of(asks),
        "team_title": _first(asks.join(PanelMember.panel), Panel.title),
        "has_goal": competences.has_goal(person_id),
    }
    return db.session.execute(select(*(number.label(name) for name, number in waiting.items()))).one()


def _first(found: Select[Any], column: InstrumentedAttribute[Any]) -> ScalarSelect[Any]:
    return found.with_only_columns(column).limit(1).scalar_subquery()


def _number_of(found: Select[Any]) -> ScalarSelect[int]:
    ids = found.with_only_columns(literal(1)).order_by(None).subquery()
    return select(func.count()).select_from(ids).scalar_subquery()
