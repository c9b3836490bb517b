"""Every change needs the token of this very session, and a request that no other site sent (R8, F18)."""

from collections.abc import Iterator

import pytest
import time_machine
from flask.testing import FlaskClient

from app import clock
from app.db import db
from app.web import gate
from tests.databases import Postgresql, Sqlite
from tests.security.conftest import build
from tests.security.expected import IN, ROWS, Row
from tests.security.world import TOKEN, World, snapshot

pytestmark = pytest.mark.any_database

CHANGES = [row for row in ROWS if row.method not in ("GET", "HEAD", "OPTIONS") and IN in row.cells.values()]
OTHER_SITES = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost.evil.example"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
)
WRONG = ("", "x", "IjAwMDAi.aAAAAA.AAAA", "\u202e", "0" * 5000)


@pytest.fixture(scope="module")
def town(backend: Sqlite | Postgresql) -> Iterator[World]:
    """Time stands still in it: a request notes once a minute that the sign-in is in use, no change of these."""
    backend.reset()
    with time_machine.travel(clock.now(), tick=False):
        app = build(backend, WTF_CSRF_ENABLED=True)
        yield World(app)
    with app.app_context():
        db.engine.dispose()


def browser(town: World, actor: str) -> FlaskClient:
    client = town.app.test_client()
    if actor in town.tokens:
        with client.session_transaction() as session:
            session["_user_id"] = town.tokens[actor]
    return client


def token_of(client: FlaskClient) -> str:
    found = TOKEN.search(client.get("/sign-in").text)
    assert found
    return found[0].partition('value="')[2].rstrip('"')


def who_may(row: Row) -> str:
    return next(actor for actor in ("owner", *row.cells) if row.cells[actor] == IN)


@pytest.mark.parametrize("row", CHANGES, ids=lambda row: row.id)
def test_without_the_right_token_nothing_is_changed(town, row):
    path, data = town.path(row.endpoint, **row.url(town.things)), row.data(town.things)
    actor = who_may(row)
    before = snapshot(town.app)
    foreign = token_of(browser(town, "colleague"))
    own = browser(town, actor)
    token_of(own)

    told = {own.post(path, data=data | {"csrf_token": token}).status_code for token in (*WRONG, foreign)}
    told |= {own.post(path, data=data).status_code, own.post(path, json=data).status_code}
    told |= {own.post(path, data=data, headers={"X-CSRFToken": foreign}).status_code}

    assert told == {400}
    assert snapshot(town.app) == before


@pytest.mark.parametrize("row", CHANGES, ids=lambda row: row.id)
def test_what_another_site_sends_is_refused_even_with_the_right_token(town, row):
    path, data = town.path(row.endpoint, **row.url(town.things)), row.data(town.things)
    before = snapshot(town.app)
    own = browser(town, who_may(row))
    data["csrf_token"] = token_of(own)

    told = [own.post(path, data=data, headers=header).status_code for header in OTHER_SITES]

    assert told == [400] * len(OTHER_SITES)
    assert snapshot(town.app) == before


@pytest.mark.parametrize(
    "header",
    [
        {},
        {"Origin": "http://localhost"},
        {"Origin": "http://127.0.0.1:8000"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
    ],
    ids=str,
)
def test_what_our_own_pages_send_with_the_right_token_is_done(town, header):
    own = browser(town, "anonymous")

    response = own.post("/language", data={"language": "en", "csrf_token": token_of(own)}, headers=header)

    assert response.status_code == 303
    assert "language=en" in response.headers["Set-Cookie"]


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "BREW"])
def test_no_page_answers_to_methods_it_does_not_have(town, method):
    own = browser(town, "owner")

    assert {own.open(path, method=method).status_code for path in ("/", "/sign-in", "/plan")} <= {400, 405}


class TestTheGuardsBite:
    """Switched off, they let the attack through."""

    def test_without_the_token_check_a_change_passes(self, town):
        town.app.config["WTF_CSRF_ENABLED"] = False
        try:
            response = browser(town, "anonymous").post("/language", data={"language": "en"})
        finally:
            town.app.config["WTF_CSRF_ENABLED"] = True

        assert response.status_code == 303

    def test_with_another_site_taken_for_ours_its_request_passes(self, town, monkeypatch):
        monkeypatch.setattr(gate, "_own_origins", lambda: {"https://evil.example"})
        own = browser(town, "anonymous")
        data = {"language": "en", "csrf_token": token_of(own)}

        assert own.post("/language", data=data, headers={"Origin": "https://evil.example"}).status_code == 303

    def test_the_snapshot_sees_a_change(self, town: World):
        before = snapshot(town.app)

        town.sign_in_again()

        assert snapshot(town.app) != before
