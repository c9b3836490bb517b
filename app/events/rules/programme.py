"""What a programme says, what has changed in it, and what does not fit."""

import datetime as dt
import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from app.text.folding import fold


class BandKind(enum.StrEnum):
    """What happens in a time band: slots side by side, something for all, or nothing."""

    SLOTS = "slots"
    TOGETHER = "together"
    BREAK = "break"


class Choosing(enum.StrEnum):
    """How people come to their slots."""

    DIRECT = "direct"
    WISHES = "wishes"


@dataclass(frozen=True)
class SlotText:
    """A slot as it is written down; `bookable_id` is there from its first release on."""

    id: int
    title: str
    summary: str
    room: str
    seats: int
    speakers: tuple[str, ...]
    bookable_id: int | None = None

    @property
    def topic(self) -> str:
        """What it is about: slots of one title are the same, held again."""
        return fold(self.title)


@dataclass(frozen=True)
class BandText:
    """A time band as it is written down."""

    id: int
    kind: BandKind
    title: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    slots: tuple[SlotText, ...] = ()

    def overlaps(self, other: "BandText") -> bool:
        """Whether the two share some time."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def to_plain(bands: Iterable[BandText]) -> list[dict[str, Any]]:
    """A programme as plain values, for a release."""
    return [
        asdict(band) | {"starts_at": band.starts_at.isoformat(), "ends_at": band.ends_at.isoformat()} for band in bands
    ]


def from_plain(content: Iterable[Mapping[str, Any]]) -> list[BandText]:
    """The programme of a release."""
    return [
        BandText(
            band["id"],
            BandKind(band["kind"]),
            band["title"],
            dt.datetime.fromisoformat(band["starts_at"]),
            dt.datetime.fromisoformat(band["ends_at"]),
            tuple(SlotText(**{**slot, "speakers": tuple(slot["speakers"])}) for slot in band["slots"]),
        )
        for band in content
    ]


@dataclass(frozen=True)
class Change:
    """A difference between two versions of a programme; `slot_id` where people may have a seat in what it is about."""

    sentence: str
    slot_id: int | None = None
    is_gone: bool = False


def changes(before: Sequence[BandText], after: Sequence[BandText]) -> list[Change]:
    """What is new, gone and different, in the order of the new programme."""
    return [*_changes_of_bands(before, after), *_changes_of_slots(before, after)]


def _changes_of_bands(before: Sequence[BandText], after: Sequence[BandText]) -> Iterator[Change]:
    old, new = {band.id: band for band in before}, {band.id: band for band in after}
    for band in after:
        was = old.get(band.id)
        if was is None:
            yield Change(_("New time: %(title)s", title=band.title))
        elif (was.starts_at, was.ends_at) != (band.starts_at, band.ends_at):
            yield Change(_("Another time: %(title)s", title=band.title))
        elif (was.title, was.kind) != (band.title, band.kind):
            yield Change(_("Another name: %(title)s", title=band.title))
    for band in before:
        if band.id not in new:
            yield Change(_("No longer there: %(title)s", title=band.title))


def _changes_of_slots(before: Sequence[BandText], after: Sequence[BandText]) -> Iterator[Change]:
    old = {slot.id: (band, slot) for band in before for slot in band.slots}
    new = {slot.id for band in after for slot in band.slots}
    for band in after:
        for slot in band.slots:
            if slot.id not in old:
                yield Change(_("New: “%(title)s” in %(band)s", title=slot.title, band=band.title), slot.id)
            elif what := _different(*old[slot.id], band, slot):
                yield Change(_("“%(title)s”: %(what)s", title=slot.title, what=", ".join(what)), slot.id)
    for band, slot in old.values():
        if slot.id not in new:
            yield Change(_("Cancelled: “%(title)s” in %(band)s", title=slot.title, band=band.title), slot.id, True)


def _different(old_band: BandText, old: SlotText, band: BandText, slot: SlotText) -> list[str]:
    said = [
        (old_band.id != band.id, _("moved to %(band)s", band=band.title)),
        (old.title != slot.title, _("was called “%(title)s”", title=old.title)),
        (old.room != slot.room, _("room %(room)s", room=slot.room or "–")),
        (old.seats != slot.seats, _("%(after)s seats instead of %(before)s", after=slot.seats, before=old.seats)),
        (old.speakers != slot.speakers, _("with %(names)s", names=", ".join(slot.speakers) or "–")),
        (old.summary != slot.summary, _("another text")),
    ]
    return [words for is_so, words in said if is_so]


@dataclass(frozen=True)
class Trouble:
    """Something that does not fit, and at which band or slot."""

    sentence: str
    band_id: int
    slot_id: int | None = None


def troubles(
    bands: Sequence[BandText],
    capacities: Mapping[str, int],
    people: int | None = None,
    lasts: tuple[dt.datetime, dt.datetime] | None = None,
) -> list[Trouble]:
    """Whatever does not fit: two at once in a room or for a speaker, too many for a room, too few seats in a band.

    Bands themselves never overlap. `people` is how many take part, as far as it is known. `lasts` is when the event
    takes place: a time lies outside of it where the event has moved since.
    """
    outside = [
        Trouble(_("%(band)s lies before or after the event.", band=band.title), band.id)
        for band in bands
        if lasts and not (lasts[0] <= band.starts_at and band.ends_at <= lasts[1])
    ]
    return outside + [trouble for band in bands for trouble in _troubles_of_band(band, capacities, people)]


def _troubles_of_band(band: BandText, capacities: Mapping[str, int], people: int | None) -> Iterator[Trouble]:
    for slot in band.slots:
        capacity = capacities.get(slot.room)
        if capacity is not None and slot.seats > capacity:
            yield Trouble(
                _(
                    "“%(title)s” has %(seats)s seats, but %(room)s only holds %(capacity)s people.",
                    title=slot.title, seats=slot.seats, room=slot.room, capacity=capacity,
                ),
                band.id,
                slot.id,
            )  # fmt: skip
        if not slot.room:
            yield Trouble(_("“%(title)s” has no room yet.", title=slot.title), band.id, slot.id)
    yield from _at_once(band)
    seats = sum(slot.seats for slot in band.slots)
    if band.kind is BandKind.SLOTS and people and seats < people:
        yield Trouble(
            ngettext(
                "%(band)s has %(num)d seat for %(people)s people.",
                "%(band)s has %(num)d seats for %(people)s people.",
                seats,
                band=band.title,
                people=people,
            ),
            band.id,
        )


def _at_once(band: BandText) -> Iterator[Trouble]:
    """Each slot against the first one in the same room, or with the same speaker."""
    rooms: dict[str, SlotText] = {}
    speakers: dict[str, SlotText] = {}
    for slot in band.slots:
        if slot.room and (first := rooms.setdefault(slot.room, slot)) is not slot:
            titles = {"one": first.title, "other": slot.title}
            words = _("%(room)s is taken twice at the same time: “%(one)s” and “%(other)s”.", room=slot.room, **titles)
            yield Trouble(words, band.id, slot.id)
        for name in slot.speakers:
            if (first := speakers.setdefault(fold(name), slot)) is not slot:
                titles = {"one": first.title, "other": slot.title}
                words = _("%(name)s is in two places at the same time: “%(one)s” and “%(other)s”.", name=name, **titles)
                yield Trouble(words, band.id, slot.id)
