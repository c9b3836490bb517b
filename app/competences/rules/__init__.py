"""Levels, how the current one follows from statements, and the gap to a target."""

from app.competences.rules.current import GRANTS_ONLY, Current, Kind, Rule, Word, current, side_by_side
from app.competences.rules.framework import Stage
from app.competences.rules.freshness import (
    FADES_AFTER_MONTHS,
    LASTING,
    MOST_MONTHS,
    Ageing,
    Freshness,
    months_later,
)
from app.competences.rules.gap import Axis, Gap, averages, coverage, gaps
from app.competences.rules.history import Step, history
from app.competences.rules.profile import ProfileKind
from app.competences.rules.statement import (
    Claim,
    Obstacle,
    Reader,
    Said,
    Visibility,
    may_read,
    may_retract,
    obstacle,
)

__all__ = [
    "FADES_AFTER_MONTHS",
    "GRANTS_ONLY",
    "LASTING",
    "MOST_MONTHS",
    "Ageing",
    "Axis",
    "Claim",
    "Current",
    "Freshness",
    "Gap",
    "Kind",
    "Obstacle",
    "ProfileKind",
    "Reader",
    "Rule",
    "Said",
    "Stage",
    "Step",
    "Visibility",
    "Word",
    "averages",
    "coverage",
    "current",
    "gaps",
    "history",
    "may_read",
    "may_retract",
    "months_later",
    "obstacle",
    "side_by_side",
]
