"""When and where a date takes place, who runs it, and why it does not take place."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField, StringField, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import DataRequired, Length, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from app import clock
from app.bookings import rules
from app.bookings.fields.seats import FARTHEST, SeatsFields
from app.bookings.rules import Description
from app.people.models import OrgUnit, Person
from app.people.names import names_in
from app.web.fields import Day, Hour, Line
from app.web.form import Form

SHOWN_DAYS, MORE_DAYS = 5, 3
LONGEST_LINK, LONGEST_NAMES, LONGEST_REASON = 500, 2000, 500
TOO_LONG = _l("Please use at most %(max)d characters.")
WHICH_DAY = _l("Please enter a day from today on, at most three years ahead.")
WHICH_TIME = _l("Please enter a time, for example 09:30.")


def ahead() -> tuple[dt.date, dt.date]:
    """The days on which something can be planned."""
    today = clock.today()
    return today, today + FARTHEST


def bare(typed: Any) -> str:
    """What was typed, without what is around it."""
    return str(typed).strip() if typed else ""


def _check_link(_form: BaseForm, field: StringField) -> None:
    try:
        parts = urlsplit(field.data or "")
    except ValueError:
        parts = urlsplit("")
    if parts.scheme != "https" or not parts.netloc or any(c.isspace() for c in field.data or ""):
        raise ValidationError(_("Please enter the whole address, from https:// on."))


class PeopleField(SelectMultipleField):
    """People to tick; `offer` says who there are."""

    widget = ListWidget()
    option_widget = CheckboxInput()

    def __init__(self, label: Any, **other: Any) -> None:
        super().__init__(label, coerce=_number, validate_choice=False, choices=[], **other)

    def offer(self, people: Sequence[Person]) -> None:
        """Name the people."""
        self.choices = [(person.id, person.name) for person in people]
        self.offered = {person.id for person in people}

    @property
    def chosen(self) -> list[int]:
        """Those who were ticked, among those who could be."""
        return [number for number in self.data or [] if number in self.offered]


def _number(value: Any) -> int:
    return int(value) if str(value).isascii() and str(value).isdigit() else 0


class DateForm(SeatsFields):
    """All that the owner of a date says of it, whatever it is: shown by the parts in `bookings/_date_fields.html`."""

    place = Line(
        _l("Place"),
        200,
        _l("Please enter the place in at most 200 characters."),
        description=_l("Room, house, floor; say whether there is a lift."),
    )
    link = StringField(
        _l("Link to take part online"),
        [Optional(), Length(max=LONGEST_LINK, message=TOO_LONG), _check_link],
        filters=[bare],
        description=_l("Only people with a seat see it, from 15 minutes before the beginning until the end."),
        render_kw={"inputmode": "url"},
    )
    run_by = PeopleField(_l("Who runs it?"), description=_l("They see who comes and may change everything here."))
    others = TextAreaField(
        _l("Who else?"),
        [Length(max=LONGEST_NAMES, message=TOO_LONG)],
        filters=[bare],
        description=_l("One person in each line: full name, e-mail address or personnel number."),
        render_kw={"rows": 2},
    )

    def __init__(
        self, units: Sequence[OrgUnit], people: Sequence[Person], kept: Description | None = None, **values: Any
    ) -> None:
        super().__init__(**values)
        self.kept = kept
        self.audience_id.offer(units)
        for name in ("day_1", "from_1", "to_1", "run_by", "audience_id"):
            self[name].flags.required = True
        self.run_by.offer(people)

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether every field is in order by itself, and all of them fit together."""
        in_order = bool(super().validate(extra_validators))
        faults = {name: said for name, said in self.faults().items() if not self[name].errors}
        for name, sentence in faults.items():
            self[name].errors = [sentence]
        return in_order and not faults

    def faults(self) -> dict[str, str]:
        """What does not fit together, by field."""
        faults = rules.day_faults(self.days)
        if not (self.run_by.chosen or self.others.data):
            faults["run_by"] = _("Somebody must run it. Please choose a person or enter one.")
        first = self.days[0]
        if first.day and first.start:
            starts_at = clock.at(first.day, first.start)
            kept = self.kept.starts_at if self.kept else None
            if past := rules.past_fault(starts_at, kept, clock.now()):
                faults["from_1"] = past
            faults |= rules.term_faults(starts_at, **self.moments)
        return faults

    @property
    def days(self) -> list[rules.Day]:
        """The days as they were typed."""
        return [
            rules.Day(number, *(None if field.errors else field.data for field in self._fields_of(number)))
            for number in range(1, rules.MOST_DAYS + 1)
        ]

    @property
    def shown_days(self) -> int:
        """How many days can be filled in: some more than there are."""
        filled = max((number for number in range(1, rules.MOST_DAYS + 1) if self._is_filled(number)), default=0)
        return min(rules.MOST_DAYS, max(SHOWN_DAYS, filled + MORE_DAYS))

    @property
    def has_several_days(self) -> bool:
        """Whether more than the first day is filled in, or something is wrong there."""
        return any(self._is_filled(number) for number in range(2, rules.MOST_DAYS + 1))

    @property
    def said(self) -> dict[str, Any]:
        """What is said of the date, under the names of `Description`."""
        spans = rules.spans_of(self.days, clock.at)
        return {"place": self.place.data or "", "spans": spans, "organiser_ids": self.run_by.chosen} | self.terms

    @property
    def names(self) -> list[str]:
        """Who else runs it, as they were typed."""
        return names_in(self.others.data or "")

    def _fields_of(self, number: int) -> list[Any]:
        return [self[f"{name}_{number}"] for name in ("day", "from", "to")]

    def _is_filled(self, number: int) -> bool:
        return any(field.data is not None or field.errors for field in self._fields_of(number))


def typed_of(kept: Description) -> dict[str, Any]:
    """What stands in the fields when the page opens; a moment that is the beginning is left out."""
    same = ("place", "seats", "has_waitlist", "audience_id", "decide_within_days")
    values: dict[str, Any] = {name: getattr(kept, name) for name in same}
    values |= {"mode": kept.mode.value, "undecided": kept.undecided.value, "run_by": list(kept.organiser_ids)}
    for name in ("opens_at", "closes_at", "cancel_until"):
        moment = getattr(kept, name)
        values[name] = clock.local(moment).replace(tzinfo=None) if moment and moment != kept.starts_at else None
    for number, (start, end) in enumerate(kept.spans, start=1):
        first, last = clock.local(start), clock.local(end)
        values |= {f"day_{number}": first.date(), f"from_{number}": first.time(), f"to_{number}": last.time()}
    return values


class CallingOffForm(Form):
    """Why a date does not take place."""

    reason = TextAreaField(
        _l("Why does it not take place?"),
        [
            DataRequired(_l("Please give the reason in a sentence.")),
            Length(max=LONGEST_REASON, message=TOO_LONG),
        ],
        filters=[bare],
        description=_l("Everybody who is told reads this sentence."),
        render_kw={"rows": 3, "maxlength": LONGEST_REASON},
    )


for _nth in range(1, rules.MOST_DAYS + 1):
    setattr(DateForm, f"day_{_nth}", Day(_l("Day %(number)s", number=_nth), ahead, WHICH_DAY))
    setattr(DateForm, f"from_{_nth}", Hour(_l("Beginning of day %(number)s", number=_nth), WHICH_TIME))
    setattr(DateForm, f"to_{_nth}", Hour(_l("End of day %(number)s", number=_nth), WHICH_TIME))
