"""Whom those who run a date sign up."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField
from wtforms.validators import InputRequired

from app.bookings.forms.needs import NeedsForm
from app.bookings.models import Bookable
from app.errors import Refused
from app.people.models import Person


class SomebodyForm(NeedsForm):
    """One of those who were found, what they need, and whether they take a seat at once if they have to wait."""

    person_id = RadioField(
        _l("Whom do you sign up?"), [InputRequired(_l("Please choose whom you sign up."))], coerce=int
    )
    takes_seat_at_once = BooleanField(
        _l("If they have to wait: take a seat for them as soon as one is free"),
        description=_l("Without this they are asked first, and must answer in Lotse in time. Best ask them now."),
    )

    def __init__(self, bookable: Bookable, found: Sequence[Person], **other: Any) -> None:
        super().__init__(bookable, **other)
        self._found = {person.id: person for person in found}
        self.person_id.choices = [(person.id, f"{person.name}, {person.unit.name}") for person in found]
        if len(found) == 1 and not self.is_submitted():
            self.person_id.data = found[0].id
        if not bookable.has_waitlist:
            del self.takes_seat_at_once

    @property
    def values(self) -> dict[str, Any]:
        """The person, and what they wish and need."""
        at_once = self.takes_seat_at_once.data if self.takes_seat_at_once else False
        return {"person": self._found[self.person_id.data], "takes_seat_at_once": at_once, "needs": self.needs}

    def refuse(self, refused: Refused) -> None:
        """Whatever can't be concerns who was chosen."""
        super().refuse(Refused(refused.sentence, refused.field or self.person_id.name))
