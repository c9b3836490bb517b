"""Forms that rank: a number for each thing that is there when the page is made."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from flask import request
from wtforms import Field, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from app.web.form import Form

R = TypeVar("R", bound="RankingForm")


class RankingForm(Form):
    """Things in groups; `ranking` adds the fields. Of the numbers of a group each is used once at most."""

    prefix = ""
    twice: Any = ""
    """What is said of a number that is used twice."""
    changed: Any = ""
    """What is said where something is sent that is not there any more."""
    groups: Sequence[Sequence[Any]] = ()

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Each number once in a group, and nothing that is not there."""
        is_valid = bool(super().validate(extra_validators))
        for things in self.groups:
            seen: set[int] = set()
            for thing in things:
                field = self.field_of(thing)
                if field.data and field.data in seen:
                    field.errors = [str(self.twice)]
                    is_valid = False
                seen.add(field.data)
        known = {f"{self.prefix}{thing.id}" for things in self.groups for thing in things}
        if any(name.startswith(self.prefix) and name not in known for name in request.form):
            self.form_errors.append(str(self.changed))
            is_valid = False
        return is_valid

    def field_of(self, thing: Any) -> Field:
        """The field for the rank of a thing."""
        field: Field = self._fields[f"{self.prefix}{thing.id}"]
        return field

    @property
    def values(self) -> dict[str, Any]:
        """The ranks by thing, where there is one."""
        ranks = {thing.id: self.field_of(thing).data for things in self.groups for thing in things}
        return {"ranks": {thing: rank for thing, rank in ranks.items() if rank}}


def ranking(
    kind: type[R], groups: Sequence[Sequence[Any]], word_for: Callable[[int], str], ranks: Mapping[int, int]
) -> R:
    """The form for these things with their ranks as they are; `word_for(0)` says that there is none."""

    class Made(kind):  # type: ignore[valid-type,misc]  # a class is needed, since fields are made for these things
        pass

    Made.groups = groups
    for things in groups:
        choices = [SelectChoice(value=str(at), label=word_for(at)) for at in range(len(things) + 1)]
        for thing in things:
            field = SelectField(thing.title, choices=choices, coerce=int, default=0)
            setattr(Made, f"{kind.prefix}{thing.id}", field)
    made: R = Made(data={f"{kind.prefix}{thing}": rank for thing, rank in ranks.items()})
    return made
