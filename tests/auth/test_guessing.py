"""Passwords that people choose, and that are therefore guessed first (R20)."""

import pytest
from zxcvbn.frequency_lists import FREQUENCY_LISTS
from zxcvbn.matching import RANKED_DICTIONARIES

from app.auth import guessing, rules
from app.auth.guessing import guesses

CONTEXT = ("Ada Müller", "4711", "ada.mueller@stadt.example", "Stadt Lindenfurt")
EASY = [
    "passwordpassword",
    "PasswortPasswort",
    "P@ssw0rd1234",
    "123456789012",
    "qwertzuiopü+asdf",
    "aaaaaaaaaaaa",
    "abcdefghijkl",
    "Willkommen2026!",
    "Frühling2026!!",
    "MeinPasswort123!",
    "Verwaltung-2026",
    "lotselotselotse",
    "Lindenfurt-2026",
    "StadtLindenfurt2026",
    "AdaMueller4711",
    "Ada.Müller.4711",
    "muller.ada.2026",
    "x" * 200,
]
HARD = [
    "vier Wörter, leicht gemerkt",
    "Blumenkohl Fahrrad Mond Tinte",
    "correcthorsebatterystaple",
    "Xk9vb2QpL7m3",
    "Xk9-vb2Q-pL7m",
    "ein ganz neues Passwort",
    "Fahrradständer-" * 3 + "Mondlicht" * 30,
]


@pytest.mark.parametrize("password", EASY)
def test_what_people_choose_is_guessed_soon(password):
    assert guesses(password, CONTEXT) < rules.LEAST_GUESSES


@pytest.mark.parametrize("password", HARD)
def test_words_without_a_link_and_random_signs_are_not(password):
    assert guesses(password, CONTEXT) >= rules.LEAST_GUESSES


def test_the_list_of_common_passwords_is_long():

    assert len(FREQUENCY_LISTS["passwords"]) >= 10_000


@pytest.mark.parametrize("password", ["Lindenfurt-2026", "AdaMueller4711"])
def test_without_the_names_of_person_and_house_theirs_would_pass(password, monkeypatch):
    known = guesses(password, CONTEXT)

    assert guesses(password, ()) > 100 * known


def test_without_our_words_german_ones_would_pass(monkeypatch):
    monkeypatch.setattr(guessing, "WORDS", ())

    assert guesses("Willkommen2026!", CONTEXT) >= rules.LEAST_GUESSES


def test_the_names_of_one_person_are_not_kept_for_the_next():

    guesses("Blumenkohl Fahrrad Mond Tinte", CONTEXT)

    assert RANKED_DICTIONARIES["user_inputs"] == {}
