"""The search: the same answers on both databases."""

import pytest
from werkzeug.datastructures import MultiDict

from app.courses import queries
from app.courses.forms import wanted
from app.courses.queries.catalogue import line
from app.courses.rules import Format, Length, Topic
from app.db import db
from app.text.folding import shadow
from tests import make

COURSES = {
    "Datenschutz im Büroalltag": "Wann Sie Daten verarbeiten dürfen, am Schalter und am Telefon",
    "Bürgernah schreiben": "Briefe und Bescheide, die man beim ersten Lesen versteht",
    "Straßenbau für Einsteiger": "Maße, Größen und Gefälle",
    "Zusammenarbeit": "Datenkompetenz und Methodenkompetenz im Team, 100% digital",
    "Excel 1": "Summen, Tabellen_und_Listen, C++ und O'Reilly",
    "Excel 10": "Pivot",
    "Prüfungen vorbereiten": "Café, Ærø und naïve Fragen",
    "Zeit für Bürger": "Sprechzeiten planen",
}


@pytest.fixture
def search(context):
    for title, summary in COURSES.items():
        make.course(title, summary=summary)
    person = make.person("Ada Ahrens")

    def search(text="", **ticked):
        address = MultiDict({"q": text, **ticked})
        return [row.title for row in db.session.execute(queries.lines_matching(wanted(address), person.id))]

    return search


ALL = [
    "Bürgernah schreiben",
    "Datenschutz im Büroalltag",
    "Excel 1",
    "Excel 10",
    "Prüfungen vorbereiten",
    "Straßenbau für Einsteiger",
    "Zeit für Bürger",
    "Zusammenarbeit",
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ALL),
        ("   ", ALL),
        ("bürger", ["Bürgernah schreiben", "Zeit für Bürger"]),
        ("BÜRGER", ["Bürgernah schreiben", "Zeit für Bürger"]),
        ("buerger", ["Bürgernah schreiben", "Zeit für Bürger"]),
        ("burger", ["Bürgernah schreiben", "Zeit für Bürger"]),
        ("bu\u0308rger", ["Bürgernah schreiben", "Zeit für Bürger"]),
        ("kompetenz", ["Zusammenarbeit"]),
        ("schutz", ["Datenschutz im Büroalltag"]),
        ("strasse", ["Straßenbau für Einsteiger"]),
        ("Straße", ["Straßenbau für Einsteiger"]),
        ("STRASSE", ["Straßenbau für Einsteiger"]),
        ("größen", ["Straßenbau für Einsteiger"]),
        ("groesse", ["Straßenbau für Einsteiger"]),
        ("daten", ["Datenschutz im Büroalltag", "Zusammenarbeit"]),
        ("daten telefon", ["Datenschutz im Büroalltag"]),
        ("telefon daten", ["Datenschutz im Büroalltag"]),
        ("daten xyz", []),
        ("excel 1", ["Excel 1", "Excel 10"]),
        ("%", []),
        ("_", []),
        ("100%", ["Zusammenarbeit"]),
        ("xq%", []),
        ("exc%l 10", ["Excel 10"]),
        ("tabellen_und", ["Excel 1"]),
        ('"excel"', ["Excel 1", "Excel 10"]),
        ("'; DROP TABLE course; --", []),
        ("o'reilly", ["Excel 1"]),
        ("\\", []),
        ("cafe", ["Prüfungen vorbereiten"]),
        ("naive", ["Prüfungen vorbereiten"]),
        ("prüfung", ["Prüfungen vorbereiten"]),
        ("x" * 5000, []),
        ("daten " * 500, ["Datenschutz im Büroalltag", "Zusammenarbeit"]),
        ("\x00", []),
        ("😀", []),
    ],
)
def test_search(search, text, found):
    assert search(text) == found


def test_a_word_in_the_title_comes_before_one_in_the_text(context):
    make.course("Anderes", search_text=shadow("Anderes", "über Daten"))
    make.course("Zahlen und Daten")
    person = make.person("Ada Ahrens")

    rows = db.session.execute(queries.lines_matching(wanted(MultiDict({"q": "daten"})), person.id))

    assert [row.title for row in rows] == ["Zahlen und Daten", "Anderes"]


@pytest.fixture
def shelf(context):
    data = make.competence("Daten erheben")
    data.key = "data-collect"
    seminar = make.course("Seminar", format=Format.SEMINAR, topic=Topic.DATA, effort_minutes=420)
    make.outcome(seminar, data)
    make.course("Kurz", effort_minutes=15, topic=Topic.SAFETY)
    make.course("Länger", effort_minutes=16, topic=Topic.DATA, language="en")
    make.course("Zurückgezogen", retired_at=seminar.published_at)
    make.course("Entwurf", published_at=None)
    return make.person("Ada Ahrens")


@pytest.mark.parametrize(
    ("ticked", "found"),
    [
        ([], ["Kurz", "Länger", "Seminar"]),
        ([("format", "seminar")], ["Seminar"]),
        ([("format", "seminar"), ("format", "self-paced")], ["Kurz", "Länger", "Seminar"]),
        ([("topic", "data"), ("format", "self-paced")], ["Länger"]),
        ([("length", "15")], ["Kurz"]),
        ([("length", "60"), ("length", "longer")], ["Länger", "Seminar"]),
        ([("length", "240")], []),
        ([("language", "en")], ["Länger"]),
        ([("competence", "data-collect")], ["Seminar"]),
        ([("competence", "unknown")], []),
        ([("format", "nonsense"), ("length", "-1"), ("competence", "%' OR 1=1")], ["Kurz", "Länger", "Seminar"]),
    ],
)
def test_filters(shelf, ticked, found):
    asked = wanted(MultiDict(ticked))

    assert [row.title for row in db.session.execute(queries.lines_matching(asked, shelf.id))] == found
    assert queries.count_matching(asked) == len(found)


def counts(facet, **ticked):
    return {choice.value: choice.count for choice in queries.facets(wanted(MultiDict(ticked)))[facet]}


def test_beside_each_filter_stands_how_many_courses_it_would_leave(shelf):
    assert counts("format") == {"self-paced": 2, "seminar": 1}
    assert counts("format", topic="data") == {"self-paced": 1, "seminar": 1}
    assert counts("format", format="seminar") == {"self-paced": 2, "seminar": 1}
    assert counts("topic", format="seminar") == {"data": 1, "safety": 0}
    assert counts("length", q="seminar") == {"15": 0, "60": 0, "longer": 1}
    assert counts("competence", topic="safety") == {"data-collect": 0}
    assert counts("language") == {"de": 2, "en": 1}


@pytest.mark.parametrize(
    ("minutes", "length"),
    [
        (0, Length.BREAK),
        (15, Length.BREAK),
        (16, Length.HOUR),
        (60, Length.HOUR),
        (240, Length.HALF_DAY),
        (241, Length.LONGER),
    ],
)
def test_each_course_has_one_length(context, minutes, length):
    make.course(effort_minutes=minutes)

    assert counts("length") == {length.value: 1}


def test_the_numbers_beside_all_filters_take_one_statement(context, queries):
    for number in range(3):
        make.course(f"Kurs {number}")
    db.session.flush()
    queries.clear()

    facets_of_all = counts("topic", q="kurs", format="self-paced", length="15", competence="a", language="de")

    assert (len(queries), facets_of_all) == (1, {"data": 0})


def test_the_line_of_a_course_says_what_one_can_do_afterwards(context):
    course = make.course("Daten", abilities=["eine Zahl prüfen"])
    row = db.session.execute(queries.lines_matching(wanted(MultiDict()), 0)).one()

    found = line(row)

    assert (found.id, found.ability, found.stage, found.has_dates) == (
        course.id,
        "Eine Zahl prüfen.",
        "not-begun",
        False,
    )
