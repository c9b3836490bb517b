"""Telling people what is due, and leaders what is not done: each step once for each date."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import delete, or_

from app import clock
from app.db import db
from app.mandatory import queries, rules
from app.mandatory.models import Reminder, Rule
from app.mandatory.queries import Line
from app.mandatory.rules import Step
from app.notifications.actions import notify
from app.notifications.rules import Kind
from app.people.models import Person
from app.people.queries import employed, heads_within
from app.qualifications.models import Qualification

KINDS = {Step.REMINDED: Kind.MANDATORY_DUE, Step.OVERDUE: Kind.MANDATORY_OVERDUE}
KEPT = dt.timedelta(days=730)
NOON = dt.time(12)


def remind() -> int:
    """Each day: tell people what is due soon or overdue, and leaders what is still not done; returns how many steps.

    Where several rules ask somebody for the same, they are told once, by the earliest date.
    """
    today = clock.today()
    waiting = _duties(today)
    known = queries.told({one.rule.qualification_id for one in waiting})
    escalated: dict[tuple[int, int], Qualification] = {}
    heads = {path: head for path, head, _own in db.session.execute(heads_within({"/"}, today))} if waiting else {}
    told = 0
    for one in waiting:
        for step in rules.steps(one.duty, today, one.rule.remind_days):
            kind = one.rule.qualification
            if (one.person.id, kind.id, one.duty.due_on, step.value) in known:
                continue
            db.session.add(
                Reminder(
                    person_id=one.person.id,
                    qualification_id=kind.id,
                    due_on=one.duty.due_on,
                    step=step,
                    told_at=clock.now(),
                )
            )
            told += 1
            if step is not Step.ESCALATED:
                _tell(one, step)
            elif leader := _leader(one.person, heads):
                escalated[leader, kind.id] = kind
    for (leader, _number), kind in escalated.items():
        notify(db.session.get_one(Person, leader), Kind.TEAM_OVERDUE, path="/team/mandatory", title=kind.title)
    db.session.flush()
    return told


def forget_reminders() -> int:
    """Each night: forget what was said about dates long ago; returns how much that was."""
    gone = delete(Reminder).where(queries.is_old(clock.today() - KEPT)).returning(Reminder.person_id)
    return len(db.session.execute(gone).all())


def _duties(today: dt.date) -> list[Line]:
    """What may have to be said today: the strictest duty of each person for each qualification."""
    found: dict[tuple[int, int], Line] = {}
    for rule in queries.rules_on(today):
        soon = today + dt.timedelta(days=rule.remind_days)
        asked = queries.duties(employed(today), today).where(Rule.id == rule.id)
        last = queries.until_in(asked)
        asked = asked.where(or_(last.is_(None), last <= soon))
        for one in queries.lines(db.session.execute(asked), today):
            key = one.person.id, rule.qualification_id
            if key not in found or one.duty.due_on < found[key].duty.due_on:
                found[key] = one
    return list(found.values())


def _tell(one: Line, step: Step) -> None:
    due_at = clock.at(one.duty.due_on, NOON).isoformat()
    notify(one.person, KINDS[step], path="/mandatory", title=one.rule.qualification.title, starts_at=due_at)


def _leader(person: Person, heads: dict[str, int]) -> int | None:
    """Who leads the person: the head of the nearest unit at or above their own, but not themselves."""
    steps = person.unit.path.strip("/").split("/")
    paths: Iterable[str] = ("/" + "/".join(steps[:number]) + "/" for number in range(len(steps), 0, -1))
    return next((heads[path] for path in paths if path in heads and heads[path] != person.id), None)
