"""Levels, how the current one follows from statements, and the gap to a target."""

from app.competences.rules.current import GRANTS_ONLY, Current, Kind, Word, current
from app.competences.rules.evidence import Facts, Proof
from app.competences.rules.framework import Stage
from app.competences.rules.gap import Axis, Gap, averages, coverage, gaps
from app.competences.rules.inquiry import (
    ANSWERS_ON_EVIDENCE,
    ANSWERS_ON_LEVELS,
    LONGEST_DAYS,
    USUAL_DAYS,
    AskedAs,
    InquiryStage,
    is_in_time,
)
from app.competences.rules.profile import ProfileKind

__all__ = [
    "ANSWERS_ON_EVIDENCE",
    "ANSWERS_ON_LEVELS",
    "GRANTS_ONLY",
    "LONGEST_DAYS",
    "USUAL_DAYS",
    "AskedAs",
    "Axis",
    "Current",
    "Facts",
    "Gap",
    "InquiryStage",
    "Kind",
    "ProfileKind",
    "Proof",
    "Stage",
    "Word",
    "averages",
    "coverage",
    "current",
    "gaps",
    "is_in_time",
]
