"""The self-assessment, the choice of a goal, and HR's editor."""

from app.competences.forms.framework import (
    AreaForm,
    DirectionForm,
    FrameworkForm,
    competence_form,
    scale_text,
)
from app.competences.forms.profile import GoalForm
from app.competences.forms.statement import SelfAssessmentForm

__all__ = [
    "AreaForm",
    "DirectionForm",
    "FrameworkForm",
    "GoalForm",
    "SelfAssessmentForm",
    "competence_form",
    "scale_text",
]
