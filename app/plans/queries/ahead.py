"""What is to come of talks, as the start page says it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, or_, select

from app.db import db
from app.people.models import Person
from app.people.viewer import Viewer
from app.plans.models import Talk, TalkSide
from app.plans.queries.talk import is_led_by, is_open
from app.plans.rules.talk import Side

MOST_TALKS = 3


@dataclass(frozen=True)
class OwnTalk:
    """The talk with one's leader that is still to be held or confirmed."""

    id: int
    planned_on: dt.date
    waits_for_me: bool


@dataclass(frozen=True)
class TeamTalk:
    """A talk to come with somebody whom one leads."""

    id: int
    planned_on: dt.date
    person_id: int
    name: str


@dataclass(frozen=True)
class Ahead:
    """What is to come of talks: the own one, how many wait for a leader, and the next ones with their people."""

    own: OwnTalk | None
    waiting: int
    team: Sequence[TeamTalk]
    more: int


def ahead_of(viewer: Viewer) -> Ahead:
    """The talks to come of the viewer and of those whom they lead; one statement.

    What waits for a leader is written down by the person, or released by both.
    """
    released = select(TalkSide.side).where(TalkSide.talk_id == Talk.id, TalkSide.released_at.is_not(None))
    by_both = and_(*(released.where(TalkSide.side == side).exists() for side in Side))
    by_person, is_recorded = Talk.recorded_by_id == Talk.person_id, Talk.recorded_at.is_not(None)
    own = Talk.person_id == viewer.person.id
    for_leader = or_(and_(is_recorded, by_person), and_(~is_recorded, by_both))
    standing = own.label("is_own"), and_(is_recorded, ~by_person).label("for_me"), for_leader.label("for_leader")
    columns = Talk.id, Talk.planned_on, Talk.person_id, Person.given_name, Person.family_name
    query = select(*columns, *standing).join(Talk.person).where(is_open(), or_(own, is_led_by(viewer)))
    rows = db.session.execute(query.order_by(Talk.planned_on, Talk.id)).all()
    mine = next((OwnTalk(row.id, row.planned_on, bool(row.for_me)) for row in rows if row.is_own), None)
    led = [row for row in rows if not row.is_own]
    team = [
        TeamTalk(row.id, row.planned_on, row.person_id, f"{row.given_name} {row.family_name}")
        for row in led
        if row.planned_on >= viewer.today
    ]
    return Ahead(mine, sum(bool(row.for_leader) for row in led), team[:MOST_TALKS], max(0, len(team) - MOST_TALKS))
