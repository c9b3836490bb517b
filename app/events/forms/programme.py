"""What organisers type in about a programme."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import DateField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from app import clock
from app.bookings.fields import WHICH_DAY, ahead
from app.events.models import Event, Room, Slot, TimeBand
from app.events.rules import BandKind, Choosing
from app.web.fields import Day, Hour, Line, WholeNumber
from app.web.form import Form

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_NAME = 160, 1000, 80
MOST_SEATS, MOST_SPEAKERS = 10_000, 12
KINDS = {
    BandKind.SLOTS: _l("Slots side by side, from which people choose"),
    BandKind.TOGETHER: _l("Something for all together"),
    BandKind.BREAK: _l("Break"),
}
WAYS = {
    Choosing.DIRECT: _l("People choose and have their seats at once"),
    Choosing.WISHES: _l(
        "People rank what they would like most, and the seats are given so that nobody comes off badly"
    ),
}
TIME = _l("Please enter a time, for example 10:00.")


class ChoosingForm(Form):
    """How people come to their slots."""

    choosing = RadioField(_l("How do people come to their slots?"), [InputRequired(_l("Please choose a way."))])
    day = Day(
        _l("Until which day can wishes be ranked?"),
        ahead,
        WHICH_DAY,
        description=_l("Only for wishes. To the end of the day."),
    )

    def __init__(self, choosing: Choosing | None = None, last_day: dt.date | None = None) -> None:
        super().__init__(choosing=(choosing or Choosing.DIRECT).value, day=last_day)
        self.choosing.choices = [SelectChoice(value=way.value, label=words) for way, words in WAYS.items()]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether every field is in order; where there are wishes, they end."""
        in_order = bool(super().validate(extra_validators))
        if self.choosing.data != Choosing.WISHES or self.day.data or self.day.errors:
            return in_order
        self.day.errors = [WHICH_DAY]
        return False

    @property
    def values(self) -> dict[str, Any]:
        """The way, and the moment at which wishes end."""
        choosing, day = Choosing(self.choosing.data), self.day.data
        ends = clock.at(day + dt.timedelta(days=1), dt.time.min) if day and choosing is Choosing.WISHES else None
        return {"choosing": choosing, "wishes_until": ends}


class BandForm(Form):
    """A time of the programme."""

    kind = RadioField(_l("What happens?"), [InputRequired(_l("Please choose what happens."))])
    title = Line(
        _l("Name"), LONGEST_NAME, _l("Please enter a name of at most 80 characters."),
        description=_l("For example: Block 1, opening in the large hall, lunch."),
    )  # fmt: skip
    day = DateField(_l("Day"), [InputRequired(_l("Please choose a day."))])
    starts = Hour(_l("Begins"), TIME, required=True)
    ends = Hour(_l("Ends"), TIME, required=True)

    def __init__(self, event: Event, band: TimeBand | None = None) -> None:
        super().__init__(**_times(event, band))
        self.kind.choices = [SelectChoice(value=kind.value, label=words) for kind, words in KINDS.items()]

    def validate_ends(self, field: Hour) -> None:
        """Later than it begins."""
        if field.data and self.starts.data and field.data <= self.starts.data:
            raise ValidationError(_("The end must be later than the beginning."))

    @property
    def values(self) -> dict[str, Any]:
        """With moments instead of a day and two times."""
        day = self.day.data
        return {
            "kind": BandKind(self.kind.data),
            "title": self.title.data,
            "starts_at": clock.at(day, self.starts.data),  # type: ignore[arg-type]  # asked for above
            "ends_at": clock.at(day, self.ends.data),  # type: ignore[arg-type]
        }


def _times(event: Event, band: TimeBand | None) -> dict[str, Any]:
    if band is None:
        return {"kind": BandKind.SLOTS.value, "day": clock.local(event.bookable.starts_at).date()}
    starts, ends = clock.local(band.starts_at), clock.local(band.ends_at)
    said = {"day": starts.date(), "starts": starts.time(), "ends": ends.time()}
    return {"kind": band.kind.value, "title": band.title, **said}


class RoomForm(Form):
    """A room of the event."""

    name = Line(_l("Name of the room"), LONGEST_NAME, _l("Please enter a name of at most 80 characters."))
    capacity = WholeNumber(
        _l("How many people may be in it?"), 1, MOST_SEATS, _l("Please enter a whole number from 1 to 10,000.")
    )


class SlotForm(Form):
    """A slot of a time band."""

    title = Line(
        _l("Title"), LONGEST_TITLE, _l("Please enter a title of at most 160 characters."),
        description=_l("Slots of the same title are the same held again: nobody gets it twice."),
    )  # fmt: skip
    summary = TextAreaField(
        _l("What is it about?"),
        [Optional(), Length(max=LONGEST_SUMMARY, message=_l("Please use at most %(max)d characters."))],
        filters=[lambda typed: (typed or "").strip()],
        render_kw={"rows": 4, "maxlength": LONGEST_SUMMARY},
    )
    room_id = SelectField(_l("Room"), [Optional()], coerce=lambda typed: int(typed) if typed else None)
    seats = WholeNumber(_l("Seats"), 1, MOST_SEATS, _l("Please enter a whole number from 1 to 10,000."))
    speakers = StringField(
        _l("Who leads it?"),
        [Optional(), Length(max=400, message=_l("Please use at most %(max)d characters."))],
        description=_l("Names, set apart by commas."),
    )

    def __init__(self, rooms: Iterable[Room], slot: Slot | None = None) -> None:
        super().__init__(data=_written(slot) if slot else None)
        none = SelectChoice(value="", label=_("not known yet"))
        self.room_id.choices = [none] + [
            SelectChoice(
                value=str(room.id), label=_("%(room)s, up to %(number)s people", room=room.name, number=room.capacity)
            )
            for room in rooms
        ]

    def validate_speakers(self, field: StringField) -> None:
        """Not a whole crowd."""
        if len(_names(field.data)) > MOST_SPEAKERS:
            raise ValidationError(_("Please name at most %(most)d people.", most=MOST_SPEAKERS))

    @property
    def values(self) -> dict[str, Any]:
        """With the names one by one."""
        return super().values | {"speakers": _names(self.speakers.data)}


def _written(slot: Slot) -> dict[str, Any]:
    names = {name: getattr(slot, name) for name in ("title", "summary", "room_id", "seats")}
    return names | {"speakers": ", ".join(slot.speakers)}


def _names(typed: str | None) -> list[str]:
    return list(dict.fromkeys(name.strip() for name in (typed or "").split(",") if name.strip()))
