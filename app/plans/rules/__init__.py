"""What is decided about plans, as plain values."""

from app.plans.rules import buddy, practice, review, talk
from app.plans.rules.proposal import Gain, Offer, Proposal, ProposedStep, propose
from app.plans.rules.steps import ItemKind, is_overdue
from app.plans.rules.weeks import Load, Placed, Week, lay_out, monday_of

__all__ = [
    "Gain",
    "ItemKind",
    "Load",
    "Offer",
    "Placed",
    "Proposal",
    "ProposedStep",
    "Week",
    "buddy",
    "is_overdue",
    "lay_out",
    "monday_of",
    "practice",
    "propose",
    "review",
    "talk",
]
