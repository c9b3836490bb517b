"""The competence that a step is for, and the level to which it is to lead."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from wtforms import SelectField
from wtforms.validators import Optional

from app.competences.queries import Named, Scale, by_area, named, named_with_scales, scales
from app.plans.forms.fields import Chosen, options


class LevelField(SelectField):
    """A level; which ones there are depends on the competence, so `Towards` checks it."""

    def __init__(self, label: Any, **other: Any) -> None:
        super().__init__(label, [Optional()], choices=[], coerce=_level, validate_choice=False, **other)


class Towards:
    """The competences that a step may be for, each with the levels of its scale; one statement.

    `kept` are those that steps are for already: they stay, even if they are no longer in use.
    """

    def __init__(self, kept: Iterable[int | None] = ()) -> None:
        self.found, self.scales = named_with_scales()
        if gone := {one for one in kept if one} - {one.id for one in self.found}:
            self.found += named(gone)
            self.scales = scales({one.framework_id for one in self.found})

    @property
    def groups(self) -> list[tuple[str, list[Named]]]:
        """The competences by area, with its title."""
        return [(first.area, rows) for first, rows in by_area(self.found, lambda one: one)]

    def scale_of(self, competence_id: int | None) -> Scale | None:
        """The scale of this competence; the first one where none is chosen."""
        model = next((one.framework_id for one in self.found if one.id == competence_id), None)
        return next((one for one in self.scales if model is None or one.is_of(model)), None)

    def offer(self, competence: Chosen) -> None:
        """Let the person choose among the competences, or none."""
        competence.choices = options([(None, "–"), *((one.id, one.title) for one in self.found)])

    def accepts(self, competence: Chosen, level: LevelField) -> bool:
        """Whether a level is one of those of its competence; what is wrong is said at the field."""
        if level.data is None or competence.errors:
            return not competence.errors
        one = next((one for one in self.found if one.id == competence.data), None)
        if one is None:
            competence.errors = [_("Please choose the competence that the level belongs to.")]
        elif not 1 <= level.data <= one.highest:
            level.errors = [
                _(
                    "“%(competence)s” has levels from 1 to %(highest)s: please choose one of them.",
                    competence=one.title,
                    highest=one.highest,
                )
            ]
        return not (competence.errors or level.errors)


def _level(value: Any) -> int | None:
    """The number; what is none is no level of any scale."""
    if value in (None, ""):
        return None
    return int(value) if str(value).isdecimal() and len(str(value)) < 3 else 0
