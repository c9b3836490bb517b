"""Dates as iCalendar (RFC 5545): invitations for letters (iTIP, RFC 5546), and calendars to subscribe to."""

import datetime as dt
import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import icalendar

from app import clock

PRODUCT = "-//Lotse//Lotse//DE"
ZONE = "Europe/Berlin"
Span = tuple[dt.datetime, dt.datetime]


class Method(enum.StrEnum):
    """What a calendar is asked to do."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True)
class Again:
    """How a date comes again: a rule, what it names but does not take place, and what takes place otherwise.

    Both are named by when the rule says that they begin.
    """

    rule: str
    left_out: Sequence[dt.datetime] = ()
    changed: Sequence[tuple[dt.datetime, "Entry"]] = ()


@dataclass(frozen=True)
class Entry:
    """A date: its uid stays for ever, its sequence grows when time, place or title change.

    What takes whole days has no spans; `until` is the last of several.
    """

    uid: str
    title: str
    stamped_at: dt.datetime
    spans: Sequence[Span] = ()
    day: dt.date | None = None
    until: dt.date | None = None
    place: str = ""
    url: str = ""
    sequence: int = 0
    is_cancelled: bool = False
    again: Again | None = None


@dataclass(frozen=True)
class Mailbox:
    """A name and an address."""

    name: str
    address: str


def uid(name: str, base: str) -> str:
    """The uid of a date all over the world: its own name, and where Lotse is reached."""
    return f"{name}@{urlsplit(base).hostname}"


def published(name: str, entries: Iterable[Entry]) -> bytes:
    """A calendar to subscribe to or to take over: nobody is invited in it."""
    calendar = _calendar(Method.PUBLISH)
    calendar.add("x-wr-calname", name)
    for entry in entries:
        for event in _events(entry):
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def invitation(method: Method, entry: Entry, *, sender: Mailbox, guest: Mailbox) -> bytes:
    """One date for one person, who has said yes already: they are not asked to answer."""
    calendar = _calendar(method)
    for event in _events(entry):
        event.add("organizer", _address(sender))
        attendee = _address(guest)
        attendee.params |= {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "ACCEPTED", "RSVP": "FALSE"}
        event.add("attendee", attendee)
        event.add("status", "CANCELLED" if method is Method.CANCEL else "CONFIRMED")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar(method: Method) -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method.value)
    calendar.add_component(_timezone())
    return calendar


def _events(entry: Entry) -> Iterable[icalendar.Event]:
    """The components of a date: one, and one more for each time that the first does not say."""
    if entry.day:
        yield _whole_days(entry, entry.day)
    elif entry.again:
        yield from _series(entry, entry.again)
    else:
        yield from _meetings(entry)


def _whole_days(entry: Entry, day: dt.date) -> icalendar.Event:
    event = _event(entry)
    event.add("dtstart", day)
    if entry.until:
        event.add("dtend", entry.until + dt.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _series(entry: Entry, again: Again) -> Iterable[icalendar.Event]:
    """The rule with what it leaves out, and each date that takes place otherwise."""
    master, (span,) = _event(entry), entry.spans
    _put_time(master, *span)
    master.add("rrule", icalendar.vRecur.from_ical(again.rule))
    if again.left_out:
        master.add("exdate", [_local(one) for one in again.left_out], parameters={"TZID": ZONE})
    yield master
    for moment, changed in again.changed:
        other = _event(changed)
        other.add("recurrence-id", _local(moment), parameters={"TZID": ZONE})
        _put_time(other, changed.spans[0][0], changed.spans[-1][1])
        yield other


def _meetings(entry: Entry) -> Iterable[icalendar.Event]:
    """The first time; where there are more, it names them all, and each of another length says so by itself.

    The first is named among them, too: RFC 5545 (3.8.5.2) counts it once, and some readers leave it out otherwise.
    """
    first = _event(entry)
    (start, end), *others = sorted(entry.spans)
    _put_time(first, start, end)
    if others:
        first.add(
            "rdate", [_local(one) for one in (start, *(other for other, _end in others))], parameters={"TZID": ZONE}
        )
    yield first
    for other_start, other_end in others:
        if other_end - other_start != end - start:
            other = _event(entry)
            other.add("recurrence-id", _local(other_start), parameters={"TZID": ZONE})
            _put_time(other, other_start, other_end)
            yield other


def _event(entry: Entry) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamped_at)
    event.add("summary", entry.title)
    if entry.is_cancelled:
        event.add("status", "CANCELLED")
    for name, value in (("location", entry.place), ("url", entry.url), ("description", entry.url)):
        if value:
            event.add(name, value)
    return event


def _put_time(event: icalendar.Event, start: dt.datetime, end: dt.datetime) -> None:
    event.add("dtstart", _local(start), parameters={"TZID": ZONE})
    event.add("dtend", _local(end), parameters={"TZID": ZONE})


def _local(moment: dt.datetime) -> dt.datetime:
    """The wall time without a zone: the property names the zone, which the calendar brings along."""
    return clock.local(moment).replace(tzinfo=None)


def _address(mailbox: Mailbox) -> icalendar.vCalAddress:
    made = icalendar.vCalAddress(f"mailto:{mailbox.address}")
    made.params["CN"] = icalendar.vText(mailbox.name)
    return made


def _timezone() -> icalendar.Timezone:
    """The two changes of clock of Central Europe, as a rule that every reader understands (Directive 2000/84/EC)."""
    zone = icalendar.Timezone()
    zone.add("tzid", ZONE)
    winter, summer = dt.timedelta(hours=1), dt.timedelta(hours=2)
    changes = (
        (icalendar.TimezoneDaylight(), "CEST", dt.datetime.fromisoformat("1996-03-31T02:00"), winter, summer, 3),
        (icalendar.TimezoneStandard(), "CET", dt.datetime.fromisoformat("1996-10-27T03:00"), summer, winter, 10),
    )
    for change, name, since, before, after, month in changes:
        change.add("dtstart", since)
        change.add("tzoffsetfrom", before)
        change.add("tzoffsetto", after)
        change.add("tzname", name)
        change.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        zone.add_component(change)
    return zone
