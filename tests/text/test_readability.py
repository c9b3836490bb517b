"""Sentences, words and syllables of German texts, and the first Wiener Sachtextformel."""

import pytest

from app.text.readability import formula, longest_stretch, school_year, sentences, syllables, words

pytestmark = pytest.mark.any_database


def test_the_formula_gives_the_value_of_a_worked_example():
    """0.1935 · 20 + 0.1672 · 15 + 0.1297 · 30 - 0.0327 · 45 - 0.875"""
    assert formula(many=20, length=15, long=30, single=45) == pytest.approx(7.9225)


def test_a_text_is_measured_by_its_words_and_sentences():
    """Ten words in two sentences: one of many syllables, two with more than six letters, seven of one syllable."""
    text = ["Der Hund bellt laut im Hof.", "Die Nachbarin schimpft sehr."]

    assert school_year(text) == pytest.approx(formula(many=10, length=5, long=20, single=90))
    assert school_year([]) == 0


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("Amt", 1), ("oder", 2), ("Brief", 1), ("Quelle", 2), ("Häuser", 2), ("Verwaltung", 3), ("beachten", 3),
        ("Information", 5), ("Bürgermeisterin", 5), ("psychologisch", 4), ("Zoo", 1), ("geübt", 2), ("CDU", 1),
    ],
)  # fmt: skip
def test_syllables_are_heard_by_their_vowels(word, number):
    assert syllables(word) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Erst lesen. Dann schreiben! Und dann? Fertig.", 4),
        ("Das gilt z. B. Ämtern, vgl. Abs. 2 und Art. 6 DSGVO.", 1),
        ("Es beginnt am 1. Juni und endet am 15. August.", 1),
        ("2. März neue Vorlage. 9. März Druck.", 2),
        ("Verlangt ist Stufe 4. Auf dem Weg dahin hilft ein Kurs.", 2),
        ("Er fragt: „Was nun?“ Sie schweigt.", 2),
        ("Das war 2023. Danach wurde es besser.", 2),
    ],
)
def test_a_full_stop_ends_a_sentence_unless_it_belongs_to_the_word(text, number):
    assert len(sentences(text)) == number


def test_numbers_are_no_words_and_parts_of_a_hyphenated_word_are_words():
    assert words("Am 3. Mai: die E-Mail-Adresse geht's an.") == [
        "Am",
        "Mai",
        "die",
        "E",
        "Mail",
        "Adresse",
        "geht's",
        "an",
    ]


def test_readers_pause_at_a_semicolon_and_at_a_colon_before_a_sentence():
    assert longest_stretch("Eins zwei drei; vier fünf.") == 3
    assert longest_stretch("Eins zwei: Drei vier fünf.") == 3
    assert longest_stretch("Eins zwei: drei, vier, fünf.") == 5
