"""From the proposal into the plan: the weeks that were promised, the dates, and no change that is none."""

import datetime as dt
import re

import pytest
from sqlalchemy import select

from app import clock
from app.competences import actions as competences
from app.competences.models import Competence
from app.competences.rules import Kind
from app.courses.models import Course, Enrolment
from app.courses.rules import Format
from app.db import db
from app.jobs.schedule import HANDLERS
from app.people.viewer import view_as
from app.plans import actions, queries
from app.plans.models import PlanItem
from app.plans.rules import Details, ItemKind
from app.tasks import actions as tasks
from tests import make
from tests.plans.test_views import asked, steps

CHANGED = "Something has changed"
PATH = "/plan/proposal"
TIME = {"weekly_minutes": "60", "weeks": "26"}


@pytest.fixture
def ada(client, cast):
    client.sign_in(cast.ada)
    return cast.ada


@pytest.fixture
def propose(client, app):
    def propose(**typed):
        client.post(f"{PATH}/calculation", data=TIME | typed)
        with app.app_context():
            tasks.work_off(HANDLERS)
        return client.get(PATH).text

    return propose


@pytest.fixture
def take_over(client):
    def take_over(page):
        return client.post(PATH, data={"courses": re.findall(r'type="checkbox" value="(\d+)"', page)})

    return take_over


def way(person, *minutes, seminar_in=()):
    """A goal of one competence per course, each course of so many minutes; and perhaps a seminar on these days."""
    found = [make.competence(f"Kompetenz {number}") for number in range(len(minutes) + bool(seminar_in))]
    competences.choose_goal(person, make.profile("Lotsin", dict.fromkeys(found, 1)).id)
    for number, effort in enumerate(minutes):
        make.outcome(make.course(f"Kurs {number}", slug=f"kurs-{number}", effort_minutes=effort), found[number], 1)
    if not seminar_in:
        return None
    seminar = make.course("Seminar", format=Format.SEMINAR, effort_minutes=100, slug="seminar")
    make.outcome(seminar, found[-1], 1)
    session = make.session(seminar)
    make.meetings(session.bookable, *seminar_in)
    return session


def promised(person):
    """By title, the week in which the proposal says that a course ends."""
    suggestion = queries.suggestion_for(db.session.merge(person), clock.today())
    return {step.title: step.ends_in for step in suggestion.steps}


def shown(person):
    """The same as the plan shows it."""
    plan = db.session.scalars(queries.plan_of(person.id)).one()
    outline = queries.outline(plan, clock.today())
    return {step.title: ends_in or week.monday for week in outline.weeks for step, ends_in in week.steps}


@pytest.mark.parametrize("seminar_in", [(), (45,), (50, 57)])
def test_the_weeks_that_are_promised_are_those_that_the_plan_shows(ada, saved, propose, take_over, app, seminar_in):
    def fill():
        way(ada, 50, 45, 90, 20, seminar_in=seminar_in)
        steps(ada, 3)
        actions.add_own_step(ada, title="Üben", minutes=130, details=Details(kind=ItemKind.PRACTICE))
        actions.add_event(ada, make.event("Fachtag", in_days=8).id)

    saved(fill)
    page = propose()
    with app.test_request_context():
        before = promised(ada)
    take_over(page)

    with app.test_request_context():
        after = shown(ada)
    assert len(before) == 4 + bool(seminar_in)
    assert {title: after[title] for title in before} == before
    assert "Your other steps, together" in page


def test_what_is_in_the_plan_keeps_its_order_and_new_steps_come_where_their_week_belongs(
    ada, saved, propose, take_over, app
):
    def fill():
        way(ada, 50, 45, 90)
        steps(ada, 1)
        actions.add_own_step(ada, title="Bald", minutes=60, due_on=clock.today() + dt.timedelta(days=14))
        actions.add_course(ada, db.session.scalars(select(Course.id).where(Course.slug == "kurs-2")).one())
        actions.add_own_step(ada, title="Spät", minutes=60, due_on=clock.today() + dt.timedelta(days=300))

    saved(fill)
    page = propose()
    with app.test_request_context():
        before, order = promised(ada), [step.title for step in queries.open_steps(ada.id)]
    take_over(page)

    with app.test_request_context():
        after = [step.title for step in queries.open_steps(ada.id)]
        assert {title: day for title, day in shown(ada).items() if title in before} == before
    assert [title for title in after if title in order] == order
    assert after.index("Kurs 0") < after.index("Spät")
    assert after.index("Kurs 1") < after.index("Spät")


def test_taking_over_makes_nothing_late_that_was_in_order_of_its_days(client, ada, saved, propose, take_over, app):
    def fill():
        way(ada, 120, 60, 180)
        for title, days in (("Irgendwann", None), ("Bald", 15), ("Später", 25)):
            due_on = days and clock.today() + dt.timedelta(days=days)
            actions.add_own_step(ada, title=title, minutes=60, due_on=due_on)
        course = db.session.scalars(select(Course.id).where(Course.slug == "kurs-2")).one()
        actions.add_course(ada, course).due_on = clock.today() + dt.timedelta(days=40)
        actions.order_by_date(ada, version=db.session.scalars(queries.plan_of(ada.id)).one().version)

    saved(fill)
    assert "Later than wanted" not in client.get("/plan").text
    take_over(propose())

    assert "Later than wanted" not in client.get("/plan").text
    with app.test_request_context():
        order = [step.title for step in queries.open_steps(ada.id)]
    assert [one for one in order if one not in ("Kurs 0", "Kurs 1")] == ["Bald", "Später", "Kurs 2", "Irgendwann"]


def test_taking_over_changes_nothing_that_asks_for_a_new_proposal(client, ada, saved, propose, take_over):
    def fill():
        way(ada, 50, 45, seminar_in=(24, 31))
        steps(ada, 2)

    saved(fill)
    take_over(propose())

    assert CHANGED not in client.get(PATH).text
    assert CHANGED not in client.get("/plan").text


def test_a_part_of_it_too(client, ada, saved, propose):
    saved(way, ada, 50, 45)
    ticked = re.findall(r'type="checkbox" value="(\d+)"', propose())

    client.post(PATH, data={"courses": ticked[:1]})

    assert CHANGED not in client.get(PATH).text


def test_what_had_changed_before_is_still_said(client, ada, saved, propose, take_over):
    saved(way, ada, 50, 45)
    page = propose()
    saved(actions.set_budget, ada, version=0, weekly_minutes=90)
    take_over(page)

    assert CHANGED in client.get("/plan").text


def test_working_through_it_as_planned_changes_nothing(client, ada, saved, propose, take_over, app):
    def fill():
        way(ada, 50, 45)
        steps(ada, 1)

    saved(fill)
    take_over(propose())

    def complete():
        (course_id, competence_id), *_ = [
            (item.course_id, item.competence_id) for item in db.session.query(PlanItem) if item.course_id
        ]
        day = clock.today()
        db.session.add(Enrolment(person_id=ada.id, course_id=course_id, begun_at=clock.now(), completed_on=day))
        said = {"kind": Kind.COMPLETION, "source": "Kurs 0", "observed_on": day}
        competences.add_evidence(db.session.merge(ada), competence_id, 1, **said)
        (own,) = [item for item in db.session.query(PlanItem) if item.kind is ItemKind.OWN]
        actions.tick(own)

    saved(complete)

    assert CHANGED not in client.get("/plan").text
    assert CHANGED not in client.get(PATH).text


def test_the_plan_says_when_a_date_is_gone_and_the_repair_is_taken_over(client, ada, saved, propose, take_over, app):
    session = saved(way, ada, 50, seminar_in=(24, 31))
    take_over(propose())

    def call_off():
        found = db.session.merge(session)
        found.bookable.cancelled_at = clock.now()
        make.meetings(make.session(found.course).bookable, 40)

    saved(call_off)
    page = client.get("/plan").text
    assert CHANGED in page
    assert "Adapt the proposal" in page

    assert "If you take it over, 1 step of your plan changes" in propose()
    assert client.post(PATH).location == "/plan"

    with app.test_request_context():
        (seminar,) = [step for step in queries.steps_of(ada.id) if step.title == "Seminar"]
    assert (seminar.happens_on, seminar.is_cancelled) == (clock.today() + dt.timedelta(days=40), False)
    assert CHANGED not in client.get("/plan").text


def test_a_seminar_is_taken_over_with_its_date_and_asks_for_the_seat(client, ada, saved, propose, take_over, app):
    session = saved(way, ada, seminar_in=(24, 31))
    take_over(propose())

    with app.test_request_context():
        (step,) = queries.steps_of(ada.id)
    assert (step.session_id, step.needs_date, step.needs_seat) == (session.id, False, True)
    assert "Book a seat" in client.get("/plan").text


def test_a_date_that_the_person_chose_stays_while_it_has_seats(client, ada, saved, propose, app):
    def fill():
        session = way(ada, 30, seminar_in=(24,))
        later = make.session(session.course)
        make.meetings(later.bookable, 50)
        item = actions.add_course(ada, session.course.id)
        actions.choose_session(item, later.id, viewer=view_as(ada, clock.today()))
        return later

    later = saved(fill)

    assert f"/sessions/{later.id}" in propose()


def test_a_reason_that_is_out_of_date_is_replaced(client, ada, saved, propose, take_over):
    saved(way, ada, 50, 45)
    take_over(propose())
    assert "from level 0 to 1" in client.get("/plan").text

    saved(
        lambda: competences.assess(db.session.merge(ada), dict.fromkeys(db.session.scalars(select(Competence.id)), 1))
    )

    page = client.get("/plan").text
    assert "from level 0 to 1" not in page
    assert "level 1 is reached already" in page
    assert CHANGED in page


@pytest.mark.parametrize("number", [1, 3])
def test_show_plan_stays_within_its_statements_with_a_proposal(client, ada, saved, propose, take_over, queries, number):
    saved(way, ada, *[50] * number, seminar_in=(24, 31))
    take_over(propose())
    queries.clear()

    assert client.get("/plan").status_code == 200
    assert len(asked(queries)) <= 12


def test_a_course_of_the_plan_that_brings_nothing_says_so(client, ada, saved, propose):
    def fill():
        way(ada, 50)
        actions.add_course(ada, make.course("Anderes").id)

    saved(fill)

    page = propose()

    assert "It brings nothing more for your goal" in page
    assert "With it no other plan brings you further" in page


def test_a_result_for_another_goal_is_not_put_into_words(client, ada, saved, propose):
    saved(way, ada, 50, 45)
    propose()
    saved(lambda: competences.choose_goal(db.session.merge(ada), make.profile("Neu", {make.competence("X"): 2}).id))

    page = client.get(PATH).text

    assert "How much time do you have?" in page
    assert "Kurs 0" not in page


def test_a_seminar_that_is_over_counts_until_the_person_says_otherwise(client, ada, saved, propose):
    def fill():
        session = way(ada, 50, seminar_in=(24,))
        past = make.past_session(session.course)
        make.booking(past.bookable, ada)
        actions.add_course(ada, session.course.id)

    saved(fill)

    assert "Seminar</a>" not in propose()
