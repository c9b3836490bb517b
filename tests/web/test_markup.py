"""Every page that a test opens is read by a strict parser; none slips through because a like one was read before."""

import pytest
from html5lib.html5parser import ParseError

from tests.markup import Reader

PAGE = """<!doctype html><html lang="de"><head><title>Kurse</title></head><body>
<h1 class="big" id="top">Kurse &amp; Termine</h1><table><tr><td>Eins</td></tr></table>
<form><input type="text" name="q" value="Daten"></form><p>Zwei Worte</p></body></html>"""


@pytest.fixture
def reader():
    """It has read the page."""
    reader = Reader()
    reader.read(PAGE)
    return reader


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Zwei Worte", "Drei &vier; fünf"),
        ("Zwei Worte", "Drei < vier"),
        ("Zwei Worte", "Zwei\x00Worte"),
        ("Zwei Worte", "Zwei\x85Worte"),
        ("Zwei Worte", "Zwei\ufdd0Worte"),
        ("Zwei Worte", "Zwei\U0001ffffWorte"),
        ("</p>", "</div>"),
        ("<tr>", "<tr>Eins<b>"),
        ("<tr><td>Eins", '<tr><input type="text"><td>Eins'),
        ('id="top"', 'id="top" id="top"'),
        ('id="top"', 'id="a&b;"'),
        ('value="Daten"', 'value="Da"ten"'),
        ("&amp;", "&unknown;"),
        ("<!doctype html>", ""),
    ],
)
def test_a_fault_is_found_in_a_page_like_one_that_was_read(reader, before, after):
    with pytest.raises(ParseError):
        reader.read(PAGE.replace(before, after, 1))


def test_other_words_of_the_same_shape_are_not_read_again(reader):
    reader.read(PAGE.replace("Zwei Worte", "Ein „anderer“ Satz, ß").replace("Daten", "Recht"))

    assert len(reader.known) == 1


def test_a_part_of_a_page_is_no_page(reader):
    reader.read("<p>Ein Teil</p>", is_part=True)

    with pytest.raises(ParseError):
        reader.read("<p>Ein Teil</p>")
