"""What was typed before the sign-in ended is sent after signing in again, by the same person alone (R18)."""

import datetime as dt
import re

import html5lib
import pytest
import time_machine
from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from app.auth import typed
from app.db import db
from app.plans.models import PlanItem
from tests import make

pytestmark = pytest.mark.any_database

NOW = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
IDLE = 31 * 60
WRONG = "nicht das richtige Passwort"
STEP = {"title": "Übungsgespräch „schwierige Bürger“ führen & nachbereiten", "minutes": "45", "due_on": ""}
OTHER_SITES = ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"})


@pytest.fixture
def ada(cast, saved):
    saved(make.credential, cast.ada)
    saved(make.credential, cast.zoe)
    return cast.ada


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def late(client, ada, clock):
    """Ada's browser, half an hour after she last used it."""
    client.post("/sign-in", data={"identifier": ada.email, "password": make.PASSWORD})
    clock.shift(IDLE)
    return client


def form_of(response) -> tuple[str, MultiDict[str, str]]:
    """Where the form of the page goes, and what a browser sends that leaves it as it is."""
    page = html5lib.parse(response.text, namespaceHTMLElements=False)
    form = next(form for form in page.iter("form") if form.get("class") == "form")
    fields = [(field.get("name"), field.get("value", "")) for field in form.iter("input")]
    return form.get("action"), MultiDict((name, re.sub("\r?\n", "\r\n", value)) for name, value in fields)


def sign_in_again(client, response, person, password=make.PASSWORD, **other):
    action, fields = form_of(response)
    fields["identifier"], fields["password"] = person.email, password
    return client.post(action, data=fields, **other)


def titles(client) -> list[str]:
    with client.application.app_context():
        return list(db.session.scalars(select(PlanItem.title)))


def test_a_step_typed_before_the_idle_limit_is_saved_after_signing_in_again(late, ada):
    refused = late.post("/plan/own-step", data=STEP)
    offered = sign_in_again(late, refused, ada)
    action, fields = form_of(offered)
    done = late.post(action, data=fields)

    assert [refused.status_code, offered.status_code, done.status_code] == [401, 200, 303]
    assert "Jetzt absenden" in offered.text
    assert titles(late) == [STEP["title"]]


def test_after_ten_hours_it_is_the_same(client, ada, clock):
    client.sign_in(ada)
    clock.shift(11 * 60 * 60)

    action, fields = form_of(sign_in_again(client, client.post("/plan/own-step", data=STEP), ada))

    assert (action, fields["title"]) == ("/plan/own-step", STEP["title"])


def test_repeated_fields_line_breaks_quotes_and_the_query_come_through_as_they_were(late, ada):
    sent = MultiDict(
        [
            ("courses", "3"),
            ("courses", "1"),
            ("courses", "3"),
            ("identifier", "mine"),
            ("target", "/mine"),
            ("note", '\r\nErste Zeile\r\n\r\n  "zweite" <b>Zeile</b> äöüß €\r\n'),
            ("empty", ""),
        ]
    )
    refused = late.post("/plan/own-step?from=%C3%BC", data=sent)
    again = sign_in_again(late, refused, ada, WRONG)

    action, fields = form_of(sign_in_again(late, again, ada))
    fields.pop("csrf_token")

    assert action == "/plan/own-step?from=%C3%BC"
    assert list(fields.items(multi=True)) == list(sent.items(multi=True))


def test_a_wrong_password_keeps_everything_but_the_password(late, ada):
    refused = late.post("/plan/own-step", data=STEP)
    again = sign_in_again(late, refused, ada, WRONG)

    assert again.status_code == 422
    assert form_of(again)[1]["typed-title"] == STEP["title"]
    assert WRONG not in again.text
    assert titles(late) == []


def test_wrong_passwords_are_slowed_down_as_on_every_sign_in(late, ada):
    page = late.post("/plan/own-step", data=STEP)
    for _ in range(4):
        page = sign_in_again(late, page, ada, WRONG)

    assert sign_in_again(late, page, ada).status_code == 422


def test_another_person_gets_nothing_of_it(late, cast):
    refused = late.post("/plan/own-step", data=STEP)
    other = sign_in_again(late, refused, cast.zoe)
    start = late.get(other.location)

    assert (other.status_code, other.location) == (303, "/")
    assert STEP["title"] not in other.text + start.text
    assert "Zoe" in start.text
    assert titles(late) == []


def test_nothing_carried_holds_a_password_or_a_token(late, ada):
    sent = STEP | {"password": make.PASSWORD, "new_Password": make.PASSWORD, "csrf_token": "old"}
    refused = late.post("/plan/own-step", data=sent)
    offered = sign_in_again(late, refused, ada)

    assert make.PASSWORD not in refused.text + offered.text
    assert set(form_of(offered)[1]) == {"csrf_token", *STEP}


def test_what_is_too_long_is_not_carried_and_the_page_says_so(late, ada):
    refused = late.post("/plan/own-step", data={"title": "ü" * (typed.MOST_BYTES // 2)})

    assert refused.status_code == 401
    assert set(form_of(refused)[1]) == {"csrf_token", "identifier", "password"}
    assert "kern-alert--warning" in refused.text
    assert sign_in_again(late, refused, ada).location == "/"


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/plan/own-step", "//evil.example", "/nowhere", "/plan", "/sign-out", "/language", "", "/%"],
)
def test_only_a_form_of_ours_for_people_who_are_signed_in_is_a_target(late, ada, target):
    data = {"identifier": ada.email, "password": make.PASSWORD, "target": target, "typed-title": "geheim"}
    answer = late.post("/sign-in-again", data=data)

    assert (answer.status_code, answer.location) == (303, "/")
    assert "geheim" not in answer.text


def test_who_was_never_signed_in_is_asked_to_sign_in_and_nothing_is_carried(client, cast):
    answer = client.post("/plan/own-step", data=STEP)

    assert answer.status_code == 401
    assert STEP["title"] not in answer.text


def test_a_cookie_without_a_sign_in_sends_nothing_for_anybody(client, ada):
    data = {"identifier": ada.email, "password": make.PASSWORD, "target": "/plan/own-step", "typed-title": "geheim"}

    assert client.post("/sign-in-again", data=data).location == "/"


@pytest.mark.parametrize("header", OTHER_SITES, ids=str)
def test_another_site_never_gets_a_page_that_carries_what_it_sent(late, ada, header):
    data = STEP | {"identifier": ada.email, "password": make.PASSWORD, "target": "/plan/own-step", "typed-title": "x"}

    for path in ("/plan/own-step", "/sign-in-again"):
        answer = late.post(path, data=data, headers=header)
        assert answer.status_code == 400
        assert STEP["title"] not in answer.text
        assert "typed-" not in answer.text


class TestWithTokens:
    """The token of the old cookie is asked for, and the form that is sent has one of the new cookie."""

    @pytest.fixture
    def late(self, client, ada, clock):
        client.sign_in(ada)
        client.application.config["WTF_CSRF_ENABLED"] = True
        data = STEP | {"csrf_token": form_of(client.get("/plan/own-step"))[1]["csrf_token"]}
        clock.shift(IDLE)
        return client, data

    def test_what_was_typed_is_saved_with_a_new_token(self, late, ada):
        client, data = late
        offered = sign_in_again(client, client.post("/plan/own-step", data=data), ada)
        action, fields = form_of(offered)

        assert client.post(action, data=fields.to_dict() | {"csrf_token": data["csrf_token"]}).status_code == 400
        assert client.post(action, data=fields).status_code == 303
        assert titles(client) == [STEP["title"]]

    @pytest.mark.parametrize("token", ["", "x"])
    def test_without_the_token_of_the_old_cookie_nothing_is_carried(self, late, token):
        client, data = late
        answer = client.post("/plan/own-step", data=data | {"csrf_token": token})

        assert answer.status_code == 400
        assert STEP["title"] not in answer.text


class TestSignedInAnewElsewhere:
    """A page was open while the same browser signed in again in another tab: its token is of the earlier sign-in."""

    @pytest.fixture
    def sent(self, client, ada, cast):
        client.sign_in(ada)
        client.application.config["WTF_CSRF_ENABLED"] = True
        data = STEP | {"csrf_token": form_of(client.get("/plan/own-step"))[1]["csrf_token"]}
        client.sign_in(ada)
        return client, data

    def test_what_was_typed_is_shown_to_be_sent_by_hand_and_saved_then(self, sent):
        client, data = sent
        offered = client.post("/plan/own-step", data=data, headers={"Sec-Fetch-Site": "same-origin"})
        before = titles(client)
        action, fields = form_of(offered)
        done = client.post(action, data=fields)

        assert (offered.status_code, before, done.status_code) == (400, [], 303)
        assert "data-send-at-once" not in offered.text
        assert titles(client) == [STEP["title"]]

    @pytest.mark.parametrize("headers", [{}, *OTHER_SITES])
    def test_a_form_that_may_come_from_elsewhere_is_not_carried(self, sent, headers):
        client, data = sent
        answer = client.post("/plan/own-step", data=data, headers=headers)

        assert answer.status_code == 400
        assert STEP["title"] not in answer.text


class TestSignedOutElsewhere:
    """A page was open while the same browser signed out in another tab."""

    OWN_PAGE = {"Sec-Fetch-Site": "same-origin"}

    @pytest.fixture
    def sent(self, client, ada):
        client.post("/sign-in", data={"identifier": ada.email, "password": make.PASSWORD})
        client.application.config["WTF_CSRF_ENABLED"] = True
        token = form_of(client.get("/plan/own-step"))[1]["csrf_token"]
        client.post("/sign-out", data={"csrf_token": token})
        return client, STEP | {"csrf_token": token}

    def test_what_was_typed_is_carried_through_signing_in_again_and_saved(self, sent, ada):
        client, data = sent
        refused = client.post("/plan/own-step", data=data, headers=self.OWN_PAGE)
        action, fields = form_of(sign_in_again(client, refused, ada))
        done = client.post(action, data=fields)

        assert (refused.status_code, done.status_code) == (401, 303)
        assert titles(client) == [STEP["title"]]

    def test_another_person_gets_nothing_of_it(self, sent, cast):
        client, data = sent
        refused = client.post("/plan/own-step", data=data, headers=self.OWN_PAGE)
        other = sign_in_again(client, refused, cast.zoe)

        assert (other.status_code, other.location) == (303, "/")
        assert STEP["title"] not in other.text

    def test_signing_out_there_too_says_so_instead_of_an_error(self, sent):
        client, data = sent
        answer = client.post("/sign-out", data={"csrf_token": data["csrf_token"]}, headers=self.OWN_PAGE)

        assert (answer.status_code, answer.location) == (303, "/sign-in")
        assert "Sie sind abgemeldet." in client.get("/sign-in").text

    def test_signing_out_there_also_ends_a_sign_in_that_has_begun_since(self, sent, ada):
        client, data = sent
        client.sign_in(ada)
        client.post("/sign-out", data={"csrf_token": data["csrf_token"]}, headers=self.OWN_PAGE)

        assert client.get("/plan").status_code == 303

    @pytest.mark.parametrize("headers", [{}, *OTHER_SITES])
    def test_a_form_that_may_come_from_elsewhere_is_not_carried_and_signs_nobody_out(self, sent, ada, headers):
        client, data = sent
        answer = client.post("/plan/own-step", data=data, headers=headers)
        client.sign_in(ada)
        signed_out = client.post("/sign-out", data={"csrf_token": data["csrf_token"]}, headers=headers)

        assert (answer.status_code, signed_out.status_code) == (400, 400)
        assert STEP["title"] not in answer.text
        assert client.get("/plan").status_code == 200
