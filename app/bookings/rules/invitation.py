"""Dates to which people are invited: only they can have a seat, and it is kept for them until a moment."""

import datetime as dt
import enum

from flask_babel import gettext as _

from app.bookings.rules.admission import Terms


class Reply(enum.StrEnum):
    """What somebody has said to an invitation."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


def invitation_closed_reason(reply: Reply, answer_by: dt.datetime, terms: Terms, now: dt.datetime) -> str | None:
    """Why an invitation can't be accepted, as a sentence; None where it can."""
    if terms.is_cancelled:
        return _("This date was cancelled.")
    if sentence := terms.over_reason(now):
        return sentence
    if reply is Reply.DECLINED:
        return _("You have declined this invitation. Please ask the organisers if you would like to come after all.")
    if reply is Reply.ACCEPTED:
        return _("You have given back your seat. Please ask the organisers if you would like to come after all.")
    if now >= answer_by:
        return _("The time for an answer is over. Please ask the organisers if you would like to come after all.")
    return None
