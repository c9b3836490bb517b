"""The plan as an integer program.

Columns: which courses (`taken`), at which date (`dated`), which levels are reached, and what lifts whom. A course that
builds on a level which the person doesn't have yet lifts only if another one has led there before; which one that is,
is a column too (`leads`), so that the order can be judged. Courses without a date have no columns for weeks: only what
a seminar waits for must be `done_by` the week before it begins. The order itself is left out at first; a solution that
can't be laid out adds the rows that forbid the reason, and nothing else (see `cuts`).
"""

import datetime as dt
import itertools
from collections.abc import Mapping

from app.plans.optimiser.case import Case, Level, Offer, Session
from app.plans.optimiser.program import Program
from app.plans.optimiser.schedule import load

Terms = dict[int, float]


class Model:
    """The columns by name, and the rows that hold whatever the order is."""

    def __init__(self, case: Case, offers: Mapping[int, Offer], program: Program) -> None:
        self.case, self.offers, self.program = case, offers, program
        self.free = [one for one, offer in offers.items() if not offer.is_seminar]
        self.seminars = [one for one, offer in offers.items() if offer.is_seminar]
        self.taken = {one: program.column() for one in offers}
        self.dated = {(one, date.id): program.column() for one in self.seminars for date in offers[one].sessions}
        self.lifts: dict[tuple[int, int], Terms] = {}
        self.dated_lifts: dict[tuple[int, int, int], int] = {}
        self.reached: dict[Level, int] = {}
        self.leads: dict[tuple[int, int, int], int] = {}
        self.done: dict[tuple[int, int], int] = {}
        self.finish = program.column(case.weeks)
        self._takings()
        self._levels()
        self._requirements()
        self._clashes()
        self._times()

    @property
    def minutes(self) -> Terms:
        """All minutes of the plan."""
        terms: Terms = {self.taken[one]: self.offers[one].minutes for one in self.free}
        for one in self.seminars:
            terms |= {self.dated[one, date.id]: date.minutes for date in self.offers[one].sessions}
        return terms

    @property
    def closed(self) -> Terms:
        """The weighted levels that are gained."""
        return {column: self.case.aims[one].weight for (one, _), column in self.reached.items()}

    @property
    def missing(self) -> Terms:
        """Minus one for each planned course that is in the plan."""
        return {self.taken[one]: -1.0 for one in sorted(self.case.planned) if one in self.taken}

    @property
    def changes(self) -> tuple[Terms, int]:
        """Steps that differ from those before, and how many there are if nothing is taken."""
        previous = self.case.previous or {}
        terms: Terms = {}
        for one, column in self.taken.items():
            if one not in previous:
                terms[column] = 1
            elif (one, previous[one]) in self.dated:
                terms[self.dated[one, previous[one] or 0]] = -1
            elif one in self.free:
                terms[column] = -1
        return terms, len(previous)

    @property
    def meeting_weeks(self) -> set[int]:
        """The weeks in which a seminar may meet."""
        return {self.case.week_of(one.ends_at) for _, date in self._dates() for one in date.meetings}

    def done_by(self, course: int, week: int) -> int:
        """The column that says that a course without a date must be finished by the end of a week."""
        if (course, week) not in self.done:
            column = self.done[course, week] = self.program.column(integer=False)
            weeks = sorted(when for one, when in self.done if one == course)
            for earlier, later in itertools.pairwise(weeks):
                if week in (earlier, later):
                    self.program.row({self.done[course, earlier]: 1, self.done[course, later]: -1}, most=0)
            return column
        return self.done[course, week]

    def starting_by(self, course: int, week: int) -> Terms:
        """The dates of a seminar that begin in this week or earlier."""
        return {
            self.dated[course, date.id]: 1.0
            for date in self.offers[course].sessions
            if self.case.week_of(date.starts_at) <= week
        }

    def starting_at(self, course: int, moment: dt.datetime) -> Terms:
        """The dates of a seminar that begin at this moment or earlier."""
        return {self.dated[course, date.id]: 1.0 for date in self.offers[course].sessions if date.starts_at <= moment}

    def ended_at(self, course: int, moment: dt.datetime, *, weeks_between: int) -> Terms:
        """The dates of a seminar that are over at this moment; or so many weeks before that of the moment."""
        if weeks_between:
            return self.ended_by(course, self.case.week_of(moment) - weeks_between)
        return {self.dated[course, date.id]: 1.0 for date in self.offers[course].sessions if date.ends_at <= moment}

    def ended_by(self, course: int, week: int) -> Terms:
        """The dates of a seminar that are over by the end of this week."""
        return {
            self.dated[course, date.id]: 1.0
            for date in self.offers[course].sessions
            if self.case.week_of(date.ends_at) <= week
        }

    def weeks_before(self, course: int) -> list[int]:
        """The weeks before which a seminar may begin."""
        return sorted({self.case.week_of(date.starts_at) - 1 for date in self.offers[course].sessions})

    def _takings(self) -> None:
        for one in self.seminars:
            terms: Terms = {self.dated[one, date.id]: 1.0 for date in self.offers[one].sessions}
            self.program.row(terms | {self.taken[one]: -1.0}, least=0, most=0)
        for one in sorted(self.case.kept - self.case.completed):
            self.program.row({self.taken[one]: 1} if one in self.taken else {}, least=1)

    def _levels(self) -> None:
        for one, aim in sorted(self.case.aims.items()):
            for level in range(self.case.levels.get(one, 0) + 1, aim.level + 1):
                self.reached[one, level] = self.program.column()
        for course, offer in self.offers.items():
            for one in offer.outcomes:
                self._lift(course, one)
        asked = {(one, low) for offer in self.offers.values() for one, (low, _) in offer.outcomes.items()}
        for place in self.reached:
            self._level(place, is_asked=place in asked)
        for course, one, session in list(self.dated_lifts):
            self._dated_lift(course, one, session)

    def _lift(self, course: int, competence: int) -> None:
        """What says that the course lifts: itself, if nothing else has to come before."""
        low, _ = self.offers[course].outcomes[competence]
        if low <= self.case.levels.get(competence, 0):
            self.lifts[course, competence] = {self.taken[course]: 1.0}
            return
        from_level = self.reached[competence, low]
        if not self.offers[course].is_seminar:
            column = self.program.column()
            self.lifts[course, competence] = {column: 1.0}
            self.program.row({column: 1, self.taken[course]: -1}, most=0)
            self.program.row({column: 1, from_level: -1}, most=0)
            return
        self.lifts[course, competence] = {}
        for date in self.offers[course].sessions:
            column = self.dated_lifts[course, competence, date.id] = self.program.column()
            self.lifts[course, competence][column] = 1.0
            self.program.row({column: 1, self.dated[course, date.id]: -1}, most=0)
        self.program.row(self.lifts[course, competence] | {from_level: -1.0}, most=0)

    def _level(self, level: Level, *, is_asked: bool) -> None:
        """A level is reached if something lifts there, and the one below is reached."""
        competence, number = level
        column, terms = self.reached[level], dict[int, float]()
        for course, offer in self.offers.items():
            low, high = offer.outcomes.get(competence, (0, 0))
            if not low < number <= high:
                continue
            if is_asked:
                leads = self.leads[course, competence, number] = self.program.column()
                self.program.row({leads: 1} | _negative(self.lifts[course, competence]), most=0)
                terms[leads] = 1
            else:
                for lift, factor in self.lifts[course, competence].items():
                    terms[lift] = terms.get(lift, 0) + factor
        if is_asked:
            self.program.row(terms | {column: -1}, least=0, most=0)
        else:
            self.program.row(terms | {column: -1}, least=0)
        if (competence, number - 1) in self.reached:
            self.program.row({column: 1, self.reached[competence, number - 1]: -1}, most=0)

    def _dated_lift(self, course: int, competence: int, session_id: int) -> None:
        """A date lifts only if what leads to its level can be finished before."""
        date = next(one for one in self.offers[course].sessions if one.id == session_id)
        low, _ = self.offers[course].outcomes[competence]
        terms: Terms = {self.dated_lifts[course, competence, session_id]: -1.0}
        for other, offer in self.offers.items():
            other_low, other_high = offer.outcomes.get(competence, (0, 0))
            if other == course or not other_low < low <= other_high:
                continue
            if not offer.is_seminar:
                if offer.minutes <= self.case.room(self.case.week_of(date.starts_at) - 1):
                    terms |= self.lifts[other, competence]
                continue
            for earlier in offer.sessions:
                if earlier.ends_at <= date.starts_at:
                    own = self.dated_lifts.get((other, competence, earlier.id), self.dated[other, earlier.id])
                    terms[own] = 1.0
        self.program.row(terms, least=0)

    def _requirements(self) -> None:
        for course, offer in self.offers.items():
            for before in sorted(offer.required):
                self.program.row({self.taken[course]: 1, self.taken[before]: -1}, most=0)
                if self.offers[before].is_seminar:
                    self._after_seminar(course, before)
                elif offer.is_seminar:
                    self.follow(before, course, {}, 0)

    def _after_seminar(self, course: int, before: int) -> None:
        if not self.offers[course].is_seminar:
            last = self.case.weeks - 1
            self.program.row({self.taken[course]: 1} | _negative(self.ended_by(before, last)), most=0)
            return
        for moment in sorted({date.starts_at for date in self.offers[course].sessions}):
            ended = self.ended_at(before, moment, weeks_between=0)
            self.program.row(self.starting_at(course, moment) | _negative(ended), most=0)

    def follow(self, before: int, course: int, link: Terms, links: int) -> None:
        """If all links hold, the course before is done by each week by which the course itself must be or begins."""
        if self.offers[course].is_seminar:
            asked = {week: self.starting_by(course, week + 1) for week in self.weeks_before(course)}
        else:
            asked = {week: {self.done[one, week]: 1.0} for one, week in list(self.done) if one == course}
        for week, terms in asked.items():
            self.program.row(terms | link | {self.done_by(before, week): -1}, most=links)

    def _clashes(self) -> None:
        """At no moment two seminars; the moments at which one begins are enough."""
        meetings = [
            (meeting, course, date)
            for course in self.seminars
            for date in self.offers[course].sessions
            for meeting in date.meetings
        ]
        seen: set[frozenset[int]] = set()
        for moment in sorted({meeting.starts_at for meeting, _, _ in meetings}):
            at_once = {
                self.dated[course, date.id]
                for meeting, course, date in meetings
                if meeting.starts_at <= moment < meeting.ends_at
            }
            if len(at_once) > 1 and frozenset(at_once) not in seen:
                seen.add(frozenset(at_once))
                self.program.row(dict.fromkeys(sorted(at_once), 1.0), most=1)

    def _times(self) -> None:
        self.program.row(self.minutes, most=self.case.room(self.case.weeks))
        self.program.row(
            {self.finish: self.case.weekly_minutes} | _negative(self.minutes),
            least=0,
        )
        for course, date in self._dates():
            self.program.row({self.finish: 1, self.dated[course, date.id]: -self.case.week_of(date.ends_at)}, least=0)
        for week in sorted(self.meeting_weeks | {week for _, week in self.done}):
            self.budget(week)

    def budget(self, week: int) -> None:
        """Until the end of a week there are so many minutes; again after new columns, since rows are final."""
        terms: Terms = {
            self.dated[course, date.id]: float(minutes)
            for course, date in self._dates()
            if (minutes := load(self.case, date, week))
        }
        last: dict[int, int] = {}
        for course, when in sorted(self.done):
            if when <= week:
                last[course] = self.done[course, when]
        terms |= {column: self.offers[course].minutes for course, column in last.items()}
        self.program.row(terms, most=self.case.room(week))

    def finish_later(self, minutes: int) -> None:
        """So many minutes are only done by the week that has room for them, and so are more."""
        case = self.case
        last = next(week for week in range(case.weeks, 0, -1) if case.room(week - 1) < minutes)
        room = case.room(last - 1)
        is_more = self.program.column()
        self.program.row(self.minutes | {is_more: float(room - case.room(case.weeks))}, most=room)
        self.program.row({self.finish: 1, is_more: -last}, least=0)

    def _dates(self) -> list[tuple[int, Session]]:
        return [(one, date) for one in self.seminars for date in self.offers[one].sessions]


def _negative(terms: Mapping[int, float]) -> Terms:
    return {column: -factor for column, factor in terms.items()}
