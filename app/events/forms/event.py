"""Planning an event, and letting it not take place."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectMultipleField, StringField, SubmitField, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from app import clock
from app.bookings.rules import Description, Mode
from app.competences.queries import choice
from app.events import rules
from app.events.forms.seats import FARTHEST, SeatsFields
from app.events.models import Event
from app.people.models import OrgUnit, Person
from app.people.names import names_in
from app.text.markdown import TooLong, to_html
from app.web.fields import MOST, Hour, Line
from app.web.fields import Day as DayField
from app.web.form import Form
from app.web.targets import TargetRows, typed_before, with_rows

SHOWN_DAYS, MORE_DAYS, MOST_OUTCOMES = 5, 3, 3
LONGEST_BODY, LONGEST_LINK, LONGEST_NAMES, LONGEST_REASON = 20_000, 500, 2000, 500
TOO_LONG = _l("Please use at most %(max)d characters.")
WHICH_DAY = _l("Please enter a day from today on, at most three years ahead.")
WHICH_TIME = _l("Please enter a time, for example 09:30.")


def _ahead() -> tuple[dt.date, dt.date]:
    today = clock.today()
    return today, today + FARTHEST


def _bare(typed: Any) -> str:
    return str(typed).strip() if typed else ""


def _check_link(_form: BaseForm, field: StringField) -> None:
    try:
        parts = urlsplit(field.data or "")
    except ValueError:
        parts = urlsplit("")
    if parts.scheme != "https" or not parts.netloc or any(c.isspace() for c in field.data or ""):
        raise ValidationError(_("Please enter the whole address, from https:// on."))


def _check_body(_form: BaseForm, field: TextAreaField) -> None:
    try:
        to_html(field.data or "")
    except TooLong as error:
        raise ValidationError(_("This text holds too many marks. Please make it simpler.")) from error


@with_rows(MOST_OUTCOMES)
class EventForm(TargetRows, SeatsFields):
    """All that an event says of itself; the seats have a part of their own."""

    title = Line(_l("Title"), 120, _l("Please enter a title of at most 120 characters."))
    summary = Line(
        _l("In one sentence"),
        300,
        _l("Please say in at most 300 characters what it is about."),
        description=_l("Stands in the agenda below the title."),
    )
    place = Line(
        _l("Place"),
        200,
        _l("Please enter the place in at most 200 characters."),
        description=_l("Room, house, floor; say whether there is a lift."),
    )
    body = TextAreaField(
        _l("What people should know"),
        [Length(max=LONGEST_BODY, message=TOO_LONG), _check_body],
        filters=[_bare],
        description=_l("Markdown: **bold**, lists with a hyphen, headings with ##."),
        render_kw={"rows": 12, "lang": "de"},
    )
    link = StringField(
        _l("Link to take part online"),
        [Optional(), Length(max=LONGEST_LINK, message=TOO_LONG), _check_link],
        filters=[_bare],
        description=_l("Only people with a seat see it, from 15 minutes before the event begins until it ends."),
        render_kw={"inputmode": "url"},
    )
    run_by = SelectMultipleField(
        _l("Who runs it?"),
        coerce=lambda value: int(value) if str(value).isascii() and str(value).isdigit() else 0,
        widget=ListWidget(),
        option_widget=CheckboxInput(),
        validate_choice=False,
        description=_l("They see who comes and may change everything here."),
    )
    others = TextAreaField(
        _l("Who else?"),
        [Length(max=LONGEST_NAMES, message=TOO_LONG)],
        filters=[_bare],
        description=_l("One person in each line: full name, e-mail address or personnel number."),
        render_kw={"rows": 2},
    )
    preview = SubmitField()

    def __init__(
        self, units: Sequence[OrgUnit], people: Sequence[Person], kept: Description | None = None, **values: Any
    ) -> None:
        super().__init__(**values)
        self.kept = kept
        self.audience_id.offer(units)
        self.offer(choice())
        for name in ("day_1", "from_1", "to_1", "run_by", "audience_id"):
            self[name].flags.required = True
        self.offered = {person.id for person in people}
        self.run_by.choices = [(person.id, person.name) for person in people]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether every field is in order by itself, and all of them fit together."""
        in_order = bool(super().validate(extra_validators))
        faults = {name: said for name, said in self._faults().items() if not self[name].errors}
        for name, sentence in faults.items():
            self[name].errors = [sentence]
        return in_order and not faults

    @property
    def accepted(self) -> bool:
        """Whether it is to be saved and in order; a preview saves nothing."""
        return not self.preview.data and super().accepted

    @property
    def body_html(self) -> str:
        """What the text looks like, as far as it can be shown."""
        try:
            return to_html((self.body.data or "")[:LONGEST_BODY])
        except TooLong:
            return ""

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
    def values(self) -> dict[str, Any]:
        """The text, what is said of the date under the names of `Description`, and who else runs it."""
        title, link = self.title.data or "", self.link.data or None
        said = {
            "title": title,
            "place": self.place.data or "",
            "spans": rules.spans_of(self.days, clock.at),
            "organiser_ids": self.team,
        }
        text = rules.Text("", title, self.summary.data or "", self.body.data or "", link)
        return {
            "text": text,
            "said": said | self.terms,
            "others": names_in(self.others.data or ""),
            "outcomes": self.levels,
        }

    @property
    def team(self) -> list[int]:
        """Those who were chosen, among those who could be."""
        return [number for number in self.run_by.data or [] if number in self.offered]

    def _fields_of(self, number: int) -> list[Any]:
        return [self[f"{name}_{number}"] for name in ("day", "from", "to")]

    def _is_filled(self, number: int) -> bool:
        return any(field.data is not None or field.errors for field in self._fields_of(number))

    def _faults(self) -> dict[str, str]:
        faults = rules.day_faults(self.days)
        if not (self.team or self.others.data):
            faults["run_by"] = _("Somebody must run it. Please choose a person or enter one.")
        if self.link.data and self.mode.data == Mode.DROP_IN.value:
            faults["link"] = _("Without sign-up nobody has a seat, so nobody would see the link.")
        first = self.days[0]
        if first.day and first.start:
            starts_at = clock.at(first.day, first.start)
            kept = self.kept.starts_at if self.kept else None
            if past := rules.past_fault(starts_at, kept, clock.now()):
                faults["from_1"] = past
            faults |= rules.term_faults(starts_at, **self.moments)
        return faults


class EditEventForm(EventForm):
    """An event that is there already, as it was when the page was opened."""

    revision = IntegerField(validators=[InputRequired(), NumberRange(0, MOST)], widget=HiddenInput())

    def __init__(self, units: Sequence[OrgUnit], event: Event, outcomes: dict[int, int]) -> None:
        bookable = event.bookable
        kept = bookable.description
        people = sorted((one.person for one in bookable.organisers), key=lambda person: person.sort_name)
        super().__init__(units, people, kept, data=_typed_before(event, kept) | typed_before(outcomes, MOST_OUTCOMES))

    @property
    def values(self) -> dict[str, Any]:
        """The same, and what the person has seen."""
        return super().values | {"revision": self.revision.data}

    def renew(self, revision: int) -> bool:
        """Say what the person is looking at now; whether somebody else has changed it in the meantime."""
        is_old = self.is_submitted() and self.revision.data != revision
        self.revision.raw_data, self.revision.data = None, revision
        return is_old


def _typed_before(event: Event, kept: Description) -> dict[str, Any]:
    """What stands in the fields when the page opens; a moment that is the beginning is left out."""
    values: dict[str, Any] = {name: getattr(event, name) for name in ("title", "summary", "body", "link", "revision")}
    values |= {
        name: getattr(kept, name) for name in ("place", "seats", "has_waitlist", "audience_id", "decide_within_days")
    }
    values |= {"mode": kept.mode.value, "undecided": kept.undecided.value, "run_by": list(kept.organiser_ids)}
    for name in ("opens_at", "closes_at", "cancel_until"):
        moment = getattr(kept, name)
        values[name] = clock.local(moment).replace(tzinfo=None) if moment and moment != kept.starts_at else None
    for number, (start, end) in enumerate(kept.spans, start=1):
        first, last = clock.local(start), clock.local(end)
        values |= {f"day_{number}": first.date(), f"from_{number}": first.time(), f"to_{number}": last.time()}
    return values


class CallingOffForm(Form):
    """Why an event does not take place."""

    reason = TextAreaField(
        _l("Why does it not take place?"),
        [
            DataRequired(_l("Please give the reason in a sentence.")),
            Length(max=LONGEST_REASON, message=TOO_LONG),
        ],
        filters=[_bare],
        description=_l("Everybody who is told reads this sentence."),
        render_kw={"rows": 3, "maxlength": LONGEST_REASON},
    )


for _number in range(1, rules.MOST_DAYS + 1):
    setattr(EventForm, f"day_{_number}", DayField(_l("Day %(number)s", number=_number), _ahead, WHICH_DAY))
    setattr(EventForm, f"from_{_number}", Hour(_l("Beginning of day %(number)s", number=_number), WHICH_TIME))
    setattr(EventForm, f"to_{_number}", Hour(_l("End of day %(number)s", number=_number), WHICH_TIME))
