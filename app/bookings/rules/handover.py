"""When a seat can be passed to a colleague."""

import datetime as dt
import enum

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.bookings.rules.admission import Mode, Terms
from app.bookings.rules.states import State


class Stage(enum.StrEnum):
    """Where a seat that is to be passed on stands: the colleague has not answered, or how it ended.

    It lapses when it is asked anew after its time, and when the seat is given back.
    """

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


def handover_closed_reason(state: State, mode: Mode, terms: Terms, now: dt.datetime) -> str | None:
    """Why a seat can't be passed to a colleague, as a sentence; None where it can.

    It can until the date begins, also when it can't be given back any more: nobody loses by it.
    """
    if terms.is_cancelled:
        return _("This date was cancelled.")
    if state is not State.CONFIRMED:
        return _("Only a confirmed seat can be passed on, and this one is none any more.")
    if sentence := terms.over_reason(now):
        return sentence
    if mode is Mode.APPROVAL:
        return _("Here leaders decide who gets a seat. Please give yours back, so that it goes to the next in line.")
    if mode is Mode.DRAW:
        return _("Here lots decide who gets a seat. Please give yours back, so that it goes to the next in line.")
    if mode is Mode.INVITATION:
        return _("Here the organisers invite people. Please give your seat back, so that they can invite others.")
    return None


ENDED = {
    Stage.ACCEPTED: _l("The seat was taken over."),
    Stage.DECLINED: _l("The seat stayed where it was: this was declined."),
    Stage.WITHDRAWN: _l("The colleague keeps the seat after all."),
    Stage.LAPSED: _l("The time for an answer is over, or the seat was given back."),
}


def handover_ended_reason(stage: Stage, expires_at: dt.datetime, now: dt.datetime) -> str | None:
    """Why the colleague can't answer any more, as a sentence; None where they can."""
    if stage is not Stage.OPEN:
        return str(ENDED[stage])
    return _("The time for an answer is over. The seat stays where it is.") if now >= expires_at else None
