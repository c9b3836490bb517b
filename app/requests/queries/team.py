"""What waits for a leader, and what they have decided: its title and the moment, nothing else."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, false, func, literal, select, true, union_all
from sqlalchemy.orm import contains_eager, joinedload

from app.db import db
from app.people import queries as people
from app.people.models import OrgUnit, Person
from app.people.viewer import Viewer
from app.requests.models import Decision, TrainingRequest
from app.requests.rules import Stage, State

MOST_WAITING, MOST_DECIDED = 20, 10


@dataclass(frozen=True)
class Line:
    """A request in a leader's list; of one that is decided only the title and the moment are shown."""

    is_waiting: bool
    id: int
    title: str
    person_id: int
    name: str
    unit: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    cost_cents: int
    at: dt.datetime
    is_yes: bool


@dataclass(frozen=True)
class Lines:
    """What waits for a leader, the oldest first, and what they have decided, the latest first."""

    waiting: Sequence[Line]
    decided: Sequence[Line]


def waiting_for(viewer: Viewer) -> Select[TrainingRequest]:
    """Requests of people whom the viewer leads today that wait for a leader, the oldest first.

    SQL twin of `access.can_decide_as_leader`.
    """
    led = people.people_led(viewer.leading, viewer.today).with_only_columns(Person.id).order_by(None)
    return (
        select(TrainingRequest)
        .join(TrainingRequest.person)
        .where(
            TrainingRequest.state == State.WITH_LEADER,
            TrainingRequest.person_id.in_(led),
            TrainingRequest.person_id != viewer.person.id,
        )
        .options(contains_eager(TrainingRequest.person).joinedload(Person.unit), joinedload(TrainingRequest.competence))
        .order_by(TrainingRequest.sent_at, TrainingRequest.id)
    )


def number_waiting_for(viewer: Viewer) -> ScalarSelect[int]:
    """How many requests wait for the viewer as a leader, as part of a statement."""
    ids = waiting_for(viewer).with_only_columns(literal(1)).order_by(None).subquery()
    return select(func.count()).select_from(ids).scalar_subquery()


def lines_for(viewer: Viewer) -> Lines:
    """The list of a leader: what waits, and what they decided last for people whom they lead today; one statement."""
    led = people.people_led(viewer.leading, viewer.today).with_only_columns(Person.id).order_by(None)
    both = union_all(select(_waiting(led, viewer).subquery()), select(_decided(led, viewer).subquery()))
    rows = [Line(*row) for row in db.session.execute(both)]
    return Lines(
        sorted((row for row in rows if row.is_waiting), key=lambda row: (row.at, row.id)),
        sorted((row for row in rows if not row.is_waiting), key=lambda row: row.at, reverse=True),
    )


def _waiting(led: Select[int], viewer: Viewer) -> Select[Any]:
    """The columns of what `waiting_for` finds."""
    is_others = TrainingRequest.person_id.in_(led), TrainingRequest.person_id != viewer.person.id
    found = _columns(true(), TrainingRequest.sent_at, false()).where(TrainingRequest.state == State.WITH_LEADER)
    return found.where(*is_others).order_by(TrainingRequest.sent_at, TrainingRequest.id).limit(MOST_WAITING)


def _decided(led: Select[int], viewer: Viewer) -> Select[Any]:
    is_theirs = Decision.decided_by_id == viewer.person.id, Decision.stage == Stage.LEADER
    return (
        _columns(false(), Decision.decided_at, Decision.is_yes)
        .join(Decision, Decision.request_id == TrainingRequest.id)
        .where(TrainingRequest.person_id.in_(led), *is_theirs)
        .order_by(Decision.decided_at.desc(), Decision.id.desc())
        .limit(MOST_DECIDED)
    )


def _columns(is_waiting: ColumnElement[bool], at: Any, is_yes: Any) -> Select[Any]:
    name = Person.given_name + " " + Person.family_name
    cost = func.coalesce(TrainingRequest.fee_cents, 0) + func.coalesce(TrainingRequest.travel_cents, 0)
    dates = TrainingRequest.starts_on, TrainingRequest.ends_on
    return (
        select(
            is_waiting.label("is_waiting"),
            TrainingRequest.id,
            TrainingRequest.title,
            TrainingRequest.person_id,
            name.label("name"),
            OrgUnit.name.label("unit"),
            *dates,
            cost.label("cost"),
            at.label("at"),
            is_yes.label("is_yes"),
        )
        .join(TrainingRequest.person)
        .join(Person.unit)
    )
