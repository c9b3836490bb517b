"""What is typed in about requests and budgets."""

from app.requests.forms.budget import BudgetForm, EditBudgetForm
from app.requests.forms.decision import DecisionForm, HrDecisionForm
from app.requests.forms.draft import BeginForm, DraftForm, WithdrawForm
from app.requests.forms.report import ProofForm, ReportForm

__all__ = [
    "BeginForm",
    "BudgetForm",
    "DecisionForm",
    "DraftForm",
    "EditBudgetForm",
    "HrDecisionForm",
    "ProofForm",
    "ReportForm",
    "WithdrawForm",
]
