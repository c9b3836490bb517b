"""The self-assessment, and the choice of a goal."""

from app.competences.forms.profile import GoalForm
from app.competences.forms.statement import SelfAssessmentForm

__all__ = ["GoalForm", "SelfAssessmentForm"]
