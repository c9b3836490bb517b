"""Planning events, making them known, changing them, and letting them not take place."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from flask_babel import gettext as _

from app import clock
from app.activity.actions import record
from app.bookings import actions as bookings
from app.bookings.rules import Description, Kind, copied_by, later
from app.db import db
from app.errors import Refused
from app.events import queries
from app.events.actions import slots
from app.events.actions.outcomes import lead_to
from app.events.models import Event
from app.events.rules import Text
from app.people.models import Person
from app.text.markdown import to_html

NO_OUTCOMES: Mapping[int, int] = {}


def create(text: Text, description: Description, *, by: Person) -> Event:
    """Plan an event; nobody but those who run it sees it until it is published."""
    bookable = bookings.describe(replace(description, path="/events", is_draft=True), by=by)
    event = Event(
        key=text.key,
        title=text.title,
        summary=text.summary,
        body=text.body,
        body_html=to_html(text.body),
        link=text.link,
        bookable_id=bookable.id,
    )
    event.bookable = bookable
    db.session.add(event)
    db.session.flush()
    bookable.path = f"/events/{event.id}"
    record(by, "events.created", event)
    db.session.flush()
    return event


def plan(
    text: Text,
    said: Mapping[str, Any],
    others: Sequence[str] = (),
    outcomes: Mapping[int, int] = NO_OUTCOMES,
    *,
    by: Person,
) -> Event:
    """Plan an event in the browser, with those who are named as running it; its key is made here, for ever.

    `said` is what the form knows of the date, under the names of `Description`.
    """
    key = secrets.token_hex(8)
    description = Description(**{"kind": Kind.EVENT, "path": ""} | dict(said) | {"calendar_uid": f"event-{key}"})
    event = create(replace(text, key=key), bookings.run_by_all(description, others), by=by)
    lead_to(event, outcomes)
    return event


def revise(
    event: Event,
    text: Text,
    said: Mapping[str, Any],
    others: Sequence[str] = (),
    outcomes: Mapping[int, int] | None = None,
    *,
    revision: int,
    by: Person,
) -> int:
    """Change an event; who has a seat is told once of a new time or place. Returns how many were told.

    What the form does not know of the date stays as it is.
    """
    _take(event)
    refuse_called_off(event)
    if event.revision != revision:
        raise Refused(
            _("Somebody else has changed this in the meantime. Nothing was overwritten: compare both, then save again.")
        )
    bookable, before = event.bookable, event.bookable.description
    held = bookings.holders(bookable)
    bookings.refuse_another_way(bookable, said.get("mode", bookable.mode))
    bookings.describe(bookings.run_by_all(replace(before, **said), others), by=by)
    _write(event, text)
    if outcomes is not None:
        lead_to(event, outcomes)
    event.revision, event.edited_at = event.revision + 1, clock.now()
    slots.follow_event(event, by=by)
    record(by, "events.revised", event)
    db.session.flush()
    return bookings.tell_moved(bookable, before, held)


def publish(event: Event, *, by: Person) -> Event:
    """Show an event to everybody it is open to."""
    _take(event)
    refuse_called_off(event)
    if event.published_at is None:
        if event.bookable.starts_at <= clock.now():
            raise Refused(_("The date lies in the past. Please give the event a new date, then publish it."))
        if event.bookable.terms.lacks_seed:
            raise Refused(_("Lots decide about the seats. Please say first where the seed of the draw will come from."))
        event.published_at = clock.now()
        event.bookable.is_draft = False
        slots.follow_event(event, by=by)
        record(by, "events.published", event)
        db.session.flush()
    return event


def call_off(event: Event, *, reason: str, by: Person) -> Event:
    """Let an event not take place, for good; everybody with a claim is told once, and seats in its slots end."""
    _take(event)
    if event.bookable.cancelled_at is None:
        bookings.call_off(event.bookable, reason=reason, by=by)
        record(by, "events.called-off", event)
        db.session.flush()
    return event


def copy(event: Event, *, by: Person) -> Event:
    """Take an event as the draft of another one, some whole weeks later, run by the same people and this one.

    Its quotas and what people are asked come along, and its programme as a draft, so much later too; seats and wishes
    stay behind.
    """
    before = event.bookable.description
    by_weeks = copied_by(before.starts_at, clock.now())
    said = asdict(later(before, lambda moment: clock.shifted(moment, by_weeks)))
    said["organiser_ids"] = {*before.organiser_ids, by.id}
    text = Text("", event.title, event.summary, event.body, event.link)
    made = plan(text, said, outcomes=queries.levels_of(event.id), by=by)
    bookings.take_along(made.bookable, event.bookable, by=by)
    if not event.body:
        made.body_html = event.body_html
    slots.copy_programme(event, made, lambda moment: clock.shifted(moment, by_weeks))
    db.session.flush()
    return made


def refuse_called_off(event: Event) -> None:
    """Say that there is nothing left to change."""
    if event.bookable.cancelled_at:
        raise Refused(_("This event was cancelled, so it can’t be changed any more. You can plan it anew from a copy."))


def _take(event: Event) -> None:
    """Wait for everybody else who changes this event, and see what they left."""
    db.session.flush()
    db.session.refresh(event, with_for_update={"of": Event})
    db.session.refresh(event.bookable)


def _write(event: Event, text: Text) -> None:
    """Take the text over; a text from before Lotse kept what was typed stays until there is another one."""
    event.title, event.summary, event.link = text.title, text.summary, text.link
    if event.body != text.body:
        event.body, event.body_html = text.body, to_html(text.body)
