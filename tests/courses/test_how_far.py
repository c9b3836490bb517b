"""What the courses that ship with Lotse say they lead to is credible: the rule of decision 39."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.content.source import read
from config import ROOT

COURSES = sorted(path.parent for path in (ROOT / "content/courses").glob("*/course.md"))
TASK = "Praxisaufgabe:"
HALF_AN_HOUR, SIX_HOURS, TWELVE_HOURS, DAY = 30, 360, 720, 420
MOST_STEPS = 2


@dataclass(frozen=True)
class Course:
    """What the rule looks at."""

    form: str
    minutes: int
    has_task: bool
    outcomes: Sequence[Mapping[str, Any]]


def course_in(folder: Path) -> Course:
    meta = read(ROOT, folder / "course.md").meta
    units = [read(ROOT, path).meta for path in (folder / "units").glob("*.md")]
    minutes = meta.get("effort_minutes") or sum(unit["minutes"] for unit in units)
    has_task = any(unit["title"].startswith(TASK) for unit in units)
    return Course(meta["format"], minutes, has_task, meta["outcomes"])


def highest(course: Course) -> int:
    if course.form == "self-paced":
        return 2 if course.minutes >= HALF_AN_HOUR and course.has_task else 1
    if course.minutes < SIX_HOURS:
        return 1
    return 3 if course.form == "seminar" and course.minutes >= TWELVE_HOURS else 2


def most(course: Course) -> int:
    return max(2, course.minutes // DAY) if course.form == "seminar" else 1


def faults(course: Course) -> list[str]:
    found = []
    if len(course.outcomes) > most(course):
        found.append("too many competences")
    if sum(one["to"] > 2 for one in course.outcomes) > 2:
        found.append("too many competences at level 3")
    for one in course.outcomes:
        if one["to"] > highest(course):
            found.append("too high")
        if one["to"] - one["from"] > MOST_STEPS:
            found.append("too far")
    return found


@pytest.mark.parametrize("folder", COURSES, ids=lambda path: path.name)
def test_a_course_leads_no_further_than_its_length_and_its_kind_allow(folder):
    assert faults(course_in(folder)) == []


def leads(low: int, high: int, times: int = 1) -> list[dict[str, int]]:
    return [{"from": low, "to": high}] * times


@pytest.mark.parametrize(
    ("course", "fault"),
    [
        (Course("self-paced", 15, True, leads(0, 2)), "too high"),
        (Course("self-paced", 45, False, leads(0, 2)), "too high"),
        (Course("self-paced", 45, True, leads(1, 3)), "too high"),
        (Course("self-paced", 45, True, leads(0, 1, 3)), "too many competences"),
        (Course("external", 1800, False, leads(1, 3)), "too high"),
        (Course("seminar", 420, False, leads(1, 3)), "too high"),
        (Course("seminar", 3000, False, leads(0, 3)), "too far"),
        (Course("seminar", 3000, False, leads(2, 4)), "too high"),
        (Course("seminar", 840, False, leads(1, 2, 3)), "too many competences"),
        (Course("seminar", 3000, False, leads(1, 3, 3)), "too many competences at level 3"),
    ],
)
def test_the_rule_finds_what_an_hr_developer_would_not_believe(course, fault):
    assert fault in faults(course)
