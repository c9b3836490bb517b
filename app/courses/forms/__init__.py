"""What may be typed in about courses, units and sessions."""

from app.courses.forms.course import CheckForm, CompletionForm, SynonymsForm, check_form, wanted
from app.courses.forms.session import EditSessionForm, PlanSessionForm

__all__ = [
    "CheckForm",
    "CompletionForm",
    "EditSessionForm",
    "PlanSessionForm",
    "SynonymsForm",
    "check_form",
    "wanted",
]
