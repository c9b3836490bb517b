"""Ranking wishes: a number for each slot, made for the programme as it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import request
from flask_babel import gettext as _
from wtforms import Field, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from app.events.rules import BandText, SlotText
from app.web.form import Form

PREFIX = "slot-"


class WishesForm(Form):
    """One list for each time band; `wishes_form` adds the fields."""

    bands: Sequence[BandText] = ()

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Each number once in a time band, and nothing that is not in the programme."""
        is_valid = bool(super().validate(extra_validators))
        for band in self.bands:
            seen: set[int] = set()
            for slot in band.slots:
                field = self.field_of(slot)
                if field.data and field.data in seen:
                    field.errors = [_("Please use each number only once at this time.")]
                    is_valid = False
                seen.add(field.data)
        known = {f"{PREFIX}{slot.id}" for band in self.bands for slot in band.slots}
        if any(name.startswith(PREFIX) and name not in known for name in request.form):
            self.form_errors.append(
                _("The programme has changed since you opened this page. Please look at your wishes again.")
            )
            is_valid = False
        return is_valid

    def field_of(self, slot: SlotText) -> Field:
        """The field for the rank of a slot."""
        field: Field = self._fields[f"{PREFIX}{slot.id}"]
        return field

    @property
    def values(self) -> dict[str, Any]:
        """The ranks by slot, where there is one."""
        ranks = {slot.id: self.field_of(slot).data for band in self.bands for slot in band.slots}
        return {"ranks": {slot: rank for slot, rank in ranks.items() if rank}}


def wishes_form(bands: Sequence[BandText], wishes: Mapping[int, int]) -> WishesForm:
    """The form for these time bands, with the person's wishes as they are."""

    class Made(WishesForm):
        pass

    Made.bands = bands
    for band in bands:
        words = [(0, _("no wish"))] + [(at, _("wish %(number)s", number=at)) for at in range(1, len(band.slots) + 1)]
        choices = [SelectChoice(value=str(at), label=label) for at, label in words]
        for slot in band.slots:
            setattr(Made, f"{PREFIX}{slot.id}", SelectField(slot.title, choices=choices, coerce=int, default=0))
    return Made(data={f"{PREFIX}{slot}": rank for slot, rank in wishes.items()})
