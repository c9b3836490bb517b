"""The search: the same answers on both databases."""

import datetime as dt
import re
from urllib.parse import parse_qsl

import pytest
from werkzeug.datastructures import MultiDict

from app import clock
from app.courses import queries
from app.courses.forms import wanted
from app.courses.models import Course, Synonyms
from app.courses.rules import Format, Length, Topic
from app.db import db
from app.factory import create_app
from app.people.viewer import view_as
from app.text.folding import shadow
from tests import make
from tests.conftest import settings
from tests.courses.searches import COURSES, FILTERED, SAME, SEARCHES


def titles(asked, person_id):
    return [line.title for line in queries.lines_of(queries.catalogue().find(asked).ids, person_id)]


@pytest.fixture
def search(context):
    for title, summary in COURSES.items():
        make.course(title, summary=summary)
    db.session.add(Synonyms(text=SAME))
    db.session.flush()
    person = make.person("Ada Ahrens")

    def search(text="", **ticked):
        address = MultiDict({"q": text, **ticked})
        return titles(wanted(address), person.id)

    return search


def test_every_search_of_the_table_finds_what_stands_beside_it(search):
    assert [(text, search(text)) for text, _ in SEARCHES] == SEARCHES


def test_a_word_in_the_title_comes_before_one_in_the_text(context):
    make.course("Anderes", search_text=shadow("Anderes", "über Daten"))
    make.course("Zahlen und Daten")
    person = make.person("Ada Ahrens")

    assert titles(wanted(MultiDict({"q": "daten"})), person.id) == ["Zahlen und Daten", "Anderes"]


@pytest.fixture
def shelf(context):
    data, lead = make.competence("Daten erheben"), make.competence("Führen")
    data.key, lead.key = "data-collect", "lead"
    seminar = make.course("Seminar", format=Format.SEMINAR, effort_minutes=420)
    make.outcome(seminar, data)
    make.session(seminar, seats=2, in_days=40)
    leading = make.course(
        "Führen im Team", format=Format.SEMINAR, topic=Topic.LEADERSHIP, effort_minutes=420, target_groups=["leaders"]
    )
    make.outcome(leading, lead)
    make.outcome(leading, data, to_level=3)
    for others in (make.person("Cem Can"), make.person("Dana Dorn")):
        make.booking(make.session(leading, seats=1, in_days=10).bookable, others)
    elsewhere = {"format": Format.EXTERNAL, "provider": "KI-Campus", "target_groups": ["clerks"]}
    make.outcome(make.course("Zahlen lesen", effort_minutes=60, **elsewhere), data, to_level=1)
    make.course("Kurz", effort_minutes=15, topic=Topic.SAFETY)
    make.course("Länger", effort_minutes=16, topic=Topic.DATA, language="en")
    make.course("Zurückgezogen", retired_at=seminar.published_at)
    make.course("Entwurf", published_at=None)
    return view_as(make.person("Ada Ahrens"), clock.today())


def find(viewer, query):
    """What an address finds; day-10 in it is the day in ten days."""
    days = re.sub(r"day-(\d+)", lambda found: (clock.today() + dt.timedelta(days=int(found[1]))).isoformat(), query)
    asked = wanted(MultiDict(parse_qsl(days)))
    dates = queries.dated(queries.open_dates(viewer, clock.now()))
    return queries.catalogue().find(asked, dates, clock.today())


def test_every_set_of_filters_of_the_table_finds_what_stands_beside_it(shelf):
    found = [(query, queries.lines_of(find(shelf, query).ids, shelf.person.id)) for query, _ in FILTERED]

    assert [(query, [line.title for line in lines]) for query, lines in found] == FILTERED


def test_beside_each_filter_stands_how_many_courses_it_would_leave(shelf):
    told = [
        ("", "format", {"self-paced": 2, "seminar": 2, "external": 1}),
        ("topic=data", "format", {"self-paced": 1, "seminar": 1, "external": 1}),
        ("topic=data&format=seminar", "format", {"self-paced": 1, "seminar": 1, "external": 1}),
        ("format=seminar", "topic", {"data": 1, "safety": 0, "leadership": 1}),
        ("q=seminar", "length", {"15": 0, "60": 0, "longer": 1}),
        ("", "language", {"de": 4, "en": 1}),
        ("format=external", "target", {"everybody": 0, "leaders": 0, "clerks": 1}),
        ("topic=data", "provider", {"KI-Campus": 1, "in-house": 2}),
        ("topic=safety", "competence", {"data-collect": 0, "lead": 0}),
        ("level=2", "competence", {"data-collect": 1, "lead": 1}),
        ("competence=data-collect&level=1", "level", {"1": 1, "2": 1, "3": 1}),
        ("competence=lead", "level", {"1": 0, "2": 1, "3": 0}),
        ("", "date", {"free": 1, "soon": 1}),
        ("since=day-11", "date", {"free": 1, "soon": 0}),
        ("date=free", "date", {"free": 1, "soon": 0}),
    ]

    assert [(query, facet, find(shelf, query).counts[facet]) for query, facet, _ in told] == told


def test_it_is_known_how_many_courses_there_are_without_each_filter(shelf):
    without = find(shelf, "q=team&competence=data-collect&level=2&date=soon").without

    assert (without["competence"], without["level"], without["date"], without["words"]) == (1, 1, 0, 0)


def counts(facet, **ticked):
    catalogue = queries.catalogue()
    found = catalogue.find(wanted(MultiDict(ticked)))
    return {choice.value: choice.count for choice in catalogue.choices(found)[facet]}


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


def test_a_search_asks_only_whether_the_catalogue_has_changed(context, queries):
    for number in range(3):
        make.course(f"Kurs {number}")
    counts("topic")
    queries.clear()

    facets_of_all = counts("topic", q="kurs", format="self-paced", length="15", competence="a", language="de")

    assert (len(queries), facets_of_all) == (1, {"data": 0})


def found_by(text):
    return titles(wanted(MultiDict({"q": text})), 0)


def test_what_is_changed_is_found_at_once_and_what_is_retired_no_more(context):
    course = make.course("Brandschutz")
    competence = make.competence("Erste Hilfe")
    assert (found_by("brandschutz"), found_by("wasser"), counts("competence")) == (["Brandschutz"], [], {})

    course.search_text = shadow("Brandschutz", "mit Wasser löschen")
    make.outcome(course, competence)
    assert (found_by("wasser"), counts("competence")) == (["Brandschutz"], {competence.key: 1})

    course.retired_at = course.published_at
    db.session.flush()
    assert found_by("brandschutz") == []


def test_another_process_learns_of_a_change(app, saved):
    course_id = saved(lambda: make.course("Brandschutz").id)
    other = create_app(settings(app.config["DATABASE_URL"]))
    seen = []
    for text in ("Brandschutz", "Strahlenschutz"):
        with app.test_request_context():
            course = db.session.get_one(Course, course_id)
            course.title, course.search_title, course.search_text = text, shadow(text), shadow(text)
            db.session.commit()
        with other.test_request_context():
            seen.append(found_by("schutz"))
    with other.app_context():
        db.engine.dispose()

    assert seen == [["Brandschutz"], ["Strahlenschutz"]]


def test_a_word_that_no_course_knows_is_said_with_the_one_that_was_taken(search):
    found = queries.catalogue().find(wanted(MultiDict({"q": "dtenschutz telefon"})))

    assert found.replaced == {"dtenschutz": "Datenschutz"}


def test_the_line_of_a_course_says_what_one_can_do_afterwards(context):
    course = make.course("Daten", abilities=["eine Zahl prüfen"])
    (found,) = queries.lines_of([course.id], 0)

    assert (found.id, found.ability, found.stage, found.has_dates) == (
        course.id,
        "Eine Zahl prüfen.",
        "not-begun",
        False,
    )
