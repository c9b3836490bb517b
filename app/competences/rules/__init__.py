"""Levels, how the current one follows from statements, and the gap to a target."""

from app.competences.rules.current import (
    GRANTS_ONLY,
    Current,
    Kind,
    Rule,
    Word,
    current,
    side_by_side,
)
from app.competences.rules.evidence import (
    Facts,
    Proof,
)
from app.competences.rules.framework import (
    Stage,
)
from app.competences.rules.freshness import (
    FADES_AFTER_MONTHS,
    LASTING,
    MOST_MONTHS,
    Ageing,
    Freshness,
    months_later,
)
from app.competences.rules.gap import (
    Axis,
    Gap,
    averages,
    coverage,
    gaps,
)
from app.competences.rules.history import (
    Step,
    history,
)
from app.competences.rules.inquiry import (
    ANSWERS_ON_EVIDENCE,
    ANSWERS_ON_LEVELS,
    LONGEST_DAYS,
    USUAL_DAYS,
    AskedAs,
    InquiryStage,
    is_in_time,
)
from app.competences.rules.profile import (
    ProfileKind,
)
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
    "ANSWERS_ON_EVIDENCE",
    "ANSWERS_ON_LEVELS",
    "FADES_AFTER_MONTHS",
    "GRANTS_ONLY",
    "LASTING",
    "LONGEST_DAYS",
    "MOST_MONTHS",
    "USUAL_DAYS",
    "Ageing",
    "AskedAs",
    "Axis",
    "Claim",
    "Current",
    "Facts",
    "Freshness",
    "Gap",
    "InquiryStage",
    "Kind",
    "Obstacle",
    "ProfileKind",
    "Proof",
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
    "is_in_time",
    "may_read",
    "may_retract",
    "months_later",
    "obstacle",
    "side_by_side",
]
