"""Levels, how the current one follows from statements, and the gap to a target."""

from app.competences.rules import exchange, moodle, table
from app.competences.rules.current import GRANTS_ONLY, Current, Kind, Word, current
from app.competences.rules.family import band, told
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
from app.competences.rules.jobs import Known, read_jobs
from app.competences.rules.profile import ProfileKind
from app.competences.rules.table import RowError
from app.competences.rules.version import Change, Item, compare, merged

__all__ = [
    "CARRYING",
    "DOWN",
    "GRANTS_ONLY",
    "SAID_BY_HAND",
    "UP",
    "Axis",
    "Change",
    "Current",
    "Gap",
    "Item",
    "Kind",
    "Known",
    "LinkKind",
    "ProfileKind",
    "RowError",
    "Stage",
    "Word",
    "averages",
    "band",
    "base_key",
    "carries",
    "compare",
    "coverage",
    "current",
    "exchange",
    "fitting",
    "free_key",
    "gaps",
    "merged",
    "moodle",
    "moved",
    "read_jobs",
    "table",
    "told",
]
