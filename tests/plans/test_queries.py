"""What has become of the steps of a plan, and the proposal in words."""

import datetime as dt

import pytest

from app import clock
from app.bookings.models import Attendance
from app.bookings.rules import State
from app.courses.models import Enrolment, UnitProgress
from app.courses.rules import Format
from app.db import db
from app.people.viewer import view_as
from app.plans import access, actions, queries
from app.plans.models import PlanItem
from tests import make

TODAY = clock.today


def enrol(person, course, **other):
    row = Enrolment(person_id=person.id, course_id=course.id, begun_at=clock.now(), **other)
    db.session.add(row)
    db.session.flush()
    return row


def outline(person):
    return queries.outline(db.session.scalars(queries.plan_of(person.id)).one(), TODAY())


def attend_past_event(person, *, state=State.CONFIRMED, attended=False):
    event = make.event("Konferenz")
    actions.add_event(person, event.id)
    event.bookable.cancel_until = event.bookable.closes_at = clock.now() - dt.timedelta(days=9)
    event.bookable.starts_at = clock.at(TODAY() - dt.timedelta(days=3), dt.time(10))
    event.bookable.ends_at = event.bookable.starts_at + dt.timedelta(hours=2)
    booking = make.booking(event.bookable, person, state)
    if attended:
        db.session.add(
            Attendance(booking_id=booking.id, day=TODAY(), recorded_at=clock.now(), recorded_by_id=person.id)
        )
    db.session.flush()


def test_a_course_is_done_when_it_is_completed(context):
    ada, course = make.person("Ada"), make.course()
    actions.add_course(ada, course.id)
    enrol(ada, course, completed_on=TODAY())

    assert [step.done_on for step in outline(ada).done] == [TODAY()]


def test_a_course_that_was_begun_is_shown_as_such_and_one_that_was_left_is_not(context):
    ada, begun, left = make.person("Ada"), make.course(), make.course()
    actions.add_course(ada, begun.id)
    actions.add_course(ada, left.id)
    enrol(ada, begun)
    enrol(ada, left, left_at=clock.now())

    assert [step.is_begun for step in outline(ada).open] == [True, False]


def test_another_persons_completion_is_not_mine(context):
    ada, course = make.person("Ada"), make.course()
    actions.add_course(ada, course.id)
    enrol(make.person("Max"), course, completed_on=TODAY())

    assert outline(ada).done == ()


def test_an_event_is_done_when_the_person_had_a_seat_and_it_is_over(context):
    ada = make.person("Ada")
    attend_past_event(ada)

    assert [step.title for step in outline(ada).done] == ["Konferenz"]


@pytest.mark.parametrize("state", [State.WAITLISTED, State.CANCELLED])
def test_an_event_that_is_over_without_a_seat_is_past_and_not_late(context, state):
    ada = make.person("Ada")
    attend_past_event(ada, state=state)

    found = outline(ada)

    assert [step.title for step in found.passed] == ["Konferenz"]
    assert (found.done, found.overdue, found.open) == ((), (), [])


def test_a_seminar_with_a_seat_stands_in_the_week_of_its_date(context):
    ada = make.person("Ada")
    session = make.session(in_days=30)
    actions.add_course(ada, session.course.id)
    make.booking(session.bookable, ada)

    week = outline(ada).weeks[0]

    assert week.monday <= clock.local(session.bookable.starts_at).date() <= week.monday + dt.timedelta(days=6)
    assert week.steps[0][0].is_booked
    assert not week.steps[0][0].can_move


def test_steps_are_late_from_the_day_after_their_date(context):
    ada = make.person("Ada")
    actions.add_own_step(ada, title="Heute", minutes=10, due_on=TODAY())
    actions.add_own_step(ada, title="Gestern", minutes=10, due_on=TODAY() - dt.timedelta(days=1))

    assert [step.title for step in outline(ada).overdue] == ["Gestern"]


def test_the_outline_says_how_much_is_left_and_until_when(context):
    ada = make.person("Ada")
    for _ in range(2):
        actions.add_own_step(ada, title="Lesen", minutes=45)

    found = outline(ada)

    assert (found.open_minutes, found.size) == (90, 2)
    assert found.last_week == found.weeks[0].monday + dt.timedelta(days=7)


def test_courses_that_lead_to_a_competence_are_those_of_the_catalogue(context):
    competence = make.competence()
    make.outcome(make.course("Weiter"), competence, 3, 2)
    make.outcome(make.course("Anfang"), competence)
    make.outcome(make.course("Weg", retired_at=clock.now()), competence)

    titles = [[one.title for one in queries.courses_leading_to(competence.id, above=level)] for level in (0, 1, 2, 3)]
    assert titles == [["Anfang", "Weiter"], ["Anfang", "Weiter"], ["Weiter"], []]


def test_next_fitting_prefers_the_plan_and_keeps_to_the_minutes(context):
    ada, other, planned = make.person("Ada"), make.course("Anderer"), make.course("Geplant")
    for course in (planned, other):
        make.course_unit(course, "Einheit", 10)
        enrol(ada, course)
    actions.add_course(ada, planned.id)

    assert queries.next_fitting(ada.id, 15).course_title == "Geplant"
    assert queries.next_fitting(ada.id, 5) is None


def test_next_fitting_passes_over_what_is_done(context):
    ada, course = make.person("Ada"), make.course()
    unit = make.course_unit(course, "Einheit", 10)
    enrol(ada, course)
    db.session.add(UnitProgress(person_id=ada.id, unit_id=unit.id, done_at=clock.now()))
    db.session.flush()

    assert queries.next_fitting(ada.id, 15) is None


def test_planned_since_knows_only_the_persons_own_plan(context):
    ada, zoe, course = make.person("Ada"), make.person("Zoe"), make.course()
    item = actions.add_course(ada, course.id)

    assert queries.planned_since(ada.id, course_id=course.id) == item.added_at
    assert queries.planned_since(zoe.id, course_id=course.id) is None


def test_the_rule_and_the_query_agree_on_who_may_see_a_plan(context):
    cast = make.cast()
    people = (cast.ada, cast.max, cast.lin, cast.zoe)
    items = [actions.add_own_step(person, title="Lesen", minutes=10) for person in people]

    for person in people:
        viewer = view_as(person, TODAY())
        by_query = set(db.session.scalars(queries.items_visible_to(viewer).with_only_columns(PlanItem.id)))
        by_rule = {item.id for item in items if access.can_change_item(viewer, item)}
        plans = {plan.id for plan in db.session.scalars(queries.plans_visible_to(viewer))}

        assert by_query == by_rule
        assert plans == {item.plan_id for item in items if access.can_see_plan(viewer, item.plan)}
        assert len(by_query) == 1


def test_a_seminar_without_a_date_stands_in_no_week(context):
    ada, course = make.person("Ada"), make.course("Seminar", format=Format.SEMINAR, effort_minutes=900)
    actions.add_course(ada, course.id)

    found = outline(ada)

    assert [(week.monday, week.steps[0][0].needs_date) for week in found.weeks] == [(None, True)]
    assert (found.last_week, found.undated, found.movable) == (None, 1, [])


@pytest.mark.parametrize("state", [State.REQUESTED, State.WAITLISTED, State.OFFERED])
def test_a_seminar_stands_in_the_week_of_the_date_that_is_claimed_but_says_that_it_is_not_certain(context, state):
    ada, session = make.person("Ada"), make.session(in_days=30)
    actions.add_course(ada, session.course.id)
    make.booking(session.bookable, ada, state)

    (step,) = outline(ada).open

    assert step.starts_at == session.bookable.starts_at
    assert (step.is_claimed, step.is_booked) == (True, False)


def test_a_certain_seat_counts_before_an_earlier_claim_and_a_claim_that_is_over_counts_for_nothing(context):
    ada, course = make.person("Ada"), make.course(format=Format.SEMINAR)
    late, early, over = (make.session(course, in_days=days) for days in (40, 30, 2))
    over.bookable.starts_at = clock.now() - dt.timedelta(hours=3)
    over.bookable.ends_at = clock.now() - dt.timedelta(hours=1)
    over.bookable.closes_at = over.bookable.cancel_until = over.bookable.starts_at
    actions.add_course(ada, course.id)
    make.booking(over.bookable, ada, State.WAITLISTED)
    assert outline(ada).undated == 1

    make.booking(early.bookable, ada, State.WAITLISTED)
    make.booking(late.bookable, ada)

    assert outline(ada).open[0].starts_at == late.bookable.starts_at
