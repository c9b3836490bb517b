"""Each check finds its fault with file, line and severity, and is silent where there is none."""

from pathlib import Path

import pytest

from app.content import style
from app.content.findings import Kind, Severity, errors, findings
from app.content.source import parse, read_all
from app.content.style import Avoided, HouseStyle

CONTENT = Path(__file__).parents[2] / "content"
COURSE = "courses/daten/course.md"
UNIT = "courses/daten/units/10-eins.md"
QUESTION = "check:\n  - question: Was ist richtig?\n"
PLAIN = "Wir lesen kurze Texte gern. Sie helfen uns am Tag. "
HARD = "Die Berücksichtigung verwaltungsorganisatorischer Rahmenbedingungen ermöglicht Verbesserungen. "

pytestmark = pytest.mark.any_database


def file(body: str, meta: str = "title: Eins\n") -> str:
    return f"---\n{meta}---\n{body}\n"


def found(body: str, meta: str = "title: Eins\n", path: str = "pages/de/eins.md", house: HouseStyle = HouseStyle()):  # noqa: B008 - it is frozen
    return [(one.kind, one.severity, one.line) for one in findings({path: file(body, meta)}, house)]


def test_the_content_of_the_house_has_no_errors_and_few_hints():
    sources, _problems = read_all(CONTENT, "**/*.md")
    house, problems = style.read(CONTENT)
    here = findings({one.path: (CONTENT / one.path).read_text(encoding="utf-8") for one in sources}, house)

    assert problems == []
    assert [one for one in here if one.severity is Severity.ERROR] == []
    assert len(here) <= 5


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("![](/files/plan.png)", Kind.PICTURE),
        ("![ ][plan]\n\n[plan]: /files/plan.png", Kind.PICTURE),
        ("# So groß wie der Titel", Kind.HEADING),
        ("So groß wie der Titel\n=====", Kind.HEADING),
        ("### Ohne Ebene darüber", Kind.HEADING),
        ("##", Kind.HEADING),
        ("#Auch ohne Abstand so groß wie der Titel", Kind.HEADING),
        ("Mehr dazu [hier](/courses).", Kind.LINK),
        ("[Klicken Sie **hier**](/courses) oder nicht.", Kind.LINK),
        ("[mehr …](/courses)", Kind.LINK),
        ("[](/courses)", Kind.LINK),
    ],
)
def test_what_shuts_people_out_keeps_a_text_from_being_published(body, kind):
    text = f"Ein Satz.\n\n{body}"

    assert found(text) == [(kind, Severity.ERROR, 6)]
    assert [one.line for one in errors([parse("pages/de/eins.md", file(text))])] == [6]


@pytest.mark.parametrize(
    "body",
    [
        "![Plan des Foyers mit drei Eingängen](/files/plan.png)",
        "## Eins\n\n### Zwei\n\n#### Drei\n\n## Vier",
        "Im [Katalog](/courses) steht, was [hier im Haus läuft](/events).",
        "[![Zum Katalog](/files/katalog.png)](/courses)",
        "Schreiben Sie `![](bild.png)` nie ohne Worte, auch nicht `[hier](/courses)`.",
        "```\n# Kein Titel\n![](bild.png)\n```",
        "    # Kein Titel",
        "| Raute | Bedeutung |\n| --- | --- |\n| # | Nummer |",
    ],
)
def test_what_everybody_can_use_is_fine(body):
    assert found(f"Ein Satz.\n\n{body}") == []


def test_a_heading_too_deep_and_one_that_leaves_out_a_depth_are_named_each():
    body = "## Eins\n\n#### Zwei\n\n##### Drei"

    assert found(body) == [(Kind.HEADING, Severity.ERROR, 6), (Kind.HEADING, Severity.ERROR, 8)]


@pytest.mark.parametrize("body", ["<https://www.example.org/a>", "[https://example.org/a](https://example.org/a)"])
def test_a_link_that_shows_its_address_is_a_hint(body):
    assert found(body) == [(Kind.LINK, Severity.HINT, 4)]


def test_a_fault_is_named_with_its_line_inside_a_paragraph_too():
    assert found("Eins zwei.\nMehr dazu\n[hier](/courses).") == [(Kind.LINK, Severity.ERROR, 6)]


def test_a_course_without_outcome_is_a_hint():
    named = "title: Daten\noutcomes:\n  - competence: data\n"

    assert found("Worum es geht.", path=COURSE) == [(Kind.OUTCOME, Severity.HINT, 1)]
    assert found("Worum es geht.", named, COURSE) == []


def test_a_unit_to_read_asks_something_and_a_unit_to_do_need_not():
    body = PLAIN * 60

    assert found(body, "minutes: 5\n", UNIT) == [(Kind.QUESTION, Severity.HINT, 1)]
    assert found(body, f"minutes: 5\n{QUESTION}", UNIT) == []
    assert found(body, "minutes: 20\n", UNIT) == []


def test_a_unit_that_takes_longer_to_read_than_it_says_is_a_hint_and_questions_count():
    body, slow = PLAIN * 55, HouseStyle(words_per_minute=100)

    assert found(body, f"minutes: 3\n{QUESTION}", UNIT) == []
    assert found(body, f"minutes: 3\n{QUESTION}", UNIT, slow) == [(Kind.LENGTH, Severity.HINT, 2)]
    assert found(body, f"minutes: 3\ncheck:\n  - question: {'Was ist wahr? ' * 30}\n", UNIT) == [
        (Kind.LENGTH, Severity.HINT, 2)
    ]


def test_a_hard_text_is_a_hint_unless_its_course_may_be_as_hard_or_it_is_too_short_to_say():
    assert found(PLAIN * 20) == []
    assert found(HARD * 20) == [(Kind.READABILITY, Severity.HINT, 4)]
    assert found(HARD * 5) == []
    assert found(HARD * 20, "outcomes: [a]\n", COURSE, HouseStyle(courses={"daten": 99})) == []


def test_a_long_sentence_is_named_but_not_where_it_pauses_or_where_somebody_else_is_quoted():
    long = "wir gehen " * 16 + "los."

    assert found(f"Ja. Und {long}") == [(Kind.SENTENCE, Severity.HINT, 4)]
    assert found("Wir gehen " * 8 + "los: Dann " + "gehen wir " * 8 + "los.") == []
    assert found(f"> So stand es da, {long}") == []
    assert found(f"> **Merke:** Und {long}") == [(Kind.SENTENCE, Severity.HINT, 4)]
    assert found(f"> [!note] Merke\n> Und {long}") == [(Kind.SENTENCE, Severity.HINT, 4)]
    assert found(f"> [!note] Merke\n> Eins.\n>\n> Und {long}") == [(Kind.SENTENCE, Severity.HINT, 7)]
    assert found(f"![So sieht es aus: {long}](/files/plan.png)") == []


def test_a_word_to_avoid_is_named_but_not_in_quotation_marks_or_beside_what_makes_it_fine():
    house = HouseStyle(avoided=(Avoided("Mitarbeiter", "Beschäftigte", "spricht alle an", "Mitarbeiterinnen"),))

    assert found("Alle Mitarbeiter lernen.", house=house) == [(Kind.WORD, Severity.HINT, 4)]
    assert found("Ein Satz.", "title: Alle Mitarbeiter\n", house=house) == [(Kind.WORD, Severity.HINT, 2)]
    assert found("Das Wort „Mitarbeiter“ ist alt.", house=house) == []
    assert found("Alle Mitarbeiterinnen und Mitarbeiter lernen.", house=house) == []
    assert found("Alle Mitarbeiter lernen.") == []


def test_two_kinds_of_quotation_marks_are_named_where_the_rarer_one_begins():
    assert found('Er sagt „ja“.\n\nSie sagt „nein“.\n\nAlle sagen "so".') == [(Kind.QUOTATION, Severity.HINT, 8)]
    assert found("Er sagt „ja“, sie sagt „nein“.") == []
    assert found('Ein Rohr von 3" Weite, „dick“ genannt.') == []


def test_two_spaces_are_named_but_not_at_the_end_of_a_line_or_in_a_table():
    assert found("Ein  Satz.") == [(Kind.SPACE, Severity.HINT, 4)]
    assert found("Ein Satz.  \nNoch einer.\n\n| a  | b |\n| --- | --- |\n| c    d | e |") == []


def test_a_text_in_another_language_is_not_measured_by_the_rules_for_german():
    text = {UNIT: file(HARD * 20 + 'Er sagt „ja“, sie sagt "nein".', f"minutes: 9\n{QUESTION}")}
    course = "outcomes: [a]\nlanguage: "

    assert findings({COURSE: file("Worum es geht.", course + "en\n"), **text}) == []
    assert {one.kind for one in findings({COURSE: file("Worum es geht.", course + "de\n"), **text})} == {
        Kind.READABILITY,
        Kind.QUOTATION,
    }


def test_the_files_of_one_course_are_known_by_their_names_in_its_folder_too():
    here = findings({"course.md": file("Worum es geht."), "units/10-eins.md": file(PLAIN * 60, "minutes: 5\n")})

    assert [(one.path, one.kind) for one in here] == [
        ("course.md", Kind.OUTCOME),
        ("units/10-eins.md", Kind.QUESTION),
    ]


def test_a_file_that_can_not_be_read_is_left_to_the_reader():
    assert findings({"pages/de/eins.md": "# Kein Vorspann"}) == []
