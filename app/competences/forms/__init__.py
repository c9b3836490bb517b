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
from app.competences.forms.version import TargetForm, link_form, publication_form

__all__ = [
    "AreaForm",
    "DirectionForm",
    "FamilyForm",
    "FrameworkForm",
    "GoalForm",
    "ProfileForm",
    "SelfAssessmentForm",
    "TargetForm",
    "UploadForm",
    "competence_form",
    "link_form",
    "profile_form",
    "publication_form",
    "scale_text",
]
