"""Signing up, declining a request, quotas, and draws."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField, SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from app import clock
from app.bookings.forms.grade import GradeField
from app.bookings.forms.needs import SHORT, NeedsForm
from app.bookings.labels import meetings
from app.bookings.models import Bookable
from app.bookings.rules import LONGEST_TEXT, MOST_SEATS, Group
from app.people.models import OrgUnit, Person
from app.people.tree import indented
from app.web.fields import Day, Line, WholeNumber
from app.web.form import Form

MOST_LETTERS, NOTHING = 200, 0
A_YEAR = dt.timedelta(days=366)


class BookingForm(NeedsForm):
    """What a person says when signing up."""

    reason = TextAreaField(
        _l("Why would you like to take part?"),
        [SHORT],
        description=_l("Your leader decides and sees your reason."),
        render_kw={"rows": 3, "maxlength": LONGEST_TEXT},
    )
    takes_seat_at_once = BooleanField(
        _l("Take a seat for me as soon as one is free"),
        description=_l("Without this we ask you first, and hold the seat until you have answered in time."),
    )

    @property
    def values(self) -> dict[str, Any]:
        """What is said of the seat itself."""
        return {name: value for name, value in super().values.items() if name not in ("food", "access")}


class DeclineForm(Form):
    """A few words for the person."""

    note = TextAreaField(
        _l("A few words"),
        [SHORT],
        description=_l("Best is a reason and what is possible instead: another date, another course, a talk."),
        render_kw={"rows": 4, "maxlength": LONGEST_TEXT},
    )


class HandoverForm(Form):
    """To whom a seat is passed, and for which date in return."""

    who = Line(
        _l("Who takes your seat?"),
        MOST_LETTERS,
        _l("Please write given name and family name."),
        description=_l("Given name and family name, or the e-mail address."),
    )
    wanted = SelectField(
        _l("Their seat in return"),
        coerce=int,
        default=NOTHING,
        description=_l("You exchange only if your colleague has a seat there and says yes: both at once, or neither."),
    )

    def __init__(self, dates: Sequence[Bookable], *, is_exchange: bool, **other: Any) -> None:
        super().__init__(**other)
        self._dates = {bookable.id: bookable for bookable in dates}
        nothing = _("Please choose") if is_exchange else _("None, I pass my seat on")
        self.wanted.choices = [(NOTHING, nothing)] + [
            (bookable.id, f"{bookable.title}, {meetings(bookable)[0]}" if is_exchange else meetings(bookable)[0])
            for bookable in dates
        ]
        if is_exchange:
            self.who.label.text = _("With whom would you like to exchange?")
            self.wanted.flags.required = True
        if not dates:
            del self.wanted

    @property
    def values(self) -> dict[str, Any]:
        """The name as it was typed, and the date."""
        return {"who": self.who.data, "wanted": self._dates.get(self.wanted.data) if self.wanted else None}


class QuotaForm(Form):
    """A group, and how many seats it may have at most."""

    unit_id = SelectField(_l("Unit"), [InputRequired()], coerce=int, description=_l("With all units below it."))
    grade = GradeField(_l("Level of hierarchy"))
    most = WholeNumber(
        _l("Seats at most"),
        0,
        MOST_SEATS,
        _l("Please enter how many seats this group may have at most."),
    )

    def __init__(self, units: Sequence[OrgUnit], **other: Any) -> None:
        super().__init__(**other)
        self.unit_id.choices = [(0, _("All units")), *indented(units)]

    @property
    def values(self) -> dict[str, Any]:
        """The group, and its number."""
        return {"group": Group(self.unit_id.data or None, self.grade.grade), "most": self.most.data}


def _ahead() -> tuple[dt.date, dt.date]:
    today = clock.today()
    return today, today + A_YEAR


class AnnounceForm(Form):
    """Where chance will come from."""

    seed_source = Line(
        _l("Where will the seed come from?"),
        300,
        _l("Please say in at most 300 characters where the seed will come from."),
        description=_l(
            "Something public that nobody can choose, exactly enough that everybody writes it down alike: “the six "
            "lottery numbers of that Saturday, in rising order, with hyphens”, or “ten dice before the staff council”."
        ),
    )
    seed_on = Day(
        _l("On which day will the seed be known?"),
        _ahead,
        _l("Please choose a day from today on, at most a year ahead."),
        required=True,
        description=_l("At least twelve hours after sign-up has closed: in between you fix the list."),
    )
    bonus_from = SelectField(
        _l("Does bad luck at an earlier event count?"),
        coerce=int,
        default=NOTHING,
        description=_l("Whoever went away empty-handed there then has two lots here. Everybody reads that beforehand."),
    )

    def __init__(self, earlier: Sequence[Bookable], **other: Any) -> None:
        super().__init__(**other)
        self._earlier = {bookable.id: bookable for bookable in earlier}
        self.bonus_from.choices = [(NOTHING, _("No, everybody has one lot"))] + [
            (bookable.id, f"{bookable.title}, {meetings(bookable)[0]}") for bookable in earlier
        ]
        if not earlier:
            del self.bonus_from

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, and the earlier date."""
        chosen = self._earlier.get(self.bonus_from.data) if self.bonus_from else None
        return {"seed_source": self.seed_source.data, "seed_on": self.seed_on.data, "bonus_from": chosen}


class SeedForm(Form):
    """The seed."""

    seed = Line(
        _l("The seed"),
        200,
        _l("Please enter the seed, at most 200 characters."),
        description=_l("Exactly as its source says. It can’t be changed afterwards."),
    )


class TeamForm(Form):
    """Whom a leader signs up."""

    people = SelectMultipleField(
        _l("Whom do you sign up?"),
        [InputRequired(_l("Please choose at least one person."))],
        coerce=int,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )

    def __init__(self, team: Sequence[Person], **other: Any) -> None:
        super().__init__(**other)
        self._team = {person.id: person for person in team}
        self.people.choices = [(person.id, f"{person.name}, {person.unit.name}") for person in team]

    @property
    def chosen(self) -> list[Person]:
        """The people, by name."""
        return [person for number, person in self._team.items() if number in (self.people.data or ())]
