"""A file that is changed in the browser: what nobody touched stays as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import config
from app.content.source import parse
from app.content.writing import new_text, rewritten

pytestmark = pytest.mark.any_database

FILE = """---
# by hand
title: "Daten: verstehen"
minutes: 5   # a short break
tags: [a, b]
---

Ein Text.
"""


def test_only_what_is_different_is_written_anew():
    changed = rewritten(FILE, {"title": "Daten: verstehen", "minutes": 6, "tags": ["a", "b"]}, "Ein Text.\n")

    assert changed == FILE.replace("minutes: 5   # a short break", "minutes: 6")


def test_what_is_new_comes_where_it_is_named_and_what_is_none_goes():
    changed = rewritten(FILE, {"title": "Daten", "level": [{"at": 1}], "tags": None}, "Anders.")

    assert changed == "---\n# by hand\ntitle: Daten\nlevel:\n  - at: 1\nminutes: 5   # a short break\n---\nAnders.\n"


def test_every_file_of_the_house_stays_as_it_is_where_nothing_is_changed():
    for path in (config.ROOT / "content/courses").glob("*/**/*.md"):
        text = path.read_text(encoding="utf-8")
        source = parse("", text)

        assert rewritten(text, source.meta, source.body) == text, path


words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
values = st.one_of(words, st.integers(), st.booleans(), st.lists(words, max_size=3))


@given(st.dictionaries(st.sampled_from(["title", "summary", "check"]), values, min_size=1), words)
def test_whatever_is_typed_is_read_again(entries, body):
    source = parse("", new_text(entries, body))

    assert source.meta == {name: parse("", new_text({name: value}, "")).meta[name] for name, value in entries.items()}
    assert rewritten(source.whole, source.meta, source.body) == source.whole
