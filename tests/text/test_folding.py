"""Folding: what people type finds what is meant."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.folding import MOST_WORDS, bare, fold, shadow, words

GERMAN = st.text("abcdefghijklmnopqrstuvwxyzäöüßABCÄÖÜ -,.0123456789", max_size=40)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Prüfung", "pruefung"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Café-Gespräch", "cafe gespraech"),
        ("Pawłowski", "pawlowski"),
        ("Yıldız", "yildiz"),
        ("Søren Æble", "soren aeble"),
        ("E‑Mail", "e mail"),
        ("  a \n b ", "a b"),
        ("", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("typed", ["Müller", "Mueller", "Muller", "müll", "MUELLER"])
def test_an_umlaut_is_found_however_it_is_typed(typed):
    assert all(word in shadow("Müller") for word in words(typed))


@pytest.mark.parametrize("typed", ["email", "E-Mail", "e mail", "E‑Mail", "mail"])
def test_a_word_with_a_hyphen_is_found_with_and_without_it(typed):
    assert all(word in shadow("Sichere E-Mail im Amt") for word in words(typed))


@given(st.text())
def test_folded_text_is_plain_and_folding_it_again_changes_nothing(text):
    folded = fold(text)

    assert re.fullmatch(r"(?:[0-9a-z]+(?: [0-9a-z]+)*)?", folded)
    assert fold(folded) == folded


@given(GERMAN)
def test_every_word_of_a_text_is_found_in_its_shadow(text):
    assert all(word in shadow(text) for word in words(text))


@given(st.text())
def test_a_search_asks_for_a_few_words_at_most(text):
    assert len(words(text)) <= MOST_WORDS


@given(st.text())
def test_a_search_holds_nothing_that_a_database_reads_as_a_sign(text):
    assert not set("%_\\'\"*") & set("".join(words(text)))


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("  Ada Ahrens\u200b\n", "Ada Ahrens"),
        ("\ufeffada@stadt.example\xa0", "ada@stadt.example"),
        ("\u200b \u2060", ""),
        ("👩\u200d🔧 Werkstatt", "👩\u200d🔧 Werkstatt"),
    ],
)
def test_a_text_loses_what_nobody_sees_around_it(typed, left):
    assert bare(typed) == left
