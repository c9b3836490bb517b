"""How sources and times are said."""

import datetime as dt

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from app.qualifications.models import Qualification
from app.qualifications.rules import FOR_EVER, Effect, Source
from app.text.language import language
from app.web.formats import day

SOURCES = {
    Source.COURSE: _l("course completed"),
    Source.ATTENDANCE: _l("took part"),
    Source.RECORD: _l("from earlier records"),
    Source.ENTRY: _l("entered by HR"),
}
EFFECTS = {
    Effect.GRANTS: _l("grants it"),
    Effect.RENEWS: _l("renews it"),
    Effect.REQUIRES: _l("requires it"),
}


def source_label(source: Source) -> str:
    """How a holding came about."""
    return str(SOURCES[source])


def title_of(qualification: Qualification) -> str:
    """The title in the language of the page."""
    return qualification.title_en if language() == "en" else qualification.title


def validity(qualification: Qualification) -> str:
    """For how long it holds."""
    months = qualification.valid_months
    if months is None:
        return _("holds for ever")
    return ngettext("holds for %(num)d month", "holds for %(num)d months", months)


def months(qualification: Qualification) -> str:
    """The same as a length of time."""
    length = qualification.valid_months
    return _("for ever") if length is None else ngettext("%(num)d month", "%(num)d months", length)


def until_label(until: dt.date | None) -> str:
    """Until when something holds."""
    return _("for ever") if until is None or until == FOR_EVER else day(until)
