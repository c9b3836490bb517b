"""A request is one transaction: saved under 400, undone otherwise, and never open while a browser is still sending."""

import io
from collections.abc import Iterator

import pytest
from flask import Flask, flash, redirect
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from app.db import db
from app.errors import Refused
from app.people.models import JobFamily
from tests import make


@pytest.fixture
def view(built: Flask) -> Iterator[dict]:
    """What `POST /theme` does: put another function here."""
    views = dict(built.view_functions)
    yield built.view_functions
    built.view_functions.update(views)


def write():
    make.family("Neu")


def families(app: Flask) -> int:
    with app.app_context():
        return len(db.session.scalars(select(JobFamily)).all())


@pytest.mark.parametrize(("status", "saved"), [(200, 1), (204, 1), (303, 1), (400, 0), (404, 0), (422, 0), (500, 0)])
def test_what_is_answered_below_400_is_saved(app, client, view, status, saved):
    def answer():
        write()
        return "", status

    view["web.set_theme"] = answer

    client.post("/theme")

    assert families(app) == saved


def test_a_refusal_undoes_the_whole_request(app, client, view):
    def answer():
        write()
        raise Refused("No.")

    view["web.set_theme"] = answer

    assert client.post("/theme").status_code == 409
    assert families(app) == 0


def test_a_look_can_not_write(app, client, view):
    def answer():
        with pytest.raises(DBAPIError, match=r"read-?only"):
            write()
        return "", 200

    view["web.show_health"] = answer

    assert client.get("/healthz").status_code == 200
    assert families(app) == 0


def test_after_a_look_the_same_connection_writes_again(app, client, view):
    def answer():
        write()
        return "", 204

    view["web.set_theme"] = answer

    client.get("/sign-in")
    client.post("/theme")

    assert families(app) == 1


def test_what_postgresql_has_prepared_stays_from_look_to_look(client, view, backend):
    is_there = backend.name == "postgresql"
    count = text("SELECT count(*) FROM pg_prepared_statements" if is_there else "SELECT 0")
    prepared: list[int] = []

    def answer():
        db.session.scalars(select(JobFamily)).all()
        prepared.append(db.session.scalar(count))
        return "", 200

    view["web.show_health"] = answer
    for _ in range(10):
        client.get("/healthz")

    assert (prepared[-1] > 0) == is_there


def test_nobody_is_told_that_something_was_saved_when_it_was_not(client, view):
    def answer():
        flash("Saved.")
        return "", 422

    view["web.set_theme"] = answer
    client.post("/theme")

    assert "Saved." not in client.get("/sign-in").text


def test_a_message_is_shown_on_the_next_page(client, view):
    def answer():
        flash("Saved.", "success")
        return redirect("/sign-in", 303)

    view["web.set_theme"] = answer
    client.post("/theme")

    assert "Saved." in client.get("/sign-in").text


def test_the_form_is_read_before_the_transaction_begins(client, queries):
    client.application.config["WTF_CSRF_ENABLED"] = True
    read_at: list[int] = []

    class Slowly(io.BytesIO):
        """A body that notes how much the database was asked before it was read."""

        def read(self, size: int | None = -1) -> bytes:
            read_at.append(len(queries))
            return super().read(size)

        def readinto(self, buffer) -> int:
            read_at.append(len(queries))
            return super().readinto(buffer)

    body = b"theme=dark"
    response = client.open(
        "/theme",
        method="POST",
        input_stream=Slowly(body),
        headers={"Content-Length": str(len(body)), "Content-Type": "application/x-www-form-urlencoded"},
    )

    assert response.status_code == 400
    assert set(read_at) == {0}


@pytest.mark.parametrize("path", ["/gibt-es-nicht", "/healthz"])
def test_what_no_page_answers_to_opens_no_transaction(client, queries, path):
    client.post(path)

    assert [asked for asked in queries if asked.startswith("BEGIN IMMEDIATE")] == []
