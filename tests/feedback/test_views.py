"""The pages of feedback: questions, answers, results."""

import datetime as dt
import re

import pytest
from sqlalchemy import select

from app import clock
from app.courses.rules import Format
from app.db import db
from app.feedback.models import Sheet, Turn
from tests import make

pytestmark = pytest.mark.any_database


@pytest.fixture
def held(saved, cast):
    """A conference of the past that Lin ran; Ada and six guests are asked."""

    def made():
        event = make.event("Konferenz", in_days=-3)
        make.organiser(event.bookable, cast.lin)
        guests = [make.person(f"Gast{at}", cast.elsewhere) for at in range(6)]
        sheet = make.sheet(event.bookable, cast.lin, [cast.ada, *guests])
        sheet.bookable.path = f"/events/{event.id}"
        return sheet, guests

    return saved(made)


@pytest.fixture
def answered(saved, held):
    """The guests answer, one after the other, with these scales."""
    sheet, guests = held

    def answer(scales):
        def said():
            for guest, scale in zip(guests, scales, strict=False):
                row = db.session.get_one(Sheet, sheet.id)
                make.feedback(row, guest, scale, "yes", f"Satz von {guest.given_name}")

        saved(said)

    return answer


def path(sheet):
    return f"/bookables/{sheet.bookable_id}/feedback"


def test_an_organiser_sets_questions(client, cast, saved):
    event = saved(make.event, "Konferenz")
    saved(lambda: make.organiser(db.session.merge(event.bookable), db.session.merge(cast.lin)))
    client.sign_in(cast.lin)
    questions = f"/bookables/{event.bookable_id}/feedback/questions"

    suggested = client.get(questions)
    typed = {"text_1": "War es hell?"} | {f"kind_{at}": "yes-no" for at in range(1, 7)}
    page = client.post(questions, data=typed, follow_redirects=True)

    assert "Was sollten wir beim nächsten Mal anders machen?" in suggested.text
    assert "<li>War es hell?</li>" in page.text
    assert "People are asked on the morning after the event." in page.text

    emptied = {f"text_{at}": " " for at in range(1, 7)} | {f"kind_{at}": "yes-no" for at in range(1, 7)}
    page = client.post(questions, data=emptied, follow_redirects=True)
    assert "Saved. Nobody is asked." in page.text


def test_a_question_that_is_too_long_is_refused_and_kept(client, cast, held, saved):
    event = saved(make.event, "Andere")
    saved(lambda: make.organiser(db.session.merge(event.bookable), db.session.merge(cast.lin)))
    client.sign_in(cast.lin)

    page = client.post(f"/bookables/{event.bookable_id}/feedback/questions", data={"text_1": "x" * 201})

    assert page.status_code == 422
    assert "at most 200 characters" in page.text
    assert "x" * 201 in page.text


def test_somebody_answers_once_and_reads_thanks(app, client, cast, held):
    sheet, _ = held
    client.sign_in(cast.ada)
    scale, recommended, text = (f"question_{question.id}" for question in sheet.questions)

    page = client.get(f"/feedback/{sheet.id}")
    client.post(f"/feedback/{sheet.id}", data={scale: "4", recommended: "yes", text: "Mehr Pausen"})
    again = client.post(f"/feedback/{sheet.id}", data={scale: "1"})

    assert "Please name nobody" in page.text
    assert "You have answered. Thank you." in client.get(f"/feedback/{sheet.id}").text
    assert again.status_code == 422
    with app.app_context():
        assert db.session.scalars(select(Turn.person_id).where(Turn.has_answered)).all() == [cast.ada.id]


def test_below_five_answers_the_page_says_nothing_of_them(client, cast, held, answered, saved):
    sheet, _ = held
    answered("1234")

    page = client.sign_in(cast.lin).get(path(sheet))

    assert "There is nothing to show yet." in page.text
    assert "Satz von" not in page.text
    assert not re.search(r"\b4\b", re.sub(r"<[^>]+>", " ", page.text.split("<main")[1]).replace(str(clock.today()), ""))

    def over():
        row = db.session.get_one(Sheet, sheet.id)
        row.asked_on, row.closes_on = (clock.today() - dt.timedelta(days=days) for days in (15, 1))

    saved(over)
    assert "Too few people answered to show anything." in client.get(path(sheet)).text


def test_from_five_on_numbers_and_sentences_are_shown_and_what_is_alike_is_not(client, cast, held, answered):
    sheet, _ = held
    answered("12344")

    page = client.sign_in(cast.lin).get(path(sheet)).text

    assert "5 answers, as of" in page
    assert set(re.findall(r"Satz von Gast\d", page)) == {f"Satz von Gast{at}" for at in range(5)}
    assert "they are too much alike" in page


def test_the_sixth_answer_changes_nothing_on_the_page(client, cast, held, answered):
    sheet, _ = held
    answered("12344")
    before = client.sign_in(cast.lin).get(path(sheet)).text

    answered_sixth = held[1][5]
    client.sign_in(answered_sixth)
    client.post(f"/feedback/{sheet.id}", data={f"question_{sheet.questions[0].id}": "5"})
    after = client.sign_in(cast.lin).get(path(sheet)).text

    numbers = re.compile(r"bars__value\">(\d+)<|(\d+) answers")
    assert numbers.findall(before) == numbers.findall(after) != []


@pytest.mark.parametrize("answers", ["12344", "123445"])
def test_the_results_ask_the_database_the_same_few_questions(client, cast, held, answered, queries, answers):
    sheet, _ = held
    answered(answers)
    client.sign_in(cast.lin)
    queries.clear()

    client.get(path(sheet))

    assert len(queries) <= 12


def test_who_is_not_asked_reads_that_they_are_not(client, cast, held):
    page = client.sign_in(cast.max).get(f"/feedback/{held[0].id}")

    assert page.status_code == 404
    assert "You are not asked about this event" in page.text


def test_whoever_runs_a_session_finds_the_way_on_its_page_and_others_do_not(client, cast, saved):
    session = saved(lambda: make.session(make.course("Seminar", format=Format.SEMINAR)))
    saved(lambda: make.organiser(db.session.merge(session.bookable), db.session.merge(cast.lin)))
    way = f"/bookables/{session.bookable_id}/feedback"

    pages = [client.sign_in(person).get(f"/sessions/{session.id}").text for person in (cast.lin, cast.ada)]

    assert [way in page for page in pages] == [True, False]
