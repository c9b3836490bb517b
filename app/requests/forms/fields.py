"""Fields that forms about requests share."""

import datetime as dt
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional
from wtforms.widgets import HiddenInput

from app import clock
from app.text.folding import bare
from app.web.fields import MOST

LONGEST_LINE, LONGEST_LINK, LONGEST_TEXT = 200, 500, 2000
AT_MOST = _l("Please use at most %(max)d characters.")
WHAT_COSTS = _l("Please enter an amount in euros, such as 480 or 89.50; at most 100,000 euros.")
ANY_DAY = _l("Please enter a day, or leave it empty.")
YEAR = dt.timedelta(days=366)


def ahead() -> tuple[dt.date, dt.date]:
    """From a month ago, since a request may come late, to three years ahead."""
    today = clock.today()
    return today - dt.timedelta(days=31), today + 3 * YEAR


def until_today() -> tuple[dt.date, dt.date]:
    """The last two years."""
    today = clock.today()
    return today - 2 * YEAR, today


def any_time() -> tuple[dt.date, dt.date]:
    """From two years ago to half a century ahead."""
    today = clock.today()
    return today - 2 * YEAR, today + 50 * YEAR


def line(label: Any, most: int = LONGEST_LINE, **other: Any) -> StringField:
    """A line of text that may be left out."""
    checks = [Optional(), Length(max=most, message=AT_MOST)]
    return StringField(label, checks, filters=[_one_line], render_kw={"maxlength": most}, **other)


def text(label: Any, **other: Any) -> TextAreaField:
    """A few sentences that may be left out."""
    checks = [Optional(), Length(max=LONGEST_TEXT, message=AT_MOST)]
    kw = {"rows": 4, "maxlength": LONGEST_TEXT}
    return TextAreaField(label, checks, filters=[_stripped], render_kw=kw, **other)


def version() -> IntegerField:
    """What the person was looking at."""
    return IntegerField(validators=[InputRequired(), NumberRange(0, MOST)], widget=HiddenInput())


def _stripped(typed: str | None) -> str:
    return (typed or "").strip()


def _one_line(typed: str | None) -> str:
    return bare(typed) if typed else ""
