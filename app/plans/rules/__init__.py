"""What is decided about plans, as plain values."""

from app.plans.rules.proposal import (
    USUAL_WEEKLY_MINUTES,
    USUAL_WEEKS,
    Open,
    Pin,
    Why,
    fingerprint,
    taken_over,
    what_stays_open,
    written,
)
from app.plans.rules.steps import ItemKind, is_overdue
from app.plans.rules.weeks import Load, Placed, Week, first_week, lay_out, monday_of

__all__ = [
    "USUAL_WEEKLY_MINUTES",
    "USUAL_WEEKS",
    "ItemKind",
    "Load",
    "Open",
    "Pin",
    "Placed",
    "Week",
    "Why",
    "fingerprint",
    "first_week",
    "is_overdue",
    "lay_out",
    "monday_of",
    "taken_over",
    "what_stays_open",
    "written",
]
