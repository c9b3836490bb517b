"""Questions about shares, and about who has looked."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import aliased, joinedload

from app import clock
from app.db import db
from app.people.models import Person
from app.people.viewer import Viewer
from app.visibility.models import ReadAudit, Share

MOST_LOOKS = 1000


@dataclass(frozen=True)
class Look:
    """Somebody looked on a day for a purpose, however often."""

    day: dt.date
    viewer: str
    purpose: str


def is_live(now: dt.datetime) -> ColumnElement[bool]:
    """SQL twin of `rules.is_live`."""
    return and_(Share.withdrawn_at.is_(None), Share.starts_at <= now, Share.ends_at > now)


def shares_of(viewer: Viewer) -> Select[Share]:
    """What the viewer has shared, newest first, with the reader."""
    mine = select(Share).where(Share.person_id == viewer.person.id)
    return mine.options(joinedload(Share.reader)).order_by(Share.starts_at.desc(), Share.id.desc())


def live_shares_to(viewer: Viewer) -> Select[Share]:
    """What the viewer may read at this moment because somebody shared it with them, newest first."""
    return (
        select(Share)
        .where(Share.reader_id == viewer.person.id, is_live(clock.now()))
        .options(joinedload(Share.person).joinedload(Person.unit))
        .order_by(Share.starts_at.desc(), Share.id.desc())
    )


def seen_since(since: dt.datetime, viewer: Viewer, category: str, purpose: str) -> Select[int]:
    """Whose data of a category the viewer has seen for a purpose since a moment."""
    same = ReadAudit.viewer_id == viewer.person.id, ReadAudit.category == category, ReadAudit.purpose == purpose
    return select(ReadAudit.person_id).where(*same, ReadAudit.at >= since)


def looks_at(person_id: int, categories: Collection[str]) -> list[Look]:
    """Who has looked at this person's data of these categories, and why: a line a day, newest first; one statement."""
    viewer = aliased(Person)
    query = (
        select(ReadAudit.at, viewer.id, viewer.given_name, viewer.family_name, ReadAudit.purpose)
        .join(viewer, viewer.id == ReadAudit.viewer_id)
        .where(ReadAudit.person_id == person_id, ReadAudit.category.in_(categories))
        .order_by(ReadAudit.at.desc(), ReadAudit.id.desc())
        .limit(MOST_LOOKS)
    )
    looks: dict[tuple[dt.date, int, str], Look] = {}
    for at, viewer_id, given, family, purpose in db.session.execute(query):
        day = clock.local(at).date()
        looks.setdefault((day, viewer_id, purpose), Look(day, f"{given} {family}", purpose))
    return list(looks.values())
