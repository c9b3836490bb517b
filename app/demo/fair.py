"""The fair: stands of many offices, most with a place, and the tour of an account."""

import datetime as dt
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from sqlalchemy import select

from app import clock
from app.db import db
from app.demo.seats import Desk, Offering
from app.demo.staff import Staff
from app.events.models import Event
from app.people.models import OrgUnit, Person
from app.stands.models import Fair, Stand, StandMark
from app.stands.rules import Stage

SHARE = 0.4
"""Of a small city so many come at most."""


def sign_up(script: Mapping[str, Any], event: Event, hired: Staff, desk: Desk, chance: Random) -> None:
    """Let visitors take seats."""
    bookable = event.bookable
    offering = Offering(bookable, bookable.pools[0].capacity or 0, [clock.local(bookable.starts_at).date()])
    since = desk.diary.today - dt.timedelta(days=30)
    able = [one for one in hired.everybody if not one.account and one.entered_on <= since]
    desk.first_come(offering, chance.sample(able, min(script["visitors"], round(len(able) * SHARE))))


def fill(script: Mapping[str, Any], events: Sequence[Event], hired: Staff, now: dt.datetime) -> None:
    """Write the stands of the event and the tour."""
    event = next((event for event in events if event.key == script["event"]), None)
    if event is None:
        return
    begins = clock.local(event.bookable.starts_at).date()
    fair = Fair(bookable_id=event.bookable_id, last_day=begins - dt.timedelta(days=script["last_day_days_before"]))
    db.session.add(fair)
    db.session.flush()
    stands = [
        _stand(fair, entry, contact, now - dt.timedelta(days=9, hours=-number))
        for number, entry in enumerate(script["stands"])
        if (contact := _contact(entry, hired)) is not None
    ]
    db.session.add_all(stands)
    db.session.flush()
    visitor = hired.accounts.get(script["account"])
    wanted = {str(place): rank for rank, place in enumerate(script["tour"], start=1)}
    if visitor:
        db.session.add_all(
            StandMark(person_id=visitor.id, stand_id=stand.id, rank=wanted[stand.place])
            for stand in stands
            if stand.place in wanted
        )
    db.session.flush()


def _stand(fair: Fair, entry: Mapping[str, Any], contact: Person, at: dt.datetime) -> Stand:
    return Stand(
        fair_id=fair.id,
        title=entry["title"],
        description=entry["about"],
        unit_id=contact.unit_id if entry.get("account") else _office(entry["office"]).id,
        contact_id=contact.id,
        needs_power=entry["power"],
        needs_table=entry["table"],
        remark=entry.get("remark", ""),
        stage=Stage.PLACED if "place" in entry else Stage.REGISTERED,
        hall=entry.get("hall"),
        place=entry.get("place"),
        registered_at=at,
    )


def _office(name: str) -> OrgUnit:
    return db.session.scalars(select(OrgUnit).where(OrgUnit.name == name)).one()


def _contact(entry: Mapping[str, Any], hired: Staff) -> Person | None:
    """Somebody of the office, or the account that has registered it; nobody where a small city has no such office."""
    if key := entry.get("account"):
        return db.session.get_one(Person, hired.accounts[key].id) if key in hired.accounts else None
    unit = db.session.scalars(select(OrgUnit).where(OrgUnit.name == entry["office"])).one_or_none()
    if unit is None:
        return None
    there = select(Person).join(Person.unit).where(OrgUnit.path.startswith(unit.path), Person.left_on.is_(None))
    return db.session.scalars(there.order_by(Person.id).limit(1)).first()
