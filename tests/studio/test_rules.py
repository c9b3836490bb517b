"""What is decided about editions: names of files, order, and what is different."""

import pytest

from app.studio.rules import Tone, changes, in_order, may_publish, moved, new_path, place_after, slug_of, stepped

pytestmark = pytest.mark.any_database
UNITS = ["units/10-eins.md", "units/20-zwei.md", "units/30-drei.md"]


def test_a_name_is_made_of_the_title_and_free():
    assert slug_of("Prüfungen für Ämter!") == "pruefungen-fuer-aemter"
    assert slug_of("Daten", {"daten", "daten-2"}) == "daten-3"
    assert slug_of("…") == "new"


def test_a_further_unit_comes_last():
    assert new_path("Vier", UNITS) == "units/40-vier.md"
    assert new_path("Eins", UNITS) == "units/40-eins-2.md"
    assert new_path("Eins", []) == "units/10-eins.md"


@pytest.mark.parametrize(
    ("path", "before", "order"),
    [
        (UNITS[2], UNITS[0], ["units/10-drei.md", "units/20-eins.md", "units/30-zwei.md"]),
        (UNITS[0], None, ["units/10-zwei.md", "units/20-drei.md", "units/30-eins.md"]),
        (UNITS[1], UNITS[2], UNITS),
    ],
)
def test_a_moved_unit_has_its_place_by_its_name(path, before, order):
    assert list(in_order(moved(UNITS, path, before)).values()) == order


def test_ten_units_and_more_are_still_in_order_of_name():
    names = list(in_order([f"units/{n}-teil.md" for n in range(12)]).values())

    assert names == sorted(names)


def test_nobody_publishes_alone_what_they_have_written():
    assert [may_publish(1, 1), may_publish(1, 2), may_publish(None, 1)] == [False, True, True]


def test_a_change_is_shown_word_by_word_and_what_is_far_from_it_is_left_out():
    before = {"course.md": "".join(f"Zeile {n}\n" for n in range(9)), "units/10-a.md": "alt\n", "units/20-b.md": "b\n"}
    after = {
        "course.md": before["course.md"].replace("Zeile 8", "Zeile acht"),
        "units/20-b.md": "b\n",
        "units/30-c.md": "c\n",
    }

    course, gone, new = changes(before, after)

    assert [(line.tone, line.pieces) for line in course.lines] == [
        (Tone.SAME, (("Zeile 6", False),)),
        (Tone.SAME, (("Zeile 7", False),)),
        (Tone.GONE, (("Zeile ", False), ("8", True))),
        (Tone.NEW, (("Zeile ", False), ("acht", True))),
    ]
    assert [(gone.path, gone.is_gone), (new.path, new.is_new)] == [("units/10-a.md", True), ("units/30-c.md", True)]
    assert changes(after, after) == []


@pytest.mark.parametrize(
    ("step", "order", "place"),
    [
        ("up-1", "bac", 0),
        ("down-1", "acb", 2),
        ("up-0", "abc", 0),
        ("down-2", "abc", 2),
        ("up-9", "abc", 2),
        ("more-1", "abc", 1),
        ("", "abc", None),
        ("up", "abc", None),
    ],
)
def test_a_button_moves_a_question_by_one_place(step, order, place):
    moved_by = stepped([{"question": name} for name in "abc"], step, "single")

    assert "".join(one["question"] for one in moved_by) == order
    assert place_after(step, 3) == place


def test_a_button_moves_an_answer_and_adds_a_question_of_a_kind():
    check = [{"question": "a", "answers": [1, 2]}, {"question": "b", "steps": 3}]

    assert stepped(check, "down-0-0", "order")[0]["answers"] == [2, 1]
    assert stepped(check, "down-1-0", "order") == check
    assert stepped(check, "add", "order")[2] == {"question": "", "kind": "order", "answers": []}
    assert check[0]["answers"] == [1, 2]
