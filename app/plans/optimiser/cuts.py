"""Rows that forbid why a solution can't be laid out."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.plans.optimiser.case import Session
from app.plans.optimiser.model import Model, Terms
from app.plans.optimiser.program import Solution
from app.plans.optimiser.schedule import Chosen, Circle, Conflict, TooLate, TooMuch

Arc = tuple[int, int]
Leading = dict[tuple[int, int, int], int]
"""By course, competence and level, the column that says that the course leads there."""


@dataclass(frozen=True)
class Reading:
    """A solution as courses in an order: what is chosen, and for each pair the columns that say why one waits."""

    chosen: Chosen
    links: dict[Arc, tuple[Terms, int]]


def readings(model: Model, solution: Solution) -> Iterator[Reading]:
    """What the solution says: in the order that is easiest to lay out, then in the one that it asks for itself."""
    case, offers = model.case, model.offers
    taken = [one for one, column in model.taken.items() if solution.has(column)]
    dates = {
        one: date
        for one in taken
        for date in offers[one].sessions
        if offers[one].is_seminar and solution.has(model.dated[one, date.id])
    }
    asked = {place: leads for place, leads in model.leads.items() if solution.has(leads)}
    for leading in (_easiest(model, solution, dates, asked), asked):
        links = _links(model, solution, taken, leading)
        waits = {course: frozenset(a for a, b in links if b == course) for course in taken}
        free = frozenset(one for one in taken if one not in dates)
        yield Reading(Chosen(case, offers, free, dates, waits), links)


def _links(model: Model, solution: Solution, taken: list[int], leading: Leading) -> dict[Arc, tuple[Terms, int]]:
    offers = model.offers
    links: dict[Arc, tuple[Terms, int]] = {}
    for (before, competence, level), leads in leading.items():
        for course in taken:
            lift = model.lifts.get((course, competence))
            if lift and offers[course].outcomes[competence][0] == level and any(solution.has(one) for one in lift):
                links[before, course] = {leads: 1.0} | lift, 2
    return links | {(before, course): ({}, 0) for course in taken for before in offers[course].required}


def _easiest(model: Model, solution: Solution, dates: Mapping[int, Session], asked: Leading) -> Leading:
    """For each level what leads there soonest: without a date before with one, from a low level before from a high."""
    found: Leading = {}
    for _, competence, level in asked:
        able = [
            place
            for place in model.leads
            if place[1:] == (competence, level) and any(solution.has(one) for one in model.lifts[place[:2]])
        ]
        best = min(able, key=lambda place: _haste(model, dates, place))
        found[best] = model.leads[best]
    return found


def _haste(model: Model, dates: Mapping[int, Session], place: tuple[int, int, int]) -> tuple[float, int, int, int]:
    course, competence, _ = place
    ends_at = dates[course].ends_at.timestamp() if course in dates else 0.0
    return ends_at, model.offers[course].outcomes[competence][0], len(model.offers[course].required), course


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
        if conflict.week == finish < model.case.weeks:
            chosen = reading.chosen
            model.finish_later(sum(chosen.minutes(one) for one in (*chosen.free, *chosen.dates)))


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
    """If all links hold, the last course begins only when the seminar is over and what lies between had time."""
    courses, dates = conflict.courses, reading.chosen.dates
    first, last = courses[0], courses[-1]
    link, links = _linked(reading, itertools.pairwise(courses))
    if last in dates:
        for date in model.offers[last].sessions:
            asked = model.starting_at(last, date.starts_at)
            ended = model.ended_at(first, date.starts_at, weeks_between=0 if len(courses) == 2 else 2)
            model.program.row(_sum(asked, link, _negative(ended)), most=links)
    elif finish == model.case.weeks:
        ended = model.ended_by(first, finish - 1)
        model.program.row(_sum({model.taken[last]: 1.0}, link, _negative(ended)), most=links)
    else:
        week = model.case.week_of(dates[first].ends_at)
        late = _sum({model.taken[first]: 1.0, model.taken[last]: 1.0}, link, _negative(model.ended_by(first, week - 1)))
        costs = {column: -(week + 1) * factor for column, factor in late.items()}
        model.program.row(_sum(costs, {model.finish: 1.0}), least=-(week + 1) * (links + 1))


def _sum(*parts: Mapping[int, float]) -> Terms:
    terms: Terms = {}
    for part in parts:
        for column, factor in part.items():
            terms[column] = terms.get(column, 0) + factor
    return terms


def _negative(terms: Terms) -> Terms:
    return {column: -factor for column, factor in terms.items()}


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
    for week in sorted({week for _, week in model.done} | model.meeting_weeks):
        model.budget(week)
