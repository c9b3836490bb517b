"""The self-assessment, the choice of a goal, and HR's editor."""

from app.competences.forms.exchange import UploadForm
from app.competences.forms.framework import (
    AreaForm,
    DirectionForm,
    FrameworkForm,
    competence_form,
    scale_text,
)
from app.competences.forms.profile import FamilyForm, GoalForm, ProfileForm, profile_form
from app.competences.forms.statement import SelfAssessmentForm

__all__ = [
    "AreaForm",
    "DirectionForm",
    "FamilyForm",
    "FrameworkForm",
    "GoalForm",
    "ProfileForm",
    "SelfAssessmentForm",
    "UploadForm",
    "competence_form",
    "profile_form",
    "scale_text",
]
