"""To which levels an event leads."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import Optional

from app.competences.queries import levels_to_choose, named
from app.web.fields import LevelOrNothing
from app.web.form import Form

MOST_OUTCOMES = 3
NUMBERS = range(1, MOST_OUTCOMES + 1)


class OutcomeFields(Form):
    """Some competences, each with a level; rows that are empty count for nothing."""

    def offer_competences(self) -> None:
        """Let the person choose among the competences in use, in the language of the page."""
        choices = [SelectChoice(value="", label="–")]
        found = named()
        choices += [SelectChoice(value=str(one.id), label=one.title, optgroup=one.area) for one in found]
        levels = levels_to_choose(found)
        for number in NUMBERS:
            self[f"leads_{number}"].choices = choices
            self[f"level_{number}"].offer(levels)

    @property
    def outcomes(self) -> dict[int, int]:
        """To which level it leads, by competence."""
        pairs = [(self[f"leads_{number}"].data, self[f"level_{number}"].data) for number in NUMBERS]
        return {competence: level for competence, level in pairs if competence and level}

    def outcome_faults(self) -> dict[str, str]:
        """What is missing in a row, or stands there twice."""
        faults, seen = {}, set[int]()
        for number in NUMBERS:
            chosen, level = self[f"leads_{number}"].data, self[f"level_{number}"].data
            if chosen and not level:
                faults[f"level_{number}"] = _("Please enter the level as well.")
            if level and not chosen:
                faults[f"leads_{number}"] = _("Please choose the competence that the level belongs to.")
            if chosen in seen:
                faults[f"leads_{number}"] = _("This competence stands there twice.")
            seen |= {chosen} if chosen else set()
        return faults


def typed_before(levels: dict[int, int]) -> dict[str, Any]:
    """What stands in the fields when the page opens."""
    rows = enumerate(list(levels.items())[:MOST_OUTCOMES], start=1)
    return {name: value for number, (competence, level) in rows for name, value in _row(number, competence, level)}


def _row(number: int, competence: int, level: int) -> list[tuple[str, int]]:
    return [(f"leads_{number}", competence), (f"level_{number}", level)]


def _number(value: Any) -> int | None:
    return int(value) if value not in (None, "") else None


for _position in NUMBERS:
    setattr(
        OutcomeFields,
        f"leads_{_position}",
        SelectField(_l("Competence %(number)s", number=_position), [Optional()], choices=[], coerce=_number),
    )
    setattr(
        OutcomeFields,
        f"level_{_position}",
        LevelOrNothing(_l("Level of competence %(number)s", number=_position), _l("Please enter a level from 1 on.")),
    )
