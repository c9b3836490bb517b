"""Series: planning dates that come again, and going on with them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask_babel import gettext as _

from app import clock
from app.bookings import actions as bookings
from app.bookings.rules import Description
from app.db import db
from app.errors import Refused
from app.events import queries, rules
from app.events.actions.event import NO_OUTCOMES, create, plan
from app.events.actions.outcomes import lead_to
from app.events.models import Event, EventSeries
from app.events.rules import Outlook, Text
from app.people.models import Person

MOMENTS = ("opens_at", "closes_at", "cancel_until")
DAY = dt.timedelta(days=1)


def plan_series(
    text: Text,
    said: Mapping[str, Any],
    others: Sequence[str] = (),
    outcomes: Mapping[int, int] = NO_OUTCOMES,
    *,
    outlook: Outlook | None,
    by: Person,
) -> Event:
    """Plan an event, and where there is an outlook all its other dates too; returns the first of them."""
    if outlook is None:
        return plan(text, said, others, outcomes, by=by)
    typed = clock.local(said["spans"][0][0]).date()
    event = plan(text, dict(said) | later(said, outlook.days[0] - typed), others, outcomes, by=by)
    come_again(event, outlook, by=by)
    return event


def come_again(first: Event, outlook: Outlook, *, by: Person) -> EventSeries:
    """Let an event that was just planned be the first date of a series; the others are planned like it, as drafts."""
    said, text = first.bookable.description, Text(first.key, first.title, first.summary, first.body, first.link)
    start, end = (clock.local(moment).time() for moment in first.bookable.times[0])
    series = EventSeries(key=first.key, title=first.title, place=said.place, rule=outlook.rule, first_on=outlook.first)
    series.starts, series.ends = start, end
    db.session.add(series)
    first.series, first.series_day = series, outlook.days[0]
    keys = {day: f"{first.key}-{number}" for number, day in enumerate(outlook.days[1:], start=2)}
    _add(series, keys, text, said, queries.levels_of(first.id), by=by)
    db.session.flush()
    return series


def prolong(event: Event, *, outlook: Outlook, by: Person) -> Event:
    """Add dates to the series of an event, as drafts like its last date that takes place; returns the first of them."""
    series = event.series
    if series is None:
        raise Refused(_("This event takes place once, so there is no series to go on."))
    db.session.refresh(series, with_for_update=True)
    pattern, number = rules.read_rule(series.rule)
    if outlook.first <= rules.days_of(series.rule, series.first_on)[-1]:
        raise Refused(_("Somebody else has added dates in the meantime. Please look at the dates again."), "times")
    dates = sorted(db.session.scalars(queries.dates_from(series, series.first_on)).unique(), key=day_of)
    like = next((one for one in reversed(dates) if one.bookable.cancelled_at is None), dates[-1])
    said = _usual(like.bookable.description, series, by)
    text = Text("", series.title, like.summary, like.body, like.link)
    keys = {day: f"{series.key}-{day:%Y%m%d}" for day in outlook.days}
    made = _add(series, keys, text, said, queries.levels_of(like.id), by=by)
    for one in made:
        bookings.take_along(one.bookable, like.bookable, by=by)
    series.rule = pattern.rule(number + len(outlook.days) + len(outlook.skipped))
    series.calendar_sequence += 1
    db.session.flush()
    return made[0]


def _add(
    series: EventSeries,
    keys: Mapping[dt.date, str],
    text: Text,
    said: Description,
    levels: Mapping[int, int],
    *,
    by: Person,
) -> list[Event]:
    """Plan dates like one that is there already, as drafts: on which days, and under which keys."""
    day, made = clock.local(said.starts_at).date(), list[Event]()
    moments = {"spans": said.spans} | {name: getattr(said, name) for name in MOMENTS}
    for other, key in keys.items():
        moved = replace(said, calendar_uid=f"event-{key}", **later(moments, other - day))
        one = create(replace(text, key=key), moved, by=by)
        lead_to(one, levels)
        one.series, one.series_day = series, other
        made.append(one)
    return made


def _usual(said: Description, series: EventSeries, by: Person) -> Description:
    """What is said of a date, at the usual time and place."""
    day = clock.local(said.starts_at).date()
    start, end = (clock.at(day, time) for time in (series.starts, series.ends))
    moments = {name: getattr(said, name) for name in MOMENTS}
    usual: dict[str, Any] = {
        name: None if at in (None, said.starts_at) else min(at, start) for name, at in moments.items()
    }
    usual |= {"title": series.title, "place": series.place, "spans": [(start, end)]}
    return replace(said, **usual, organiser_ids={*said.organiser_ids, by.id})


def later(said: Mapping[str, Any], by: dt.timedelta) -> dict[str, Any]:
    """The times and the moments around them, so much later by the clocks of the house."""
    moments = {name: clock.shifted(said[name], by) if said.get(name) else None for name in MOMENTS if name in said}
    return moments | {"spans": [(clock.shifted(start, by), clock.shifted(end, by)) for start, end in said["spans"]]}


def day_of(event: Event) -> dt.date:
    """By which the dates of a series stand in order."""
    return event.series_day or dt.date.min
