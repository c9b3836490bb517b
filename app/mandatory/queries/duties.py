"""Who must hold what, and where they stand: asked each time, for one person, a team or the house."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, false, func, literal, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from app.courses import queries as courses
from app.courses.models import Course
from app.db import db
from app.mandatory import rules
from app.mandatory.models import Rule
from app.mandatory.rules import Count, Duty, State
from app.people.models import Job, JobFamily, OrgUnit, Person
from app.people.queries import employed, is_asked_for, people_led
from app.people.viewer import Viewer
from app.qualifications import queries as qualifications
from app.qualifications.models import Qualification

RANKS = (State.OVERDUE, State.OPEN, State.DONE)
MARK = "mandatory"
"""What `people.queries.MARKS` says of somebody who must hold anything."""


@dataclass(frozen=True)
class Line:
    """A person, a rule, and what follows."""

    person: Person
    rule: Rule
    duty: Duty


@dataclass(frozen=True)
class Own:
    """What somebody must, and the courses that do it."""

    qualification: Qualification
    duty: Duty
    presses: bool
    courses: Sequence[Course] = ()


def must() -> ColumnElement[bool]:
    """Whether the rule is for the person of the same query, which also has their unit and, where they have one, job."""
    scope = aliased(OrgUnit)
    path = select(scope.path).where(scope.id == Rule.unit_id).scalar_subquery()
    everybody = and_(Rule.unit_id.is_(None), Rule.family_id.is_(None))
    return or_(everybody, Job.family_id == Rule.family_id, OrgUnit.path.startswith(path))


def is_on(on: dt.date | ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the rule holds that day."""
    return Rule.on_since <= on


def mark_of(person_id: Any, on: Any) -> Select[str, str]:
    """A row where the person must hold anything that day: what the menu asks for with each request."""
    asked = exists().where(is_on(on), must()).select_from(Rule).correlate(OrgUnit, Job)
    return (
        select(literal(MARK).label("kind"), literal("/").label("path"))
        .select_from(Person)
        .join(OrgUnit, OrgUnit.id == Person.unit_id)
        .outerjoin(Job, Job.id == Person.job_id)
        .where(Person.id == person_id, asked)
    )


def duties(people: Select[Person], on: dt.date) -> Select[Any]:
    """Rows of (person, rule, until when they hold it) for each of these people and each rule that is for them.

    Whatever is off is told apart by the caller.
    """
    held = qualifications.ends(people.with_only_columns(Person.id).order_by(None), on).subquery()
    asked: Select[Any] = people.outerjoin(Job, Job.id == Person.job_id).join(Rule, must()).join(Rule.qualification)
    asked = asked.outerjoin(held, and_(held.c.person_id == Person.id, held.c.qualification_id == Rule.qualification_id))
    columns: Any = (Person, Rule, held.c.until.label("until"))
    found: Select[Any] = asked.with_only_columns(*columns)
    return found.options(contains_eager(Rule.qualification))


def line(person: Person, rule: Rule, until: dt.date | None, on: dt.date) -> Line:
    """The row as what follows from it; a rule that is off is looked at as if it were switched on that day."""
    since = rules.since(rule.on_since or on, person.entered_on, person.placed_on)
    return Line(person, rule, rules.duty(since=since, due_days=rule.due_days, until=until, today=on))


def lines(rows: Iterable[Any], on: dt.date) -> list[Line]:
    """Many rows."""
    return [line(person, rule, until, on) for person, rule, until in rows]


def until_in(asked: Select[Any]) -> ColumnElement[dt.date]:
    """Until when the person of such a row holds it."""
    return asked.selected_columns["until"]


def state(asked: Select[Any], found: Sequence[Rule], on: dt.date) -> ColumnElement[str]:
    """SQL twin of `rules.duty`: the state in each row of `duties`, where the rule is one of these."""
    until = until_in(asked)
    late = [and_(Rule.id == one.id, _is_past(one, on)) for one in found]
    return case((until >= on, State.DONE.value), (or_(false(), *late), State.OVERDUE.value), else_=State.OPEN.value)


def _is_past(rule: Rule, on: dt.date) -> ColumnElement[bool]:
    """Whether the days that the rule gives are over for the person."""
    last = on - dt.timedelta(days=rule.due_days)
    if rule.on_since is None or rule.on_since >= last:
        return false()
    return and_(Person.entered_on < last, or_(Person.placed_on.is_(None), Person.placed_on < last))


def own_duties(viewer: Viewer) -> list[Own]:
    """What the viewer must, what is due first before the rest; two statements."""
    found = _own_lines(viewer)
    ways = courses.courses_for(list(found)) if found else {}
    return in_order(_own(same, viewer.today, ways.get(number, ())) for number, same in found.items())


def pressing(viewer: Viewer) -> list[Own]:
    """What of it people are reminded of by now; one statement, and none where no rule is for the viewer."""
    if MARK not in viewer.marks:
        return []
    own = in_order(_own(same, viewer.today) for same in _own_lines(viewer).values())
    return [one for one in own if one.presses]


def _own_lines(viewer: Viewer) -> dict[int, list[Line]]:
    """What follows from each rule for the viewer, by qualification."""
    on = viewer.today
    me = employed(on).where(Person.id == viewer.person.id)
    found: dict[int, list[Line]] = {}
    for one in lines(db.session.execute(duties(me, on).where(is_on(on))), on):
        found.setdefault(one.rule.qualification_id, []).append(one)
    return found


def in_order(own: Iterable[Own]) -> list[Own]:
    """What is still to be done first, by its date."""
    return sorted(own, key=lambda one: (one.duty.state is State.DONE, one.duty.due_on, one.qualification.title))


def _own(same: Sequence[Line], on: dt.date, ways: Sequence[Course] = ()) -> Own:
    """Of several rules about the same the strictest."""
    duty = rules.strictest(one.duty for one in same)
    presses = any(rules.steps(one.duty, on, one.rule.remind_days) for one in same)
    return Own(same[0].rule.qualification, duty, presses, ways)


def rules_on(on: dt.date) -> list[Rule]:
    """All that hold that day; one statement."""
    return list(db.session.scalars(select(Rule).where(is_on(on)).options(joinedload(Rule.qualification))))


def team_people(viewer: Viewer, found: Sequence[Rule]) -> Select[Any]:
    """Rows that begin with the id of somebody whom the viewer leads and who must anything; what is overdue first."""
    asked, rank = _team(viewer, found)
    columns: Any = (Person.id, Person.sort_name)
    return asked.with_only_columns(*columns).group_by(*columns).order_by(func.min(rank), Person.sort_name, Person.id)


def team_lines(person_ids: Sequence[int], on: dt.date) -> list[tuple[Person, list[Own]]]:
    """Each of these people, in this order, with what they must, each qualification once; one statement."""
    some = employed(on).where(Person.id.in_(person_ids))
    found: dict[int, dict[int, list[Line]]] = {number: {} for number in person_ids}
    for one in lines(db.session.execute(duties(some, on).where(is_on(on))), on):
        found[one.person.id].setdefault(one.rule.qualification_id, []).append(one)
    return [
        (next(iter(kinds.values()))[0].person, in_order(_own(same, on) for same in kinds.values()))
        for kinds in found.values()
        if kinds
    ]


def team_count(viewer: Viewer, found: Sequence[Rule]) -> Count:
    """How much of what the team must is done, open and overdue, each qualification once; one statement."""
    asked, rank = _team(viewer, found)
    columns: Any = (Person.id, Rule.qualification_id)
    each = asked.with_only_columns(*columns, func.min(rank).label("rank")).group_by(*columns).subquery()
    rows = db.session.execute(select(each.c.rank, func.count()).group_by(each.c.rank))
    return Count(**{RANKS[rank].value: number for rank, number in rows})


def _team(viewer: Viewer, found: Sequence[Rule]) -> tuple[Select[Any], ColumnElement[int]]:
    on = viewer.today
    asked = duties(people_led(viewer.leading, on), on).where(is_on(on)).order_by(None)
    return asked, _late_first(state(asked, found, on))


def people_under(rule: Rule, viewer: Viewer, unit: OrgUnit, on: dt.date) -> Select[Any]:
    """Whom the rule is for, of those whom the viewer looks after, in this unit and below, by name."""
    people = employed(on).where(qualifications.is_in_scope(viewer), OrgUnit.path.startswith(unit.path))
    return duties(people, on).where(Rule.id == rule.id)


def listed(asked: Select[Any], rule: Rule, on: dt.date, *, only: State | None, typed: str) -> Select[Any]:
    """Of these the ones in a state, and of such names, where any is asked; what is overdue first."""
    where = state(asked, [rule], on)
    if only:
        asked = asked.where(where == only.value)
    if typed:
        asked = asked.where(is_asked_for(typed))
    return asked.order_by(None).order_by(_late_first(where), Person.sort_name, Person.id)


def counts_by_unit(asked: Select[Any], rule: Rule, on: dt.date) -> dict[int, Count]:
    """How many of these are done, open and overdue, by the unit in which they are; one statement."""
    where = state(asked, [rule], on)
    rows = asked.order_by(None).with_only_columns(Person.unit_id, where, func.count()).group_by(Person.unit_id, where)
    found: dict[int, Count] = {}
    for unit_id, one, number in db.session.execute(rows):
        found[unit_id] = found.get(unit_id, Count()) + Count(**{State(one).value: number})
    return found


def counts_by_rule(viewer: Viewer, found: Sequence[Rule], on: dt.date) -> Mapping[int, Count]:
    """The same for each rule, of those whom the viewer looks after; one statement."""
    asked = duties(employed(on).where(qualifications.is_in_scope(viewer)), on).order_by(None)
    where = state(asked, found, on)
    rows = asked.with_only_columns(Rule.id, where, func.count()).group_by(Rule.id, where)
    counted: dict[int, Count] = {}
    for number, one, how_many in db.session.execute(rows):
        counted[number] = counted.get(number, Count()) + Count(**{State(one).value: how_many})
    return counted


def _late_first(where: ColumnElement[str]) -> ColumnElement[int]:
    *late, last = [(where == one.value, number) for number, one in enumerate(RANKS)]
    return case(*late, else_=last[1])


def families() -> Select[JobFamily]:
    """All families of jobs, by title."""
    return select(JobFamily).order_by(JobFamily.title)


def units() -> Select[OrgUnit]:
    """All units of the house."""
    return select(OrgUnit)
