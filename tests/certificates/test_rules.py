"""Codes as people type them, and completions that nobody but the person vouches for."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.certificates.rules import CODE_LETTERS, Hindrance, hindrance, read_code, serial, spelled
from app.courses.rules import Format
from app.tokens import READABLE, readable_token

codes = st.text(READABLE, min_size=CODE_LETTERS, max_size=CODE_LETTERS)


@given(codes, st.sampled_from([" ", "-", "", "–", "  ", "_"]))
def test_a_code_is_read_however_it_is_typed(code, between):
    typed = between.join(spelled(code).split("-"))

    assert read_code(code) == read_code(typed) == read_code(f" {typed.lower()}\n") == code


def test_letters_that_look_like_digits_are_read_as_these():
    assert read_code("oiLO-0000-0000-0000-0000") == "01100000000000000000"


@pytest.mark.parametrize(
    "typed", ["", "7K3F", "7K3F9QXM2B4THW5ZC8R", "7K3F9QXM2B4THW5ZC8RDD", "7K3F9QXM2B4THW5ZC8RU", "é" * 20]
)
def test_what_is_no_code_is_none(typed):
    assert read_code(typed) is None


def test_codes_and_numbers_say_nothing_and_never_come_twice():
    made = {readable_token(CODE_LETTERS) for _ in range(1000)}

    assert len(made) == 1000
    assert CODE_LETTERS * 5 >= 80
    assert re.fullmatch(r"2026-\w{5}-\w{5}", serial(2026, readable_token(10)))


@pytest.mark.parametrize(
    ("how", "is_noted", "is_barred", "found"),
    [
        (Format.SELF_PACED, False, False, None),
        (Format.SELF_PACED, False, True, Hindrance.REVOKED),
        (Format.SEMINAR, True, False, None),
        (Format.SEMINAR, False, False, Hindrance.OWN_WORD),
        (Format.EXTERNAL, True, False, Hindrance.ELSEWHERE),
    ],
)
def test_only_what_somebody_other_than_the_person_knows_is_certified(how, is_noted, is_barred, found):
    assert hindrance(how, is_noted=is_noted, is_barred=is_barred) is found
