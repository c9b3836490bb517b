"""Reading units, answering checks, completing and leaving a course."""

import re

import pytest

from app.competences.models import Statement
from app.courses.models import Enrolment, UnitProgress
from app.courses.rules import Format
from tests import make
from tests.courses.examples import MULTIPLE, SINGLE, course_with_units, right, statements


@pytest.fixture(autouse=True)
def _english(client):
    client.set_cookie("language", "en")


def test_begin_course_leads_to_the_first_unit(client, cast, saved, rows):
    _, keys = saved(course_with_units, [], [])

    response = client.sign_in(cast.ada).post("/courses/daten/enrolment")

    assert (response.status_code, response.location) == (303, f"/courses/daten/units/{keys[0]}")
    assert [row.person_id for row in rows(Enrolment)] == [cast.ada.id]


def test_begin_course_says_why_not(client, cast, saved):
    saved(make.course, slug="seminar", format=Format.SEMINAR)

    response = client.sign_in(cast.ada).post("/courses/seminar/enrolment")

    assert response.status_code == 409
    assert "Its page says how to take part." in response.text


def test_reading_a_unit_changes_nothing(client, cast, saved, rows):
    _, (key, *_) = saved(course_with_units, [SINGLE], [])

    page = client.sign_in(cast.ada).get(f"/courses/daten/units/{key}").text

    assert ("Unit 1 of 2" in page, "0 of 2 units done" in page, 'Next: <span lang="de">Einheit 1</span>' in page) == (
        True,
        True,
        True,
    )
    assert "weil dies" not in page
    assert (rows(Enrolment), rows(UnitProgress)) == ([], [])


@pytest.mark.parametrize("number", [1, 3])
def test_show_unit_asks_few_questions(client, cast, saved, queries, number):
    _, keys = saved(course_with_units, *[[SINGLE]] * number)
    client.sign_in(cast.max)
    queries.clear()

    assert client.get(f"/courses/daten/units/{keys[0]}").status_code == 200
    assert statements(queries) == 5


def test_a_unit_belongs_to_its_course(client, cast, saved):
    _, (key, *_) = saved(course_with_units, [])
    saved(make.course, slug="andere")

    assert client.sign_in(cast.ada).get(f"/courses/andere/units/{key}").status_code == 404


def test_complete_unit_leads_to_the_answers_and_from_there_to_the_next(client, cast, saved):
    _, keys = saved(course_with_units, [SINGLE], [], [])
    client.sign_in(cast.ada)

    response = client.post(f"/courses/daten/units/{keys[0]}/completion", data={"question-0": "0"})

    assert (response.status_code, response.location) == (303, f"/courses/daten/units/{keys[0]}?solved=1#check")
    page = client.get(response.location).text
    assert "All answers are right" in page
    assert f'href="/courses/daten/units/{keys[1]}" class="kern-btn kern-btn--primary"' in page
    assert "1 of 3 units done" in client.get("/courses/daten").text


def test_complete_unit_can_be_tried_again_with_the_answers_kept_and_explained(client, cast, saved, rows):
    _, (key, *_) = saved(course_with_units, [SINGLE, MULTIPLE])
    client.sign_in(cast.ada)
    address = f"/courses/daten/units/{key}/completion"

    response = client.post(address, data={"question-0": "1", "question-1": ["0", "1"]})

    assert response.status_code == 422
    assert "1 of 2 questions are solved" in response.text
    assert ("Not right. weil das" in response.text, "weil dies" in response.text) == (True, False)
    assert ("Right. weil eins" in response.text, "Right. weil zwei" in response.text) == (True, True)
    assert "Not quite yet." in response.text
    assert re.findall(r'<input[^>]*checked[^>]*value="(\d)"', response.text) == ["1", "0", "1"]
    assert (rows(Enrolment), rows(UnitProgress)) == ([], [])
    assert client.post(address, data={"question-0": "0", "question-1": ["0", "1"]}).status_code == 303


EVERY_KIND = [
    {"question": "Was zuerst?", "kind": "order", "answers": [right("eins"), right("zwei")]},
    {"question": "Wer hilft?", "kind": "match", "answers": [right("Drucker", match="IT"), right("Brief", match="Amt")]},
    {"question": "Wie heißt es?", "kind": "text", "answers": [right("Once-Only")]},
    {"question": "Wie viel?", "kind": "number", "answers": [right("2,5", tolerance="0,1")]},
]


def test_every_kind_of_question_is_answered_with_plain_fields_and_keeps_what_was_given(client, cast, saved, rows):
    _, (key, *_) = saved(course_with_units, EVERY_KIND)
    client.sign_in(cast.ada)
    address = f"/courses/daten/units/{key}/completion"
    half = {"question-0": ["2", "2"], "question-1": ["0", ""], "question-2": "Anders", "question-3": "viel"}

    again = client.post(address, data=half).text

    assert re.findall(r'<option value="(\w+)" selected', again) == ["2", "2", "0"]
    assert ('value="Anders"' in again, 'value="viel"' in again) == (True, True)
    assert ("0 of 4 questions are solved" in again, "Please enter a number, such as 12 or 2,5." in again) == (
        True,
        True,
    )
    assert ("Right. weil zwei" in again, "weil eins" in again, "Not right yet." in again) == (True, False, True)
    assert rows(UnitProgress) == []
    right_ones = {"question-0": ["2", "1"], "question-1": ["1", "0"], "question-2": "once only", "question-3": "2,45"}
    solved = client.get(client.post(address, data=right_ones).location).text
    assert "All answers are right" in solved
    assert [because in solved for because in ("weil eins", "weil Brief", "weil Once-Only", "weil 2,5")] == [True] * 4


def test_a_course_goes_on_at_the_first_open_unit_on_every_device(app, client, cast, saved):
    _, keys = saved(course_with_units, [], [], [])
    client.sign_in(cast.ada)
    for key in (keys[0], keys[2]):
        client.post(f"/courses/daten/units/{key}/completion")

    elsewhere = app.test_client().sign_in(cast.ada).get("/courses/daten").text

    assert f'href="/courses/daten/units/{keys[1]}" class="kern-btn kern-btn--primary"' in elsewhere


def test_complete_unit_says_that_nothing_was_answered_yet(client, cast, saved):
    _, (key, *_) = saved(course_with_units, [SINGLE, MULTIPLE])

    response = client.sign_in(cast.ada).post(f"/courses/daten/units/{key}/completion")

    assert response.status_code == 422
    assert "You have not answered yet" in response.text
    assert "0 of 2" not in response.text


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Please choose an answer."),
        ({"question-0": ["0"]}, "That is right so far, but something is missing."),
        ({"question-0": ["0", "1", "2"]}, "Not quite yet."),
        ({"question-0": ["7"]}, "Not quite yet."),
        ({"question-0": ["x", "٣٣٣٣", "9" * 5000]}, "Please choose an answer."),
    ],
)
def test_complete_unit_says_what_is_missing(client, cast, saved, sent, sentence):
    _, (key, *_) = saved(course_with_units, [MULTIPLE])

    response = client.sign_in(cast.ada).post(f"/courses/daten/units/{key}/completion", data=sent)

    assert (response.status_code, sentence in response.text) == (422, True)


def test_the_last_unit_completes_the_course_and_says_what_was_reached(client, cast, saved, rows):
    _, keys = saved(course_with_units, [], [])
    client.sign_in(cast.ada)
    for key in keys:
        response = client.post(f"/courses/daten/units/{key}/completion")

    assert response.location == "/courses/daten"
    page = client.get("/courses/daten").text
    assert ("You completed this course on" in page, "Daten erheben: level 2 (Level 2)" in page) == (True, True)
    assert "to level 2, you have reached it" in page
    assert [(row.person_id, row.level) for row in rows(Statement)] == [(cast.ada.id, 2)]
    assert "You completed" not in client.sign_in(cast.zoe).get("/courses/daten").text


def test_leave_course_can_be_undone(client, cast, saved):
    _, keys = saved(course_with_units, [], [])
    client.sign_in(cast.ada).post(f"/courses/daten/units/{keys[0]}/completion")

    assert client.post("/courses/daten/enrolment-end").location == "/courses/daten"
    page = client.get("/courses/daten").text
    assert ("You have left the course." in page, "Go on with this course" in page) == (True, True)

    assert client.post("/courses/daten/enrolment").location == f"/courses/daten/units/{keys[1]}"


def test_leave_course_says_why_not(client, cast, saved):
    _, (key, *_) = saved(course_with_units, [])
    client.sign_in(cast.ada).post(f"/courses/daten/units/{key}/completion")

    response = client.post("/courses/daten/enrolment-end")

    assert (response.status_code, "nothing to leave" in response.text) == (409, True)


def test_a_form_without_its_token_is_refused(client, cast, saved, rows):
    _, (key, *_) = saved(course_with_units, [])
    client.application.config["WTF_CSRF_ENABLED"] = True
    client.sign_in(cast.ada)

    addresses = ("/courses/daten/enrolment", "/courses/daten/enrolment-end", f"/courses/daten/units/{key}/completion")

    assert [client.post(address).status_code for address in addresses] == [400, 400, 400]
    assert rows(Enrolment) == []


def test_the_reasons_of_all_answers_can_be_read_after_the_check(client, cast, saved):
    _, (key, *_) = saved(course_with_units, [SINGLE, MULTIPLE], [])
    client.sign_in(cast.ada)

    response = client.post(f"/courses/daten/units/{key}/completion", data={"question-0": "0", "question-1": ["0", "1"]})
    page = client.get(response.location).text

    for reason in ("Right. weil dies", "Not right. weil das", "Right. weil zwei", "Not right. weil drei"):
        assert reason in page
    assert "Show the answers with their reasons" in client.get(f"/courses/daten/units/{key}").text


def test_the_answers_stay_hidden_from_who_has_not_passed_the_check(client, cast, saved):
    _, (key, *_) = saved(course_with_units, [SINGLE])

    assert "weil dies" not in client.sign_in(cast.ada).get(f"/courses/daten/units/{key}?solved=1").text


def test_after_the_last_check_the_course_is_said_to_be_completed(client, cast, saved):
    _, (key,) = saved(course_with_units, [SINGLE])
    client.sign_in(cast.ada)

    response = client.post(f"/courses/daten/units/{key}/completion", data={"question-0": "0"})

    assert "The course is completed." in client.get(response.location).text
