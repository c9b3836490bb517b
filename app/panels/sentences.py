"""What a page says about a team, in whole sentences."""

from collections.abc import Sequence
from fractions import Fraction

from flask_babel import format_decimal, ngettext
from flask_babel import gettext as _

from app.panels.rules import Gap, Quota, Section

ONE_DECIMAL = "0.0"


def state(now: Section, waiting: int) -> str:
    """How many are in the team, and how many have not answered."""
    inside = ngettext("%(num)d of %(size)d has agreed.", "%(num)d of %(size)d have agreed.", now.count, size=now.size)
    if not waiting:
        return inside
    return inside + " " + ngettext("%(num)d has not answered.", "%(num)d have not answered.", waiting)


def missing(now: Section) -> list[str]:
    """Who is missing for the cross-section, and of whom there are too many."""
    found = []
    if now.missing:
        found.append(_("Missing: %(groups)s.", groups=named(now.missing)))
    if now.exceeded:
        found.append(_("Too many: %(groups)s.", groups=named(now.exceeded)))
    if not now.count:
        return found or [_("Nobody is in the team so far.")]
    if not now.is_asked_for:
        return [_("So far you ask for no group, so nobody is missing.")]
    return found or [_("The team is a cross-section as you want it.")]


def missing_if_all_agree(now: Section, hoped: Section) -> str | None:
    """Who would still be missing if everybody who was asked said yes; None where nobody is asked, or no group."""
    if hoped.count == now.count or not now.is_asked_for:
        return None
    if hoped.missing:
        return _(
            "If everybody agrees who has been asked, these are still missing: %(groups)s.", groups=named(hoped.missing)
        )
    return _("If everybody agrees who has been asked, nobody is missing.")


def named(gaps: Sequence[Gap]) -> str:
    """Groups in a row, each with its number where that is more than one: "Dezernat IV, Sachbearbeitung (2)"."""
    return ", ".join(f"{gap.name} ({gap.number})" if gap.number > 1 else gap.name for gap in gaps)


def limits(quota: Quota) -> str:
    """What a quota asks for: "at least 1", "1 to 4"."""
    if quota.most is None:
        return _("at least %(least)d", least=quota.least) if quota.least else _("any number")
    if not quota.least:
        return _("at most %(most)d", most=quota.most)
    return _("%(least)d to %(most)d", least=quota.least, most=quota.most)


def percent(chance: Fraction) -> str:
    """A chance as people read it: "12.4 %"."""
    return f"{format_decimal(float(chance * 100), ONE_DECIMAL)}\xa0%"


def one_in(chance: Fraction) -> str:
    """The same in other words: "about 1 in 8", and where it is more than a half "about 8 in 10"."""
    if chance in (0, 1):
        return _("certain") if chance else _("none")
    if chance > Fraction(1, 2):
        return _("about %(number)d in 10", number=min(9, round(10 * chance)))
    return _("about 1 in %(number)d", number=round(1 / chance))
