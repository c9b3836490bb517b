"""Entering what somebody has acquired elsewhere."""

import datetime as dt

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import Length

from app import clock
from app.qualifications.rules import EARLIEST, LONGEST_DETAIL
from app.web.fields import Day, Line
from app.web.form import Form

SINCE_WHEN = _l("Please enter the day on which it began, today at the latest.")
UNTIL_WHEN = _l("Please enter a day, or leave it empty.")
LATEST = dt.date(2100, 12, 31)


class HoldingForm(Form):
    """Who holds it, since when, until when, and by what."""

    who = Line(_l("Who?"), 200, _l("Please enter a personnel number, an e-mail address or a full name."))
    since = Day(_l("Since when?"), lambda: (EARLIEST, clock.today()), SINCE_WHEN, required=True)
    until = Day(
        _l("Until when?"),
        lambda: (EARLIEST, LATEST),
        UNTIL_WHEN,
        description=_l("Left empty, Lotse works it out from how long the qualification holds."),
    )
    detail = StringField(
        _l("What shows it?"),
        [Length(max=LONGEST_DETAIL, message=_l("Please use at most 200 characters."))],
        description=_l("A few words, such as the course and who gave it. The person reads them."),
    )
