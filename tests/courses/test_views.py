"""The pages of the catalogue, of courses, units and sessions."""

import datetime as dt
import re

import pytest
from sqlalchemy import update

from app import clock
from app.bookings.rules import State
from app.courses.models import Enrolment, Prerequisite, Unit
from app.courses.rules import Format
from app.db import db
from tests import make
from tests.courses.examples import MOST_OF_LEARNING, MOST_STATEMENTS, SINGLE, course_with_units, statements

pytestmark = pytest.mark.any_database


@pytest.fixture(autouse=True)
def _english(client):
    client.set_cookie("language", "en")


# The catalogue


def shelf(number):
    for n in range(number):
        course = make.course(f"Kurs {n}", format=Format.SEMINAR)
        make.outcome(course, make.competence(f"Kompetenz {n}"))
        make.session(course, seats=3, in_days=10)
        make.session(course, in_days=20)


def test_list_courses_shows_title_ability_length_format_and_next_date(client, cast, saved):
    saved(make.course, "Daten verstehen", abilities=["eine Zahl prüfen"], effort_minutes=45)
    session = saved(make.session, saved(make.course, "Moderieren", format=Format.SEMINAR), seats=3, in_days=10)

    page = client.sign_in(cast.ada).get("/courses").text

    day = clock.local(session.bookable.starts_at).day
    assert "2 courses" in page
    assert ("Eine Zahl prüfen." in page, "45 min" in page, "Self-paced course" in page) == (True, True, True)
    assert re.search(rf"<span>\w+ {day} \w+, 3 seats free</span>", page)


@pytest.mark.parametrize("number", [1, 3, 60])
def test_list_courses_asks_the_database_the_same_few_questions(client, cast, saved, queries, number):
    saved(shelf, number)
    client.sign_in(cast.max).get("/courses")
    queries.clear()

    response = client.get("/courses?q=kurs&format=seminar")

    assert (response.status_code, statements(queries)) == (200, 6)
    assert len(response.data) < 60_000


def test_list_courses_shows_twenty_a_page_and_keeps_the_filters(client, cast, saved):
    saved(shelf, 21)

    page = client.sign_in(cast.ada).get("/courses?format=seminar").text

    assert page.count("seats free") == 20
    assert "/courses?format=seminar&amp;page=2" in page


def test_list_courses_says_where_i_stand(client, cast, saved):
    course = saved(make.course, "Daten")
    saved(make._save, Enrolment(person_id=cast.ada.id, course_id=course.id, begun_at=clock.now()))

    assert "In progress" in client.sign_in(cast.ada).get("/courses").text
    assert "In progress" not in client.sign_in(cast.zoe).get("/courses").text


def test_list_courses_answers_typing_with_the_results_alone(client, cast, saved):
    saved(make.course, "Daten verstehen")

    response = client.sign_in(cast.ada).get("/courses?q=daten", headers={"HX-Request": "true"})

    assert response.text.lstrip().startswith('<div id="results"')
    assert (response.headers["HX-Reswap"], "HX-Request" in response.headers["Vary"]) == ("outerMorph", True)


def test_list_courses_without_results_says_which_filter_to_drop(client, cast, saved):
    saved(make.course, "Daten verstehen")
    client.sign_in(cast.ada)

    one = client.get("/courses?q=daten&format=seminar&length=15").text
    assert re.findall(r'href="([^"]*)">without “(.*?)”: (\d)', one) == [
        ("/courses?q=daten&amp;length=15", "Seminar", "1")
    ]
    assert "Without the filters there is 1 course." in client.get("/courses?format=seminar&length=60").text


def test_each_filter_that_is_set_stands_above_the_results_and_can_be_dropped(client, cast, saved):
    saved(make.course, "Daten verstehen")
    query = "q=daten&topic=data&topic=safety&target=leaders&date=free&since=2026-12-01&until="

    page = client.sign_in(cast.ada).get(f"/courses?{query}&page=3").text

    assert dict(
        re.findall(r'class="chip" href="/courses\?(.*?)"><span class="kern-sr-only">Without </span>(.*?)<', page)
    ) == {
        "q=daten&amp;topic=data&amp;topic=safety&amp;target=leaders&amp;since=2026-12-01": "with free seats",
        "q=daten&amp;topic=safety&amp;target=leaders&amp;date=free&amp;since=2026-12-01": "Data",
        "q=daten&amp;topic=data&amp;target=leaders&amp;date=free&amp;since=2026-12-01": "Safety and data protection",
        "q=daten&amp;topic=data&amp;topic=safety&amp;date=free&amp;since=2026-12-01": "Leaders",
        "q=daten&amp;topic=data&amp;topic=safety&amp;target=leaders&amp;date=free": "from 1 Dec 2026",
    }


def test_a_seat_that_is_taken_is_gone_from_the_filter_at_once(client, cast, saved):
    session = saved(make.session, saved(make.course, "Moderieren", format=Format.SEMINAR), seats=1, in_days=10)
    client.sign_in(cast.ada)
    assert "1 course<" in client.get("/courses?date=free").text

    saved(make.booking, session.bookable, cast.zoe)

    assert "0 courses<" in client.get("/courses?date=free").text
    assert "1 course<" in client.get("/courses?date=soon").text


def test_list_courses_without_results_for_the_words_leads_to_the_topics(client, cast, saved):
    page = client.sign_in(cast.ada).get("/courses?q=xyz").text

    assert "No course was found" in page
    assert 'href="/courses?topic=data"' in page


@pytest.mark.parametrize(
    "address", ["q=%09&page=-1", "q=" + "x" * 3000, "page=99999999999999999999", "format=%27&length=&topic=a&topic=b"]
)
def test_list_courses_takes_any_address(client, cast, saved, address):
    saved(make.course, "Daten verstehen")

    assert client.sign_in(cast.ada).get(f"/courses?{address}").status_code == 200


def test_list_courses_shows_what_was_typed_as_text(client, cast):
    page = client.sign_in(cast.ada).get("/courses?q=<script>alert(1)</script>").text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


# A course


def full_course():
    course, _ = course_with_units([], [SINGLE], [])
    required = make.course("Vorher")
    make._save(Prerequisite(course_id=course.id, required_id=required.id))
    return course


def test_show_course_says_what_i_can_do_afterwards_and_lets_me_begin(client, cast, saved):
    saved(full_course)

    page = client.sign_in(cast.ada).get("/courses/daten").text

    assert ("Zahlen prüfen" in page, "Daten erheben" in page, "to level 2, you are not assessed yet" in page) == (
        True,
        True,
        True,
    )
    assert ("Vorher" in page, "Not begun" in page, "Einheit 1" in page) == (True, True, True)
    assert "Recommended, not required" in page
    assert 'action="/courses/daten/enrolment"' in page


def write(html):
    db.session.execute(update(Unit).values(body_html=html))


def test_a_course_can_be_printed_with_all_its_units_on_one_page(client, cast, saved):
    saved(course_with_units, [SINGLE], [])
    saved(write, '<h2 id="s-a">Absatz</h2><p>Der Text <img src="/a" alt="A" loading="lazy"></p>')
    client.sign_in(cast.ada)

    page = client.get("/courses/daten/print").text

    assert ">Print</span>" in client.get("/courses/daten").text
    assert ("1. Einheit 0" in page, "2. Einheit 1" in page) == (True, True)
    assert page.count('<h3>Absatz</h3><p>Der Text <img src="/a" alt="A"></p>') == 2
    assert "Was stimmt?" not in page


def asked_for(client, queries, address):
    """How many statements a page takes."""
    queries.clear()
    assert client.get(address).status_code == 200
    return statements(queries)


def test_show_course_of_a_self_paced_course_asks_few_questions_however_long_it_is(client, cast, saved, queries):
    course, _ = saved(course_with_units, [])
    saved(make.course_unit, course, "Test", check=[SINGLE], proves={saved(make.competence): 1})
    client.sign_in(cast.ada)
    short = asked_for(client, queries, "/courses/daten")

    for _ in range(3):
        competence, required = saved(make.competence), saved(make.course)
        saved(make.outcome, course, competence)
        saved(make.course_unit, course)
        saved(make._save, Prerequisite(course_id=course.id, required_id=required.id))
    long = asked_for(client, queries, "/courses/daten")

    assert short == long <= MOST_OF_LEARNING


def test_show_course_of_a_seminar_asks_few_questions_however_many_dates_it_has(client, cast, saved, queries):
    course = saved(make.course, "Seminar", slug="seminar", format=Format.SEMINAR)
    saved(make.session, course, in_days=9)
    client.sign_in(cast.ada)
    one = asked_for(client, queries, "/courses/seminar")

    for n in range(3):
        session = saved(make.session, course, in_days=10 + n)
        saved(make.booking, session.bookable, cast.ada)
    saved(make.booking, saved(make.past_session, course).bookable, cast.ada)
    four = asked_for(client, queries, "/courses/seminar")

    assert one == four <= MOST_OF_LEARNING


def test_show_course_of_a_seminar_lists_dates_with_free_seats_and_my_state(client, cast, saved):
    course = saved(make.course, "Seminar", slug="seminar", format=Format.SEMINAR)
    mine, full = saved(make.session, course, in_days=10), saved(make.session, course, seats=0, in_days=20)
    saved(make.booking, mine.bookable, cast.ada, State.WAITLISTED)

    page = client.sign_in(cast.ada).get("/courses/seminar").text

    assert ("On the waitlist" in page, "full, waitlist open" in page) == (True, True)
    assert (f'href="/sessions/{mine.id}"' in page, f'href="/sessions/{full.id}"' in page) == (True, True)


def test_show_course_of_a_seminar_without_dates_says_so(client, cast, saved):
    saved(make.course, "Seminar", slug="seminar", format=Format.SEMINAR)

    assert "No date is planned at present" in client.sign_in(cast.ada).get("/courses/seminar").text


def test_show_course_elsewhere_links_out(client, cast, saved):
    saved(make.course, slug="extern", format=Format.EXTERNAL, link="https://lernen.example/", provider="Campus")

    page = client.sign_in(cast.ada).get("/courses/extern").text

    assert ('href="https://lernen.example/"' in page, "Go to Campus" in page) == (True, True)


@pytest.mark.parametrize("hidden", [{"published_at": None}, {"retired_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)}])
def test_a_course_that_is_not_offered_does_not_exist_for_zoe(client, cast, saved, hidden):
    course, (key, *_) = saved(course_with_units, [], **hidden)
    client.sign_in(cast.zoe)

    for address in ("/courses/daten", f"/courses/daten/units/{key}"):
        response = client.get(address)
        assert (response.status_code, course.title in response.text) == (404, False)
    assert client.post("/courses/daten/enrolment").status_code == 404
    assert client.post(f"/courses/daten/units/{key}/completion").status_code == 404
    assert course.title not in client.get("/courses").text


def test_a_retired_course_that_i_began_says_so_and_can_not_be_gone_on_with(client, cast, saved):
    course, _ = saved(course_with_units, [], retired_at=clock.now())
    saved(make._save, Enrolment(person_id=cast.ada.id, course_id=course.id, begun_at=clock.now()))
    client.sign_in(cast.ada)

    assert "This course is no longer offered" in client.get("/courses/daten").text
    assert client.post("/courses/daten/enrolment").status_code == 403


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("get", "/courses"),
        ("get", "/courses/daten"),
        ("get", "/courses/daten/units/x"),
        ("get", "/sessions/1"),
        ("post", "/courses/daten/enrolment"),
        ("post", "/courses/daten/enrolment-end"),
        ("post", "/courses/daten/units/x/completion"),
    ],
)
def test_nobody_gets_in_without_signing_in(client, saved, method, address):
    saved(course_with_units, [])

    assert getattr(client, method)(address).status_code in {303, 401}


# A session


def test_show_session_says_when_where_who_and_what_i_can_do(client, cast, saved):
    session = saved(make.session, seats=3, in_days=10, price_cents=12_000)

    page = client.sign_in(cast.ada).get(f"/sessions/{session.id}").text

    assert ("Rathaus" in page, "Personalamt" in page, "120.00 €" in page) == (True, True, True)
    assert f"/bookables/{session.bookable_id}/" in page


def test_show_session_is_not_there_for_people_whom_it_is_not_for(client, cast, saved):
    session = saved(make.session, audience_id=cast.office.id)

    assert client.sign_in(cast.ada).get(f"/sessions/{session.id}").status_code == 200
    assert client.sign_in(cast.zoe).get(f"/sessions/{session.id}").status_code == 404


def test_show_session_asks_few_questions_however_many_sign_up(client, cast, saved, queries):
    session = saved(make.session, seats=3, in_days=10)
    client.sign_in(cast.max)
    empty = asked_for(client, queries, f"/sessions/{session.id}")

    for _ in range(3):
        saved(make.booking, session.bookable, saved(make.person))
    full = asked_for(client, queries, f"/sessions/{session.id}")

    assert empty == full <= MOST_STATEMENTS


def test_every_course_page_is_small(client, cast, saved):
    saved(full_course)

    assert len(client.sign_in(cast.ada).get("/courses/daten").data) < 60_000


def test_show_session_says_until_when_a_seat_can_be_given_back_and_whom_to_ask(client, cast, saved):
    session = saved(run_by, cast.lin)

    page = client.sign_in(cast.ada).get(f"/sessions/{session.id}").text

    assert "Give back until" in page
    assert f"mailto:{cast.lin.email}" in page


def run_by(person):
    session = make.session(in_days=10)
    make.organiser(session.bookable, person)
    return session
