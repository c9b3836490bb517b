"""Signing in: who gets in, who has to wait, and that nobody learns which accounts exist (R20-R22)."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from argon2 import PasswordHasher
from sqlalchemy import func, select

from app import clock
from app.auth import actions, passwords, rules
from app.auth.actions import Browser
from app.auth.known_browser import KnownBrowser
from app.auth.models import Credential, FailedSignIn, SignIn
from app.db import db
from app.errors import Refused
from app.people.rules import Role
from app.text.language import speaking
from app.tokens import token_hash
from tests import make

KIB = 8
PAUSE = 5  # seconds between two guesses
NOW = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
WRONG = "nicht das richtige Passwort"
HERE = Browser(address="10.1.2.3", device="test", secret="s" * 32, memory_kib=KIB)


def elsewhere(address: str) -> Browser:
    return Browser(address=address, device="test", secret="s" * 32, memory_kib=KIB)


def attempt(identifier: str, password: str = WRONG, browser: Browser = HERE) -> str:
    """What the person is told; "in" where they are in."""
    try:
        actions.sign_in(identifier, password, browser)
    except Refused as refused:
        return refused.sentence
    return "in"


def judged() -> int:
    return db.session.scalar(select(func.count()).select_from(FailedSignIn)) or 0


@pytest.fixture
def ada(context):
    person = make.person("Ada Ahrens", email="ada@stadt.example", personnel_number="P-4711")
    make.credential(person)
    db.session.commit()
    return person


@pytest.fixture
def verified(monkeypatch) -> list[str]:
    """The hashes that a password was compared with."""
    found: list[str] = []
    verify = PasswordHasher.verify

    def note(self: PasswordHasher, stored: str, password: str) -> bool:
        found.append(stored)
        return verify(self, stored, password)

    monkeypatch.setattr(PasswordHasher, "verify", note)
    return found


@pytest.mark.parametrize(
    "identifier", ["ada@stadt.example", "Ada@Stadt.Example", "  ADA@STADT.EXAMPLE ", "P-4711", " P-4711"]
)
def test_people_sign_in_by_mail_address_in_any_case_or_by_personnel_number(ada, identifier):
    begun = actions.sign_in(identifier, make.PASSWORD, HERE)

    row = db.session.scalars(select(SignIn)).one()
    assert (begun.person_id, row.person_id) == (ada.id, ada.id)
    assert row.token_hash == token_hash(begun.token)
    assert begun.token not in row.token_hash
    assert row.expires_at - row.began_at == dt.timedelta(hours=10)


def test_two_tokens_are_long_and_differ(ada):
    first, second = (actions.sign_in("P-4711", make.PASSWORD, HERE).token for _ in range(2))

    assert first != second
    assert len(first) >= 43


def test_an_unknown_account_and_a_wrong_password_get_the_same_words_and_the_same_work(ada, verified):
    without_password = make.person("Ben Blau", personnel_number="P-1")
    db.session.commit()

    told = {attempt("ada@stadt.example"), attempt("nobody@stadt.example"), attempt(without_password.personnel_number)}

    assert len(told) == 1
    assert len(verified) == 3
    assert verified[1:] == [passwords.dummy_hash(KIB)] * 2


def test_an_unknown_account_waits_like_a_known_one(ada):
    with time_machine.travel(NOW, tick=False):
        known = [attempt("ada@stadt.example") for _ in range(5)]
        unknown = [attempt("nobody@stadt.example") for _ in range(5)]

    assert known == unknown
    assert len(set(known)) == 2


@pytest.mark.parametrize(("entered", "left"), [((2027, 1, 1), None), ((2020, 1, 1), (2026, 11, 23))])
def test_somebody_not_here_yet_or_not_any_more_does_not_get_in(context, entered, left):
    person = make.person(entered_on=dt.date(*entered), left_on=dt.date(*left) if left else None)
    make.credential(person)
    db.session.commit()

    with time_machine.travel(NOW):
        assert attempt(person.email, make.PASSWORD) != "in"


def test_a_success_leaves_no_failure_behind(ada):
    actions.sign_in("P-4711", make.PASSWORD, HERE)

    assert judged() == 0


def test_a_hash_of_older_parameters_is_made_anew_when_its_owner_signs_in(ada):
    stronger = Browser(address="10.1.2.3", device="test", secret="s" * 32, memory_kib=KIB * 2)

    actions.sign_in("P-4711", make.PASSWORD, stronger)

    db.session.expire_all()
    stored = db.session.scalars(select(Credential.password_hash)).one()
    assert stored.startswith("$argon2id$v=19$m=16,t=3,p=1$")
    assert attempt("P-4711", make.PASSWORD, stronger) == "in"


def test_traces_of_failures_name_neither_account_nor_network(ada):
    attempt("ada@stadt.example")

    row = db.session.scalars(select(FailedSignIn)).one()
    assert {len(row.account), len(row.network)} == {64}
    assert "stadt" not in row.account + row.network


def test_after_three_failures_even_the_right_password_waits_a_little(ada):
    with time_machine.travel(NOW, tick=False) as clock:
        for _ in range(3):
            attempt("P-4711")
        at_once = attempt("P-4711", make.PASSWORD)
        clock.shift(2)
        later = attempt("P-4711", make.PASSWORD)

    assert at_once != "in"
    assert later == "in"


def test_an_account_is_guessed_at_ten_times_in_a_quarter_of_an_hour_at_most(ada):
    with time_machine.travel(NOW, tick=False) as clock:
        for _ in range(0, 15 * 60, PAUSE):
            attempt("P-4711")
            clock.shift(PAUSE)

    assert judged() <= 10


def test_mail_address_and_personnel_number_are_one_account(ada):
    with time_machine.travel(NOW, tick=False):
        told = [attempt(identifier) for identifier in ("P-4711", "ada@stadt.example") * 2]

    assert len(set(told[:3])) == 1
    assert told[3] != told[0]


def test_nobody_is_locked_out_for_good(ada):
    with time_machine.travel(NOW, tick=False) as clock:
        for _ in range(0, 600, PAUSE):
            attempt("P-4711")
            clock.shift(PAUSE)
        locked = attempt("P-4711", make.PASSWORD)
        clock.shift(rules.WINDOW)
        later = attempt("P-4711", make.PASSWORD)

    assert locked != "in"
    assert later == "in"


def test_who_has_signed_in_here_before_gets_in_while_somebody_else_guesses(ada):
    own = Browser("10.1.2.3", "test", "s" * 32, KIB, KnownBrowser(ada.id, "a-number"))
    with time_machine.travel(NOW, tick=False) as clock:
        for _ in range(0, 600, PAUSE):
            attempt("P-4711", browser=elsewhere("203.0.113.7"))
            clock.shift(PAUSE)

        assert attempt("P-4711", make.PASSWORD) != "in"
        assert attempt("P-4711", make.PASSWORD, own) == "in"


def test_a_known_browser_is_not_free_to_guess(ada):
    own = Browser("10.1.2.3", "test", "s" * 32, KIB, KnownBrowser(ada.id, "a-number"))
    with time_machine.travel(NOW, tick=False):
        for _ in range(30):
            attempt("P-4711", browser=own)

    assert judged() == 3


def test_somebody_elses_known_browser_is_worth_nothing(ada):
    other = Browser("10.1.2.3", "test", "s" * 32, KIB, KnownBrowser(ada.id + 1, "a-number"))
    with time_machine.travel(NOW, tick=False):
        for _ in range(3):
            attempt("P-4711")

        assert attempt("P-4711", make.PASSWORD, other) != "in"


@pytest.mark.parametrize(
    ("addresses", "networks"),
    [
        (["2001:db8:0:1::1", "2001:db8:0:1:ffff::2"], 1),
        (["2001:db8:0:1::1", "2001:db8:0:2::1"], 2),
        (["10.0.0.1", "10.0.0.254"], 1),
        (["10.0.0.1", "10.0.1.1"], 2),
        (["::ffff:10.0.0.1", "10.0.0.2"], 1),
        (["::ffff:10.0.0.1", "::ffff:10.9.0.1"], 2),
        (["fe80::1%eth0", "fe80::2"], 1),
        (["", "unix:"], 1),
    ],
)
def test_a_network_is_a_24th_of_ipv4_and_a_64th_of_ipv6(context, addresses, networks):
    for number, address in enumerate(addresses):
        attempt(f"nobody-{number}", browser=elsewhere(address))

    assert len(set(db.session.scalars(select(FailedSignIn.network)))) == networks


def test_many_accounts_from_one_network_are_slowed_down_too(ada, monkeypatch):
    monkeypatch.setattr(rules, "NETWORK", rules.Limit(free=5, most=50, longest=dt.timedelta(minutes=1)))
    with time_machine.travel(NOW, tick=False):
        told = [attempt(f"nobody-{number}") for number in range(7)]

        assert len(set(told[:5])) == 1
        assert told[5] != told[0]
        assert attempt("P-4711", make.PASSWORD) != "in"
        assert attempt("P-4711", make.PASSWORD, elsewhere("192.0.2.1")) == "in"


def test_two_hundred_guesses_at_once_are_all_counted(app, saved):
    person = saved(make.person)
    saved(make.credential, person)

    def guess(_number: int) -> str:
        with app.test_request_context():
            return attempt(person.personnel_number)

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(guess, range(200)))

    with app.app_context():
        assert told.count("in") == 0
        assert judged() <= 10
        assert len(set(told)) == 2


def test_a_new_password_ends_every_sign_in(ada):
    actions.sign_in("P-4711", make.PASSWORD, HERE)

    actions.set_password(ada, "ein ganz neues Passwort", house="Stadt Probe", memory_kib=KIB)

    assert db.session.scalars(select(SignIn.ended_at)).one() is not None
    db.session.commit()
    assert attempt("P-4711", "ein ganz neues Passwort") == "in"
    assert attempt("P-4711", make.PASSWORD) != "in"


def test_a_short_password_is_refused_at_its_field(ada):
    with pytest.raises(Refused) as refused:
        actions.set_password(ada, "zu kurz", house="Stadt Probe", memory_kib=KIB)

    assert refused.value.field == "password"


def test_failed_attempts_are_forgotten_after_90_days_and_not_before(ada):
    with time_machine.travel(NOW, tick=False):
        attempt("P-4711", "guessed")
    db.session.commit()

    with time_machine.travel(NOW + dt.timedelta(days=90), tick=False):
        assert (actions.forget_failures(), judged()) == (0, 1)
    with time_machine.travel(NOW + dt.timedelta(days=90, seconds=1), tick=False):
        assert (actions.forget_failures(), judged()) == (1, 0)


def weakness(person, password: str) -> str:
    try:
        actions.set_password(person, password, house="Stadt Probe", memory_kib=KIB)
    except Refused as refused:
        return refused.sentence if refused.field == "password" else "at no field"
    return ""


@pytest.mark.parametrize("password", ["passwordpassword", "Ada-Ahrens-2026", "Stadt-Probe-2026", "lotselotselotse"])
def test_a_password_that_is_easy_to_guess_is_refused_with_what_to_take_instead(ada, password):
    with speaking("en"):
        said = weakness(ada, password)

    assert said.startswith("This password is easy to guess:")
    assert said.endswith("Take four words that have nothing to do with each other.")
    assert attempt("P-4711", password) != "in"


def test_without_the_bar_a_common_password_would_be_taken(ada, monkeypatch):
    monkeypatch.setattr(rules, "LEAST_GUESSES", 0)

    assert weakness(ada, "passwordpassword") == ""


def test_administrators_use_15_characters_and_others_12(ada):
    short, long = "Xk9vb2QpL7m3zW", "Xk9vb2QpL7m3zWc"
    assert weakness(ada, short) == ""

    make.role(ada, Role.ADMINISTRATOR)

    with speaking("en"):
        assert weakness(ada, short) == "Administrators use at least 15 characters."
    assert weakness(ada, long) == ""


def test_who_was_an_administrator_is_like_everybody(ada):
    make.role(ada, Role.ADMINISTRATOR, valid_to=clock.today() - dt.timedelta(days=1))

    assert weakness(ada, "Xk9vb2QpL7m3") == ""
