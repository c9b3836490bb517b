"""Ranking wishes: a number for each slot, made for the programme as it is."""

from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.events.rules import BandText
from app.web.ranking import RankingForm, ranking


class WishesForm(RankingForm):
    """One list for each time band."""

    prefix = "slot-"
    twice = _l("Please use each number only once at this time.")
    changed = _l("The programme has changed since you opened this page. Please look at your wishes again.")
    bands: Sequence[BandText] = ()


def wishes_form(bands: Sequence[BandText], wishes: Mapping[int, int]) -> WishesForm:
    """The form for these time bands, with the person's wishes as they are."""
    form = ranking(WishesForm, [band.slots for band in bands], _word, wishes)
    form.bands = bands
    return form


def _word(rank: int) -> str:
    return _("wish %(number)s", number=rank) if rank else _("no wish")
