"""The words that mean the same: kept by HR developers in the Studio, and what a file brings."""

import pytest
from sqlalchemy import select

from app.courses import actions
from app.courses.library import synonyms as library
from app.courses.models import Synonyms
from app.courses.rules import BadLine, groups
from app.db import db
from tests import make

PAGE = "/studio/synonyms"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("\n  \n", []),
        ("DSGVO = Datenschutz", [["DSGVO", "Datenschutz"]]),
        (
            "  KI=künstliche Intelligenz = ChatGPT \r\n\nAGG = Gleichbehandlung",
            [
                ["KI", "künstliche Intelligenz", "ChatGPT"],
                ["AGG", "Gleichbehandlung"],
            ],
        ),
    ],
)
def test_a_line_is_a_group(text, found):
    assert groups(text) == found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("allein", 1),
        ("a = b\n\n=", 3),
        ("a = ", 1),
        ("a = !?", 1),
        (" = ".join("abcdefghijk"), 1),
        (f"a = {'b' * 61}", 1),
        ("a = b\n" * 501, 501),
    ],
)
def test_a_line_that_is_no_group_is_named(text, number):
    with pytest.raises(BadLine) as bad:
        groups(text)

    assert bad.value.number == number


@pytest.fixture
def hr(client, cast, saved):
    saved(lambda: make.course("Datenschutz im Büro").id)
    client.set_cookie("language", "en")
    return client.sign_in(cast.lin)


def test_what_is_saved_is_found_at_once(hr):
    assert "Datenschutz im Büro" not in hr.get("/courses?q=dsgvo").text

    assert hr.post(PAGE, data={"text": "DSGVO = Datenschutz", "seen": ""}).status_code == 303

    assert "Datenschutz im Büro" in hr.get("/courses?q=dsgvo").text
    assert "DSGVO = Datenschutz" in hr.get(PAGE).text


def test_a_bad_line_is_said_at_the_field_and_nothing_typed_is_lost(hr):
    answer = hr.post(PAGE, data={"text": "DSGVO = Datenschutz\nallein", "seen": ""})

    assert answer.status_code == 422
    assert "Line 2: please write two words or more, with = between them." in answer.text
    assert "allein" in answer.text


def test_who_was_slower_sees_both_lists_and_overwrites_nothing(hr, app):
    hr.post(PAGE, data={"text": "DSGVO = Datenschutz", "seen": ""})

    answer = hr.post(PAGE, data={"text": "AGG = Gleichbehandlung", "seen": ""})

    assert answer.status_code == 422
    assert "Somebody else has changed the list in the meantime." in answer.text
    assert "DSGVO = Datenschutz" in answer.text
    assert "AGG = Gleichbehandlung" in answer.text
    assert stored(app) == "DSGVO = Datenschutz"


def stored(app):
    with app.test_request_context():
        return db.session.scalars(select(Synonyms.text)).one()


def synced(tmp_path, body):
    (tmp_path / "synonyms.md").write_text(f"---\ntitle: Wörter\n---\n{body}\n", encoding="utf-8")
    sources, problems = library.read(tmp_path)
    return library.apply(sources).counts if not problems else [str(problem) for problem in problems]


def test_a_file_brings_the_list_until_somebody_edits_it(context, tmp_path):
    synced(tmp_path, "KI = künstliche Intelligenz")
    synced(tmp_path, "KI = ChatGPT")
    row = db.session.scalars(select(Synonyms)).one()
    assert row.text == "KI = ChatGPT"

    actions.edit_synonyms(text="KI = Sprachmodell", seen=row.text, by=make.person("Lin Lorenz"))
    synced(tmp_path, "KI = Rechner")
    assert row.text == "KI = Sprachmodell"


def test_a_bad_line_of_a_file_is_named_with_its_number(context, tmp_path):
    assert synced(tmp_path, "KI = ChatGPT\nallein") == [
        "synonyms.md:5: a line needs two words or more with = between them"
    ]
