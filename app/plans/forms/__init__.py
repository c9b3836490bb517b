"""What is typed in about a plan."""

from app.plans.forms import buddy, practice, review, talk
from app.plans.forms.plan import (
    BudgetForm,
    EditItemForm,
    EditOwnStepForm,
    ItemForm,
    MoveForm,
    OwnStepForm,
    TickForm,
    VersionedForm,
)
from app.plans.forms.proposal import ProposalForm

__all__ = [
    "BudgetForm",
    "EditItemForm",
    "EditOwnStepForm",
    "ItemForm",
    "MoveForm",
    "OwnStepForm",
    "ProposalForm",
    "TickForm",
    "VersionedForm",
    "buddy",
    "practice",
    "review",
    "talk",
]
