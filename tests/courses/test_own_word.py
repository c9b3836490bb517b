"""Courses elsewhere: completed by the person's own word, which can be taken back."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import clock
from app.competences.models import Competence, Statement
from app.competences.queries import current_levels, holds
from app.competences.rules import Kind
from app.courses import actions
from app.courses.models import Course, Enrolment
from app.courses.rules import Format
from app.db import db
from app.plans.actions import add_course
from app.plans.queries import open_steps, steps_of
from tests import make

YESTERDAY = clock.today() - dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _english(client):
    client.set_cookie("language", "en")


@pytest.fixture
def course(saved):
    def fill():
        course = make.course("KI-Einstieg", slug="ki", format=Format.EXTERNAL, link="https://example.org/")
        make.outcome(course, make.competence("Digital anwenden"), to_level=2)
        return course

    return saved(fill)


def completion(client, day):
    return client.post("/courses/ki/completion", data={"completed_on": str(day)})


def test_who_has_completed_a_course_elsewhere_says_so_on_its_page(client, cast, course, rows):
    client.sign_in(cast.ada)

    assert "I have completed the course" in client.get("/courses/ki").text
    response = completion(client, YESTERDAY)

    assert (response.status_code, response.location) == (303, "/courses/ki")
    assert [row.completed_on for row in rows(Enrolment)] == [YESTERDAY]
    page = client.get("/courses/ki").text
    assert "You completed this course on" in page
    assert "This is your own statement" in page
    assert "I have completed the course" not in page


def test_the_evidence_says_that_it_is_the_persons_own_word(client, cast, course, rows):
    completion(client.sign_in(cast.ada), YESTERDAY)

    proofs = [(row.level, row.kind, row.observed_on, row.source) for row in rows(Statement)]
    assert proofs == [(2, "completion", YESTERDAY, "KI-Einstieg (own statement)")]


def test_it_is_done_in_the_plan(client, cast, course, saved, app):
    saved(lambda: add_course(db.session.merge(cast.ada), course.id))
    completion(client.sign_in(cast.ada), YESTERDAY)

    with app.test_request_context():
        assert open_steps(cast.ada.id) == []
        assert [step.done_on for step in steps_of(cast.ada.id)] == [YESTERDAY]


@pytest.mark.parametrize("day", ["", "gestern", str(clock.today() + dt.timedelta(days=1)), "1899-01-01"])
def test_it_says_which_day_is_meant_and_keeps_what_was_typed(client, cast, course, rows, day):
    response = completion(client.sign_in(cast.ada), day)

    assert response.status_code == 422
    assert "Please enter the day on which you completed the course, today at the latest." in response.text
    assert f'value="{day}"' in response.text
    assert rows(Enrolment) == []


@pytest.mark.parametrize("kind", [Format.SELF_PACED, Format.SEMINAR])
def test_other_courses_are_not_completed_by_a_word(client, cast, saved, rows, kind):
    saved(make.course, slug="ki", format=kind)

    response = completion(client.sign_in(cast.ada), YESTERDAY)

    assert response.status_code == 422
    assert "Lotse notes by itself when this course is completed." in response.text
    assert rows(Enrolment) == []


def test_it_can_be_taken_back_with_all_that_it_proved(client, cast, course, rows, app):
    completion(client.sign_in(cast.ada), YESTERDAY)

    client.set_cookie("language", "de")
    response = client.post("/courses/ki/completion-end")

    assert (response.status_code, response.location) == (303, "/courses/ki")
    assert [row.completed_on for row in rows(Enrolment)] == [None]
    with app.test_request_context():
        assert current_levels(cast.ada.id) == {}
    assert "Ich habe den Kurs abgeschlossen" in client.get("/courses/ki").text


def test_taking_back_leaves_other_evidence_alone(client, cast, course, saved, app):
    def prove():
        found = db.session.get_one(Course, course.id)
        actions.complete(found, db.session.merge(cast.ada), completed_on=YESTERDAY)
        said = {"source": "Anderswo (own statement)", "observed_on": YESTERDAY}
        make.statement(cast.ada, found.outcomes[0].competence, 1, Kind.COMPLETION, **said)

    saved(prove)
    client.sign_in(cast.ada).post("/courses/ki/completion-end")

    with app.test_request_context():
        left = db.session.scalars(select(Statement.source).where(holds())).all()
    assert left == ["Anderswo (own statement)"]


def test_taking_back_finds_what_was_proved_of_a_competence_that_has_been_replaced_since(
    client, cast, course, saved, app
):
    completion(client.sign_in(cast.ada), YESTERDAY)

    def replace():
        old, new = db.session.scalars(select(Competence)).one(), make.competence("Digital arbeiten")
        actions.follow_competences({old.id: new.id}, 4)

    saved(replace)
    client.post("/courses/ki/completion-end")

    with app.test_request_context():
        assert current_levels(cast.ada.id) == {}


def test_taking_back_leaves_a_course_alone_whose_title_begins_alike(client, cast, course, saved, app):
    def other():
        longer = make.course("KI-Einstieg für Fortgeschrittene", format=Format.EXTERNAL, link="https://example.org/")
        make.outcome(longer, db.session.scalars(select(Competence)).one(), to_level=3)
        actions.complete(longer, cast.ada, completed_on=YESTERDAY)

    completion(client.sign_in(cast.ada), YESTERDAY)
    saved(other)

    client.post("/courses/ki/completion-end")

    with app.test_request_context():
        assert list(current_levels(cast.ada.id).values()) == [3]


def test_it_can_be_said_again_after_it_was_taken_back(client, cast, course, rows, app):
    client.sign_in(cast.ada)
    for _ in range(2):
        completion(client, YESTERDAY)
        client.post("/courses/ki/completion-end")
    completion(client, YESTERDAY)
    completion(client, YESTERDAY)

    assert [row.completed_on for row in rows(Enrolment)] == [YESTERDAY]
    with app.test_request_context():
        assert list(current_levels(cast.ada.id).values()) == [2]


def test_a_self_paced_course_can_not_be_taken_back(client, cast, saved, rows):
    course = saved(make.course, slug="ki")
    saved(
        make._save, Enrolment(person_id=cast.ada.id, course_id=course.id, begun_at=clock.now(), completed_on=YESTERDAY)
    )

    assert client.sign_in(cast.ada).post("/courses/ki/completion-end").status_code == 409
    assert [row.completed_on for row in rows(Enrolment)] == [YESTERDAY]
