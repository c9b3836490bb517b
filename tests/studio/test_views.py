"""The pages of the Studio: fields instead of front matter, drafts that save themselves, and two people at one text."""

import re

import pytest
import yaml
from sqlalchemy import select

from app import clock
from app.content.writing import new_text
from app.courses.models import UnitProgress
from app.db import db
from app.people.rules import Role
from app.qualifications.models import Qualification
from app.studio.models import Edition, Part
from app.studio.rules import EditionState
from tests import make
from tests.courses.examples import MOST_STATEMENTS, statements

pytestmark = pytest.mark.any_database
AUTOSAVE = {"X-Autosave": "1"}
MOST_BYTES = 60_000
CHECK = """check:
  - question: Was stimmt?
    kind: single
    answers:
      - text: Dies
        correct: true
        because: So ist es.
      - text: Das
        because: So ist es nicht.
  - question: In welcher Reihenfolge?
    kind: sorted
    steps: [eins, zwei]
"""


@pytest.fixture
def hr(client, cast):
    client.set_cookie("language", "en")
    return client.sign_in(cast.lin)


@pytest.fixture
def edition(saved, cast):
    return saved(
        lambda: make.edition(author=cast.lin, units=[make.unit_text(more=CHECK), make.unit_text("daten-zwei")])
    )


@pytest.fixture
def stored(app):
    """`stored(part)`: its text now."""

    def stored(part):
        with app.app_context():
            return db.session.get_one(Part, part.id).text

    return stored


def address(part):
    return f"/studio/units/{part.id}"


def fields(page):
    """What the form of a page would send, were nothing changed in it."""
    form = re.search(r"<form class=\"form\".*?</form>", page, re.DOTALL)[0]
    sent = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ("checkbox" not in tag or "checked" in tag):
            sent[name[1]] = value[1].replace("&#34;", '"') if value else ""
    for name, text in re.findall(r"<textarea[^>]*name=\"([^\"]*)\"[^>]*>(.*?)</textarea>", form, re.DOTALL):
        sent[name] = text.strip()
    for name, options in re.findall(r"<select[^>]*name=\"([^\"]*)\"[^>]*>(.*?)</select>", form, re.DOTALL):
        chosen = re.search(r'<option selected value="([^"]*)"', options) or re.search(r'value="([^"]*)"', options)
        sent[name] = chosen[1]
    return sent


def test_a_form_that_is_saved_unchanged_changes_no_letter(hr, edition, stored):
    for part, url in (
        (edition.units[0], address(edition.units[0])),
        (edition.course, f"/studio/editions/{edition.id}/course"),
    ):
        before = stored(part)

        assert hr.post(url, data=fields(hr.get(url).text)).status_code == 303
        assert stored(part) == before


def test_a_course_says_which_qualifications_belong_to_it(hr, edition, stored, saved):
    saved(make.qualification, "Arbeitsschutz", key="safety")
    page = f"/studio/editions/{edition.id}/course"
    sent = fields(hr.get(page).text) | {"qualification_1": "safety", "effect_1": "grants"}

    hr.post(page, data=sent)
    hr.post(page, data=fields(hr.get(page).text) | {"qualification_2": "safety", "effect_2": "requires"})

    assert "grants:\n  - safety\nrequires:\n  - safety\n" in stored(edition.course)
    saved(lambda: retire("safety"))
    hr.set_cookie("language", "de")
    assert "Es gibt keine Qualifikation safety" in hr.get(page).text


def retire(key):
    db.session.scalars(select(Qualification).where(Qualification.key == key)).one().retired_at = clock.now()


def test_a_question_is_changed_removed_or_added_and_one_of_a_kind_that_is_not_known_stays(hr, edition, stored):
    part = edition.units[0]
    sent = fields(hr.get(address(part)).text)
    sent |= {
        "check-0-answers-1-text": "Jenes",
        "check-0-answers-2-text": "Nichts",
        "check-0-answers-2-because": "Nein.",
    }

    added = hr.post(address(part), data=sent | {"step": "add", "new_kind": "multiple"})

    assert (
        "      - text: Jenes\n        because: So ist es nicht.\n      - text: Nichts\n        because: Nein."
        in stored(part)
    )
    assert "    steps:\n      - eins\n      - zwei\n  - question: ''\n    kind: multiple\n    answers: []\n" in stored(
        part
    )
    assert added.location.endswith("#question-3")
    hr.post(address(part), data=fields(hr.get(address(part)).text) | {"check-0-remove": "y"})
    assert "Was stimmt?" not in stored(part)


SIX_KINDS = """check:
  - question: Eine?
    kind: single
    answers: [{text: Ja, correct: true, because: A.}, {text: Nein, correct: false, because: B.}]
  - question: Mehrere?
    kind: multiple
    answers: [{text: Ja, correct: true, because: A.}, {text: Nein, because: B.}]
  - question: Reihe?
    kind: order
    answers: [{text: Erst, because: A.}, {text: Dann, because: B.}, {text: Zuletzt, because: C.}]
  - question: Paare?
    kind: match
    answers: [{text: Brief, match: Papier, because: A.}, {text: Mail, match: Netz, because: B.}]
  - question: Wort?
    kind: text
    answers: [{text: Amt, correct: true, because: A.}]
  - question: Zahl?
    kind: number
    answers: [{text: 24, tolerance: 0.5, correct: true, because: A.}, {text: "26", because: B.}]
"""


def test_all_six_kinds_are_built_and_what_is_not_touched_stays_as_it_was_written(hr, saved, cast, stored):
    part = saved(lambda: make.edition(author=cast.lin, units=[make.unit_text(more=SIX_KINDS)])).units[0]
    before, sent = stored(part), fields(hr.get(address(part)).text)

    assert (sent["check-3-answers-1-match"], sent["check-5-answers-0-tolerance"]) == ("Netz", "0,5")
    hr.post(address(part), data=sent)
    assert stored(part) == before
    changed = {
        "check-2-answers-0-text": "Zuerst",
        "check-3-answers-2-text": "Akte",
        "check-3-answers-2-match": "Papier",
    }
    numbers = {"check-5-answers-1-text": "26", "check-5-answers-1-tolerance": "1,5"}
    moved = hr.post(address(part), data=sent | changed | numbers | {"step": "down-2-0"})

    assert moved.location.endswith("#question-3")
    check = yaml.safe_load(stored(part).split("---")[1])["check"]
    assert check[:2] == yaml.safe_load(SIX_KINDS)["check"][:2]
    assert [one["text"] for one in check[2]["answers"]] == ["Dann", "Zuerst", "Zuletzt"]
    assert check[3]["answers"][2] == {"text": "Akte", "match": "Papier", "because": ""}
    assert check[5]["answers"] == [
        {"text": 24, "tolerance": "0,5", "correct": True, "because": "A."},
        {"text": 26, "tolerance": "1,5", "because": "B."},
    ]


def test_an_answer_more_gets_a_line_and_a_button_saves_nothing_while_a_field_is_wrong(hr, edition, stored):
    part = edition.units[0]
    before, sent = stored(part), fields(hr.get(address(part)).text)

    assert "check-0-answers-3-text" not in sent
    room = hr.post(address(part), data=sent | {"step": "more-0"}).location
    assert 'name="check-0-answers-3-text"' in hr.get(room).text
    refused = hr.post(address(part), data=sent | {"step": "up-1", "minutes": "viele", "check-0-question": "Neu?"})

    assert (refused.status_code, fields(refused.text)["check-0-question"]) == (422, "Neu?")
    assert stored(part) == before


def test_a_test_of_ten_questions_is_no_heavy_page(hr, saved, cast):
    answers = [
        {"text": "Eine Antwort von üblicher Länge", "correct": not n, "because": "Darum. " * 12} for n in range(4)
    ]
    check = [{"question": f"Die Frage Nummer {n}? " * 4, "kind": "single", "answers": answers} for n in range(10)]
    text = make.unit_text(more=new_text({"check": check}, "").split("---\n")[1], body="Ein Satz. " * 90)
    part = saved(lambda: make.edition(author=cast.lin, units=[text])).units[0]
    hr.set_cookie("language", "de")

    assert len(hr.get(address(part)).data) < MOST_BYTES


def test_a_preview_asks_as_employees_are_asked_and_stores_nothing(hr, app, saved, cast):
    part = saved(lambda: make.edition(author=cast.lin, units=[make.unit_text(more=SIX_KINDS)])).units[0]
    here = f"{address(part)}/preview"
    page = hr.get(here).text
    pairs = dict(re.findall(r'<option value="(\d)">(Netz|Papier)</option>', page))
    mixed = re.findall(r'for="question-2-\d">(\w+)<', page)
    places = [str(["Erst", "Dann", "Zuletzt"].index(answer) + 1) for answer in mixed]
    given = {"question-0": "0", "question-1": "0", "question-2": places, "question-4": "amt", "question-5": "24,5"}

    wrong = hr.post(here, data=given)
    right = hr.post(
        here, data=given | {"question-3": [{words: n for n, words in pairs.items()}[one] for one in ("Papier", "Netz")]}
    )

    assert "Right. " not in page
    assert (wrong.status_code, right.status_code) == (422, 303)
    assert "5 of 6 questions are solved" in wrong.text
    assert "All answers are right" in hr.get(right.location).text
    with app.app_context():
        assert db.session.scalars(select(UnitProgress)).all() == []


def test_a_draft_saves_itself_and_says_at_which_revision_it_is(hr, edition, stored):
    part = edition.units[1]
    sent = fields(hr.get(address(part)).text) | {"body": "Neu."}

    first = hr.post(address(part), data=sent, headers=AUTOSAVE)
    again = hr.post(
        address(part), data=sent | {"revision": first.headers["X-Revision"], "body": "Neuer."}, headers=AUTOSAVE
    )

    assert hr.post(address(part), data=sent | {"minutes": "viele"}, headers=AUTOSAVE).status_code == 422
    assert (first.status_code, again.status_code, stored(part).endswith("---\nNeuer.\n")) == (204, 204, True)


def test_who_saves_second_sees_both_texts_and_may_then_save(hr, app, edition, stored, saved, cast):
    part = edition.units[1]
    sent = fields(hr.get(address(part)).text)
    hr.post(address(part), data=sent | {"body": "Von der Ersten."})

    assert hr.post(address(part), data=sent | {"body": "Von der Zweiten."}, headers=AUTOSAVE).status_code == 409
    refused = hr.post(address(part), data=sent | {"body": "Von der Zweiten."})

    assert refused.status_code == 422
    assert "Von der Ersten." in refused.text
    assert fields(refused.text)["body"] == "Von der Zweiten."
    assert stored(part).endswith("Von der Ersten.\n")
    hr.post(address(part), data=fields(refused.text))
    assert stored(part).endswith("Von der Zweiten.\n")


def test_the_preview_shows_what_was_typed_and_saves_nothing(hr, edition, stored):
    part = edition.units[1]
    before = stored(part)

    page = hr.post(address(part), data=fields(hr.get(address(part)).text) | {"body": "**Fett**", "preview": "1"})
    piece = hr.post("/studio/text", data={"body": "**Fett** <script>alert(1)</script>"}, headers={"HX-Request": "true"})

    assert "<strong>Fett</strong>" in page.text
    assert "<strong>Fett</strong>" in piece.text
    assert "<script" not in piece.text
    assert stored(part) == before


def test_units_change_their_places(hr, app, edition):
    def order():
        with app.app_context():
            row = db.session.scalars(select(Edition)).one()
            return [part.source.meta["id"] for part in row.units]

    one, two = edition.units
    hr.post(f"{address(one)}/move", data={"direction": "down"})
    assert order() == ["daten-zwei", "daten-eins"]
    hr.post(f"{address(one)}/move", data={"before": two.id})
    assert order() == ["daten-eins", "daten-zwei"]
    hr.post(f"{address(one)}/move", data={"before": "0"})
    assert order() == ["daten-zwei", "daten-eins"]


def test_what_shuts_people_out_has_to_be_mended_and_hints_do_not_each_with_its_place(client, hr, saved, cast):
    body = "## Anfang\n\nMehr steht [hier](/courses).\n\nEs gibt  zwei Leerzeichen."
    edition = saved(lambda: make.edition(author=cast.lin, units=[make.unit_text(body=body, title="Eins")]))
    unit = address(edition.units[0])
    page = hr.get("/studio/courses/daten").text

    assert "1 thing is still to be done" in page
    assert f'<a href="{unit}">Eins</a>' in page
    assert f'<a href="{unit}#body">Under “Anfang”</a>: “hier” does not say where the link leads.' in page
    assert page.index("2 hints") < page.index("Two spaces follow each other")
    assert "The course leads to no competence" not in hr.get(unit).text
    assert hr.post(f"/studio/editions/{edition.id}/submission", data={"note": ""}).status_code == 422
    hr.post(unit, data=fields(hr.get(unit).text) | {"body": body.replace("hier", "Im Katalog")})
    assert hr.post(f"/studio/editions/{edition.id}/submission", data={"note": ""}).status_code == 303
    client.set_cookie("language", "de")
    assert "zwei Leerzeichen nacheinander" in hr.get(f"/studio/editions/{edition.id}/review").text


def test_the_list_shows_what_waits_first_finds_words_and_asks_as_much_for_one_as_for_many(hr, saved, queries, cast):
    saved(lambda: make.edition("a", title="Anfang", state=EditionState.PUBLISHED))
    hr.get("/studio/courses")
    queries.clear()
    hr.get("/studio/courses")
    few = statements(queries)
    saved(lambda: [make.edition(f"b{n}", title=f"Beginn {n}", author=cast.lin) for n in range(3)])
    saved(lambda: make.edition("c", title="Wartet", author=cast.max, state=EditionState.REVIEW))
    saved(lambda: make.edition("d", title="Übung", state=EditionState.PUBLISHED))
    queries.clear()
    page = hr.get("/studio/courses").text

    assert statements(queries) == few <= MOST_STATEMENTS
    assert page.index("Wartet") < page.index("Beginn 0") < page.index("Anfang")
    assert "Beginn" not in hr.get("/studio/courses?q=anf").text
    assert "Übung" in hr.get("/studio/courses?q=ÜBUNG").text
    assert "Anfang" not in hr.get("/studio/courses?state=draft").text


def test_pages_of_a_course_ask_little_however_many_units_it_has(hr, saved, queries, cast):
    units = [make.unit_text(f"daten-{n}") for n in range(12)]
    edition = saved(lambda: make.edition(author=cast.lin, units=units))
    pages = [
        "courses/daten",
        f"editions/{edition.id}/course",
        f"units/{edition.units[0].id}",
        f"editions/{edition.id}/preview",
    ]
    for page in [*pages, f"editions/{edition.id}/review", f"editions/{edition.id}/changes"]:
        hr.get(f"/studio/{page}")
        queries.clear()
        assert hr.get(f"/studio/{page}").status_code == 200
        assert statements(queries) <= MOST_STATEMENTS, (page, statements(queries))


def test_who_can_read_a_draft_is_told_on_the_start_page_and_the_author_is_not(client, saved, cast):
    saved(lambda: make.role(cast.max, Role.HR))
    saved(lambda: make.edition(author=cast.lin, state=EditionState.REVIEW))

    assert "/review" in client.sign_in(cast.max).get("/").text
    assert "/review" not in client.sign_in(cast.lin).get("/").text


def test_an_author_takes_a_draft_back_without_a_reason_and_a_reader_says_why(client, saved, cast):
    client.set_cookie("language", "en")
    saved(lambda: make.role(cast.max, Role.HR))
    edition = saved(lambda: make.edition(author=cast.lin, state=EditionState.REVIEW))
    url = f"/studio/editions/{edition.id}/review"

    refused = client.sign_in(cast.max).post(url, data={"decision": "return", "answer": " "})

    assert refused.status_code == 422
    assert "Please say what is missing" in refused.text
    assert client.sign_in(cast.lin).post(url, data={"decision": "return"}).status_code == 303
