"""What an event is about, and for how many dates a change of it is."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext


@dataclass(frozen=True)
class Text:
    """What an event is about; the link is for those who take part from elsewhere."""

    key: str
    title: str
    summary: str
    body: str
    link: str | None = None


def scope_sentence(dates: int, claims: int) -> str:
    """For how many dates a change is, and how many people are signed up there."""
    shown = ngettext("%(num)d date", "%(num)d dates", dates)
    if not claims:
        return _("%(dates)s, nobody signed up", dates=shown)
    return ngettext("%(dates)s, %(num)d sign-up", "%(dates)s, %(num)d sign-ups", claims, dates=shown)
