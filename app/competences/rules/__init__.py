"""Levels, how the current one follows from statements, and the gap to a target."""

from app.competences.rules.current import GRANTS_ONLY, Current, Kind, Word, current
from app.competences.rules.framework import (
    CARRYING,
    DOWN,
    SAID_BY_HAND,
    UP,
    LinkKind,
    Stage,
    base_key,
    carries,
    fitting,
    free_key,
    moved,
)
from app.competences.rules.gap import Axis, Gap, averages, coverage, gaps
from app.competences.rules.profile import ProfileKind

__all__ = [
    "CARRYING",
    "DOWN",
    "GRANTS_ONLY",
    "SAID_BY_HAND",
    "UP",
    "Axis",
    "Current",
    "Gap",
    "Kind",
    "LinkKind",
    "ProfileKind",
    "Stage",
    "Word",
    "averages",
    "base_key",
    "carries",
    "coverage",
    "current",
    "fitting",
    "free_key",
    "gaps",
    "moved",
]
