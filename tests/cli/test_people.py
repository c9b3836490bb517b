"""flask people: the first people of a new house."""

import datetime as dt

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

PASSWORD = "vier Wörter, leicht gemerkt"
TODAY = clock.today()
DAY = dt.timedelta(days=1)
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


def test_revoke_takes_a_role_back_and_the_next_request_asks_to_sign_in(app, cast, client):
    client.sign_in(cast.lin)
    assert client.get("/account/sign-ins").status_code == 200

    assert run(app, "revoke", cast.lin.email, "hr") == (0, "Lin Lorenz has the role hr no longer.\n")

    assert client.get("/account/sign-ins").location == "/sign-in?next=/account/sign-ins"
    with app.app_context():
        assert view_as(db.session.get_one(Person, cast.lin.id), TODAY).scopes == {}


def test_revoke_names_a_role_that_is_not_there(app, cast):
    assert run(app, "revoke", cast.lin.email, "auditor") == (1, "Error: Lin Lorenz does not have this role there.\n")


def test_relieve_makes_room_for_another_head(app, cast):
    office = cast.office.short_name

    assert run(app, "relieve", cast.max.email, office) == (0, "Max Mohr leads Bürgeramt no longer.\n")
    assert run(app, "appoint", cast.zoe.email, office) == (0, "Zoe Zander heads Bürgeramt.\n")


def test_deputise_names_both_days(app, cast):
    until = TODAY + 9 * DAY

    said = run(app, "deputise", cast.zoe.email, cast.office.short_name, "--until", str(until))

    assert said == (0, f"Zoe Zander stands in for the head of Bürgeramt from {TODAY} to {until}.\n")
    with app.app_context():
        zoe = db.session.get_one(Person, cast.zoe.id)
        assert [view_as(zoe, day).is_leader for day in (TODAY, until, until + DAY)] == [True, True, False]


def test_deputise_asks_for_the_last_day(app, cast):
    code, said = run(app, "deputise", cast.zoe.email, cast.office.short_name)

    assert (code, "Missing option '--until'" in said) == (2, True)


def test_leave_names_the_units_that_need_a_head(app, cast):
    assert run(app, "leave", cast.max.email, "--on", str(TODAY)) == (
        0,
        f"Max Mohr works here until {TODAY}.\n"
        f"Bürgeramt has no head then. Next: flask people appoint NUMBER_OR_EMAIL {cast.office.short_name!r}\n",
    )


def test_who_has_left_is_asked_to_sign_in_and_can_not(app, cast, client, saved):
    saved(make.credential, cast.ada)
    client.sign_in(cast.ada)

    assert run(app, "leave", cast.ada.email, "--on", str(TODAY - DAY))[0] == 0

    assert client.get("/account/sign-ins").location == "/sign-in?next=/account/sign-ins"
    assert client.post("/sign-in", data={"identifier": cast.ada.email, "password": make.PASSWORD}).status_code == 422


def test_away_and_back_are_noted(app, cast):
    words = ("away", cast.max.email, "--from", str(TODAY), "--to", str(TODAY + 5 * DAY))

    assert run(app, *words) == (0, f"Max Mohr is away from {TODAY} to {TODAY + 5 * DAY}.\n")
    assert run(app, "back", cast.max.email) == (0, f"Max Mohr is there again from {TODAY}.\n")
    assert run(app, "back", cast.max.email) == (1, "Error: Max Mohr is not noted as away on that day.\n")


def test_away_refuses_what_is_no_date(app, cast):
    code, said = run(app, "away", cast.max.email, "--from", "1.12.2026", "--to", "2026-12-05")

    assert (code, "does not match the format" in said) == (2, True)


def test_grant_says_that_administrators_need_a_longer_password(app, cast, saved):
    saved(make.credential, cast.ada)

    _code, said = run(app, "grant", cast.ada.email, "administrator")

    assert said.splitlines()[1:] == [
        f"Administrators use 15 characters. Next: flask people password {cast.ada.personnel_number}"
    ]


def test_password_refuses_one_that_is_easy_to_guess(app, cast):
    code, said = run(app, "password", cast.ada.email, "--password", "passwordpassword")

    assert (code, said.startswith("Error: This password is easy to guess:")) == (1, True)


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
