"""What is in the demo city; it is built once, and looked at from many sides."""

from collections.abc import Iterator

import pytest
from sqlalchemy import func, select

from app import clock
from app.bookings import audit
from app.bookings.models import Attendance, Booking, BookingChange
from app.bookings.rules import State
from app.competences.models import Statement
from app.courses.models import Course, Enrolment, UnitProgress
from app.db import db
from app.demo import cafe
from app.demo.load import City
from app.events.models import Event
from app.notifications.models import Notice
from app.notifications.rules import Kind
from app.people.queries import people_led
from app.people.viewer import view_as
from app.plans.models import Assignment, Plan, PlanItem, PracticeQuestion, Talk
from app.text.holidays import is_between_the_years
from tests import make
from tests.demo.test_load import NOW, bookable_of, build, content

pytestmark = pytest.mark.any_database

WORKSHOP = "digitallotsen-workshop"


@pytest.fixture(scope="module")
def town(built, backend) -> Iterator[City]:
    """The city over the small library, built once for all who only look at it."""
    backend.reset()
    with built.test_request_context():
        content()
        make.template_item(make.plan_template(key="onboarding"))
        yield build(courses=9, events=9)


@pytest.mark.usefixtures("town")
def test_the_city_keeps_every_promise_about_seats():
    states = set(db.session.scalars(select(Booking.state)))

    assert states == {State.REQUESTED, State.CONFIRMED, State.WAITLISTED, State.CANCELLED}
    assert audit.violations() == []


@pytest.mark.usefixtures("town")
def test_the_last_change_of_each_booking_is_its_state():
    last = select(func.max(BookingChange.id)).group_by(BookingChange.booking_id)
    changes = db.session.execute(
        select(BookingChange.to_state, Booking.state, BookingChange.at)
        .join(Booking, Booking.id == BookingChange.booking_id)
        .where(BookingChange.id.in_(last))
    ).all()

    assert len(changes) == db.session.scalar(select(func.count()).select_from(Booking))
    assert all(said is state and at <= NOW for said, state, at in changes)


def test_requests_of_the_own_team_wait_for_the_leader(town):
    leader = town.staff.accounts["leitung"]
    team = {person.id for person in db.session.scalars(people_led(view_as(leader, NOW.date()).leading, NOW.date()))}
    waiting = set(
        db.session.scalars(
            select(Booking.person_id).where(
                Booking.bookable_id == bookable_of(WORKSHOP), Booking.state == State.REQUESTED
            )
        )
    )
    is_asked = Notice.person_id == leader.id, Notice.kind == Kind.DECISION_WAITING
    notices = db.session.scalar(select(func.count()).where(*is_asked))

    assert town.staff.accounts["beschaeftigte"].id in team
    assert len(waiting & team) == notices == 3


def test_the_new_user_has_done_nothing_yet_and_others_have(town):
    accounts = town.staff.accounts

    for model, name in (
        (Booking, "neu"),
        (Statement, "neu"),
        (Enrolment, "neu"),
        (UnitProgress, "neu"),
    ):
        people = set(db.session.scalars(select(model.person_id)))
        assert accounts[name].id not in people
        assert people


def test_the_question_about_practice_is_about_a_course_that_was_completed(town):
    owner = town.staff.accounts["beschaeftigte"].id
    question = db.session.scalars(select(PracticeQuestion).where(PracticeQuestion.person_id == owner)).one()
    enrolment = db.session.scalars(select(Enrolment).where(Enrolment.person_id == owner)).one()

    assert (enrolment.course_id, enrolment.completed_on) == (question.course_id, question.learnt_on)
    proved = select(Statement.source).where(Statement.person_id == owner, Statement.kind == "completion")
    assert set(db.session.scalars(proved)) == {question.title}


def test_the_plan_of_the_new_user_holds_several_kinds_and_states(town):
    accounts = town.staff.accounts
    plan = db.session.scalars(select(Plan).where(Plan.person_id == accounts["beschaeftigte"].id)).one()

    assert {item.kind.value for item in plan.items} >= {"talk", "evidence", "practice", "external", "own"}
    assert {item.state.value for item in plan.items} >= {"agreed", "active", "proposed", "draft", "done"}
    given = set(db.session.scalars(select(Assignment.person_id)))
    assert accounts["neu"].id in given


def test_talks_and_what_is_planned_fall_on_workdays_though_the_city_is_made_on_a_sunday(town):
    plan = select(Plan.id).where(Plan.person_id == town.staff.accounts["beschaeftigte"].id)
    steps = db.session.execute(select(PlanItem.due_on, PlanItem.done_on).where(PlanItem.plan_id.in_(plan))).all()
    days = {day for step in steps for day in step if day} | set(db.session.scalars(select(Talk.planned_on)))

    assert clock.local(NOW).isoweekday() == 7
    assert len(days) > 5
    assert not [day for day in days if day.isoweekday() > 5 or is_between_the_years(day)]


@pytest.mark.usefixtures("town")
def test_nothing_that_was_done_lies_in_the_future():
    today = clock.local(NOW).date()

    moments = (
        Statement.recorded_at,
        Enrolment.begun_at,
        UnitProgress.done_at,
        Booking.requested_at,
        Attendance.recorded_at,
    )

    assert all(db.session.scalar(select(func.max(moment))) <= NOW for moment in moments)
    assert db.session.scalar(select(func.max(Statement.observed_on))) < today


@pytest.mark.usefixtures("town")
def test_the_catalogue_is_filled_up_to_the_wanted_number():
    slugs = list(db.session.scalars(select(Course.slug)))

    assert len(slugs) == len(set(slugs)) == 9
    own = len(cafe.WEEKS_AGO) + len(["the next café", "the round table"])
    published = db.session.scalars(select(Event).where(Event.published_at.is_not(None)))
    assert len({event.series_id or -event.id for event in published}) == 9 + own
    assert audit.violations() == []


@pytest.mark.usefixtures("town")
def test_one_event_is_still_being_planned():
    (draft,) = db.session.scalars(select(Event).where(Event.published_at.is_(None)))

    assert draft.bookable.is_draft
    assert len(draft.bookable.spans) == 2
    assert [one.person.email for one in draft.bookable.organisers] == ["orga@stadt.example"]
    assert db.session.scalars(select(Booking).where(Booking.bookable_id == draft.bookable_id)).all() == []
