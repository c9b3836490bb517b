"""Questions about newcomers and their buddies."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from sqlalchemy import Integer, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app import clock
from app.db import db
from app.people import queries as people
from app.people.models import Person
from app.people.viewer import Viewer
from app.plans.models import Assignment, BuddyNote, BuddyPair, BuddySkip, PlanTemplate
from app.plans.rules import buddy as rules

LATELY = dt.timedelta(weeks=26)


@dataclass(frozen=True)
class Appointment:
    """The next time that somebody meets their buddy, or the person whom they accompany; it names nobody."""

    pair_id: int
    is_buddy: bool
    day: dt.date
    time: dt.time


@dataclass(frozen=True)
class Soon:
    """The next appointments, and how many ask the viewer to be a buddy."""

    appointments: tuple[Appointment, ...]
    requests: int


def pairs_visible_to(viewer: Viewer) -> Select[BuddyPair]:
    """The pairs that the viewer is one of, from the day on which they accepted, and those they are asked for."""
    me = viewer.person.id
    asked = (BuddyPair.buddy_id == me) & BuddyPair.declined_at.is_(None)
    accompanied = (BuddyPair.person_id == me) & BuddyPair.accepted_at.is_not(None)
    return _pairs().where(or_(asked, accompanied)).order_by(BuddyPair.ended_at.is_not(None), BuddyPair.id.desc())


def requests_to(viewer: Viewer) -> Select[BuddyPair]:
    """What the viewer is or was asked to do; what is answered already, the action refuses."""
    return _pairs().where(BuddyPair.buddy_id == viewer.person.id)


def pairs_that_met(viewer: Viewer) -> Select[BuddyPair]:
    """The pairs that the viewer is one of and that were agreed, also those that have ended."""
    me = viewer.person.id
    is_one = or_(BuddyPair.person_id == me, BuddyPair.buddy_id == me)
    return _pairs().where(is_one, BuddyPair.accepted_at.is_not(None))


def asked_by(viewer: Viewer) -> Select[BuddyPair]:
    """What the viewer has asked for and nobody has answered: who was asked, nothing of what the two do."""
    return _pairs().where(
        BuddyPair.asked_by_id == viewer.person.id,
        BuddyPair.accepted_at.is_(None),
        BuddyPair.declined_at.is_(None),
        BuddyPair.ended_at.is_(None),
    )


def live_pair(person_id: int, buddy_id: int) -> Select[BuddyPair]:
    """The pair of these two that is neither declined nor ended."""
    return pairs_of(person_id).where(BuddyPair.buddy_id == buddy_id)


def pairs_of(person_id: int) -> Select[BuddyPair]:
    """Who accompanies this person, or is asked to."""
    return _live().where(BuddyPair.person_id == person_id)


def is_expecting_one(viewer: Viewer) -> bool:
    """Whether a template that the viewer got lately wants somebody to accompany them."""
    since = clock.start_of(viewer.today - LATELY)
    given = select(Assignment.id).join(Assignment.template)
    lately = given.where(Assignment.person_id == viewer.person.id, Assignment.assigned_at >= since)
    return db.session.scalar(lately.where(PlanTemplate.has_buddy).limit(1)) is not None


def newcomers_alone(viewer: Viewer) -> Select[Person]:
    """Those whom the viewer leads today, whose template wants a buddy, and whom nobody accompanies or is asked to."""
    since = clock.start_of(viewer.today - LATELY)
    given = select(Assignment.id).join(Assignment.template)
    is_wanted = given.where(Assignment.person_id == Person.id, Assignment.assigned_at >= since, PlanTemplate.has_buddy)
    led = people.people_led(viewer.leading, viewer.today).where(Person.id != viewer.person.id)
    return led.where(is_wanted.exists(), ~_live().where(BuddyPair.person_id == Person.id).exists())


def notes_of(pair_id: int) -> Select[BuddyNote]:
    """What both wrote down, latest appointment first."""
    return (
        select(BuddyNote)
        .where(BuddyNote.pair_id == pair_id)
        .options(joinedload(BuddyNote.author))
        .order_by(BuddyNote.day.desc(), BuddyNote.id)
    )


def notes_by(viewer: Viewer) -> Select[BuddyNote]:
    """What the viewer wrote down in pairs that they see."""
    pairs = pairs_visible_to(viewer).with_only_columns(BuddyPair.id).order_by(None)
    return select(BuddyNote).where(BuddyNote.author_id == viewer.person.id, BuddyNote.pair_id.in_(pairs))


def soon_of(viewer: Viewer) -> Soon:
    """The next appointment of each pair that the viewer is one of, and how many ask them; one statement."""
    mine = viewer.person.id
    appointments, asking = [], 0
    pairs = groupby(db.session.execute(_live_with_skips(), {"me": mine}), key=lambda row: row[:-1])
    for (pair_id, buddy_id, weekday, time, until, is_agreed), rows in pairs:
        skipped = {day for *_, day in rows if day}
        if not is_agreed:
            asking += 1
        elif day := rules.next_appointment(weekday, viewer.today, until, skipped):
            appointments.append(Appointment(pair_id, buddy_id == mine, day, time))
    return Soon(tuple(appointments), asking)


@cache
def _live_with_skips() -> Select[int, int, int, dt.time, dt.date, bool, dt.date]:
    """The question for somebody's pairs and those who ask them, built once: start page and plan ask it."""
    me, is_agreed = bindparam("me", type_=Integer), BuddyPair.accepted_at.is_not(None)
    columns = (BuddyPair.id, BuddyPair.buddy_id, BuddyPair.weekday, BuddyPair.time, BuddyPair.until, is_agreed)
    is_one = or_(BuddyPair.buddy_id == me, and_(BuddyPair.person_id == me, is_agreed))
    is_live = BuddyPair.declined_at.is_(None), BuddyPair.ended_at.is_(None)
    return select(*columns, BuddySkip.day).outerjoin(BuddyPair.skips).where(is_one, *is_live).order_by(BuddyPair.id)


def next_of(pair: BuddyPair, today: dt.date) -> dt.date | None:
    """The next appointment of a pair."""
    return rules.next_appointment(pair.weekday, today, pair.until, {skip.day for skip in pair.skips})


def forgotten_pairs(day: dt.date, moment: dt.datetime) -> Select[int]:
    """The ids of the pairs whose last appointment lies before a day, or that ended before the moment it began."""
    ended_at = func.coalesce(BuddyPair.ended_at, BuddyPair.declined_at)
    return select(BuddyPair.id).where(or_(BuddyPair.until < day, ended_at < moment))


def _live() -> Select[BuddyPair]:
    return select(BuddyPair).where(BuddyPair.declined_at.is_(None), BuddyPair.ended_at.is_(None))


def _pairs() -> Select[BuddyPair]:
    return (
        select(BuddyPair)
        .join(BuddyPair.person)
        .options(contains_eager(BuddyPair.person), joinedload(BuddyPair.buddy), selectinload(BuddyPair.skips))
    )
