"""What is typed in about a fair and its stands."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, DateField, Field, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from app import clock
from app.stands.models import Stand
from app.web.fields import Line
from app.web.form import Form

LONGEST_TITLE, LONGEST_TEXT, LONGEST_REMARK, LONGEST_HALL, LONGEST_PLACE = 100, 800, 300, 80, 12
PREFIX = "stand-"
AT_MOST = _l("Please use at most %(max)d characters.")


class FairForm(Form):
    """Until when stands are registered."""

    last_day = DateField(
        _l("Until which day can offices register a stand?"),
        [InputRequired(_l("Please choose a day."))],
        description=_l("To the end of the day. Everybody for whom the event is open can register one."),
    )

    def validate_last_day(self, field: DateField) -> None:
        """Not in the past."""
        if field.data and field.data < clock.today():
            raise ValidationError(_("Please choose a day from today on."))


class StandForm(Form):
    """What a stand shows, and what it needs."""

    title = Line(
        _l("What is the stand called?"), LONGEST_TITLE, _l("Please give the stand a name of at most 100 characters."),
        description=_l("Say what there is to see: “The digital building file to try out”."),
    )  # fmt: skip
    description = TextAreaField(
        _l("What can visitors see and do there?"),
        [
            DataRequired(_l("Please say in two or three sentences what happens there.")),
            Length(max=LONGEST_TEXT, message=AT_MOST),
        ],
        filters=[lambda typed: (typed or "").strip()],
        render_kw={"rows": 5, "maxlength": LONGEST_TEXT},
    )
    needs_power = BooleanField(_l("The stand needs electricity"))
    needs_table = BooleanField(_l("The stand needs a table and chairs"))
    remark = TextAreaField(
        _l("What else should those who run the fair know?"),
        [Optional(), Length(max=LONGEST_REMARK, message=AT_MOST)],
        filters=[lambda typed: (typed or "").strip()],
        description=_l("For example a partition wall, or a quiet corner. Only they read it."),
        render_kw={"rows": 2, "maxlength": LONGEST_REMARK},
    )


class PlaceForm(Form):
    """Where a stand is."""

    hall = Line(
        _l("Hall or room"), LONGEST_HALL, _l("Please enter a hall or room of at most 80 characters."),
        description=_l("Stands with the same hall are listed together."),
    )  # fmt: skip
    place = Line(
        _l("Number of the stand"),
        LONGEST_PLACE,
        _l("Please enter a number of at most 12 characters, such as 7 or A 3."),
    )


class DeclineForm(Form):
    """Why there is no place."""

    reason = StringField(
        _l("Why can’t there be a place?"),
        [DataRequired(_l("Please give a reason: the office reads it.")), Length(max=LONGEST_REMARK, message=AT_MOST)],
        filters=[lambda typed: (typed or "").strip()],
        description=_l("The office reads this sentence. Say what is still possible, such as sharing a stand."),
    )


class TourForm(Form):
    """A number for each marked stand; `tour_form` adds the fields."""

    stands: Sequence[Stand] = ()

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Each number once, and nothing that is not marked."""
        is_valid = bool(super().validate(extra_validators))
        seen: set[int] = set()
        for stand in self.stands:
            field = self.field_of(stand)
            if field.data and field.data in seen:
                field.errors = [_("Please use each number only once.")]
                is_valid = False
            seen.add(field.data)
        known = {f"{PREFIX}{stand.id}" for stand in self.stands}
        if any(name.startswith(PREFIX) and name not in known for name in request.form):
            self.form_errors.append(_("Your tour has changed since you opened this page. Please look at it again."))
            is_valid = False
        return is_valid

    def field_of(self, stand: Stand) -> Field:
        """The field for the place of a stand in the tour."""
        field: Field = self._fields[f"{PREFIX}{stand.id}"]
        return field

    @property
    def values(self) -> dict[str, Any]:
        """The ranks by stand, where there is one."""
        ranks = {stand.id: self.field_of(stand).data for stand in self.stands}
        return {"ranks": {stand: rank for stand, rank in ranks.items() if rank}}


def tour_form(stands: Sequence[Stand]) -> TourForm:
    """The form for these stands, in the order of the tour as it is."""

    class Made(TourForm):
        pass

    Made.stands = stands
    words = [(0, _("not on the tour"))] + [(at, _("stop %(number)s", number=at)) for at in range(1, len(stands) + 1)]
    choices = [SelectChoice(value=str(at), label=label) for at, label in words]
    for stand in stands:
        setattr(Made, f"{PREFIX}{stand.id}", SelectField(stand.title, choices=choices, coerce=int, default=0))
    return Made(data={f"{PREFIX}{stand.id}": at for at, stand in enumerate(stands, start=1)})
