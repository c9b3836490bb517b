"""What every page does."""

from app.db import db
from app.people.models import Person


def test_a_page_asks_who_is_there_and_comes_back_after_signing_in(client, cast):
    response = client.get("/courses?format=seminar")

    assert response.status_code == 303
    assert response.location == "/sign-in?next=/courses?format%3Dseminar"


def test_a_person_who_is_signed_in_gets_the_page_with_their_name(client, cast):
    response = client.sign_in(cast.ada).get("/")

    assert response.status_code == 200
    assert "Ada Ahrens" in response.text


def test_switching_the_language_comes_back_to_the_same_search(client, cast):
    page = client.sign_in(cast.ada).get("/courses?q=daten&format=seminar").text

    assert 'name="next" value="/courses?q=daten&amp;format=seminar"' in page


def test_switching_the_language_reaches_the_letters(app, client, cast):
    client.sign_in(cast.ada).post("/language", data={"language": "en"})
    client.post("/language", data={"language": "tlh"})

    with app.test_request_context():
        assert db.session.get_one(Person, cast.ada.id).language == "en"


def test_switching_the_language_on_a_refused_form_comes_back_to_its_page(client, cast):
    from_ = {"Referer": "http://localhost/plan/own-step?x=1"}
    page = client.sign_in(cast.ada).post("/plan/own-step", data={"title": ""}, headers=from_)

    assert page.status_code == 422
    assert 'name="next" value="/plan/own-step?x=1"' in page.text
