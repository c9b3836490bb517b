"""Password hashes: argon2id, strong enough, and never cut short (R20)."""

import unicodedata

import pytest

import config
from app.auth import passwords

KIB = 8
LEAST_MEMORY_KIB = 19 * 1024


def test_a_hash_is_argon2id_and_says_its_parameters():
    assert passwords.hash_password("ein langes Passwort", KIB).startswith("$argon2id$v=19$m=8,t=3,p=1$")


def test_a_real_start_uses_enough_memory():
    assert config.read({"LOTSE_ENV": "development"})["PASSWORD_MEMORY_KIB"] >= LEAST_MEMORY_KIB


def test_two_hashes_of_one_password_differ_and_both_fit():
    first, second = (passwords.hash_password("ein langes Passwort", KIB) for _ in range(2))

    assert first != second
    assert passwords.is_right("ein langes Passwort", first, KIB)
    assert passwords.is_right("ein langes Passwort", second, KIB)


@pytest.mark.parametrize("length", [72, 73, 200, 1024])
def test_no_character_is_dropped(length):
    stored = passwords.hash_password("x" * length, KIB)

    assert passwords.is_right("x" * length, stored, KIB)
    assert not passwords.is_right("x" * (length - 1), stored, KIB)


def test_an_umlaut_fits_however_the_keyboard_sends_it():
    stored = passwords.hash_password(unicodedata.normalize("NFC", "Gänsefüßchen"), KIB)

    assert passwords.is_right(unicodedata.normalize("NFD", "Gänsefüßchen"), stored, KIB)


@pytest.mark.parametrize("stored", [None, "", "plain", "$argon2id$v=19$m=8,t=3,p=1$broken"])
def test_without_a_sound_hash_nothing_fits_not_even_the_dummy_password(stored):
    assert not passwords.is_right(passwords.NOBODY, stored, KIB)


def test_a_hash_with_other_parameters_is_outdated():
    assert passwords.is_outdated(passwords.hash_password("x", KIB), KIB * 2)
    assert not passwords.is_outdated(passwords.hash_password("x", KIB), KIB)
