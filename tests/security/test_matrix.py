"""Every endpoint with every method for every actor: the answer is the one that was typed by hand (R2, R4, R6).

What comes back is read once more: nobody finds words there that are not meant for them (R5, F21).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from app.tasks.models import Task
from app.web import policy
from app.web.policy import _things as things
from tests.security.expected import FORBIDDEN, IN, ROWS, SIGN_IN, UNKNOWN, Row
from tests.security.leaks import SECRETS, leaks
from tests.security.world import ACTORS, World, snapshot, without_tokens, words

pytestmark = pytest.mark.any_database

VALUE = re.compile(r'value="([^"]*)"')
FOUND = {200, 204, 303, 400, 409, 422}
OUTCOMES = {401: SIGN_IN, 403: FORBIDDEN, 404: UNKNOWN} | dict.fromkeys(FOUND, IN)
TOUCHED = ("sign_in.seen_at", "read_audit", "figure_reader", "failed_sign_in")
"""What a look may change: that the sign-in is in use, and that the look took place; also at a figure about a group."""


def outcome(response: TestResponse) -> str:
    if response.status_code == 303 and response.location.startswith("/sign-in?next="):
        return SIGN_IN
    return OUTCOMES.get(response.status_code, f"status {response.status_code}")


@dataclass(frozen=True)
class Visit:
    """What all actors were told at one row, what of it is not for them, and whether a look left anything changed.

    What somebody has sent may come back to them.
    """

    cells: Mapping[str, str]
    leaks: Mapping[str, set[str]]
    changed: bool


def visit(world: World, row: Row) -> Visit:
    path, data = world.path(row.endpoint, **row.url(world.things)), row.data(world.things)
    is_look = row.method == "GET"
    before = snapshot(world.app, TOUCHED) if is_look else []
    answers = {actor: world.ask(actor, row.method, path, data) for actor in ACTORS}
    for method in ("HEAD", "OPTIONS") if is_look else ():
        world.ask("owner", method, path)
    changed = is_look and snapshot(world.app, TOUCHED) != before
    if row.endpoint == "auth.sign_out":
        world.sign_in_again()
    told = {actor: outcome(answer) for actor, answer in answers.items()}
    own = {secret for secret in SECRETS if secret in str(data)}
    found = {actor: leaks(words(answer), actor) - own for actor, answer in answers.items()}
    return Visit(told, {actor: secrets for actor, secrets in found.items() if secrets}, changed)


def other_address(value: object) -> str:
    """An address part of the same length, of something that does not exist: number 9 may, 0 never does."""
    if isinstance(value, int):
        return "0" if value < 10 else "9" * len(str(value))
    return "x" * len(str(value))


def test_every_endpoint_and_method_has_a_row_and_every_row_an_endpoint(built):
    served = {
        (rule.endpoint, method)
        for rule in built.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }

    assert {(row.endpoint, row.method) for row in ROWS} == served


def test_no_row_is_typed_twice():
    assert len({row.id for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_each_actor_gets_the_answer_that_was_promised_and_nothing_meant_for_others(world, row):
    found = visit(world, row)

    assert found.cells == dict(row.cells)
    assert found.leaks == {}
    assert not found.changed


@pytest.mark.parametrize(
    "row", [row for row in ROWS if UNKNOWN in row.cells.values() and row.url is not Row.url], ids=lambda row: row.id
)
def test_what_one_may_not_know_of_looks_like_what_does_not_exist(world, row):
    values = row.url(world.things)
    last = list(values)[-1]
    hidden = world.path(row.endpoint, **values)
    missing = world.path(row.endpoint, **(values | {last: other_address(values[last])}))
    actor = next(actor for actor, cell in row.cells.items() if cell == UNKNOWN)

    there, gone = world.ask(actor, row.method, hidden), world.ask(actor, row.method, missing)

    assert _plain(there, hidden, values[last]) == _plain(gone, missing, other_address(values[last]))
    assert (there.status_code, sorted(there.headers.keys())) == (404, sorted(gone.headers.keys()))
    assert len(there.data) == len(gone.data)


def _plain(answer: TestResponse, path: str, asked: object) -> str:
    """The page without its address, and without a code that was typed and stands in its field again."""
    text = without_tokens(answer.text).replace(path, "")
    return VALUE.sub(lambda found: "" if found[1].replace("-", "") == str(asked).replace("-", "") else found[0], text)


class TestTheMatrixBites:
    """A guard switched off turns cells of the matrix red; words that are not for somebody are noticed."""

    def test_with_a_word_that_is_meant_for_nobody(self, world, monkeypatch):
        monkeypatch.setitem(SECRETS, "Owner Probe", set[str]())
        row = next(row for row in ROWS if row.id == "GET home.show_home")

        assert set(visit(world, row).leaks) == {"owner", "leader", "deputy"}

    def test_with_a_look_that_leaves_something_changed(self, world, monkeypatch):
        monkeypatch.setattr("tests.security.test_matrix.TOUCHED", ())
        row = next(row for row in ROWS if row.id == "GET bookings.list_approvals")

        assert visit(world, row).changed

    def test_without_asking_whether_somebody_may(self, world, monkeypatch):
        monkeypatch.setattr(policy, "abort", lambda code: None)
        row = next(row for row in ROWS if row.id == "GET events.organise_event")

        assert visit(world, row).cells != dict(row.cells)

    def test_without_finding_through_the_viewer(self, world, monkeypatch):
        everything = select(Task)
        monkeypatch.setattr(policy, "_things", lambda query, url, by, me: things(everything, url, by, me))
        row = next(row for row in ROWS if row.id == "GET tasks.show_task")

        assert visit(world, row).cells != dict(row.cells)
