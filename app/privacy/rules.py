"""What people can delete of their own."""

import datetime as dt
import enum
from dataclasses import astuple, dataclass

PROOF_LASTS = dt.timedelta(days=730)
"""For how long what was held must be shown after it has ended, or the person has left."""


def two_years_before(today: dt.date) -> dt.date:
    """Whatever ended before this day need not be shown any more."""
    return today - PROOF_LASTS


class Own(enum.StrEnum):
    """What somebody has entered about themselves."""

    SELF_ASSESSMENTS = "self-assessments"
    EVIDENCE = "evidence"


@dataclass(frozen=True)
class Amount:
    """How much Lotse keeps of what somebody has entered about themselves."""

    self_assessments: int
    evidence: int
    files: int
    levels: int
    """Statements that follow from evidence, with those taken back: of evidence that is gone they keep the title."""
    answers: int

    @property
    def kinds(self) -> list[Own]:
        """Of what there is something."""
        _self, *proofs = astuple(self)
        there = {Own.SELF_ASSESSMENTS: self.self_assessments > 0, Own.EVIDENCE: any(proofs)}
        return [kind for kind in Own if there[kind]]
