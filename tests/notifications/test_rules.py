"""When a letter is tried again, and that every kind has all its words."""

import datetime as dt
from pathlib import Path

import pytest

from app.notifications import rules, sentences
from app.notifications.rules import Kind

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
MAILS = Path(rules.__file__).parent / "templates" / "notifications" / "mail"


def test_next_try_waits_longer_each_time_up_to_a_day():
    waits = [(rules.next_try(failures, NOW) - NOW).total_seconds() / 60 for failures in range(1, 8)]

    assert waits == [1, 5, 15, 60, 240, 720, 1440]


def test_next_try_gives_up_after_the_last():
    assert rules.next_try(8, NOW) is None


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_an_urgency_a_sentence_and_a_letter(kind):
    assert kind in rules.URGENCY
    assert kind in sentences.SENTENCES
    assert (MAILS / f"{kind.value}.txt").is_file()
