"""The self-assessment, the choice of a goal, evidence, and inquiries."""

from app.competences.forms.evidence import (
    EditEvidenceForm,
    EvidenceForm,
)
from app.competences.forms.framework import (
    AreaForm,
    DirectionForm,
    FrameworkForm,
    competence_form,
    scale_text,
)
from app.competences.forms.inquiry import (
    AnswerForm,
    ConfirmationForm,
    InquiryForm,
)
from app.competences.forms.job import (
    FamilyForm,
    JobForm,
    NewJobForm,
)
from app.competences.forms.profile import (
    GoalForm,
    ProfileForm,
    profile_form,
)
from app.competences.forms.share import (
    ShareForm,
)
from app.competences.forms.statement import (
    SelfAssessmentForm,
)
from app.competences.forms.version import (
    TargetForm,
    link_form,
    publication_form,
)

__all__ = [
    "AnswerForm",
    "AreaForm",
    "ConfirmationForm",
    "DirectionForm",
    "EditEvidenceForm",
    "EvidenceForm",
    "FamilyForm",
    "FrameworkForm",
    "GoalForm",
    "InquiryForm",
    "JobForm",
    "NewJobForm",
    "ProfileForm",
    "SelfAssessmentForm",
    "ShareForm",
    "TargetForm",
    "competence_form",
    "link_form",
    "profile_form",
    "publication_form",
    "scale_text",
]
