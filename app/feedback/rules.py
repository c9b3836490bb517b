"""What can be asked, and until when it is answered and kept."""

import datetime as dt
import enum
from dataclasses import dataclass

MOST_QUESTIONS = 6
LONGEST_QUESTION = 200
LONGEST_ANSWER = 1000
DAYS_TO_ANSWER = 14
TURNS_LAST = dt.timedelta(days=90)
TEXTS_LAST = dt.timedelta(days=365)
NOTHING = ""
"""What is sent where somebody leaves a question out."""


class Kind(enum.StrEnum):
    """How a question is answered."""

    SCALE = "scale"
    YES_NO = "yes-no"
    TEXT = "text"


VALUES = {Kind.SCALE: ("1", "2", "3", "4", "5"), Kind.YES_NO: ("yes", "no"), Kind.TEXT: ()}
"""What can be chosen."""


@dataclass(frozen=True)
class Draft:
    """A question as it is typed."""

    kind: Kind
    text: str


class Phase(enum.StrEnum):
    """Where a sheet stands: not asked yet, open for answers, or over."""

    AHEAD = "ahead"
    OPEN = "open"
    OVER = "over"


def phase(asked_on: dt.date | None, closes_on: dt.date | None, today: dt.date) -> Phase:
    """Where a sheet stands today; the last day is one for answers."""
    if asked_on is None or closes_on is None:
        return Phase.AHEAD
    return Phase.OPEN if today <= closes_on else Phase.OVER
