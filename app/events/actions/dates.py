"""Changing the dates of a series: one, this and the following, or all."""

import datetime as dt
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import format_date
from flask_babel import gettext as _

from app import clock
from app.bookings.rules import Description
from app.db import db
from app.errors import Refused
from app.events import queries, rules
from app.events.actions.event import call_off, publish, revise
from app.events.actions.series import MOMENTS
from app.events.models import Event, EventSeries, Mark
from app.events.rules import Scope, Text
from app.people.models import Person

DAY = dt.timedelta(days=1)


def revise_dates(
    event: Event,
    text: Text,
    said: Mapping[str, Any],
    others: Sequence[str] = (),
    outcomes: Mapping[int, int] | None = None,
    *,
    revision: int,
    scope: Scope = Scope.ONE,
    by: Person,
) -> int:
    """Change a date, this and those after it, or all that are to come; returns how many seats' holders were told.

    The further dates take over only what was changed here: a room of their own stays unless the room was changed.
    """
    dates = db.session.scalars(queries.dates_to_change(event, scope)).unique().all()
    old, before = Text("", event.title, event.summary, event.body, event.link), event.bookable.description
    led_to = queries.levels_of(event.id)
    told = revise(event, text, said, others, outcomes, revision=revision, by=by)
    if event.series is None or scope is Scope.ONE:
        return told
    after = event.bookable.description
    if len(after.spans) > 1:
        raise Refused(_("Each date of a series lies on one day. Change this for one date alone."), "day_2")
    change = _Change(old, text, before, after, outcomes if outcomes != led_to else None)
    moves = _follow(event, dates, change)
    for other in dates:
        new = {"spans": change.spans_of(other, moves.get(other.id, dt.timedelta()))} if change.moves else {}
        told += _revise(other, change, new, by=by)
    if change.renames or change.moves:
        event.series.title, event.series.place = event.title, after.place
        event.series.calendar_sequence += 1
    db.session.flush()
    return told


def call_off_dates(event: Event, *, reason: str, scope: Scope = Scope.ONE, by: Person) -> int:
    """Let a date, this and those after it, or all that are to come not take place; returns how many dates."""
    dates = [event, *db.session.scalars(queries.dates_to_change(event, scope)).unique()]
    for one in sorted(dates, key=lambda one: one.bookable.starts_at):
        call_off(one, reason=reason, by=by)
    return len(dates)


def publish_dates(event: Event, *, by: Person) -> int:
    """Show all dates of a series that are to come to everybody they are open to; returns how many were drafts."""
    found = db.session.scalars(queries.dates_to_change(event, Scope.ALL)).unique().all()
    drafts = [one for one in [event, *found] if one.published_at is None]
    for one in sorted(drafts, key=lambda one: one.bookable.starts_at):
        publish(one, by=by)
    return len(drafts)


@dataclass(frozen=True)
class _Change:
    """What was changed about one date, and what that means for another."""

    old: Text
    text: Text
    before: Description
    after: Description
    outcomes: Mapping[int, int] | None

    @property
    def moves(self) -> bool:
        return self.before.spans != self.after.spans

    @property
    def renames(self) -> bool:
        return self.old.title != self.text.title or self.before.place != self.after.place

    @property
    def shift(self) -> dt.timedelta:
        return clock.local(self.after.starts_at).date() - clock.local(self.before.starts_at).date()

    @property
    def times(self) -> tuple[dt.time, dt.time]:
        start, end = self.after.spans[0]
        return clock.local(start).time(), clock.local(end).time()

    def text_of(self, other: Event) -> Text:
        names = ("title", "summary", "body", "link")
        changed = {name for name in names if (getattr(self.old, name) or "") != (getattr(self.text, name) or "")}
        return Text("", **{name: getattr(self.text if name in changed else other, name) for name in names})

    def spans_of(self, other: Event, shift: dt.timedelta) -> list[tuple[dt.datetime, dt.datetime]]:
        day = clock.local(other.bookable.starts_at).date() + shift
        start, end = (clock.at(day, time) for time in self.times)
        if start <= clock.now():
            raise Refused(
                _("Then the date of %(day)s would lie in the past.", day=format_date(day - shift, "long")), "day_1"
            )
        return [(start, end)]

    def said_of(self, other: Event, spans: Mapping[str, Any]) -> dict[str, Any]:
        names = ("title", "place", "seats", "mode", "has_waitlist", "audience_id", "decide_within_days", "undecided")
        said = {name: getattr(self.after, name) for name in names}
        said = {name: value for name, value in said.items() if value != getattr(self.before, name)}
        if set(self.after.organiser_ids) != set(self.before.organiser_ids):
            said["organiser_ids"] = self.after.organiser_ids
        return said | dict(spans) | self._moments_of(other, spans)

    def _moments_of(self, other: Event, spans: Mapping[str, Any]) -> dict[str, Any]:
        """As long before that date as they lie before this one; one that was not changed moves along with its date."""
        bookable = other.bookable
        start = spans["spans"][0][0] if spans else bookable.starts_at
        found = {}
        for name in MOMENTS:
            moment, was, kept = getattr(self.after, name), getattr(self.before, name), getattr(bookable, name)
            is_at_start = kept == bookable.starts_at
            if moment != was and not (moment == self.after.starts_at and was == self.before.starts_at):
                found[name] = min(clock.shifted(moment, _days(self.after.starts_at, start)), start) if moment else None
            elif spans and kept:
                found[name] = (
                    start if is_at_start else min(clock.shifted(kept, _days(bookable.starts_at, start)), start)
                )
        return found


def _revise(other: Event, change: _Change, spans: Mapping[str, Any], *, by: Person) -> int:
    day = other.bookable.starts_at
    try:
        text, said = change.text_of(other), change.said_of(other, spans)
        return revise(
            other, text, said | {"title": text.title}, outcomes=change.outcomes, revision=other.revision, by=by
        )
    except Refused as refused:
        if refused.field == "day_1":
            raise
        on = format_date(clock.local(day).date(), "long")
        raise Refused(_("On %(day)s: %(sentence)s", day=on, sentence=refused.sentence), refused.field) from refused


def _follow(event: Event, dates: Sequence[Event], change: _Change) -> dict[int, dt.timedelta]:
    """Let the rule follow dates that have moved: how far each of them goes, by event.

    What is past or comes before keeps the rule it had: from here on it is another series.
    """
    series, day = event.series, event.series_day
    if not change.moves or series is None or day is None:
        return {}
    first = min(one.series_day for one in [event, *dates] if one.series_day)
    days = rules.days_of(series.rule, series.first_on)
    rest = days[days.index(first) :]
    pattern, _number = rules.read_rule(series.rule)
    new, goes = rules.moved_days(pattern.rule(len(rest)), first, day, day + change.shift)
    rows = db.session.scalars(queries.dates_from(series, first)).all()
    if len(rows) < queries.number_of_dates(series):
        series.rule = pattern.rule(len(days) - len(rest))
        series.calendar_sequence += 1
        series = _split(series)
    series.rule, series.first_on = new.rule(len(rest)), goes[first]
    series.starts, series.ends = change.times
    db.session.add(series)
    moves = {}
    for row in sorted(rows, key=lambda row: row.series_day or first, reverse=change.shift > dt.timedelta()):
        was = row.series_day or first
        row.series, row.series_day = series, goes[was]
        moves[row.id] = goes[was] - was
        db.session.flush()
    return moves


def _split(series: EventSeries) -> EventSeries:
    """A series that goes on from this one; who kept all dates of this one in the calendar keeps those too."""
    made = EventSeries(key=secrets.token_hex(8), title=series.title, place=series.place)
    made.rule, made.first_on, made.starts, made.ends = series.rule, series.first_on, series.starts, series.ends
    db.session.add(made)
    db.session.flush()
    for mark in db.session.scalars(queries.marks_on(series)):
        db.session.add(Mark(person_id=mark.person_id, series_id=made.id, marked_at=mark.marked_at))
    return made


def _days(before: dt.datetime, after: dt.datetime) -> dt.timedelta:
    return clock.local(after).date() - clock.local(before).date()
