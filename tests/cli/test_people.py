"""flask people: the first people of a new house."""

import pytest
from flask import Flask
from sqlalchemy import select

from app import clock
from app.auth.models import Credential
from app.db import db
from app.people.models import Leadership, OrgUnit, Person
from app.people.rules import Position, Role
from app.people.viewer import view_as
from tests import make

PASSWORD = "a long enough password"
ADA = ("--number", "4711", "--given-name", "Ada", "--family-name", "Ahrens", "--email", "Ada@Stadt.example")


def run(app: Flask, *words: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=["people", *words])
    return result.exit_code, result.output


def test_add_makes_the_first_person_and_the_top_of_the_house(app):
    code, said = run(app, "add", *ADA, "--role", "administrator")

    assert (code, said) == (0, "Ada Ahrens works in Stadt Probe. Next: flask people password 4711\n")
    with app.app_context():
        ada = db.session.scalars(select(Person)).one()
        assert (ada.email, ada.unit.path, ada.entered_on) == ("ada@stadt.example", f"/{ada.unit_id}/", clock.today())
        assert view_as(ada, clock.today()).has(Role.ADMINISTRATOR)


def test_add_refuses_a_number_that_somebody_has(app, cast):
    code, said = run(app, "add", *ADA[:6], "--number", cast.ada.personnel_number)

    assert (code, said) == (1, "Error: Somebody has this personnel number or e-mail address already.\n")


def test_add_names_a_unit_that_is_not_there(app, cast):
    code, said = run(app, "add", *ADA, "--unit", "99")

    assert (code, said) == (1, "Error: 0 units have the short name 99.\n")


def test_grant_gives_a_role_for_a_unit_once(app, cast):
    words = ("grant", cast.zoe.email, "hr", "--scope", cast.office.short_name)

    assert [run(app, *words), run(app, *words)] == [(0, "Zoe Zander has the role hr.\n")] * 2
    with app.app_context():
        zoe = view_as(db.session.get_one(Person, cast.zoe.id), clock.today())
        assert zoe.scopes == {Role.HR: frozenset({cast.office.path})}


def test_grant_names_somebody_who_is_not_there(app):
    assert run(app, "grant", "nobody@stadt.example", "hr") == (
        1,
        "Error: Nobody has the personnel number or e-mail address nobody@stadt.example.\n",
    )


def test_appoint_lets_a_person_head_a_unit(app, cast):
    assert run(app, "appoint", cast.zoe.email, cast.elsewhere.short_name) == (0, "Zoe Zander heads Tiefbauamt.\n")
    with app.app_context():
        lead = db.session.scalars(select(Leadership).where(Leadership.person_id == cast.zoe.id)).one()
        assert (lead.unit_id, lead.position, lead.valid_to) == (cast.elsewhere.id, Position.HEAD, None)


def test_appoint_refuses_a_second_head(app, cast):
    assert run(app, "appoint", cast.zoe.email, cast.office.short_name) == (1, "Error: Bürgeramt has a head already.\n")


def test_password_lets_a_person_sign_in(app, cast, client):
    assert run(app, "password", cast.ada.personnel_number, "--password", PASSWORD)[0] == 0

    answer = client.post("/sign-in", data={"identifier": cast.ada.email, "password": PASSWORD})

    assert (answer.status_code, answer.location) == (303, "/")


def test_password_refuses_a_short_one(app, cast):
    code, said = run(app, "password", cast.ada.email, "--password", "short")

    assert (code, said) == (1, "Error: Use at least 12 characters.\n")
    with app.app_context():
        assert db.session.get(Credential, cast.ada.id) is None


@pytest.mark.usefixtures("context")
def test_open_house_is_the_top_that_is_there():
    top = make.unit("Stadt Probe")
    make.unit("Bürgeramt", top)

    assert db.session.scalars(select(OrgUnit).where(OrgUnit.parent_id.is_(None))).all() == [top]
