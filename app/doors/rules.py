"""What a device reports that has let people in by itself, and what came of it."""

import datetime as dt
import enum
import re
from dataclasses import dataclass
from typing import Any, TypeGuard

from flask_babel import gettext as _

MOST_NOTES = 50
"""So many in one report; a device with more of them sends several reports."""
LATE = dt.timedelta(days=2)
"""So long after its day a device can still report what it did on it."""
NUMBER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
GREATEST_ROW = 10**18


class Act(enum.StrEnum):
    """What happened at the door: somebody came in, asked to come in where the device had no place left, or did not."""

    CAME = "came"
    ASKS = "asks"
    UNDOES = "undoes"


class Outcome(enum.StrEnum):
    """What came of it."""

    WELCOME = "welcome"
    THERE = "there"
    TWICE = "twice"
    WITHOUT_SEAT = "without-seat"
    UNDONE = "undone"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Note:
    """One thing that a device noted, under a number of its own."""

    id: str
    booking_id: int
    act: Act
    seconds_ago: int


@dataclass(frozen=True)
class Report:
    """What a device sends: its notes in order, and how many places it then still has; None: not limited."""

    notes: tuple[Note, ...]
    places: int | None


def read(sent: Any) -> Report | None:
    """The report in what was sent; None where that is none."""
    if not isinstance(sent, dict) or not isinstance(sent.get("notes"), list) or len(sent["notes"]) > MOST_NOTES:
        return None
    places, notes = sent.get("places"), [_note(one) for one in sent["notes"]]
    if None in notes or not (places is None or _is_number(places)):
        return None
    return Report(tuple(note for note in notes if note), places)


def _note(sent: Any) -> Note | None:
    if not isinstance(sent, dict):
        return None
    number, act = sent.get("id"), sent.get("act")
    if not (isinstance(number, str) and NUMBER.fullmatch(number) and act in list(Act)):
        return None
    booking_id, ago = sent.get("booking"), sent.get("seconds_ago")
    return Note(number, booking_id, Act(act), ago) if _is_number(booking_id) and _is_number(ago) else None


def _is_number(sent: Any) -> TypeGuard[int]:
    return type(sent) is int and 0 <= sent < GREATEST_ROW


def when(note: Note, now: dt.datetime, *, earliest: dt.datetime, latest: dt.datetime) -> dt.datetime:
    """At what time it happened, within what can be: the clock of a device is not asked, only how long ago it was."""
    longest = int((now - earliest).total_seconds())
    return max(earliest, min(latest, now - dt.timedelta(seconds=min(note.seconds_ago, max(0, longest)))))


def places_left(had: int, claimed: int | None, given_away: int) -> int:
    """How many of its places a device still has: as many as it says, and never more than it can have."""
    left = max(0, had - given_away)
    return left if claimed is None else min(left, claimed)


def sentence(outcome: Outcome, name: str, since: str) -> str:
    """What came of it, for whoever stands at the door."""
    said = {
        Outcome.WELCOME: _("Welcome, %(name)s!"),
        Outcome.THERE: _("%(name)s is there since %(time)s."),
        Outcome.TWICE: _(
            "%(name)s had been let in at another door already, at %(time)s, and counts once. "
            "If that was somebody else, please tell the organisers."
        ),
        Outcome.WITHOUT_SEAT: _("%(name)s had no seat any more and counts as somebody without a seat."),
        Outcome.UNDONE: _("%(name)s is not there after all."),
        Outcome.UNKNOWN: _("This is no ticket of this event. Please look for the person by name."),
    }
    return said[outcome] % {"name": name, "time": since}
