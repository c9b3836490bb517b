"""Rows that forbid why a solution can't be laid out."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from app.plans.optimiser.model import Model, Terms
from app.plans.optimiser.program import Solution
from app.plans.optimiser.schedule import Chosen, Circle, Conflict, TooLate, TooMuch

Arc = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """A solution as courses in an order: what is chosen, and for each pair the columns that say why one waits."""

    chosen: Chosen
    links: dict[Arc, tuple[Terms, int]]


def read(model: Model, solution: Solution) -> Reading:
    """What the solution says, with an order that it asks for."""
    case, offers = model.case, model.offers
    taken = [one for one, column in model.taken.items() if solution.has(column)]
    dates = {
        one: date
        for one in taken
        for date in offers[one].sessions
        if offers[one].is_seminar and solution.has(model.dated[one, date.id])
    }
    links: dict[Arc, tuple[Terms, int]] = {}
    for (before, competence, level), leads in model.leads.items():
        if not solution.has(leads):
            continue
        for course in taken:
            lift = model.lifts.get((course, competence))
            if lift and offers[course].outcomes[competence][0] == level and any(solution.has(one) for one in lift):
                links[before, course] = {leads: 1.0} | lift, 2
    links |= {(before, course): ({}, 0) for course in taken for before in offers[course].required}
    waits = {course: frozenset(a for a, b in links if b == course) for course in taken}
    free = frozenset(one for one in taken if one not in dates)
    return Reading(Chosen(case, offers, free, dates, waits), links)


def forbid(model: Model, reading: Reading, conflict: Conflict, finish: int) -> None:
    """Add rows that this solution breaks and every plan keeps."""
    if isinstance(conflict, Circle):
        arcs = zip(conflict.courses, (*conflict.courses[1:], conflict.courses[0]), strict=True)
        terms, count = _linked(reading, arcs)
        model.program.row(terms, most=count - 1)
    elif isinstance(conflict, TooLate):
        _forbid_late(model, reading, conflict, finish)
    else:
        _forbid_much(model, reading, conflict)


def _linked(reading: Reading, arcs: Iterable[Arc]) -> tuple[Terms, int]:
    terms: Terms = {}
    count = 0
    for arc in arcs:
        more, number = reading.links[arc]
        count += number
        for column, factor in more.items():
            terms[column] = terms.get(column, 0) + factor
    return terms, count


def _forbid_late(model: Model, reading: Reading, conflict: TooLate, finish: int) -> None:
    courses, case, dates = conflict.courses, model.case, reading.chosen.dates
    first, last = courses[0], courses[-1]
    terms, count = _linked(reading, itertools.pairwise(courses))
    ends_at = dates[first].ends_at
    for date in model.offers[first].sessions:
        is_as_late = (
            date.ends_at >= ends_at if len(courses) == 2 else case.week_of(date.ends_at) >= case.week_of(ends_at)
        )
        if is_as_late:
            column = model.dated[first, date.id]
            terms[column] = terms.get(column, 0) + 1
    if last in dates:
        for date in model.offers[last].sessions:
            if date.starts_at <= dates[last].starts_at:
                column = model.dated[last, date.id]
                terms[column] = terms.get(column, 0) + 1
    else:
        terms[model.taken[last]] = terms.get(model.taken[last], 0) + 1
    count += 2
    if last in dates or finish == case.weeks:
        model.program.row(terms, most=count - 1)
        return
    week = case.week_of(ends_at) + 1
    late = {column: -week * factor for column, factor in terms.items()}
    model.program.row(late | {model.finish: 1.0}, least=-week * (count - 1))


def _forbid_much(model: Model, reading: Reading, conflict: TooMuch) -> None:
    """Say of everything that must be done by then that it must; from the seminars backwards."""
    waiting = [one for one in reading.chosen.dates if reading.chosen.starts_in(one) - 1 <= conflict.week]
    followed: set[Arc] = set()
    while waiting:
        course = waiting.pop()
        for before in sorted(reading.chosen.before[course] & reading.chosen.free):
            if (before, course) not in followed:
                followed.add((before, course))
                model.follow(before, course, *reading.links[before, course])
                waiting.append(before)
    for week in sorted({week for _, week in model.done} | model.ending_weeks):
        model.budget(week)
