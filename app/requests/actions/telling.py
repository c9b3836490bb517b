"""Who is told what: the leaders, HR of the unit, and the person."""

from collections.abc import Iterable

from sqlalchemy import Select, select

from app import clock
from app.db import db
from app.notifications.actions import notify, settle
from app.notifications.rules import Kind
from app.people import queries as people
from app.people.models import Person
from app.requests import queries
from app.requests.models import TrainingRequest
from app.requests.rules import State


def leaders(request: TrainingRequest) -> Select[Person]:
    """Who may decide as a leader today."""
    return people.leaders_of(request.person, clock.today())


def hr(request: TrainingRequest) -> Select[Person]:
    """Who may decide for HR today."""
    return queries.deciders_at_hr(request, clock.today())


def ask_leaders(request: TrainingRequest) -> None:
    """Tell the leader and the deputies that a request waits for them."""
    _tell(db.session.scalars(leaders(request)), Kind.TRAINING_WAITING, request, f"/team/requests/{request.id}")


def tell_hr(request: TrainingRequest, kind: Kind) -> None:
    """Tell HR of the unit something about a request, with the name of who asks."""
    _tell(db.session.scalars(hr(request)), kind, request, f"/studio/requests/{request.id}")


def tell_person(request: TrainingRequest, kind: Kind, note: str = "") -> None:
    """Tell who asks what became of it."""
    notify(
        request.person,
        kind,
        path=f"/requests/{request.id}",
        title=request.title,
        note=note or None,
        request=request.id,
    )


def settle_questions(request: TrainingRequest, before: State) -> None:
    """Whoever was asked to decide need not any more."""
    if before is State.WITH_LEADER:
        settle(leaders(request), Kind.TRAINING_WAITING, request=request.id)
    elif before is State.WITH_HR:
        settle(hr(request), Kind.TRAINING_WITH_HR, request=request.id)
    elif before is State.APPROVED:
        settle(select(Person).where(Person.id == request.person_id), Kind.TRAINING_OVER, request=request.id)


def _tell(readers: Iterable[Person], kind: Kind, request: TrainingRequest, path: str) -> None:
    for reader in readers:
        notify(reader, kind, path=path, who=request.person.name, title=request.title, request=request.id)
