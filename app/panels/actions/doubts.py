"""Saying in words why a draw can’t take place as it is."""

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import ngettext

from app.errors import Refused
from app.panels.lottery import FEWEST_IN_GROUP, Case, Change, conflict, singled_out, small_groups
from app.panels.rules import Class, Quota


def refuse_doubtful(case: Case) -> None:
    """Refuse a draw that has nothing to draw, that is impossible, or that would single somebody out."""
    if case.size < 1:
        raise Refused(_("All seats are taken by those who have agreed, so there is nothing to draw."))
    if case.number <= case.size:
        raise Refused(
            ngettext(
                "%(num)d person has volunteered for %(seats)d seats, so there is nothing to draw. Extend the call, or "
                "ask by name.",
                "%(num)d people have volunteered for %(seats)d seats, so there is nothing to draw. Extend the call, or "
                "ask by name.",
                case.number,
                seats=case.size,
            )
        )
    _refuse_small_groups(case)
    _refuse_conflict(case)
    _refuse_singling_out(case)


def _refuse_small_groups(case: Case) -> None:
    if small := small_groups(case):
        raise Refused(
            _(
                "A quota for fewer than %(fewest)d volunteers would be one for single persons: %(groups)s. Please ask "
                "for nothing there, extend the call, or ask somebody by name.",
                fewest=FEWEST_IN_GROUP,
                groups=", ".join(f"{quota.name} ({number})" for quota, number in small),
            )
        )


def _refuse_conflict(case: Case) -> None:
    found = conflict(case)
    if found is None:
        return
    quotas = ", ".join(_limits(quota) for quota in found.quotas)
    said = _("These quotas can’t be kept together: %(quotas)s, in a team of %(size)d.", quotas=quotas, size=case.size)
    if found.changes:
        said += " " + _("It would go with: %(changes)s.", changes=", ".join(_changed(one) for one in found.changes))
    raise Refused(said)


def _refuse_singling_out(case: Case) -> None:
    found = singled_out(case)
    if found.always:
        raise Refused(
            _(
                "With these quotas some would be drawn for sure: %(groups)s. Please ask for less there, so that chance "
                "decides.",
                groups=_classes(case, found.always),
            )
        )
    if found.never:
        raise Refused(
            _(
                "With these quotas some could never be drawn: %(groups)s. Please leave a seat for them.",
                groups=_classes(case, found.never),
            )
        )


def _classes(case: Case, classes: Iterable[Class]) -> str:
    """The classes in words: "Dezernat IV with Sachbearbeitung"."""
    return "; ".join(
        " + ".join(case.quotas[place].name for place in groups) or _("whoever is in none of the groups")
        for groups in classes
    )


def _limits(quota: Quota) -> str:
    if quota.most is None:
        return _("at least %(least)d of “%(group)s”", least=quota.least, group=quota.name)
    if quota.least == 0:
        return _("at most %(most)d of “%(group)s”", most=quota.most, group=quota.name)
    return _("%(least)d to %(most)d of “%(group)s”", least=quota.least, most=quota.most, group=quota.name)


def _changed(change: Change) -> str:
    """What it would have to be; only the limit that gives way is named."""
    if change.wanted.least != change.quota.least:
        return _("at least %(least)d of “%(group)s”", least=change.wanted.least, group=change.wanted.name)
    return _limits(Quota(change.wanted.name, 0, change.wanted.most))
