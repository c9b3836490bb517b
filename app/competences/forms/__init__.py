"""The self-assessment, the choice of a goal, evidence, and inquiries."""

from app.competences.forms.evidence import (
    EditEvidenceForm,
    EvidenceForm,
)
from app.competences.forms.inquiry import (
    AnswerForm,
    ConfirmationForm,
    InquiryForm,
)
from app.competences.forms.profile import (
    GoalForm,
)
from app.competences.forms.share import (
    ShareForm,
)
from app.competences.forms.statement import (
    SelfAssessmentForm,
)

__all__ = [
    "AnswerForm",
    "ConfirmationForm",
    "EditEvidenceForm",
    "EvidenceForm",
    "GoalForm",
    "InquiryForm",
    "SelfAssessmentForm",
    "ShareForm",
]
