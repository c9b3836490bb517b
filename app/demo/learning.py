"""What the people of the city have learnt and said about themselves in the last two years, and what they plan."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from app import clock
from app.competences.models import Goal
from app.courses.models import Enrolment, UnitProgress
from app.courses.rules import Format
from app.demo.diary import Diary
from app.demo.library import CourseFacts, Library
from app.demo.staff import Employee
from app.plans.models import Plan, PlanItem
from app.plans.rules import ItemKind

NEW_USERS = frozenset({"beschaeftigte", "neu"})
ASSESSED, ASSESSED_AGAIN, ANSWERED = 0.5, 0.35, 0.95
LEARNING, UNFINISHED, LEFT = 0.4, 0.5, 0.06
CHOOSING, PLANNING, WITH_OWN_STEP, OWN_STEP_DONE = 0.12, 0.3, 0.5, 0.3
TWO_YEARS, AGAIN_AFTER = 730, 150
HIGHEST = 4
WEEKLY_MINUTES = (30, 60, 60, 90, 120)


def fill(everybody: Sequence[Employee], library: Library, own_steps: Sequence[str], diary: Diary) -> None:
    """Give people progress, statements, goals and plans; the account of the new user stays empty."""
    for employee in everybody:
        if employee.account in NEW_USERS:
            continue
        chance = diary.chance
        done = _learn(employee, library, diary) if chance.random() < LEARNING else set()
        targets = library.targets_of_family.get(employee.job.family, {})
        if chance.random() < CHOOSING and library.roles:
            targets = _choose(employee, library, diary)
        if targets and chance.random() < ASSESSED:
            _assess(employee, targets, diary)
        if targets and chance.random() < PLANNING:
            _plan(employee, _worth(library, targets, done), own_steps, diary)


def _served(employee: Employee, diary: Diary, most: int = TWO_YEARS) -> int:
    return min(most, (diary.today - employee.entered_on).days)


def _choose(employee: Employee, library: Library, diary: Diary) -> Mapping[int, int]:
    profile = diary.chance.choice(list(library.roles))
    chosen_at = diary.moment(diary.before(_served(employee, diary, 300)))
    diary.rows.link(Goal, person_id=employee.id, profile_id=profile, chosen_at=chosen_at)
    return library.roles[profile]


def _assess(employee: Employee, targets: Mapping[int, int], diary: Diary) -> None:
    """One assessment, for some a second one later: mostly a level or two below the target, sometimes above."""
    chance = diary.chance
    first = diary.before(_served(employee, diary))
    levels = {
        competence: _within_scale(target + chance.choice((-2, -1, -1, 0, 0, 1)))
        for competence, target in targets.items()
        if chance.random() < ANSWERED
    }
    for competence, level in levels.items():
        diary.assess(employee, competence, level, first)
    later = (diary.today - first).days
    if later > AGAIN_AFTER and chance.random() < ASSESSED_AGAIN:
        second = first + dt.timedelta(days=chance.randint(AGAIN_AFTER, later - 1))
        for competence, level in levels.items():
            diary.assess(employee, competence, _within_scale(level + chance.choice((-1, 0, 0, 1, 1))), second)


def _within_scale(level: int) -> int:
    return min(HIGHEST, max(0, level))


def _learn(employee: Employee, library: Library, diary: Diary) -> set[int]:
    """Courses begun; returns those completed, each with the statements that follow from it."""
    courses = [course for course in library.of_format(Format.SELF_PACED) if course.units]
    number = min(len(courses), diary.chance.choice((1, 1, 2, 2, 3, 4)))
    done = set()
    for course in diary.chance.sample(courses, number):
        if completed_on := _take(employee, course, diary):
            done.add(course.id)
            for competence, level in course.outcomes.items():
                diary.prove(employee, competence, level, completed_on, course.title)
    return done


def _take(employee: Employee, course: CourseFacts, diary: Diary) -> dt.date | None:
    """Begin a course and go on for a while; returns the day on which it was completed."""
    chance = diary.chance
    begun_at = diary.moment(diary.before(_served(employee, diary), 2))
    latest = diary.moment(diary.today - dt.timedelta(days=1))
    reached = chance.randint(0, len(course.units)) if chance.random() < UNFINISHED else len(course.units)
    at = begun_at
    for unit in course.units[:reached]:
        at = max(begun_at, min(at + dt.timedelta(minutes=chance.randint(10, 9000)), latest))
        diary.rows.link(UnitProgress, person_id=employee.id, unit_id=unit, done_at=at)
    completed_on = clock.local(at).date() if reached == len(course.units) else None
    left_at = at if completed_on is None and chance.random() < LEFT else None
    values = {"begun_at": begun_at, "completed_on": completed_on, "left_at": left_at}
    diary.rows.add(Enrolment, person_id=employee.id, course_id=course.id, session_id=None, **values)
    return completed_on


def _worth(library: Library, targets: Mapping[int, int], done: set[int]) -> list[tuple[CourseFacts, int]]:
    """The open courses that lead towards a target, each with the competence that it is for."""
    fitting = [(course, [number for number in course.outcomes if number in targets]) for course in library.courses]
    return [(course, found[0]) for course, found in fitting if found and course.id not in done]


def _plan(employee: Employee, worth: Sequence[tuple[CourseFacts, int]], own_steps: Sequence[str], diary: Diary) -> None:
    chance = diary.chance
    changed_at = diary.moment(diary.before(_served(employee, diary, 200)))
    values = {"weekly_minutes": chance.choice(WEEKLY_MINUTES), "changed_at": changed_at, "version": 1}
    plan = diary.rows.add(Plan, person_id=employee.id, **values)
    steps = [
        _step(ItemKind.COURSE, course.title, course.minutes, course.id, competence, course.outcomes[competence])
        for course, competence in chance.sample(worth, min(len(worth), chance.randint(1, 4)))
    ]
    if not steps or chance.random() < WITH_OWN_STEP:
        steps.append(_step(ItemKind.OWN, chance.choice(own_steps), chance.choice((30, 60, 120)), None, None, None))
    due_on = diary.today + dt.timedelta(days=chance.randint(-20, 30))
    for position, step in enumerate(steps, start=1):
        is_done = step["kind"] is ItemKind.OWN and chance.random() < OWN_STEP_DONE
        done_on = clock.local(changed_at).date() if is_done else None
        values = {"position": position, "due_on": due_on, "added_at": changed_at, "done_on": done_on, "reason": ""}
        diary.rows.add(PlanItem, plan_id=plan, **values, **step)
        due_on += dt.timedelta(days=chance.randint(7, 40))


def _step(
    kind: ItemKind, title: str, minutes: int, course: int | None, competence: int | None, level: int | None
) -> dict[str, Any]:
    target = {"competence_id": competence, "target_level": level}
    return {"kind": kind, "title": title, "course_id": course, "minutes": minutes, **target}
