"""States in words, and when a training is."""

import datetime as dt
from typing import Protocol

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.requests.models import TrainingRequest
from app.requests.rules import State
from app.text.language import language
from app.web.formats import day

STATES = {
    State.DRAFT: _l("Draft"),
    State.WITH_LEADER: _l("With the leader"),
    State.WITH_HR: _l("With HR"),
    State.APPROVED: _l("Approved"),
    State.DECLINED: _l("Declined"),
    State.WITHDRAWN: _l("Withdrawn"),
    State.DONE: _l("Took place"),
}


def competence(request: TrainingRequest) -> str | None:
    """What the competence is called for which it is, in the language of the page."""
    one = request.competence
    return None if one is None else one.title_en if language() == "en" else one.title


class Dated(Protocol):
    """What has a first and a last day, or none yet."""

    @property
    def starts_on(self) -> dt.date | None: ...

    @property
    def ends_on(self) -> dt.date | None: ...


def dates(request: Dated) -> str:
    """14.04.2027; 14.04.2027 to 16.04.2027; no date yet."""
    first, last = request.starts_on, request.ends_on
    if first is None:
        return _("no date yet")
    if last is None or last == first:
        return day(first)
    return _("%(first)s to %(last)s", first=day(first), last=day(last))
