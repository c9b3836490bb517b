"""Levels, how the current one follows from statements, and the gap to a target."""

from app.competences.rules import (
    comparison,
    exchange,
    moodle,
    reference,
    table,
)
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
    judged_later,
)
from app.competences.rules.family import (
    band,
    band_of_sum,
)
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
    way_on,
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
from app.competences.rules.jobs import (
    Known,
    read_jobs,
)
from app.competences.rules.profile import (
    IMPORTANT,
    USUAL,
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
from app.competences.rules.table import (
    RowError,
)
from app.competences.rules.version import (
    Change,
    Item,
    compare,
    merged,
    merged_in,
)

__all__ = [
    "ANSWERS_ON_EVIDENCE",
    "ANSWERS_ON_LEVELS",
    "CARRYING",
    "DOWN",
    "FADES_AFTER_MONTHS",
    "GRANTS_ONLY",
    "IMPORTANT",
    "LASTING",
    "LONGEST_DAYS",
    "MOST_MONTHS",
    "SAID_BY_HAND",
    "UP",
    "USUAL",
    "USUAL_DAYS",
    "Ageing",
    "AskedAs",
    "Axis",
    "Change",
    "Claim",
    "Current",
    "Facts",
    "Freshness",
    "Gap",
    "InquiryStage",
    "Item",
    "Kind",
    "Known",
    "LinkKind",
    "Obstacle",
    "ProfileKind",
    "Proof",
    "Reader",
    "RowError",
    "Rule",
    "Said",
    "Stage",
    "Step",
    "Visibility",
    "Word",
    "averages",
    "band",
    "band_of_sum",
    "base_key",
    "carries",
    "compare",
    "comparison",
    "coverage",
    "current",
    "exchange",
    "fitting",
    "free_key",
    "gaps",
    "history",
    "is_in_time",
    "judged_later",
    "may_read",
    "may_retract",
    "merged",
    "merged_in",
    "months_later",
    "moodle",
    "moved",
    "obstacle",
    "read_jobs",
    "reference",
    "side_by_side",
    "table",
    "way_on",
]
