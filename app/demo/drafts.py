"""An event that is still being planned: a draft, for those who run it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from app import clock
from app.bookings.rules import Description, Kind
from app.events import actions as events
from app.events.models import Event
from app.events.rules import Text
from app.people.models import Person

END_OF_DAY = dt.time(23, 59)


def plan(draft: Mapping[str, Any], organiser: Person, today: dt.date) -> Event:
    """Write down the draft of the script, dated from today."""
    earliest = today + dt.timedelta(days=draft["in_days"])
    first = earliest + dt.timedelta(days=(draft["weekday"] - earliest.isoweekday()) % 7)
    spans = [
        (_at(first + dt.timedelta(days=number), day["start"]), _at(first + dt.timedelta(days=number), day["end"]))
        for number, day in enumerate(draft["days"])
    ]
    text = Text(*(draft[name] for name in ("key", "title", "summary", "body", "link")))
    description = Description(
        kind=Kind.EVENT,
        calendar_uid=f"event-{text.key}",
        title=text.title,
        path="",
        place=draft["place"],
        spans=spans,
        seats=draft["seats"],
        closes_at=clock.at(first - dt.timedelta(days=draft["closes_days_before"]), END_OF_DAY),
        cancel_until=clock.at(first - dt.timedelta(days=draft["cancel_until_days_before"]), END_OF_DAY),
        organiser_ids=[organiser.id],
    )
    return events.create(text, description, by=organiser)


def _at(day: dt.date, time: str) -> dt.datetime:
    return clock.at(day, dt.time.fromisoformat(time))
