"""Asking somebody by name for their word, and what can become of it."""

import datetime as dt
import enum

from app.competences.rules.current import Kind

LONGEST_DAYS = 60
USUAL_DAYS = 14


class AskedAs(enum.StrEnum):
    """As whom somebody is asked; a leader's right to answer ends on the day they no longer lead."""

    LEADER = "leader"
    COLLEAGUE = "colleague"
    ASSESSOR = "assessor"

    @property
    def kind(self) -> Kind:
        """The kind of the statement that an answer becomes."""
        return Kind(self.value)


class InquiryStage(enum.StrEnum):
    """What has become of an inquiry."""

    OPEN = "open"
    ANSWERED = "answered"
    CONFIRMED = "confirmed"
    UNABLE = "unable"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


ANSWERS_ON_LEVELS = (InquiryStage.ANSWERED, InquiryStage.UNABLE, InquiryStage.DECLINED)
ANSWERS_ON_EVIDENCE = (InquiryStage.CONFIRMED, InquiryStage.UNABLE, InquiryStage.DECLINED)


def closest(*, leads: bool, develops: bool) -> AskedAs:
    """As whom the person asks somebody: leading them comes first, then looking after them in HR development."""
    if leads:
        return AskedAs.LEADER
    return AskedAs.ASSESSOR if develops else AskedAs.COLLEAGUE


def answers_as(asked_as: AskedAs, *, develops: bool) -> AskedAs:
    """As whom somebody answers who was asked so, if they look after the person in HR development that day.

    Whoever no longer does so still answers, but as a colleague: the person asked them by name, and their word must not
    weigh as that of an office that they don't hold. It is never more than what the person was shown when they asked.
    """
    return AskedAs.COLLEAGUE if asked_as is AskedAs.ASSESSOR and not develops else asked_as


def is_in_time(ends_on: dt.date, asked_on: dt.date) -> bool:
    """Whether an inquiry may end on that day."""
    return asked_on <= ends_on <= asked_on + dt.timedelta(days=LONGEST_DAYS)
