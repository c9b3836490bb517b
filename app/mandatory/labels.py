"""How rules and states are said."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.mandatory.models import Rule
from app.mandatory.rules import Duty, State
from app.qualifications.labels import until_label
from app.text.language import language
from app.web.formats import day

STATES = {State.DONE: _l("done"), State.OPEN: _l("open"), State.OVERDUE: _l("overdue")}


def whom(rule: Rule) -> str:
    """Who must."""
    if rule.unit:
        return _("%(unit)s with all below it", unit=rule.unit.name)
    if rule.family:
        return _("all in “%(family)s”", family=rule.family.title_en if language() == "en" else rule.family.title)
    return _("everybody")


def duty_label(duty: Duty) -> str:
    """Where somebody stands, in words."""
    if duty.state is State.DONE:
        return _("done, for ever") if duty.is_for_ever else _("done, valid until %(day)s", day=until_label(duty.until))
    if duty.state is State.OPEN:
        return _("open, due on %(day)s", day=day(duty.due_on))
    return _("overdue since %(day)s", day=day(duty.due_on))
