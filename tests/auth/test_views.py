"""Signing in and out in the browser, how long it lasts, and ending it elsewhere (R9, R17-R19)."""

import datetime as dt

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from app.auth.models import FailedSignIn, SignIn
from app.db import db
from app.factory import create_app
from app.people.models import Leadership, RoleGrant
from app.people.rules import Role
from app.people.viewer import viewer
from tests import make
from tests.conftest import StrictClient, settings
from tests.security.world import without_tokens

pytestmark = pytest.mark.any_database

NOW = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
MINUTE = 60
WRONG = "nicht das richtige Passwort"


@pytest.fixture
def ada(cast, saved):
    saved(make.credential, cast.ada)
    return cast.ada


def send(client: StrictClient, person, password: str = make.PASSWORD, path: str = "/sign-in"):
    return client.post(path, data={"identifier": person.email, "password": password})


def is_in(client: StrictClient) -> bool:
    return client.get("/account/sign-ins").status_code == 200


def other_node(app: Flask, **other: object) -> Flask:
    """Another process on the same database."""
    node = create_app(settings(app.config["DATABASE_URL"], **other))
    node.test_client_class = StrictClient
    node.config["WTF_CSRF_ENABLED"] = False
    return node


def close(node: Flask) -> None:
    with node.app_context():
        db.engine.dispose()


def cookies(response) -> dict[str, str]:
    return {line.partition("=")[0]: line for line in response.headers.getlist("Set-Cookie")}


def test_sign_in_leads_to_the_start_page(client, ada):
    response = send(client, ada)

    assert (response.status_code, response.location) == (303, "/")
    assert is_in(client)


def test_sign_in_leads_back_to_the_page_that_was_asked_for(client, ada):
    response = send(client, ada, path="/sign-in?next=/courses?format%3Dseminar")

    assert response.location == "/courses?format=seminar"


@pytest.mark.parametrize(
    ("path", "expected"), [("/sign-in?next=/plan", True), ("/sign-in", False), ("/sign-in?next=//x.example", False)]
)
def test_who_was_sent_to_sign_in_is_told_that_the_page_opens_afterwards(client, path, expected):
    assert ("Danach öffnet sich die Seite" in client.get(path).text) == expected


def test_an_empty_form_says_what_to_enter_in_which_field(client):
    page = client.post("/sign-in", data={"identifier": "", "password": ""}).text

    assert "Bitte geben Sie Ihre E-Mail-Adresse oder Ihre Personalnummer ein." in page
    assert "Bitte geben Sie Ihr Passwort ein." in page


@pytest.mark.parametrize("target", ["https://evil.example", "//evil.example", "/%5Cevil.example", "/\\evil.example"])
def test_sign_in_never_leads_to_another_site(client, ada, target):
    response = client.post(
        "/sign-in", query_string={"next": target}, data={"identifier": ada.email, "password": make.PASSWORD}
    )

    assert response.location == "/"


def test_a_part_of_a_page_asked_for_after_the_sign_in_ended_leads_the_whole_page_to_sign_in(client):
    response = client.get("/courses?topic=data", headers={"HX-Request": "true"})

    assert (response.status_code, response.data) == (204, b"")
    assert response.headers["HX-Redirect"] == "/sign-in?next=/courses?topic%3Ddata"


def test_a_wrong_password_is_said_and_the_name_is_kept_but_not_the_password(client, ada):
    response = send(client, ada, WRONG)

    assert response.status_code == 422
    assert ada.email in response.text
    assert WRONG not in response.text
    assert not is_in(client)


def test_the_answers_to_an_unknown_name_and_to_a_wrong_password_are_the_same(app, client, ada):
    def answer() -> tuple[int, str, list[str]]:
        response = app.test_client().post("/sign-in", data={"identifier": "name@stadt.example", "password": WRONG})
        return response.status_code, without_tokens(response.text), sorted(response.headers.keys())

    unknown = answer()
    with app.app_context():
        db.session.merge(ada).email = "name@stadt.example"
        db.session.commit()

    assert answer() == unknown


@pytest.mark.parametrize(("base_url", "name", "secure"), [("http", "lotse", False), ("https", "__Host-lotse", True)])
def test_the_cookie_is_kept_from_scripts_other_sites_and_plain_http(app, ada, base_url, name, secure):
    node = other_node(app, BASE_URL=f"{base_url}://localhost")

    response = node.test_client().post(
        "/sign-in", data={"identifier": ada.email, "password": make.PASSWORD}, base_url=f"{base_url}://localhost"
    )

    assert set(cookies(response)) == {name, f"{name}-known"}
    for cookie in cookies(response).values():
        assert "; HttpOnly" in cookie
        assert "; SameSite=Lax" in cookie
        assert "; Path=/" in cookie
        assert "Domain" not in cookie
        assert ("; Secure" in cookie) is secure
    close(node)


def test_a_cookie_is_worth_nothing_after_signing_out(client, ada):
    send(client, ada)
    old = client.get_cookie("lotse").value

    client.post("/sign-out")
    client.set_cookie("lotse", old)

    assert not is_in(client)


def test_signing_out_takes_a_button_not_a_link(client, ada):
    send(client, ada)

    assert client.get("/sign-out").status_code == 405
    assert is_in(client)


def test_signing_in_again_gives_a_new_cookie_and_ends_the_old_one(app, client, ada):
    send(client, ada)
    old = client.get_cookie("lotse").value
    send(client, ada)

    thief = app.test_client()
    thief.set_cookie("lotse", old)
    assert is_in(client)
    assert not is_in(thief)


@pytest.mark.parametrize("planted", ["x", "eyJfdXNlcl9pZCI6ImEifQ.aSLx.sig"])
def test_a_cookie_planted_before_signing_in_never_becomes_a_sign_in(app, client, ada, planted):
    client.set_cookie("lotse", planted)
    send(client, ada)

    attacker = app.test_client()
    attacker.set_cookie("lotse", planted)
    assert client.get_cookie("lotse").value != planted
    assert not is_in(attacker)


def test_the_anonymous_session_of_an_attacker_does_not_survive_the_sign_in(app, client, ada):
    attacker = app.test_client()
    attacker.get("/sign-in")
    planted = attacker.get_cookie("lotse").value if attacker.get_cookie("lotse") else ""
    client.set_cookie("lotse", planted)
    with client.session_transaction() as session:
        session["csrf_token"] = "known to the attacker"
    send(client, ada)

    with client.session_transaction() as session:
        assert session.get("csrf_token") != "known to the attacker"
    assert not is_in(attacker)


def test_a_token_that_was_guessed_or_is_a_number_of_a_row_is_nobody(client, ada):
    send(client, ada)
    for token in ("1", "", "None", "x" * 43):
        with client.session_transaction() as session:
            session["_user_id"] = token
        assert not is_in(client)


def test_a_sign_in_ends_after_thirty_idle_minutes(client, ada):
    with time_machine.travel(NOW, tick=False) as clock:
        send(client, ada)
        clock.shift(29 * MINUTE)
        used = is_in(client)
        clock.shift(29 * MINUTE)
        used_again = is_in(client)
        clock.shift(30 * MINUTE)

        assert (used, used_again, is_in(client)) == (True, True, False)


def test_a_sign_in_ends_after_ten_hours_even_in_use(client, ada):
    with time_machine.travel(NOW, tick=False) as clock:
        send(client, ada)
        seen = []
        for _ in range(31):
            clock.shift(20 * MINUTE)
            seen.append(is_in(client))

    assert seen == [True] * 29 + [False] * 2


def test_somebody_who_has_left_is_out_at_the_next_request(client, ada, saved):
    with time_machine.travel(NOW, tick=False):
        send(client, ada)
        before = is_in(client)

        with client.application.app_context():
            db.session.merge(ada).left_on = dt.date(2026, 11, 23)
            db.session.commit()

        assert (before, is_in(client)) == (True, False)


def test_a_role_that_was_taken_away_counts_no_more_at_the_next_request(client, cast, saved):
    client.sign_in(cast.lin)
    seen = []
    for end in (None, dt.date(2020, 1, 2)):
        with client.application.app_context():
            db.session.scalars(select(RoleGrant)).one().valid_to = end
            db.session.commit()
        with client:
            client.get("/account/sign-ins")
            seen.append(viewer().has(Role.HR))

    assert seen == [True, False]


def test_somebody_who_leads_no_more_sees_nobody_at_the_next_request(client, cast):
    client.sign_in(cast.max)
    seen = []
    for end in (None, dt.date(2020, 1, 2)):
        with client.application.app_context():
            db.session.scalars(select(Leadership)).one().valid_to = end
            db.session.commit()
        with client:
            client.get("/account/sign-ins")
            seen.append(viewer().is_leader)

    assert seen == [True, False]


def test_a_sign_in_counts_on_every_node_and_ends_on_every_node(app, client, ada):
    send(client, ada)
    node = other_node(app)
    elsewhere = node.test_client()
    elsewhere.set_cookie("lotse", client.get_cookie("lotse").value)
    before = is_in(elsewhere)

    client.post("/sign-out")

    assert (before, is_in(elsewhere)) == (True, False)
    close(node)


def test_failures_on_one_node_count_on_the_other(app, client, ada):
    node = other_node(app)
    with time_machine.travel(NOW, tick=False):
        for _ in range(3):
            send(client, ada, WRONG)
        response = send(node.test_client(), ada)

    assert response.status_code == 422
    close(node)


def test_a_made_up_sender_in_a_header_is_not_believed(client, ada):
    for number in range(3):
        client.post(
            "/sign-in",
            data={"identifier": f"nobody-{number}", "password": WRONG},
            headers={"X-Forwarded-For": f"203.0.{number}.1"},
        )

    with client.application.app_context():
        assert len(set(db.session.scalars(select(FailedSignIn.network)))) == 1


def test_list_sign_ins_shows_ones_own_devices_and_not_those_of_others(client, cast, saved):
    saved(make.sign_in, cast.zoe)
    client.sign_in(cast.ada)
    saved(make.sign_in, cast.ada)

    response = client.get("/account/sign-ins")

    assert response.status_code == 200
    assert response.text.count('class="line"') == 2
    assert response.text.count("/end") == 1


def test_list_sign_ins_leaves_out_what_has_ended(client, cast, saved):
    saved(make.sign_in, cast.ada)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)):
        client.sign_in(cast.ada)

        assert client.get("/account/sign-ins").text.count('class="line"') == 1


@pytest.mark.parametrize("devices", [1, 3])
def test_list_sign_ins_asks_the_database_the_same_few_questions(client, cast, saved, queries, devices):
    for _ in range(devices):
        saved(make.sign_in, cast.ada)
    client.sign_in(cast.ada)
    queries.clear()

    client.get("/account/sign-ins")

    assert len([asked for asked in queries if not asked.startswith(("BEGIN", "PRAGMA"))]) == 3


def test_end_sign_in_ends_another_device(app, client, cast):
    lost = app.test_client().sign_in(cast.ada)
    client.sign_in(cast.ada)

    response = client.post(f"/account/sign-ins/{sign_in_ids(app)[0]}/end")

    assert (response.status_code, response.location) == (303, "/account/sign-ins")
    assert is_in(client)
    assert not is_in(lost)


def test_end_sign_in_does_not_know_the_sign_ins_of_others(app, client, cast):
    other = app.test_client().sign_in(cast.ada)
    client.sign_in(cast.zoe)

    response = client.post(f"/account/sign-ins/{sign_in_ids(app)[0]}/end")

    assert response.status_code == 404
    assert is_in(other)


def sign_in_ids(app: Flask) -> list[int]:
    with app.app_context():
        return list(db.session.scalars(select(SignIn.id).order_by(SignIn.id)))


@pytest.mark.parametrize(
    "odd",
    ["\x00", "a\x00b", "x" * 1_000_000, "🦜" * 50, "\u202egro.elpmaxe@ada", "'; DROP TABLE person; --", "ﬁ", "%00"],
)
@pytest.mark.parametrize("field", ["identifier", "password"])
def test_odd_input_is_refused_and_breaks_nothing(client, ada, field, odd):
    response = client.post("/sign-in", data={"identifier": ada.email, "password": WRONG} | {field: odd})

    assert response.status_code == 422
