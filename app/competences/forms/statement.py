"""The self-assessment."""

from collections.abc import Sequence
from typing import Any

from flask import request
from flask_babel import gettext as _

from app.competences.queries import Named, Question, by_area
from app.web.form import Form


class SelfAssessmentForm(Form):
    """One choice for each competence of the page; what is not answered is left out."""

    def __init__(self, questions: Sequence[Question], held: dict[int, int]) -> None:
        super().__init__()
        self.questions = questions
        self.held = held
        self.typed = {one.competence.id: request.form.get(f"level-{one.competence.id}", "") for one in questions}

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether every answer is one of the levels shown."""
        in_order = bool(super().validate(extra_validators))
        allowed = {one.competence.id: {str(step.number) for step in one.steps} for one in self.questions}
        if any(typed and typed not in allowed[competence] for competence, typed in self.typed.items()):
            self.form_errors.append(_("Please choose one of the levels shown."))
            return False
        return in_order

    @property
    def areas(self) -> list[tuple[Named, list[Question]]]:
        """The questions by area, in the order of the models."""
        return by_area(self.questions, lambda one: one.competence)

    @property
    def levels(self) -> dict[int, int]:
        """The answers by competence."""
        return {competence: int(typed) for competence, typed in self.typed.items() if typed}

    def selected(self, competence_id: int) -> str | int | None:
        """What to show as chosen: what was just typed, or the current level."""
        return self.typed[competence_id] or self.held.get(competence_id)

    @property
    def answered(self) -> int:
        """How many competences have a level."""
        return sum(self.selected(one.competence.id) is not None for one in self.questions)
