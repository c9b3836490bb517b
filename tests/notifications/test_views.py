"""A person's messages in the browser."""

import re

import pytest

from app.notifications import actions
from app.notifications.rules import Kind


@pytest.fixture
def tell(saved):
    def tell(person, *titles):
        def fill():
            for title in titles:
                actions.notify(person, Kind.BOOKING_CONFIRMED, path="/events/7", title=title)

        saved(fill)

    return tell


@pytest.fixture
def english(client):
    client.set_cookie("language", "en")
    return client


def test_list_notices_says_what_happened_and_leads_there(english, cast, tell):
    tell(cast.ada, "IT-Café")

    page = english.sign_in(cast.ada).get("/account/notices").text

    assert "You have a seat: “IT-Café”" in page
    notice = re.search(r'formaction="(/account/notices/\d+/read-mark)"', page)
    assert english.post(notice[1]).location == "/events/7"


def test_list_notices_shows_the_newest_first(english, cast, tell):
    tell(cast.ada, "Erster", "Zweiter")

    page = english.sign_in(cast.ada).get("/account/notices").text

    assert page.index("Zweiter") < page.index("Erster")


def test_list_notices_says_where_nothing_has_happened_yet(english, cast):
    page = english.sign_in(cast.ada).get("/account/notices").text

    assert "No messages" in page
    assert "Mark all as read" not in page


def test_zoe_sees_nothing_of_adas_messages(english, cast, tell):
    tell(cast.ada, "Geheimtermin")

    assert "Geheimtermin" not in english.sign_in(cast.zoe).get("/account/notices").text


def test_a_title_is_text_and_not_html(english, cast, tell):
    tell(cast.ada, "<script>alert(1)</script>")

    assert "<script>alert" not in english.sign_in(cast.ada).get("/account/notices").text


def test_mark_notices_takes_the_marks_away(english, cast, tell):
    tell(cast.ada, "IT-Café")
    tell(cast.zoe, "Konferenz")
    english.sign_in(cast.ada)

    answer = english.post("/account/notices/read-marks", follow_redirects=True)

    assert "All messages are marked as read." in answer.text
    assert "Mark all as read" not in answer.text
    assert "Mark all as read" in english.sign_in(cast.zoe).get("/account/notices").text


def test_list_notices_asks_who_is_there(client, cast):
    assert client.get("/account/notices").status_code == 303
    assert client.post("/account/notices/read-marks").status_code == 401


@pytest.mark.parametrize("number", [1, 3])
def test_list_notices_asks_the_database_the_same_few_questions(client, cast, tell, queries, number):
    tell(cast.ada, *["Café"] * number)
    client.sign_in(cast.ada)
    queries.clear()

    client.get("/account/notices")

    assert len([statement for statement in queries if statement.startswith("SELECT")]) == 3


def test_list_notices_pages_a_long_list(english, cast, tell):
    tell(cast.ada, *[f"Termin {number}." for number in range(25)])

    page = english.sign_in(cast.ada).get("/account/notices?page=2").text

    assert "Termin 4." in page
    assert "Termin 5." not in page


def test_a_message_that_was_opened_is_no_longer_new(english, cast, tell):
    tell(cast.ada, "IT-Café", "Konferenz")
    english.sign_in(cast.ada)
    first = re.search(r'formaction="(/account/notices/\d+/read-mark)"', english.get("/account/notices").text)[1]

    english.post(first)

    page = english.get("/account/notices").text
    assert page.count('/read-mark"') == 1
    assert '<a href="/events/7">' in page


def test_zoe_can_not_open_adas_message(english, cast, tell):
    tell(cast.ada, "IT-Café")
    mark = re.search(
        r'formaction="(/account/notices/\d+/read-mark)"', english.sign_in(cast.ada).get("/account/notices").text
    )

    assert english.sign_in(cast.zoe).post(mark[1]).status_code == 404
    assert english.sign_in(cast.ada).get("/account/notices").text.count('/read-mark"') == 1


def test_two_dates_of_one_seminar_can_be_told_apart(english, cast, saved):
    for day in ("2031-05-02T08:00:00+00:00", "2031-06-02T08:00:00+00:00"):
        saved(lambda day=day: actions.notify(cast.ada, Kind.DECISION_WAITING, path="/", title="Seminar", starts_at=day))

    page = english.sign_in(cast.ada).get("/account/notices").text

    assert "A request for “Seminar” on 2 May 2031 is waiting" in page
    assert "A request for “Seminar” on 2 Jun 2031 is waiting" in page
