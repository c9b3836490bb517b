"""What is typed in about a plan and about templates."""

from app.plans.forms import (
    buddy,
    practice,
    review,
    talk,
)
from app.plans.forms.plan import (
    BudgetForm,
    EditItemForm,
    EditOwnStepForm,
    ItemForm,
    MoveForm,
    OrderForm,
    OwnStepForm,
    SessionForm,
    TickForm,
    VersionedForm,
)
from app.plans.forms.proposal import (
    CalculationForm,
    CourseForm,
    PinForm,
    ProposalForm,
)
from app.plans.forms.template import (
    DirectionForm,
    PersonForm,
    ReachForm,
    TemplateForm,
    TemplateStepForm,
)

__all__ = [
    "BudgetForm",
    "CalculationForm",
    "CourseForm",
    "DirectionForm",
    "EditItemForm",
    "EditOwnStepForm",
    "ItemForm",
    "MoveForm",
    "OrderForm",
    "OwnStepForm",
    "PersonForm",
    "PinForm",
    "ProposalForm",
    "ReachForm",
    "SessionForm",
    "TemplateForm",
    "TemplateStepForm",
    "TickForm",
    "VersionedForm",
    "buddy",
    "practice",
    "review",
    "talk",
]
