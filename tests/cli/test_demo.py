"""flask demo load: where it works, and where it refuses."""

import pytest
from flask import Flask
from sqlalchemy import create_engine, func, select, text

from app import engine as database
from app.cli import demo
from app.cli.group import BUSY
from app.db import db
from app.demo.accounts import PASSWORD
from app.engine import engine_options
from app.factory import create_app
from app.people.models import Person
from tests.conftest import settings


def run(app: Flask, *words: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=["demo", "load", *words])
    return result.exit_code, result.output


def people(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Person)) or 0


@pytest.fixture
def demo_app(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Flask:
    monkeypatch.setitem(app.config, "DEMO", True)
    return app


def test_load_refuses_where_demo_mode_is_off(app):
    assert run(app) == (1, "Error: This is not a demo. Set LOTSE_DEMO=1 to allow invented people here.\n")
    assert people(app) == 0


def test_load_fills_an_empty_database(demo_app):
    code, said = run(demo_app, "--employees", "150")

    assert code == 0
    assert said.startswith("Demo city: 150 employees, ")
    assert people(demo_app) == 150


def test_load_says_why_a_city_is_not_smaller(demo_app):
    code, said = run(demo_app, "--employees", "99")

    assert code == 1
    assert said.startswith("Error: A demo city has at least 100 employees: with fewer, ")
    assert people(demo_app) == 0


def test_load_says_in_a_sentence_that_another_command_is_writing(demo_app, backend, monkeypatch):
    monkeypatch.setattr(database, "LOCK_WAIT_SECONDS", 0.1)
    second = create_app(settings(backend.url, DEMO=True))
    other = create_engine(**engine_options(backend.url))

    with other.connect() as holder:
        if backend.name == "sqlite":
            holder.exec_driver_sql("COMMIT")
            holder.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            holder.execute(text("LOCK TABLE person IN ACCESS EXCLUSIVE MODE"))
        code, said = run(second, "--if-empty")
        if backend.name == "sqlite":
            holder.exec_driver_sql("ROLLBACK")
            holder.exec_driver_sql("BEGIN")
    other.dispose()
    with second.app_context():
        db.engine.dispose()

    assert (code, said) == (1, f"Error: {BUSY}\n")
    assert run(demo_app, "--employees", "100")[0] == 0


def test_load_refuses_where_there_are_people(demo_app, cast):
    sentence = "Error: There are people here already. The demo city needs an empty database.\n"

    assert run(demo_app) == (1, sentence)
    assert people(demo_app) == 4


def test_load_if_empty_leaves_people_alone(demo_app, cast):
    assert run(demo_app, "--if-empty") == (0, "")
    assert people(demo_app) == 4


def test_how_to_sign_in_names_the_accounts_that_have_a_task(app):
    with app.app_context():
        said = demo.how_to_sign_in().splitlines()

    assert said[0] == f"Sign in with the password {PASSWORD} as"
    assert [line.split()[0] for line in said[1:] if line] == [
        "beschaeftigte@stadt.example",
        "leitung@stadt.example",
        "orga@stadt.example",
        "personalentwicklung@stadt.example",
        "redaktion@stadt.example",
        "104711",
        "neu@stadt.example",
    ]
