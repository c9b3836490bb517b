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
from app.plans.actions import proposal as solving
from app.plans.models import PlanItem
from app.plans.rules import Details, ItemKind
from app.privacy import actions as privacy
from app.tasks import actions as tasks
from tests import make
from tests.plans.test_views import asked, steps

pytestmark = pytest.mark.any_database

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
    assert "to level 1 (none is known yet)" in client.get("/plan").text

    saved(
        lambda: competences.assess(db.session.merge(ada), dict.fromkeys(db.session.scalars(select(Competence.id)), 1))
    )

    page = client.get("/plan").text
    assert "none is known yet" not in page
    assert "level 1 is reached already" in page
    assert CHANGED in page


@pytest.mark.parametrize("number", [1, 3])
def test_show_plan_stays_within_its_statements_with_a_proposal(client, ada, saved, propose, take_over, queries, number):
    saved(way, ada, *[50] * number, seminar_in=(24, 31))
    take_over(propose())
    queries.clear()

    assert client.get("/plan").status_code == 200
    assert len(asked(queries)) <= 12


def said_of(page, title):
    """What the proposal says of a course of this title."""
    return re.sub(r"<[^>]+>", " ", page.partition(f">{title}</a>")[2].partition("</li>")[0])


MORE, NOTHING, NOT_YET = "brings nothing more for your goal.", "brings nothing for your goal.", "can’t bring anything"


@pytest.mark.parametrize(
    ("begins_at", "held", "said"),
    [
        (0, 2, MORE),
        (None, 0, NOTHING),
        (1, 0, "yet: it builds on level 1 of “Kompetenz 0”. It stays because it is in your plan."),
        (1, None, MORE),
    ],
)
def test_a_course_of_the_plan_that_brings_nothing_says_why(client, ada, saved, propose, begins_at, held, said):
    def fill():
        one, other = make.competence("Kompetenz 0"), make.competence("Kompetenz 1")
        competences.choose_goal(ada, make.profile("Lotsin", {one: 2, other: 1}).id)
        helpful = make.course("Hilfreich", effort_minutes=50)
        make.outcome(helpful, other, 1)
        if held is None:
            make.outcome(helpful, one, 2)
        course = make.course("Anderes")
        if begins_at is not None:
            make.outcome(course, one, 2, begins_at)
        actions.add_course(ada, course.id)
        if held:
            competences.assess(ada, {one.id: held})

    saved(fill)

    page = propose()

    text = " ".join(said_of(page, "Anderes").split())
    assert said in text
    assert [sentence in text for sentence in (MORE, NOTHING, NOT_YET)].count(True) == 1
    assert "It stays because it is in your plan." in text


def test_a_course_of_the_plan_that_brings_nothing_leaves_the_rest_proven(client, ada, saved, propose):
    def fill():
        way(ada, 50)
        actions.add_course(ada, make.course("Anderes", effort_minutes=60).id)

    saved(fill)

    page = propose()

    assert "It brings nothing for your goal" in page
    assert "With it no other plan brings you further" in page
    assert "1 step brings you from 0 to 100 per cent" in page
    assert "1 more step of your plan (1 h) is counted in the weeks, although it brings nothing for this goal." in page
    assert "Together 50 min; with" in page
    assert page.count('<ol class="lines lines--numbered"') == 1
    assert page.index("These bring nothing for your goal, and stay:") < page.rindex("Anderes</a></h3>")


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


def traces(person):
    """What plan and proposal say of the person's levels."""
    proposal = db.session.scalars(queries.proposal_of(person.id)).one()
    reasons = [step.reason for step in queries.steps_of(person.id) if "level" in step.reason]
    return reasons, proposal.result, proposal.fingerprint, proposal.alternatives, proposal.taken_over


def assessed_way(person):
    way(person, 50)
    one = db.session.scalars(select(Competence).where(Competence.title == "Kompetenz 0")).one()
    competences.assess(person, {one.id: 0})


def erase(ada):
    return privacy.erase_self_assessments(db.session.merge(ada))


def test_with_the_self_assessments_the_proposal_and_the_reasons_that_name_levels_are_erased(
    client, ada, saved, propose, take_over, app
):
    saved(assessed_way, ada)
    take_over(propose())
    with app.test_request_context():
        before = traces(ada)

    saved(erase, ada)

    with app.test_request_context():
        after = traces(ada)
    assert before[0][0].startswith("Brings “Kompetenz 0” from level 0 to 1")
    assert all((*before[1:3], before[4]))
    assert after == ([], None, None, {}, None)
    page = client.get("/plan").text
    assert ("Kurs 0" in page, "Aus einem Vorschlag von Lotse." in page, "from level" in page) == (True, True, False)
    assert client.get(PATH).status_code == 200
    assert steps_of_proposal(propose()) == []


def steps_of_proposal(page):
    return re.findall(r'type="checkbox" value="(\d+)"', page)


def test_reasons_that_come_from_a_talk_or_a_template_stay(ada, saved, app):
    def fill():
        talked = actions.add_course(ada, make.course("Aus dem Gespräch").id, reason="Im Gespräch vereinbart.")
        template, course = make.plan_template("Start"), make.course("Aus der Vorlage")
        content = {"kind": ItemKind.COURSE, "course_id": course.id, "reason": "Braucht hier jede Person."}
        make.template_item(template, competence_id=make.competence().id, target_level=1, **content)
        actions.assign(template, ada, by=None)
        return talked.id

    saved(fill)
    saved(erase, ada)

    with app.test_request_context():
        assert {step.reason for step in queries.steps_of(ada.id)} == {
            "Im Gespräch vereinbart.",
            "Braucht hier jede Person.",
        }


def test_a_proposal_that_is_being_made_meanwhile_is_made_anew_without_what_was_erased(
    client, ada, saved, app, monkeypatch
):
    """The levels are read, then erased by the person, then the result is written."""
    saved(assessed_way, ada)
    with app.app_context():
        one = db.session.scalars(select(Competence).where(Competence.title == "Kompetenz 0")).one().id
    saved(lambda: competences.assess(ada, {one: 1}))
    client.post(f"{PATH}/calculation", data=TIME)
    best, solved = solving._best, []

    def meanwhile(case, progress):
        answer = best(case, progress)
        solved.append(dict(case.levels))
        if len(solved) == 1:
            client.post("/account/deletion", data={"what": "self-assessments"})
        return answer

    monkeypatch.setattr("app.plans.actions.proposal._best", meanwhile)
    with app.app_context():
        tasks.work_off(HANDLERS)
    with app.test_request_context():
        result = traces(ada)[1]

    assert solved == [{one: 1}, {}]
    assert [step["lifts"] for step in result["steps"]] == [[[one, 0, 1]]]


def test_a_course_that_is_not_in_the_catalogue_is_neither_kept_nor_left_out(client, ada, saved, app):
    saved(way, ada, 50)
    retired = saved(lambda: make.course("Weg", retired_at=clock.now()).id)
    asked_for = [
        client.post(f"{PATH}/{noun}", data={"course_id": number} | more)
        for number in (retired, 99999)
        for noun, more in (("pins", {"pin": "keep"}), ("pins", {"pin": "drop"}), ("alternatives", {}))
    ]

    assert [answer.status_code for answer in asked_for] == [409] * 6
    assert "This course is no longer in the catalogue." in asked_for[0].text
    with app.app_context():
        assert db.session.scalars(queries.proposal_of(ada.id)).one_or_none() is None


def test_what_was_kept_and_is_no_longer_offered_can_be_released(client, ada, saved, app):
    def fill():
        way(ada, 50)
        course = make.course("Weg")
        actions.pin(ada, course_id=course.id, pin="keep")
        course.retired_at = clock.now()
        return course.id

    number = saved(fill)

    assert client.post(f"{PATH}/pins", data={"course_id": number, "pin": ""}).status_code == 303
    with app.app_context():
        assert db.session.scalars(queries.proposal_of(ada.id)).one().pins == {}


def test_asking_for_a_proposal_leaves_the_time_of_the_plan_as_it_is_and_taking_it_over_changes_it(
    client, ada, saved, propose, take_over
):
    def fill():
        way(ada, 50, 45)
        steps(ada, 1)

    saved(fill)
    page = propose(weekly_minutes="300")

    before = client.get("/plan").text
    take_over(page)

    assert "Your plan still counts on 1 h a week; if you take this over, on 5 h." in page
    assert ("With 1 h a week" in before, "With 5 h a week" in before) == (True, False)
    assert "With 5 h a week" in client.get("/plan").text
    assert "still counts on" not in client.get(PATH).text
    assert CHANGED not in client.get(PATH).text


def test_where_nothing_is_ticked_the_time_of_the_plan_stays_too(client, ada, saved, propose):
    saved(way, ada, 50, 45)
    saved(steps, ada, 1)
    propose(weekly_minutes="300")

    client.post(PATH, data={})

    assert "With 1 h a week" in client.get("/plan").text


def test_a_new_time_for_the_plan_counts_for_the_proposal_as_well(client, ada, saved, propose):
    saved(way, ada, 50, 45)
    propose(weekly_minutes="300")

    saved(actions.set_budget, ada, version=0, weekly_minutes=90)

    page = client.get(PATH).text
    assert 'value="90"' in page
    assert CHANGED in page


def test_what_is_finished_is_no_longer_counted_in_the_proposal(client, ada, saved, propose, take_over):
    saved(way, ada, 50, 45)
    take_over(propose())

    def finish():
        course_id = db.session.scalars(select(Course.id).where(Course.title == "Kurs 0")).one()
        day = clock.today()
        db.session.add(Enrolment(person_id=ada.id, course_id=course_id, begun_at=clock.now(), completed_on=day))

    saved(finish)

    page = client.get(PATH).text
    assert "1 step brings you" in page
    assert "Together 45 min; with" in page
    assert "Kurs 0</a></h3>" not in page


def test_the_steps_of_a_proposal_stand_by_the_week_that_they_name(ada, saved, propose, app):
    saved(way, ada, *[50] * 5, seminar_in=(10,))
    page = propose()

    with app.test_request_context():
        leading, *_ = queries.suggestion_for(db.session.merge(ada), clock.today()).by_week

    assert [step.week for step in leading] == sorted(step.week for step in leading)
    assert [page.index(f"{step.title}</a></h3>") for step in leading] == sorted(
        page.index(f"{step.title}</a></h3>") for step in leading
    )
    assert "until the end of the week of" in page
