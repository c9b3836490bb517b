"""Courses with units and checks, as the pages' tests need them."""

from tests import make

MOST_STATEMENTS, MOST_OF_LEARNING = 12, 8


def check(*answers):
    texts = [{"text": text, "correct": correct, "because": f"weil {text}"} for text, correct in answers]
    kind = "single" if sum(correct for _, correct in answers) == 1 else "multiple"
    return {"question": "Was stimmt?", "kind": kind, "answers": texts}


def right(text, **other):
    """A right answer, as it is stored."""
    return {"text": text, "correct": True, "because": f"weil {text}", **other}


SINGLE = check(("dies", True), ("das", False))
MULTIPLE = check(("eins", True), ("zwei", True), ("drei", False))


def course_with_units(*checks, **other):
    """A self-paced course with an outcome and one unit for each check, as (course, keys)."""
    course = make.course("Daten verstehen", slug="daten", **other)
    make.outcome(course, make.competence("Daten erheben"))
    units = [make.course_unit(course, f"Einheit {n}", check=one) for n, one in enumerate(checks)]
    return course, [unit.key for unit in units]


def statements(queries):
    return len([statement for statement in queries if not statement.startswith("BEGIN")])
