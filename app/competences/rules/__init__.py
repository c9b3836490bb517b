"""Levels, how the current one follows from statements, and the gap to a target."""

from app.competences.rules.current import GRANTS_ONLY, Current, Kind, Word, current
from app.competences.rules.framework import Stage
from app.competences.rules.gap import Axis, Gap, averages, coverage, gaps
from app.competences.rules.profile import ProfileKind

__all__ = [
    "GRANTS_ONLY",
    "Axis",
    "Current",
    "Gap",
    "Kind",
    "ProfileKind",
    "Stage",
    "Word",
    "averages",
    "coverage",
    "current",
    "gaps",
]
