"""On which days the town halls of a Land are closed, by the names of these days."""

import datetime as dt
from collections.abc import Iterable, Mapping

import holidays
from flask_babel import lazy_gettext as _l

from app.text.language import language

LANGUAGES = {"de": "de", "en": "en_US"}
EVES = {(12, 24): _l("Christmas Eve"), (12, 31): _l("New Year’s Eve")}
"""No public holidays, but free of duty by section 6 (3) TVöD."""


def days_off_among(days: Iterable[dt.date], land: str) -> Mapping[dt.date, str]:
    """The public holidays and the two eves among some days; without a Land the holidays that all Länder have."""
    wanted = sorted(days)
    years = sorted({day.year for day in wanted})
    if not years:
        return {}
    found = holidays.country_holidays("DE", subdiv=land or None, years=years, language=LANGUAGES[language()])
    eves = {day: str(EVES[day.month, day.day]) for day in wanted if (day.month, day.day) in EVES}
    return eves | {day: found[day] for day in wanted if day in found}


def is_between_the_years(day: dt.date) -> bool:
    """Whether hardly anybody in a town hall is there that day: from before Christmas until Epiphany."""
    return (day.month, day.day) >= (12, 21) or (day.month, day.day) <= (1, 6)
