"""Links in texts that lead nowhere are named with the line of the file."""

import pytest

from app.content.links import dead_links
from app.content.source import read
from tests.content.folder import write

KNOWN = {"/courses/daten", "/courses/daten/units/eins", "/pages/help", "/pages/hilfe-für-alle"}


def found(tmp_path, body: str) -> list[str]:
    path = write(tmp_path / "one.md", {"title": "Eins", "list": ["a", "b"]}, body)
    return [str(problem) for problem in dead_links([read(tmp_path, path)], KNOWN)]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/courses/nowhere", "there is no course nowhere"),
        ("/courses/nowhere?from=plan#s-top", "there is no course nowhere"),
        ("/courses/nowhere/units/eins", "there is no course nowhere"),
        ("/courses/daten/units/zwei", "there is no unit zwei in the course daten"),
        ("/courses/daten/", "there is nothing at /courses/daten/"),
        ("/courses/daten/attendance", "there is nothing at /courses/daten/attendance"),
        ("/courses/", "there is nothing at /courses/"),
        ("/pages/nowhere", "there is no page nowhere"),
        ("/pages/", "there is nothing at /pages/"),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_line(tmp_path, address, sentence):
    assert found(tmp_path, f"\n\nErstens.\n\nDann [das]({address}).\n") == [f"one.md:11: {sentence}"]


@pytest.mark.parametrize(
    "address",
    [
        "/courses/daten",
        "/courses/daten?from=plan#s-top",
        "/courses/daten/units/eins",
        "/pages/help#s-seats",
        "/pages/hilfe-f%C3%BCr-alle",
        "/courses",
        "/events/12",
        "/7/courses/nowhere",
        "//courses/nowhere",
        "//[/courses/nowhere",
        "https://elsewhere.example/courses/nowhere",
        "mailto:max@lindenfurt.example",
    ],
)
def test_what_leads_somewhere_or_away_from_courses_and_pages_is_fine(tmp_path, address):
    assert found(tmp_path, f"Dann [das]({address}).\n") == []


def test_an_address_in_code_or_in_plain_words_is_no_link_and_hides_none(tmp_path):
    body = """Erst:

        [a](/courses/nowhere)

Ein `[b](/courses/nowhere)`, und /courses/nowhere, href="/courses/nowhere" und \\[c](/courses/nowhere).

```
[d](/courses/nowhere)
```

[e](/courses/nowhere)
"""

    assert found(tmp_path, body) == ["one.md:17: there is no course nowhere"]


def test_links_are_found_wherever_they_are_written(tmp_path):
    body = """Ein
[langer
Satz](/courses/a), [zwei](/courses/b) in [einer](/courses/c) Zeile.

- Liste
    - [tiefer](</courses/d> "Titel/Wort")

| Kopf |
| --- |
| [Zelle](/courses/e) |

> [Zitat][ref]

[ref]: /courses/f
"""

    assert found(tmp_path, body) == [
        f"one.md:{line}: there is no course {slug}"
        for line, slug in [(9, "a"), (9, "b"), (9, "c"), (12, "d"), (16, "e"), (20, "f")]
    ]


def test_a_text_too_tangled_to_be_rendered_is_named(tmp_path):
    assert found(tmp_path, "[" * 5000) == ["one.md:1: the text is too long or nested too deeply"]
