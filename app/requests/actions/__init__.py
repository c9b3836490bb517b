"""What people do with requests and budgets."""

from app.requests.actions.budget import change_budget, open_budget, remove_budget
from app.requests.actions.decision import decide_as_hr, decide_as_leader, nearest_account
from app.requests.actions.draft import begin, change, discard, save, send, withdraw
from app.requests.actions.report import hand_in_evidence, let_go_of, report
from app.requests.actions.times import ask_how_it_was, forget

__all__ = [
    "ask_how_it_was",
    "begin",
    "change",
    "change_budget",
    "decide_as_hr",
    "decide_as_leader",
    "discard",
    "forget",
    "hand_in_evidence",
    "let_go_of",
    "nearest_account",
    "open_budget",
    "remove_budget",
    "report",
    "save",
    "send",
    "withdraw",
]
