"""Guarding a view: what one may not know of, what one may not do, and the record of every look (R1, R40)."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask, abort
from sqlalchemy import event, select

from app import clock
from app.auth.models import SignIn
from app.db import db
from app.factory import create_app
from app.people.models import Person
from app.people.queries import employed
from app.people.viewer import require_viewer, view_as
from app.visibility import queries as visibility
from app.visibility.actions import write_read_audit
from app.visibility.models import ReadAudit
from app.web.policy import policy, shown
from tests import make
from tests.conftest import StrictClient, settings


def everybody(viewer):
    return employed(viewer.today)


def own(viewer):
    return select(SignIn).where(SignIn.person_id == viewer.person.id)


def any_sign_in(_viewer):
    return select(SignIn)


DAY = dt.timedelta(days=1)
LOOK = {"data": "C", "purpose": "test"}


@policy(find=everybody, **LOOK)
def show_person(person: Person):
    return "", 200


@policy(find=everybody, **LOOK)
def list_people(found):
    shown(person.id for person in db.session.scalars(found))
    return "", 200


@policy(find=everybody, **LOOK, daily=True)
def begin_day(found):
    shown(person.id for person in db.session.scalars(found))
    return "", 200


@policy(find=everybody, **LOOK)
def list_nobody(found):
    shown([])
    return "", 200


@policy(find=everybody, **LOOK)
def list_without_names(found):
    return "", 200


@policy(find=any_sign_in, **LOOK)
def show_sign_in(sign_in: SignIn):
    return "", 200


@policy(find=everybody, **LOOK)
def edit_person(person: Person):
    person.given_name = "Verändert"
    db.session.flush()
    return "", 422


@policy(find=everybody, **LOOK)
def change_person(person: Person):
    person.given_name = "Verändert"
    return "", 303, {"Location": "/"}


@policy(find=everybody, **LOOK)
def lose_person(person: Person):
    abort(404)


@policy(find=everybody, may=lambda viewer, person: viewer.leads(person))
def lead_person(person: Person):
    return "", 200


@policy(find=None, may=lambda viewer: viewer.is_leader)
def lead_somebody():
    return "", 200


@policy(find=own)
def show_own(sign_in: SignIn):
    return "", 200


@policy(find=everybody, by={"number": Person.personnel_number})
def show_number(person: Person):
    return str(require_viewer().person.id == person.id), 200, {"Content-Type": "text/plain"}


PAGES = (
    (show_person, "/t/people/<int:person_id>", "GET"),
    (list_people, "/t/people", "GET"),
    (begin_day, "/t/start", "GET"),
    (list_nobody, "/t/nobody", "GET"),
    (list_without_names, "/t/forgotten", "GET"),
    (show_sign_in, "/t/sign-ins/<int:sign_in_id>", "GET"),
    (edit_person, "/t/people/<int:person_id>/edit", "POST"),
    (change_person, "/t/people/<int:person_id>/change", "POST"),
    (lose_person, "/t/people/<int:person_id>/lost", "GET"),
    (lead_person, "/t/people/<int:person_id>/lead", "GET"),
    (lead_somebody, "/t/lead", "GET"),
    (show_own, "/t/own/<int:sign_in_id>", "GET"),
    (show_number, "/t/numbers/<number>", "GET"),
)


@pytest.fixture
def node(backend, app) -> Iterator[Flask]:
    """The application with a few pages more, on the same empty database."""
    made = create_app(settings(backend.url, WTF_CSRF_ENABLED=False))
    made.test_client_class = StrictClient
    for view, rule, method in PAGES:
        made.add_url_rule(rule, f"t.{view.__name__}", view, methods=[method])
    yield made
    with made.app_context():
        db.engine.dispose()


@pytest.fixture
def ada(node, cast) -> StrictClient:
    return node.test_client().sign_in(cast.ada)


@pytest.fixture
def max_(node, cast) -> StrictClient:
    return node.test_client().sign_in(cast.max)


def looks(node: Flask) -> list[tuple[int, int, str, str]]:
    with node.app_context():
        rows = db.session.scalars(select(ReadAudit).order_by(ReadAudit.person_id))
        return [(row.viewer_id, row.person_id, row.category, row.purpose) for row in rows]


def days_on_record(node: Flask, person: Person) -> int:
    """On how many days a look is on record, after one late in the evening and one after midnight."""
    night = clock.end_of(clock.today())
    for moment in (night - dt.timedelta(minutes=1), night + dt.timedelta(minutes=1)):
        with time_machine.travel(moment, tick=False):
            node.test_client().sign_in(person).get("/t/start")
    with node.app_context():
        return len({clock.local(at).date() for at in db.session.scalars(select(ReadAudit.at))})


def sign_in_of(node: Flask, person: Person) -> int:
    with node.app_context():
        return db.session.scalars(select(SignIn.id).where(SignIn.person_id == person.id)).one()


def test_what_one_may_not_know_of_does_not_exist(node, ada, cast, max_):
    assert ada.get(f"/t/own/{sign_in_of(node, cast.ada)}").status_code == 200
    assert ada.get(f"/t/own/{sign_in_of(node, cast.max)}").status_code == 404


def test_what_one_may_not_do_is_forbidden(ada, max_, cast):
    assert [client.get(f"/t/people/{cast.ada.id}/lead").status_code for client in (ada, max_)] == [403, 200]
    assert [client.get("/t/lead").status_code for client in (ada, max_)] == [403, 200]


def test_a_part_of_the_address_can_name_a_column(ada, cast):
    assert ada.get(f"/t/numbers/{cast.ada.personnel_number}").text == "True"
    assert ada.get("/t/numbers/0").status_code == 404


def test_nobody_is_asked_to_sign_in_and_comes_back(node):
    client = node.test_client()

    assert client.get("/t/people?x=1").location == "/sign-in?next=/t/people?x%3D1"
    assert client.head("/t/people").status_code == 303
    assert client.post("/t/people/1/edit").status_code == 401


class TestTheRecordOfLooks:
    """One row for each person shown, saved before the page is sent."""

    def test_a_page_about_somebody(self, node, max_, cast):
        max_.get(f"/t/people/{cast.ada.id}")

        assert looks(node) == [(cast.max.id, cast.ada.id, "C", "test")]

    def test_a_page_about_something_of_somebody(self, node, ada, max_, cast):
        max_.get(f"/t/sign-ins/{sign_in_of(node, cast.ada)}")

        assert looks(node) == [(cast.max.id, cast.ada.id, "C", "test")]

    def test_a_list_of_people_without_oneself(self, node, ada, cast):
        ada.get("/t/people")

        assert looks(node) == sorted((cast.ada.id, other.id, "C", "test") for other in (cast.max, cast.lin, cast.zoe))

    def test_a_page_on_which_one_lands_counts_once_a_day_and_a_page_that_one_asks_for_each_time(self, node, ada, cast):
        for _ in range(3):
            ada.get("/t/start")
        assert len(looks(node)) == 3

        ada.get("/t/people")
        ada.get(f"/t/people/{cast.max.id}")
        ada.get(f"/t/people/{cast.max.id}")
        assert len(looks(node)) == 3 + 3 + 2

    def test_who_comes_to_such_a_page_later_in_the_day_is_on_record_too(self, node, ada, saved):
        ada.get("/t/start")
        newcomer = saved(make.person)
        ada.get("/t/start")

        assert [look[1] for look in looks(node)].count(newcomer.id) == 1
        assert len(looks(node)) == 4

    def test_another_viewer_is_on_record_for_themselves(self, node, ada, max_, cast):
        ada.get("/t/start")
        max_.get("/t/start")

        assert {look[0] for look in looks(node)} == {cast.ada.id, cast.max.id}
        assert len(looks(node)) == 6

    def test_every_day_has_its_record(self, node, cast):
        assert days_on_record(node, cast.ada) == 2

    def test_a_record_that_counted_once_and_for_all_would_be_noticed(self, node, cast, monkeypatch):
        seen = visibility.seen_since
        monkeypatch.setattr(visibility, "seen_since", lambda _since, *rest: seen(clock.now() - 9 * DAY, *rest))

        assert days_on_record(node, cast.ada) == 1

    def test_a_record_that_took_another_purpose_for_the_same_would_be_noticed(self, node, ada, cast):
        with node.app_context():
            for purpose in ("talk", "talk", "test"):
                write_read_audit(view_as(cast.max, clock.today()), [cast.ada.id], "C", purpose, daily=True)

        assert [look[3] for look in looks(node)] == ["talk", "test"]

    def test_a_look_at_oneself_is_nobodys_business(self, node, ada, cast):
        ada.get(f"/t/people/{cast.ada.id}")

        assert looks(node) == []

    def test_an_empty_list_leaves_no_record(self, node, ada):
        assert ada.get("/t/nobody").status_code == 200
        assert looks(node) == []

    def test_a_page_that_does_not_say_whom_it_shows_is_not_sent(self, ada):
        with pytest.raises(LookupError, match="shown"):
            ada.get("/t/forgotten")

    def test_a_form_shown_again_is_a_look_too_and_its_change_is_undone(self, node, max_, cast):
        max_.post(f"/t/people/{cast.ada.id}/edit")

        assert looks(node) == [(cast.max.id, cast.ada.id, "C", "test")]
        with node.app_context():
            assert db.session.get_one(Person, cast.ada.id).given_name == "Ada"

    def test_a_change_that_leads_elsewhere_shows_nothing(self, node, max_, cast):
        max_.post(f"/t/people/{cast.ada.id}/change")

        assert looks(node) == []

    def test_a_page_that_was_not_shown_leaves_no_record(self, node, max_, cast):
        max_.get(f"/t/people/{cast.ada.id}/lost")
        max_.head(f"/t/people/{cast.ada.id}")

        assert looks(node) == []

    def test_without_the_record_the_page_is_not_sent(self, node, max_, cast, monkeypatch):
        def fail(*_: object, **__: object) -> None:
            raise OSError("the disk is full")

        monkeypatch.setattr(node.extensions["lotse.policy"], "write_read_audit", fail)
        node.testing = False

        assert max_.get(f"/t/people/{cast.ada.id}").status_code == 500

    def test_the_record_is_saved_before_the_answer_is_finished(self, node, max_, cast):
        committed: list[object] = []
        with node.app_context():
            event.listen(db.engine, "commit", lambda connection: committed.append(connection))
        seen: list[int] = []
        node.after_request_funcs.setdefault(None, []).append(lambda answer: seen.append(len(committed)) or answer)

        max_.get(f"/t/people/{cast.ada.id}")

        assert seen == [1]


def test_data_without_a_purpose_is_refused_when_the_view_is_written():
    with pytest.raises(ValueError, match="purpose"):
        policy(find=None, data="C")


def test_a_number_of_looks_takes_one_statement(node, ada, saved):
    for _ in range(5):
        saved(make.person)
    asked: list[str] = []
    with node.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))

    ada.get("/t/people")

    assert len([statement for statement in asked if "INSERT INTO read_audit" in statement]) == 1
