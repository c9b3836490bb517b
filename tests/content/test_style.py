"""content/house-style.md: what texts are measured by."""

import pytest

from app.content import style
from app.content.style import Avoided, HouseStyle
from tests.content.folder import write

TABLE = "Davor.\n\n| Wort | Besser | Warum | Neben |\n| --- | --- | --- | --- |\n"

pytestmark = pytest.mark.any_database


def test_without_a_file_the_usual_counts(tmp_path):
    assert style.read(tmp_path) == (HouseStyle(), [])


def test_the_file_says_how_hard_texts_may_be_and_which_words_to_avoid(tmp_path):
    meta = {"title": "Stil", "school_year": 9, "courses": [{"course": "daten", "school_year": 12}]}
    rows = "| zwecks | für | kürzer | |\n\n| Wort | Besser | Warum |\n|---|---|---|\n| seitens | von | kürzer |\n"
    write(tmp_path / style.FILE, meta, TABLE + rows)

    house, problems = style.read(tmp_path)

    assert problems == []
    assert (house.school_year_of("daten"), house.school_year_of("other"), house.sentence_words) == (12, 9, 30)
    assert house.avoided == (Avoided("zwecks", "für", "kürzer"), Avoided("seitens", "von", "kürzer"))


def test_what_is_wrong_is_named_with_its_line(tmp_path):
    meta = {"title": "Stil", "school_year": 99, "sentence": 4}
    write(tmp_path / style.FILE, meta, TABLE + "| zwecks | für |\n")

    assert sorted(str(one) for one in style.read(tmp_path)[1]) == [
        "house-style.md:10: a row needs a word, what is better, and why",
        "house-style.md:3: school_year must be a whole number from 4 to 20",
        f"house-style.md:4: sentence is not known here; known are: {', '.join(style.ENTRIES)}",
    ]
