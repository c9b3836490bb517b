"""Letting somebody see one's profile."""

import datetime as dt
from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField
from wtforms.validators import InputRequired

from app import clock
from app.competences.forms.inquiry import leading
from app.competences.queries import Candidate
from app.people.models import Person
from app.visibility.rules import DEFAULT_DAYS, MOST_DAYS
from app.web.fields import Day
from app.web.form import Form


def _days_ahead() -> tuple[dt.date, dt.date]:
    today = clock.today()
    return today, today + dt.timedelta(days=MOST_DAYS)


def _usual_end() -> dt.date:
    return clock.today() + dt.timedelta(days=DEFAULT_DAYS)


def _number(value: object) -> int | None:
    return (
        int(value)
        if isinstance(value, int) or (isinstance(value, str) and value.isascii() and value.isdigit())
        else None
    )


class ShareForm(Form):
    """Who may see it, whether with self-assessments, and until when."""

    reader_id = RadioField(
        _l("Who may see it?"),
        [InputRequired(_l("Please choose who may see it."))],
        coerce=_number,
        validate_choice=False,
    )
    contains_self = BooleanField(
        _l("Also show what only I say"),
        description=_l(
            "That is your self-assessments, and evidence that nobody has confirmed. "
            "Without them only what others have said or confirmed is shown, and what follows from courses, events and "
            "tests. Where you have noted yourself that you completed a course, it says so."
        ),
    )
    last_day = Day(
        _l("Until when?"),
        _days_ahead,
        _l("Please choose a day from today on, at most twelve months ahead."),
        required=True,
        default=_usual_end,
        description=_l("You can end it earlier at any time."),
    )

    def offer(self, leaders: Sequence[Candidate], found: Sequence[Person]) -> None:
        """Name those who can be chosen: the leader and deputies of today first, then who was searched for."""
        known = {one.person.id: f"{one.person.name}, {leading(one)}" for one in leaders}
        others = {person.id: f"{person.name}, {person.unit.name}" for person in found if person.id not in known}
        self.reader_id.choices = [*known.items(), *others.items()]
        if not self.is_submitted() and leaders:
            self.reader_id.data = leaders[0].person.id
