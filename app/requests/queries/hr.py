"""What HR sees in its scope: everything that was sent, never a draft."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, ScalarSelect, Select, false, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app.db import db
from app.people import queries as people
from app.people.models import OrgUnit, Person
from app.people.rules import Role
from app.people.viewer import Viewer
from app.requests.models import Decision, TrainingRequest
from app.requests.rules import State


def in_scope(viewer: Viewer) -> ColumnElement[bool]:
    """Whether a unit lies where the viewer is HR: SQL twin of `Viewer.has`."""
    scopes = sorted(viewer.scopes.get(Role.HR, ()))
    return or_(*(OrgUnit.path.startswith(scope, autoescape=True) for scope in scopes)) if scopes else false()


def requests_visible_to_hr(viewer: Viewer) -> Select[TrainingRequest]:
    """What was sent by people in the viewer's scope, latest first: SQL twin of `access.can_see_as_hr`."""
    return (
        select(TrainingRequest)
        .join(TrainingRequest.person)
        .join(Person.unit)
        .where(TrainingRequest.state != State.DRAFT, in_scope(viewer))
        .options(
            contains_eager(TrainingRequest.person).contains_eager(Person.unit),
            joinedload(TrainingRequest.competence),
            joinedload(TrainingRequest.budget),
            selectinload(TrainingRequest.decisions).joinedload(Decision.decided_by),
        )
        .order_by(TrainingRequest.sent_at.desc(), TrainingRequest.id.desc())
    )


def for_hr(viewer: Viewer, state: State | None, unit: OrgUnit | None, year: int | None) -> Select[TrainingRequest]:
    """The same in one state, in a unit and all below it, of one year."""
    found = requests_visible_to_hr(viewer)
    if state is not None:
        found = found.where(TrainingRequest.state == state)
    return _in(found, unit, year)


def numbers_of_states(viewer: Viewer, unit: OrgUnit | None, year: int | None) -> Mapping[State, int]:
    """How many there are in each state; one statement."""
    columns = TrainingRequest.state, func.count()
    found = _in(requests_visible_to_hr(viewer), unit, year).order_by(None).with_only_columns(*columns)
    return dict(db.session.execute(found.group_by(TrainingRequest.state)).all())


def years_of_requests(viewer: Viewer) -> Sequence[int]:
    """The years of which there are requests, the latest first; one statement."""
    found = requests_visible_to_hr(viewer).order_by(None).with_only_columns(TrainingRequest.year).distinct()
    return sorted(db.session.scalars(found), reverse=True)


def number_for_hr(viewer: Viewer) -> ScalarSelect[int]:
    """How many requests wait for the viewer as HR, as part of a statement."""
    return (
        select(func.count())
        .select_from(TrainingRequest)
        .join(TrainingRequest.person)
        .join(Person.unit)
        .where(TrainingRequest.state == State.WITH_HR, in_scope(viewer), Person.id != viewer.person.id)
        .scalar_subquery()
    )


def deciders_at_hr(request: TrainingRequest, on: dt.date) -> Select[Person]:
    """Who is HR for the person's unit that day; nobody decides about themselves."""
    return people.holders_of(Role.HR, request.person.unit.path, on).where(Person.id != request.person_id)


def _in(found: Select[TrainingRequest], unit: OrgUnit | None, year: int | None) -> Select[TrainingRequest]:
    if unit is not None:
        found = found.where(OrgUnit.path.startswith(unit.path))
    if year is not None:
        found = found.where(TrainingRequest.year == year)
    return found
