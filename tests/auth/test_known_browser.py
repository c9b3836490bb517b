"""The mark of a browser that a person has used before."""

import pytest
import time_machine

from app.auth import known_browser

SECRET = "s" * 32


def test_a_mark_tells_whose_browser_it_is():
    found = known_browser.read(SECRET, known_browser.mark(SECRET, 7))

    assert found is not None
    assert found.person_id == 7
    assert len(found.number) >= 16


@pytest.mark.parametrize("marked", [None, "", "x", "WzcsICJhIl0.x.y", "é\x00", "." * 50])
def test_a_false_mark_is_nobodys(marked):
    assert known_browser.read(SECRET, marked) is None


def test_a_mark_made_with_another_secret_is_nobodys():
    assert known_browser.read(SECRET, known_browser.mark("t" * 32, 7)) is None


def test_an_old_mark_is_nobodys():
    with time_machine.travel("2026-01-01", tick=False) as clock:
        marked = known_browser.mark(SECRET, 7)
        clock.shift(181 * 24 * 3600)

        assert known_browser.read(SECRET, marked) is None
