"""Planning a date of a course."""

import re
from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from wtforms import BooleanField, IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange
from wtforms.widgets import HiddenInput

from app import clock
from app.bookings.fields import DateForm, PeopleField, bare, typed_of
from app.bookings.fields.date import LONGEST_NAMES, TOO_LONG
from app.bookings.rules import MOST_DAYS, MOST_SEATS, Description, Mode, copied_by, later
from app.courses.models import Session
from app.courses.rules import Run
from app.people.models import OrgUnit, Person
from app.people.names import names_in
from app.web.fields import MOST, Euros, NumberOrNothing

LONGEST_TEXT, LONGEST_NOTE = 200, 80
MONEY = _l("Please enter an amount in euros, for example 120 or 89.50.")


class SessionForm(DateForm):
    """All that a session says of itself."""

    led_by = PeopleField(_l("Who of the house leads it?"), description=_l("They note who was there."))
    trainers = TextAreaField(
        _l("Who else of the house?"),
        [Length(max=LONGEST_NAMES, message=TOO_LONG)],
        filters=[bare],
        description=_l("One person in each line: full name, e-mail address or personnel number."),
        render_kw={"rows": 2},
    )
    trainer = StringField(
        _l("Who leads it from outside?"),
        [Length(max=LONGEST_TEXT, message=TOO_LONG)],
        filters=[bare],
        description=_l("Name, and the institute where there is one. Everybody who sees the date reads it."),
        render_kw={"maxlength": LONGEST_TEXT},
    )
    minimum = NumberOrNothing(
        _l("From how many people on does it take place?"),
        1,
        MOST_SEATS,
        _l("Please enter a number from 1 to 100,000, or nothing."),
        description=_l(
            "If there are fewer three weeks before, those who run it see that. Whether it takes place, they decide."
        ),
    )
    needed_days = NumberOrNothing(
        _l("On how many days must somebody be there?"),
        1,
        MOST_DAYS,
        _l("Please enter a number from 1 to 10, or nothing."),
        description=_l("Whoever was has completed the course. Leave it empty: on all days."),
    )
    price = Euros(_l("Price per person"), MONEY, description=_l("Leave it empty where it costs the office nothing."))
    costs = Euros(
        _l("What it costs the house"),
        MONEY,
        description=_l("Fee, travel, room: in all. Only those who run it and HR development see it."),
    )
    cost_centre = StringField(
        _l("Cost centre"),
        [Length(max=LONGEST_NOTE, message=TOO_LONG)],
        filters=[bare],
        render_kw={"maxlength": LONGEST_NOTE},
    )
    voucher = StringField(
        _l("Number of the voucher or invoice"),
        [Length(max=LONGEST_NOTE, message=TOO_LONG)],
        filters=[bare],
        render_kw={"maxlength": LONGEST_NOTE},
    )
    shares_place = BooleanField(_l("Plan it there all the same"))

    def __init__(
        self,
        units: Sequence[OrgUnit],
        people: Sequence[Person],
        trainers: Sequence[Person],
        kept: Description | None = None,
        **values: Any,
    ) -> None:
        super().__init__(units, people, kept, **values)
        self.leave_out(Mode.DROP_IN)
        self.led_by.offer(trainers)

    @property
    def values(self) -> dict[str, Any]:
        """What the session and its date say, under the names of `Run` and `Description`, and the people named."""
        run = Run(
            trainer=self.trainer.data or "",
            link=self.link.data or None,
            minimum=self.minimum.data,
            needed_days=self.needed_days.data,
            costs_cents=self.costs.data or 0,
            cost_centre=self.cost_centre.data or None,
            voucher=self.voucher.data or None,
        )
        return {
            "run": run,
            "said": self.said | {"price_cents": self.price.data or 0},
            "others": self.names,
            "trainer_ids": self.led_by.chosen,
            "trainers": names_in(self.trainers.data or ""),
            "shares_place": bool(self.shares_place.data),
        }

    def faults(self) -> dict[str, str]:
        """The same, and what no course can keep."""
        faults = super().faults()
        if not (self.led_by.chosen or self.trainers.data or self.trainer.data):
            faults["trainer"] = _("Somebody must lead it. Please enter who, from the house or from outside.")
        seats, days = self.seats.data, len({row.day for row in self.days if row.day})
        if self.minimum.data and seats is not None and not self.seats.errors and self.minimum.data > seats:
            faults["minimum"] = _("There are not so many seats.")
        if self.needed_days.data and self.needed_days.data > days:
            faults["needed_days"] = ngettext("It takes place on %(num)d day.", "It takes place on %(num)d days.", days)
        return faults


class PlanSessionForm(SessionForm):
    """A new date: like another one of the course where there is one, some whole weeks later if it is a copy."""

    def __init__(self, units: Sequence[OrgUnit], person: Person, like: Session | None, *, is_copy: bool) -> None:
        if like is None:
            super().__init__(units, [person], [], data={"run_by": [person.id]})
            return
        people = {one.person.id: one.person for one in like.bookable.organisers} | {person.id: person}
        kept = like.bookable.description
        by = copied_by(kept.starts_at, clock.now())
        values = _typed(like, later(kept, lambda moment: clock.shifted(moment, by)))
        if not is_copy:
            dated = re.compile(r"opens_at|closes_at|cancel_until|day_\d+|(from|to)_([2-9]|\d\d)")
            values = {name: value for name, value in values.items() if not dated.fullmatch(name)}
        values |= {"run_by": sorted({*values["run_by"], person.id}), "cost_centre": like.cost_centre, "voucher": None}
        super().__init__(units, _by_name(people.values()), _leading(like), data=values)


class EditSessionForm(SessionForm):
    """A date that is there already, as it was when the page was opened."""

    revision = IntegerField(validators=[InputRequired(), NumberRange(0, MOST)], widget=HiddenInput())

    def __init__(self, units: Sequence[OrgUnit], session: Session) -> None:
        kept = session.bookable.description
        people = _by_name(one.person for one in session.bookable.organisers)
        values = _typed(session, kept) | {"revision": session.revision}
        super().__init__(units, people, _leading(session), kept, data=values)

    @property
    def values(self) -> dict[str, Any]:
        """The same, and what the person has seen."""
        return super().values | {"revision": self.revision.data}

    def renew(self, revision: int) -> bool:
        """Say what the person is looking at now; whether somebody else has changed it in the meantime."""
        is_old = self.is_submitted() and self.revision.data != revision
        self.revision.raw_data, self.revision.data = None, revision
        return is_old


def _typed(session: Session, kept: Description) -> dict[str, Any]:
    same = ("trainer", "link", "minimum", "needed_days", "cost_centre", "voucher")
    money = {"price": kept.price_cents or None, "costs": session.costs_cents or None}
    led_by = [one.person_id for one in session.trainers]
    return typed_of(kept) | {name: getattr(session, name) for name in same} | money | {"led_by": led_by}


def _leading(session: Session) -> list[Person]:
    return _by_name(one.person for one in session.trainers)


def _by_name(people: Any) -> list[Person]:
    return sorted(people, key=lambda person: person.sort_name)
