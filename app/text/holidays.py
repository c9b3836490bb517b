"""Public holidays of a Land, by their names."""

import datetime as dt
from collections.abc import Iterable, Mapping

import holidays

from app.text.language import language

LANGUAGES = {"de": "de", "en": "en_US"}


def holidays_among(days: Iterable[dt.date], land: str) -> Mapping[dt.date, str]:
    """The public holidays among some days; without a Land those that all Länder have."""
    wanted = sorted(days)
    years = sorted({day.year for day in wanted})
    if not years:
        return {}
    found = holidays.country_holidays("DE", subdiv=land or None, years=years, language=LANGUAGES[language()])
    return {day: found[day] for day in wanted if day in found}
