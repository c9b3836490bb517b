"""The demo city in the database."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import func, select

import config
from app import clock
from app.bookings import audit
from app.bookings.models import Attendance, Booking, BookingChange
from app.bookings.rules import State
from app.competences.models import Statement
from app.courses.models import Course, Enrolment, UnitProgress
from app.courses.rules import Format
from app.db import db
from app.demo import accounts, cafe, load, script
from app.demo.load import City, Size
from app.events.models import Event
from app.notifications.models import Notice
from app.notifications.rules import Kind
from app.people.models import Person
from app.people.queries import people_led
from app.people.viewer import view_as
from app.plans.models import Assignment, Plan, PracticeQuestion
from tests import make

SCRIPT = script.read(config.ROOT / "content")
WORKSHOP = "digitallotsen-workshop"
NOW = clock.at(dt.date(2026, 11, 22), dt.time(12))
HEAD_OF_FAMILIES = ("clerk", "citizen-service", "child-care")
GIVEN_BY_THE_DATABASE = {"bookable_id", "slot_id", "bookable", "path"}


def content() -> None:
    """A small library: two courses to read, a seminar and a profile."""
    competence = make.competence()
    families = tuple(make.family(key) for key in HEAD_OF_FAMILIES)
    for family, key in zip(families, HEAD_OF_FAMILIES, strict=True):
        family.key = key
    make.profile(targets={competence: 3, make.competence(): 2}, families=families)
    for course in (make.course(), make.course(), make.course(format=Format.SEMINAR, slug=SCRIPT.runs[0].course)):
        make.outcome(course, competence)
        if course.format is Format.SELF_PACED:
            make.course_unit(course), make.course_unit(course)
    db.session.flush()


def bookable_of(key: str) -> int:
    return db.session.scalars(select(Event.bookable_id).where(Event.key == key)).one()


def build(employees: int = 150, seed: int = 1, **more: int) -> City:
    return load.build(SCRIPT, Size(employees, **more), seed, NOW, memory_kib=8)


def without_numbers(row: dict[str, Any]) -> dict[str, Any]:
    """Also in what a message says of a date."""
    kept = {name: value for name, value in row.items() if name not in GIVEN_BY_THE_DATABASE}
    return {name: without_numbers(value) if isinstance(value, dict) else value for name, value in kept.items()}


def comparable(city: City) -> list[tuple[str, dict[str, Any]]]:
    """All rows, without the numbers that the database itself gives."""
    return [(table, without_numbers(row)) for part in city.parts for table, row in part]


@pytest.mark.usefixtures("context")
def test_the_same_seed_makes_the_same_rows():
    content()
    db.session.commit()

    first = comparable(build())
    db.session.rollback()
    second = comparable(build())

    assert len(first) > 1000
    assert first == second


@pytest.mark.usefixtures("context")
def test_the_city_keeps_every_promise_about_seats():
    content()
    build()

    states = set(db.session.scalars(select(Booking.state)))

    assert states == {State.REQUESTED, State.CONFIRMED, State.WAITLISTED, State.CANCELLED}
    assert audit.violations() == []


@pytest.mark.usefixtures("context")
def test_a_large_city_fills_the_conference_and_its_waitlist():
    build(1300)

    counts = select(Booking.state, func.count()).where(Booking.bookable_id == bookable_of("conference"))

    assert dict(db.session.execute(counts.group_by(Booking.state)).all()) == {
        State.CONFIRMED: 450,
        State.WAITLISTED: 60,
    }
    assert audit.violations() == []


@pytest.mark.usefixtures("context")
def test_the_last_change_of_each_booking_is_its_state():
    content()
    build()

    last = select(func.max(BookingChange.id)).group_by(BookingChange.booking_id)
    changes = db.session.execute(
        select(BookingChange.to_state, Booking.state, BookingChange.at)
        .join(Booking, Booking.id == BookingChange.booking_id)
        .where(BookingChange.id.in_(last))
    ).all()

    assert len(changes) == db.session.scalar(select(func.count()).select_from(Booking))
    assert all(said is state and at <= NOW for said, state, at in changes)


@pytest.mark.usefixtures("context")
def test_requests_of_the_own_team_wait_for_the_leader():
    content()
    city = build()

    leader = city.staff.accounts["leitung"]
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

    assert city.staff.accounts["beschaeftigte"].id in team
    assert len(waiting & team) == notices == 3


@pytest.mark.usefixtures("context")
def test_the_new_user_has_done_nothing_yet_and_others_have():
    content()
    accounts = build().staff.accounts

    for model, name in (
        (Booking, "neu"),
        (Statement, "neu"),
        (Enrolment, "neu"),
        (UnitProgress, "neu"),
    ):
        people = set(db.session.scalars(select(model.person_id)))
        assert accounts[name].id not in people
        assert people


@pytest.mark.usefixtures("context")
def test_the_question_about_practice_is_about_a_course_that_was_completed():
    content()
    owner = build().staff.accounts["beschaeftigte"].id
    question = db.session.scalars(select(PracticeQuestion).where(PracticeQuestion.person_id == owner)).one()
    enrolment = db.session.scalars(select(Enrolment).where(Enrolment.person_id == owner)).one()

    assert (enrolment.course_id, enrolment.completed_on) == (question.course_id, question.learnt_on)
    proved = select(Statement.source).where(Statement.person_id == owner, Statement.kind == "completion")
    assert set(db.session.scalars(proved)) == {question.title}


@pytest.mark.usefixtures("context")
def test_the_plan_of_the_new_user_holds_several_kinds_and_states():
    content()
    make.template_item(make.plan_template(key="onboarding"))
    accounts = build().staff.accounts
    plan = db.session.scalars(select(Plan).where(Plan.person_id == accounts["beschaeftigte"].id)).one()

    assert {item.kind.value for item in plan.items} >= {"talk", "evidence", "practice", "external", "own"}
    assert {item.state.value for item in plan.items} >= {"agreed", "active", "proposed", "draft", "done"}
    given = set(db.session.scalars(select(Assignment.person_id)))
    assert accounts["neu"].id in given


@pytest.mark.usefixtures("context")
def test_nothing_that_was_done_lies_in_the_future():
    content()
    build()
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


@pytest.mark.usefixtures("context")
def test_rows_made_afterwards_get_ids_of_their_own():
    content()
    build()

    assert make.booking(make.bookable(), make.person("Ada")).id > 1
    assert db.session.scalar(select(func.count()).select_from(Person)) == 151


@pytest.mark.usefixtures("context")
def test_the_catalogue_is_filled_up_to_the_wanted_number():
    content()
    build(courses=9, events=9)

    slugs = list(db.session.scalars(select(Course.slug)))

    assert len(slugs) == len(set(slugs)) == 9
    own = len(cafe.WEEKS_AGO) + len(["the next café", "the round table"])
    published = db.session.scalars(select(Event).where(Event.published_at.is_not(None)))
    assert len({event.series_id or -event.id for event in published}) == 9 + own
    assert audit.violations() == []


def test_every_account_signs_in_with_the_published_password(saved, client):
    city = saved(build)

    for employee in city.staff.accounts.values():
        name = employee.email or employee.number
        answer = client.post("/sign-in", data={"identifier": name, "password": accounts.PASSWORD})
        assert (name, answer.status_code) == (name, 303)


@pytest.mark.usefixtures("context")
def test_one_event_is_still_being_planned():
    content()
    build()

    (draft,) = db.session.scalars(select(Event).where(Event.published_at.is_(None)))

    assert draft.bookable.is_draft
    assert len(draft.bookable.spans) == 2
    assert [one.person.email for one in draft.bookable.organisers] == ["orga@stadt.example"]
    assert db.session.scalars(select(Booking).where(Booking.bookable_id == draft.bookable_id)).all() == []
