"""Bad files are named with their line."""

import pytest

from app.courses import library
from tests.content import folder

EXTERNAL = {"format": "external", "effort_minutes": 5, "provider": "KI-Campus"}
LEVELS = {"data-collect": 4, "data-manage": 4}


@pytest.fixture
def root(tmp_path):
    folder.course(tmp_path)
    folder.unit(tmp_path, name="10-eins", minutes=5, check=folder.GOOD_CHECK)
    folder.unit(tmp_path, name="20-zwei", minutes=7)
    return tmp_path


def outcomes(*named: tuple[str, int, int]) -> dict[str, object]:
    return {"outcomes": [{"competence": key, "from": low, "to": high} for key, low, high in named]}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"title": None}, "1: title is missing or not a text"),
        ({"format": "talk"}, "3: format must be one of: self-paced, seminar, external"),
        ({"topic": "cooking"}, "4: topic must be one of: "),
        ({"language": "fr"}, "5: language must be one of: de, en"),
        ({"summary": "x" * 500}, "6: summary is longer than 400 characters"),
        ({"abilities": []}, "7: abilities must name 1 to 8 things"),
        ({"outcomes": [{"competence": "data-collect", "from": 0}]}, "11: to must be a whole number from 1 to 9"),
        (outcomes(("cooking", 0, 1)), "11: there is no competence cooking"),
        (outcomes(("data-collect", 2, 2)), "13: the outcome must lead upwards"),
        (outcomes(("data-collect", 0, 5)), "13: the scale of data-collect ends at 4"),
        (outcomes(("data-collect", 0, 1), ("data-collect", 1, 2)), "14: data-collect is named twice"),
        ({"prerequisites": ["nowhere"]}, "15: there is no course nowhere"),
        ({"prerequisites": ["daten"]}, "15: the prerequisites lead in a circle: daten → daten"),
        ({"effort_minutes": 20}, "17: effort_minutes of a self-paced course is the sum of its units"),
        ({"target_groups": None}, "1: target_groups must name some of: everybody, clerks"),
        ({"target_groups": ["leaders", "pilots"]}, "17: target_groups must be one of: everybody, clerks"),
        ({"target_groups": ["everybody", "leaders"]}, "16: target_groups must name each group once"),
        ({"prerequisite": ["x"]}, "18: prerequisite is not known here"),
        (EXTERNAL, "1: link is missing"),
        (EXTERNAL | {"provider": None}, "1: provider is missing: say who offers the external course"),
        (EXTERNAL | {"link": "http://a.example"}, "19: link must be an address that begins with https://"),
        (EXTERNAL | {"link": "javascript:alert(1)"}, "19: link must be an address that begins with https://"),
        ({"format": "seminar", "effort_minutes": 5}, "3: only self-paced courses have units"),
        ({"format": "seminar"}, "1: effort_minutes must be a whole number from 1 to 60000"),
        ({"body": "  \n"}, "1: the text below the front matter is missing"),
    ],
)
def test_a_bad_course_is_named_with_its_line(root, change, expected):
    folder.course(root, **change)

    found = [str(problem) for problem in library.read(root, LEVELS)[1]]

    assert [sentence for sentence in found if sentence.startswith(f"courses/daten/course.md:{expected}")] != []


def check(kind: str, *right: bool, **other: object) -> dict[str, object]:
    answers = [{"text": f"a{n}", "correct": is_right, "because": "darum"} | other for n, is_right in enumerate(right)]
    return {"check": [{"question": "?", "kind": kind, "answers": answers}]}


def asked(kind: str, *answers: dict[str, object]) -> dict[str, object]:
    return {"check": [{"question": "?", "kind": kind, "answers": [{"because": "darum"} | one for one in answers]}]}


def proves(*named: tuple[str, int]) -> dict[str, object]:
    return {"proves": [{"competence": key, "level": level} for key, level in named]}


ONE_RIGHT = "a single question needs exactly one answer with `correct: true`"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"key": "Ganz Falsch"}, "2: id must be lower-case letters, digits and hyphens"),
        ({"id": None}, "1: id is missing or not a text"),
        ({"minutes": 2}, "4: minutes must be a whole number from 3 to 20"),
        ({"minutes": "5"}, "4: minutes must be a whole number from 3 to 20"),
        ({"minutes": 21}, "4: minutes must be a whole number from 3 to 20"),
        (check("single", False, False), f"6: {ONE_RIGHT}, this one has 0"),
        (check("single", True, True), f"6: {ONE_RIGHT}, this one has 2"),
        (check("single", True), "6: a question needs at least one answer that is not right"),
        (check("multiple", False, False), "6: a multiple question needs at least one answer"),
        (check("guess", True, False), "7: kind must be one of: single, multiple, order, match, text, number"),
        (check("single", True, False, text="a"), "6: two answers of this question are the same"),
        (asked("order", {"text": "a"}), "6: a question of the kind order needs 2 to 10 answers"),
        (asked("order", {"text": "a"}, {"text": "b", "correct": True}), "13: correct is not known here"),
        (asked("match", {"text": "a", "match": "x"}, {"text": "b"}), "12: match is missing or not a text"),
        (
            asked("match", *({"text": one, "match": "x"} for one in "ab")),
            "6: a question of the kind match needs at lea",
        ),
        (asked("text", {"text": "a"}), "6: a text question needs at least one answer with `correct: true`"),
        (asked("text", {"text": "§", "correct": True}), "6: an answer that is typed needs letters or digits"),
        (asked("text", *({"text": one, "correct": True} for one in ("E-Mail", "email"))), "6: two answers of this"),
        (asked("number", {"text": "viel", "correct": True}), "10: text must be a number such as 12 or 2,5"),
        (asked("number", {"text": 1, "correct": True, "tolerance": -2}), "12: tolerance must not be below zero"),
        (asked("number", {"text": 1, "correct": True, "tolerance": "etwa"}), "12: tolerance must be a number"),
        (check("single", True, False, because=None), "11: because is missing or not a text"),
        ({"check": "yes"}, "5: check must be a list of at most 40 entries"),
        ({"check": ["yes"]}, "6: a list of `name: value` lines is expected here"),
        ({"colour": "blue"}, "5: colour is not known here"),
        (proves(("data-collect", 2)), "6: proves needs a check"),
        (proves(("cooking", 1)) | {"check": folder.GOOD_CHECK}, "6: there is no competence cooking"),
        (proves(("data-collect", 5)) | {"check": folder.GOOD_CHECK}, "7: the scale of data-collect ends at 4"),
        (proves(("data-collect", 0)), "7: level must be a whole number from 1 to 9"),
        (proves(("data-collect", 1), ("data-collect", 2)), "8: data-collect is named twice"),
        ({"body": "# " + "x" * 300_000}, "1: the file is larger than 256 KiB; split it"),
    ],
)
def test_a_bad_unit_is_named_with_its_line(root, change, expected):
    folder.unit(root, name="10-eins", **change)

    found = [str(problem) for problem in library.read(root, LEVELS)[1]]

    assert [sentence for sentence in found if sentence.startswith(f"courses/daten/units/10-eins.md:{expected}")] != []


def test_files_that_do_not_fit_together_are_named(root):
    folder.course(root, "andere", prerequisites=["daten"])
    folder.course(root, prerequisites=["andere"])
    folder.unit(root, "andere", name="10-doppelt", key="daten-10-eins")
    folder.unit(root, "verwaist")
    folder.course(root, "Leer")

    assert [str(found) for found in library.read(root, LEVELS)[1]] == [
        "courses/Leer/course.md:1: the folder's name must be lower-case letters, digits and hyphens, 80 at most",
        "courses/Leer/course.md:3: a self-paced course needs units in a folder units/",
        "courses/andere/course.md:15: the prerequisites lead in a circle: andere → daten → andere",
        "courses/daten/units/10-eins.md:2: the id daten-10-eins is taken already by courses/andere/units/10-doppelt.md",
        "courses/verwaist/course.md:1: the file is missing; the folder has units but no course",
    ]


def test_text_nested_beyond_reason_is_named_and_not_a_crash(root):
    folder.unit(root, name="10-eins", body=">" * 50_000 + " x\n")

    found = [str(problem) for problem in library.read(root, LEVELS)[1]]

    assert found in ([], ["courses/daten/units/10-eins.md:1: the text is too long or nested too deeply"])
