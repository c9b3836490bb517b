"""When Lotse asks what somebody has applied of what they learnt, and what may follow from the answer."""

import datetime as dt
import enum
from collections.abc import Mapping

EARLY, LATE = 2, 6
"""Weeks after a completion. Two, when it is fresh; six, when it has become a habit or not: a choice of design."""
LATEST = 12
"""After so many weeks nobody is asked for the first time any more."""


class Answer(enum.StrEnum):
    """What has become of a question."""

    APPLIED = "applied"
    NOT_YET = "not-yet"
    DISMISSED = "dismissed"


def turn_due(learnt_on: dt.date, today: dt.date, asked: Mapping[int, Answer | None]) -> int | None:
    """After how many weeks a question is due today; None where none is.

    `asked` holds what has become of the questions asked so far, by their weeks. Whatever the answer to the early one,
    and also where there is none yet, the late one asks what has stayed; only who wants no question is not asked.
    """
    weeks = (today - learnt_on).days // 7
    if Answer.DISMISSED in asked.values():
        return None
    if LATE <= weeks < LATEST and LATE not in asked:
        return LATE
    if EARLY <= weeks < LATE and EARLY not in asked:
        return EARLY
    return None


def levels_to_claim(to_level: int, highest: int) -> range:
    """The levels that an answer may prove: one more than the course alone, for a competence is won by using it."""
    return range(1, min(to_level + 1, highest) + 1)
