"""The self-assessment, the choice of a goal, and sharing."""

from app.competences.forms.profile import GoalForm
from app.competences.forms.share import ShareForm
from app.competences.forms.statement import SelfAssessmentForm

__all__ = ["GoalForm", "SelfAssessmentForm", "ShareForm"]
