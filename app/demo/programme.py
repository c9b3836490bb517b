"""The programme of the learning days: written and released by its organiser, and wished for by those who come."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import Any

from app import clock
from app.demo.seats import Desk, Offering
from app.demo.staff import Employee, Staff
from app.events import actions, queries
from app.events.models import Event, SlotWish, TimeBand
from app.events.rules import BandKind, Choosing
from app.people.models import Person

ACCOUNTS = ("leitung", "personalentwicklung")
SHARE, RANKING, SKEW = 0.12, 0.85, 1.2
"""How many of the staff come, how many of these have ranked wishes, and how unequal the topics are liked."""


def write(script: Mapping[str, Any], events: Sequence[Event], organiser: Person) -> None:
    """Write the programme of its event and release it."""
    event = next((event for event in events if event.key == script["event"]), None)
    if event is None:
        return
    first = clock.local(event.bookable.starts_at).date()
    ends = clock.at(first - dt.timedelta(days=script["wishes_close_days_before"]), dt.time.min)
    actions.set_choosing(event, choosing=Choosing.WISHES, wishes_until=ends)
    rooms = [actions.add_room(event, **room) for room in script["rooms"]]
    for number, day in enumerate(script["days"]):
        for entry in day:
            band = _add_band(event, first + dt.timedelta(days=number), entry)
            for key, room in zip(entry.get("topics", ()), rooms, strict=False):
                topic = script["topics"][key]
                actions.add_slot(
                    band,
                    title=topic["title"],
                    summary=topic["about"],
                    room_id=room.id,
                    seats=room.capacity,
                    speakers=[topic["who"]],
                )
    actions.release(event, by=organiser)


def fill(script: Mapping[str, Any], event: Event, staff: Staff, desk: Desk) -> None:
    """Let people sign up, the demo's accounts among them, and most of the others rank what they would like."""
    offering = Offering(
        event.bookable, event.bookable.pools[0].capacity or 0, [clock.local(event.bookable.starts_at).date()]
    )
    since = desk.diary.today - dt.timedelta(days=30)
    able = [one for one in staff.everybody if not one.account and one.entered_on <= since]
    number = min(offering.seats - len(ACCOUNTS), round(len(staff.everybody) * SHARE), len(able))
    crowd = [*(staff.accounts[key] for key in ACCOUNTS), *desk.diary.chance.sample(able, number)]
    popular = list(script["topics"].values())
    places = {topic["title"]: at for at, topic in enumerate(popular, start=1)}
    programme = queries.programme_of(event)
    bands = programme.bands if programme else []
    for _booking, employee in desk.first_come(offering, crowd):
        if not employee.account and desk.diary.chance.random() < RANKING:
            _rank(bands, employee, places, desk)


def _rank(bands: Sequence[TimeBand], employee: Employee, places: Mapping[str, int], desk: Desk) -> None:
    chance = desk.diary.chance
    liking = {title: -SKEW * math.log(at) - math.log(chance.expovariate(1)) for title, at in places.items()}
    for band in bands:
        for rank, slot in enumerate(sorted(band.slots, key=lambda slot: -liking[slot.title]), start=1):
            desk.diary.rows.add(SlotWish, person_id=employee.id, slot_id=slot.id, rank=rank)


def _add_band(event: Event, day: dt.date, entry: Mapping[str, Any]) -> TimeBand:
    starts, ends = (clock.at(day, dt.time.fromisoformat(time)) for time in entry["time"].split("-"))
    kinds = {"block": BandKind.SLOTS, "together": BandKind.TOGETHER, "pause": BandKind.BREAK}
    kind = next(name for name in kinds if name in entry)
    return actions.add_band(event, kind=kinds[kind], title=entry[kind], starts_at=starts, ends_at=ends)
