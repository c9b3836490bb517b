"""The self-assessment."""

from collections.abc import Sequence
from typing import Any

from flask import request
from flask_babel import gettext as _

from app.competences.queries import Named, Question, by_area
from app.competences.rules import Current, Freshness, Rule
from app.web.form import Form


class SelfAssessmentForm(Form):
    """One choice for each competence of the page; what is not answered is left out.

    Chosen at first is what the person has said themselves, never what others or proofs say. Since a choice that stays
    says nothing new, a level that asks to be confirmed has a box for that.
    """

    def __init__(self, questions: Sequence[Question], said: dict[int, int]) -> None:
        super().__init__()
        self.questions = questions
        self.said = said
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

    @property
    def confirmed(self) -> set[int]:
        """The competences whose level is said again."""
        return {one.competence.id for one in self.questions if str(one.competence.id) in request.form.getlist("again")}

    def selected(self, competence_id: int) -> str | int | None:
        """What to show as chosen: what was just typed, or what the person last said."""
        return self.typed[competence_id] or self.said.get(competence_id)

    def asks_again(self, competence_id: int, now: Current | None) -> bool:
        """Whether the level that is chosen at first may be said again: it has faded, or another one counts today."""
        said = self.said.get(competence_id)
        if said is None or now is None or self.is_below_proof(competence_id, now):
            return False
        return now.freshness is not Freshness.FRESH or now.level != said

    def is_below_proof(self, competence_id: int, now: Current | None) -> bool:
        """Whether a fresh proof shows more than the person says of themselves: saying that again changes nothing."""
        said = self.said.get(competence_id)
        if said is None or now is None or now.rule is not Rule.HIGHER_PROOF:
            return False
        return now.freshness is Freshness.FRESH and said < now.level

    @property
    def answered(self) -> int:
        """How many competences the person has answered."""
        return sum(self.selected(one.competence.id) is not None for one in self.questions)
