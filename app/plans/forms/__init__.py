"""What is typed in about a plan."""

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
from app.plans.forms.proposal import CalculationForm, CourseForm, PinForm, ProposalForm

__all__ = [
    "BudgetForm",
    "CalculationForm",
    "CourseForm",
    "EditItemForm",
    "EditOwnStepForm",
    "ItemForm",
    "MoveForm",
    "OwnStepForm",
    "PinForm",
    "ProposalForm",
    "TickForm",
    "VersionedForm",
]
