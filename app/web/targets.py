"""Rows of a form in which people choose competences, each with a level."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from flask_babel import lazy_gettext as _l

from app.web.fields import CompetenceField, LevelField
from app.web.form import Form


class TargetRows(Form):
    """Rows of a competence with a level of its scale each; empty rows count for nothing. `with_rows` adds them."""

    numbers = range(0)

    @property
    def rows(self) -> list[tuple[CompetenceField, LevelField]]:
        """The two fields of each row."""
        return [(self[f"competence_{number}"], self[f"level_{number}"]) for number in self.numbers]

    def offer(self, choice: Any) -> None:
        """Let the person choose each of these competences once."""
        self.choice = choice
        for place, (what, level) in enumerate(self.rows):
            what.offer(choice.competences, level, before=[earlier for earlier, _level in self.rows[:place]])

    @property
    def levels(self) -> dict[int, int]:
        """What was chosen: the levels by competence."""
        return {what.data: level.data for what, level in self.rows if what.data and level.data}


F = TypeVar("F", bound=TargetRows)


def with_rows(most: int) -> Callable[[type[F]], type[F]]:
    """A form with so many rows."""

    def add(form: type[F]) -> type[F]:
        form.numbers = range(1, most + 1)
        for number in form.numbers:
            setattr(form, f"competence_{number}", CompetenceField(_l("Competence %(number)s", number=number)))
            level = LevelField(_l("Level of competence %(number)s", number=number), is_needed=True)
            setattr(form, f"level_{number}", level)
        return form

    return add


def typed_before(levels: Mapping[int, int], most: int) -> dict[str, int]:
    """What stands in the rows when the page opens."""
    rows = enumerate(list(levels.items())[:most], start=1)
    return {
        name: value
        for number, (competence, level) in rows
        for name, value in ((f"competence_{number}", competence), (f"level_{number}", level))
    }
