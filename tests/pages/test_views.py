"""The operator's texts in the browser."""

from app.db import db
from app.pages.models import StaticPage


def page(language, title, slug="help"):
    row = StaticPage(slug=slug, language=language, title=title, body_html=f"<p>{title}</p>")
    db.session.add(row)
    return row


def test_show_static_page_is_open_to_people_who_are_not_signed_in(client, saved):
    saved(page, "de", "Hilfe")

    response = client.get("/pages/help")

    assert response.status_code == 200
    assert "<h1>Hilfe</h1>" in response.text


def test_show_static_page_keeps_the_menu_for_people_who_are_signed_in(client, saved, cast):
    saved(page, "de", "Hilfe")

    response = client.sign_in(cast.ada).get("/pages/help")

    assert "Ada Ahrens" in response.text


def test_show_static_page_speaks_the_readers_language(client, saved):
    saved(page, "de", "Hilfe")
    saved(page, "en", "Help")
    client.set_cookie("language", "en")

    response = client.get("/pages/help")

    assert "<h1>Help</h1>" in response.text


def test_show_static_page_falls_back_to_german_and_says_so(client, saved):
    saved(page, "de", "Hilfe")
    client.set_cookie("language", "en")

    response = client.get("/pages/help")

    assert '<article lang="de">' in response.text


def test_show_static_page_answers_404_to_a_name_that_does_not_exist(client, saved):
    saved(page, "de", "Hilfe")

    assert client.get("/pages/nothing").status_code == 404


def test_show_static_page_asks_the_database_once(client, saved, queries):
    saved(page, "de", "Hilfe")
    saved(page, "en", "Help")
    queries.clear()

    client.get("/pages/help")

    assert len([statement for statement in queries if statement.startswith("SELECT")]) == 1


def test_a_long_text_begins_with_what_stands_in_it_and_a_short_one_does_not(client, saved):
    def long(number, slug):
        row = page("de", "Hilfe", slug)
        row.body_html = "".join(f'<h2 id="s-{one}">Teil {one}</h2><p>Text</p>' for one in range(number))

    saved(long, 6, "help")
    saved(long, 2, "imprint")

    assert '<a href="#s-5">Teil 5</a>' in client.get("/pages/help").text
    assert 'href="#s-' not in client.get("/pages/imprint").text
