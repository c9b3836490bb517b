"""Error pages: what happened and what to do next, also when the database is gone; never a 500 for odd input."""

import os

import pytest
from flask import Flask, abort, flash, session
from sqlalchemy import create_engine, select, text

from app import engine as database
from app.db import db
from app.engine import engine_options
from app.errors import Refused
from app.factory import create_app
from app.people.models import Person
from app.web.errors import _sentences as sentences
from tests.conftest import StrictClient, settings
from tests.databases import URL_VARIABLE

BROKEN = {
    "sqlite": "sqlite:////nowhere/at/all.db",
    "postgresql": "postgresql+psycopg://nobody@/nothing?host=/nowhere&port=1",
}


def answer_with(client: StrictClient, view) -> None:
    """Let the health check do something else."""
    client.application.view_functions["web.show_health"] = view


@pytest.fixture(autouse=True)
def restored(built: Flask):
    """The application as it was, after a test that bent it."""
    views, is_testing = dict(built.view_functions), built.testing
    yield
    built.view_functions.update(views)
    built.testing = is_testing


@pytest.mark.parametrize("code", [400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503])
def test_each_error_has_a_page_with_its_sentences(client, cast, code):
    answer_with(client, lambda: abort(code))

    response = client.sign_in(cast.ada).get("/healthz")

    with client.application.test_request_context():
        title, advice = sentences()[code]
    assert response.status_code == code
    assert (title in response.text, advice in response.text) == (True, True)


@pytest.mark.parametrize(
    ("opened", "page"),
    [
        ("/courses/data/units/fields/completion", "/courses/data/units/fields"),
        ("/courses/data/enrolment", "/courses/data"),
        ("/plan/proposal/calculation", "/plan/proposal"),
    ],
)
def test_the_address_of_a_form_opened_as_a_page_leads_to_the_page_of_the_form(client, cast, opened, page):
    response = client.sign_in(cast.ada).get(opened)

    assert (response.status_code, response.location) == (302, page)


def test_the_address_of_a_form_without_a_page_says_what_to_do(client, cast):
    response = client.sign_in(cast.ada).get("/sign-out")

    assert response.status_code == 405
    assert "nutzen Sie die Schaltfläche auf der Seite" in response.text


def test_an_error_without_sentences_of_its_own_gets_the_general_ones(client):
    answer_with(client, lambda: abort(418))

    assert client.get("/healthz").status_code == 418


def test_a_page_that_does_not_exist_names_the_search_only_where_there_is_one(client, cast):
    signed_out, signed_in = client.get("/nowhere").text, client.sign_in(cast.ada).get("/nowhere").text

    for page in (signed_out, signed_in):
        assert ("über die Suche" in page) == ('type="search"' in page)
    assert "über die Suche" in signed_in


def test_a_refusal_is_a_page_with_the_sentence(client, cast):
    def refuse():
        flash("Saved.")
        raise Refused("Only people who attended can complete this course.")

    answer_with(client, refuse)

    response = client.sign_in(cast.ada).get("/healthz", headers={"Referer": "http://localhost/courses?q=x"})

    assert response.status_code == 409
    assert "Only people who attended can complete this course." in response.text
    assert 'href="/courses"' in response.text
    with client.session_transaction() as kept:
        assert "_flashes" not in kept


@pytest.mark.parametrize(
    "referrer", ["https://evil.example/", "javascript:alert(1)", "http://localhost//evil", "x", ""]
)
def test_a_refusal_never_leads_back_to_another_site(client, referrer):
    def refuse():
        raise Refused("No.")

    answer_with(client, refuse)

    response = client.get("/healthz", headers={"Referer": referrer})

    assert "evil" not in response.text
    assert "javascript:" not in response.text


def test_a_mistake_of_ours_tells_nothing_of_the_code(client, cast):
    client.application.testing = False
    answer_with(client, lambda: {}["secret name"])

    response = client.sign_in(cast.ada).get("/healthz")

    assert response.status_code == 500
    assert "secret name" not in response.text
    assert "Traceback" not in response.text


def test_a_value_that_the_database_cant_take_is_the_senders_fault(client, cast):
    def too_large():
        db.session.execute(select(Person).where(Person.id == 10**30))

    answer_with(client, too_large)

    assert client.sign_in(cast.ada).get("/healthz").status_code == 400


def test_while_somebody_else_holds_the_lock_the_page_says_try_again(app, backend, cast, client, monkeypatch):
    monkeypatch.setattr(database, "LOCK_WAIT_SECONDS", 0.1)
    node = create_app(settings(backend.url, WTF_CSRF_ENABLED=False))
    node.test_client_class = StrictClient
    waiting = node.test_client().sign_in(cast.ada)
    with node.app_context():
        number = db.session.scalar(text("SELECT id FROM sign_in"))
    other = create_engine(**engine_options(backend.url))

    with other.connect() as holder:
        if backend.name == "sqlite":
            holder.exec_driver_sql("COMMIT")
            holder.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            holder.execute(text("SELECT id FROM sign_in FOR UPDATE"))
        response = waiting.post(f"/account/sign-ins/{number}/end")
        if backend.name == "sqlite":
            holder.exec_driver_sql("ROLLBACK")
            holder.exec_driver_sql("BEGIN")
    other.dispose()

    with node.test_request_context():
        assert sentences()[503][0] not in response.text
    assert response.status_code == 503
    assert waiting.get("/account/sign-ins").status_code == 200
    with node.app_context():
        db.engine.dispose()


@pytest.mark.parametrize("path", ["/account/sign-ins", "/", "/readyz", "/gibt-es-nicht"])
def test_without_a_database_there_is_still_a_page(client, cast, backend, path):
    cookie = client.sign_in(cast.ada).get_cookie("lotse").value
    lost = create_app(settings(BROKEN[backend.name], TESTING=False))
    stranded = lost.test_client()
    stranded.set_cookie("lotse", cookie)

    response = stranded.get(path)

    assert response.status_code in (500, 503)
    assert "<h1>" in response.text
    assert "Content-Security-Policy" in response.headers


def test_a_database_without_tables_is_not_ready(app, backend, tmp_path):
    bare = {"sqlite": f"sqlite:///{tmp_path}/bare.db", "postgresql": os.environ.get(URL_VARIABLE, "")}
    without = create_app(settings(bare[backend.name], TESTING=False))

    answers = [one.test_client().get("/readyz").status_code for one in (app, without)]

    with without.app_context():
        db.engine.dispose()
    assert answers == [200, 503 if backend.name == "sqlite" else 500]


def test_without_a_database_the_process_still_says_that_it_runs(backend):
    lost = create_app(settings(BROKEN[backend.name], TESTING=False))

    assert lost.test_client().get("/healthz").status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "a b", ""])
def test_an_address_that_is_not_ours_is_refused(client, host):
    response = client.get("/sign-in", headers={"Host": host})

    assert response.status_code == 400
    assert response.mimetype == "text/plain"
    assert "Content-Security-Policy" in response.headers


def test_a_header_that_names_another_host_is_not_believed(client, cast):
    response = client.get("/", headers={"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"})

    assert response.status_code == 303
    assert response.location.startswith("/sign-in")


def test_a_form_that_is_not_in_order_keeps_what_was_typed(client):
    response = client.post("/sign-in", data={"identifier": "ada & <ben>"})

    assert response.status_code == 422
    assert 'value="ada &amp; &lt;ben&gt;"' in response.text


def test_more_than_two_megabytes_are_refused(client):
    assert client.post("/sign-in", data={"identifier": "x" * 3 * 1024 * 1024}).status_code == 413


def test_more_than_a_thousand_parts_are_refused(client):
    parts = {f"field-{number}": "x" for number in range(1001)}

    assert client.post("/sign-in", data=parts, content_type="multipart/form-data").status_code == 413


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"\xff\xfe", "application/x-www-form-urlencoded", 422),
        (b"{", "application/json", 422),
        (b"[1, 2]", "application/json", 422),
        (b'{"identifier": {"a": 1}, "password": null}', "application/json", 422),
        (b"", "", 422),
        (b"--x", "multipart/form-data; boundary=y", 422),
    ],
)
def test_a_body_that_is_no_form_breaks_nothing(client, body, kind, status):
    assert client.post("/sign-in", data=body, content_type=kind).status_code == status


def test_the_connection_of_a_failed_page_is_clean_again(client, cast):
    client.application.testing = False

    def fail():
        session["x"] = 1
        db.session.execute(text("SELECT nonsense FROM nowhere"))

    answer_with(client, fail)
    client.sign_in(cast.ada).get("/healthz")

    assert client.get("/account/sign-ins").status_code == 200
