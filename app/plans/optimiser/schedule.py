"""Laying chosen courses out in time.

What has no date is best put off to the last week in which it may end: that leaves most time before every other week. So
a choice fits if and only if these last weeks fit; then everything moves as early as it can.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.plans.optimiser.case import Case, Offer, Session

Before = Mapping[int, frozenset[int]]
"""By course, what must be finished before it begins."""


@dataclass(frozen=True)
class Circle:
    """Courses that wait for each other; each for the one before it."""

    courses: tuple[int, ...]


@dataclass(frozen=True)
class TooLate:
    """A seminar, courses that wait for it, and the last of them, which begins too early."""

    courses: tuple[int, ...]


@dataclass(frozen=True)
class TooMuch:
    """By the end of a week more must be done than there is time for."""

    week: int
    courses: frozenset[int]


Conflict = Circle | TooLate | TooMuch


@dataclass(frozen=True)
class Chosen:
    """Courses to lay out: those without a date, and those with their session."""

    case: Case
    offers: Mapping[int, Offer]
    free: frozenset[int]
    dates: Mapping[int, Session]
    before: Before

    def minutes(self, course: int) -> int:
        """How long a course takes."""
        return self.dates[course].minutes if course in self.dates else self.offers[course].minutes

    def starts_in(self, course: int) -> int:
        """The week in which a seminar begins."""
        return self.case.week_of(self.dates[course].starts_at)

    def ends_in(self, course: int) -> int:
        """The week in which a seminar ends."""
        return self.case.week_of(self.dates[course].ends_at)


def load(case: Case, session: Session, week: int) -> int:
    """The minutes of a session until the end of a week; each meeting has its share."""
    spans = [(case.week_of(one.ends_at), (one.ends_at - one.starts_at).total_seconds()) for one in session.meetings]
    whole = sum(length for _, length in spans)
    return int(session.minutes * sum(length for when, length in spans if when <= week) // whole)


def in_order(before: Before) -> list[int] | Circle:
    """The courses, each after what comes before it; or a circle."""
    order: list[int] = []
    left = {course: set(befores) for course, befores in sorted(before.items())}
    while left:
        ready = [course for course, waits in left.items() if not waits & left.keys()]
        if not ready:
            return _circle(left)
        for course in ready:
            del left[course]
        order.extend(ready)
    return order


def lay_out(chosen: Chosen, finish: int) -> dict[int, int] | Conflict:
    """The week in which each course ends, none after `finish`; or what stands against it."""
    order = in_order(chosen.before)
    if isinstance(order, Circle):
        return order
    late = _releases(chosen, order, finish)
    if isinstance(late, TooLate):
        return late
    ends = _deadlines(chosen, order, finish)
    for week in range(1, finish + 1):
        if _done_by(chosen, ends, week) > chosen.case.room(week):
            return TooMuch(week, frozenset(one for one in chosen.free if ends[one] <= week))
    _hurry(chosen, order, late, ends, finish)
    return ends


def _circle(left: Mapping[int, set[int]]) -> Circle:
    course = min(left)
    seen: list[int] = []
    while course not in seen:
        seen.append(course)
        course = min(left[course] & left.keys())
    return Circle(tuple(reversed(seen[seen.index(course) :])))


def _releases(chosen: Chosen, order: Iterable[int], finish: int) -> dict[int, int] | TooLate:
    """The first week in which each course without a date may end; or a chain that takes too long."""
    first: dict[int, int] = {}
    cause: dict[int, int] = {}
    for course in order:
        first[course] = 1
        for before in sorted(chosen.before[course]):
            week = chosen.ends_in(before) + 1 if before in chosen.dates else first[before]
            if _is_too_late(chosen, course, before, week, finish):
                return TooLate((*_chain(before, cause), course))
            if course in chosen.free and week > first[course]:
                first[course], cause[course] = week, before
    return first


def _is_too_late(chosen: Chosen, course: int, before: int, week: int, finish: int) -> bool:
    if course in chosen.free:
        return week > finish
    if before in chosen.dates:
        return chosen.dates[before].ends_at > chosen.dates[course].starts_at
    return week > chosen.starts_in(course) - 1


def _chain(course: int, cause: Mapping[int, int]) -> list[int]:
    found = [course]
    while found[0] in cause:
        found.insert(0, cause[found[0]])
    return found


def _deadlines(chosen: Chosen, order: list[int], finish: int) -> dict[int, int]:
    ends = {course: chosen.ends_in(course) if course in chosen.dates else finish for course in order}
    for course in reversed(order):
        last = chosen.starts_in(course) - 1 if course in chosen.dates else ends[course]
        for before in chosen.before[course] & chosen.free:
            ends[before] = min(ends[before], last)
    return ends


def _done_by(chosen: Chosen, ends: Mapping[int, int], week: int) -> int:
    dated = sum(load(chosen.case, session, week) for session in chosen.dates.values())
    return dated + sum(chosen.minutes(one) for one in chosen.free if ends[one] <= week)


def _hurry(chosen: Chosen, order: list[int], first: Mapping[int, int], ends: dict[int, int], finish: int) -> None:
    """Let everything without a date end as early as the time allows, what is needed first first."""
    room = [chosen.case.room(week) - _done_by(chosen, ends, week) for week in range(finish + 1)]
    place = {course: number for number, course in enumerate(order)}
    for course in sorted(chosen.free, key=lambda one: (ends[one], place[one])):
        befores = (ends[one] + (one in chosen.dates) for one in chosen.before[course])
        earliest = max([first[course], *befores])
        minutes, week = chosen.minutes(course), ends[course]
        while week > earliest and room[week - 1] >= minutes:
            week -= 1
            room[week] -= minutes
        ends[course] = week
