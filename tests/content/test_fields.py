"""Entries are read one by one, and all that is wrong is said at once."""

import enum

from app.content.fields import Fields
from app.content.source import read
from tests.content.folder import write


class Colour(enum.StrEnum):
    RED = "red"
    BLUE = "blue"


def fields(tmp_path, **meta) -> Fields:
    return Fields(read(tmp_path, write(tmp_path / "one.md", meta)))


def test_good_entries_are_given_as_they_are(tmp_path):
    found = fields(tmp_path, title=" Eins ", size=3, colour="blue", names=["a", "b"], rows=[{"x": 1}], yes=True)

    assert (found.text("title"), found.number("size", lowest=1, highest=5)) == ("Eins", 3)
    assert (found.choice(Colour, "colour"), found.texts("names"), found.flag("yes")) == (Colour.BLUE, ["a", "b"], True)
    assert [found.number("rows", n, "x", lowest=0, highest=1) for n in found.entries("rows", known=("x",))] == [1]
    assert (found.optional_text("missing"), found.texts("missing"), found.flag("missing")) == (None, [], False)
    assert found.problems == []


def test_everything_wrong_is_collected_with_its_line(tmp_path):
    found = fields(tmp_path, title=5, size=True, colour="green", names="a", rows=[{"x": 1, "why": 2}], yes="maybe")
    found.text("title")
    found.number("size", lowest=1, highest=5)
    found.choice(Colour, "colour")
    found.texts("names")
    found.entries("rows", known=("x",))
    found.flag("yes")

    assert [(problem.line, problem.sentence) for problem in found.problems] == [
        (2, "title is missing or not a text"),
        (3, "size must be a whole number from 1 to 5"),
        (4, "colour must be one of: red, blue"),
        (5, "names must be a list of at most 40 entries"),
        (8, "why is not known here; known are: x"),
        (9, "yes must be true or false"),
    ]


def test_a_text_that_is_too_long_and_an_entry_that_is_no_mapping_are_refused(tmp_path):
    found = fields(tmp_path, title="x" * 300, rows=["a"])
    found.text("title")
    found.entries("rows", known=("x",))

    assert [problem.sentence for problem in found.problems] == [
        "title is longer than 200 characters",
        "a list of `name: value` lines is expected here",
    ]
