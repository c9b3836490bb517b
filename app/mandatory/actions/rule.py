"""Rules: made, looked at, switched on and off again."""

from flask_babel import gettext as _

from app import clock
from app.activity.actions import record
from app.db import db
from app.errors import Refused
from app.mandatory import queries
from app.mandatory.models import Rule
from app.people.models import JobFamily, OrgUnit, Person
from app.qualifications.models import Qualification


def make(
    *, by: Person, qualification_id: int, unit_id: int | None, family_id: int | None, due_days: int, remind_days: int
) -> Rule:
    """Write down who must what; nobody must anything yet."""
    rule = Rule(due_days=due_days, remind_days=remind_days)
    _set(rule, qualification_id, unit_id, family_id)
    db.session.add(rule)
    db.session.flush()
    record(by, "mandatory.made", rule, qualification=qualification_id)
    db.session.flush()
    return rule


def change(
    rule: Rule,
    *,
    by: Person,
    qualification_id: int,
    unit_id: int | None,
    family_id: int | None,
    due_days: int,
    remind_days: int,
) -> None:
    """Change a rule that is off."""
    _lock(rule)
    _refuse_where_on(rule)
    _set(rule, qualification_id, unit_id, family_id)
    rule.due_days, rule.remind_days = due_days, remind_days
    record(by, "mandatory.changed", rule)
    db.session.flush()


def switch_on(rule: Rule, *, seen: int, affected: int, by: Person) -> None:
    """Let the rule hold from today; `seen` people were looked at in the preview, `affected` are so many now."""
    _lock(rule)
    if rule.is_on:
        return
    if seen != affected:
        raise Refused(
            _(
                "It is for %(now)s people now, and was for %(seen)s in the preview. Please look once more.",
                now=affected,
                seen=seen,
            )
        )
    rule.on_since = clock.today()
    record(by, "mandatory.switched-on", rule, people=affected)
    db.session.flush()


def switch_off(rule: Rule, *, by: Person) -> None:
    """Let nobody be asked for it by this rule any more; what people hold stays."""
    _lock(rule)
    if rule.is_on:
        rule.on_since = None
        record(by, "mandatory.switched-off", rule)
        db.session.flush()


def remove(rule: Rule, *, by: Person) -> None:
    """Remove a rule that is off."""
    _lock(rule)
    _refuse_where_on(rule)
    record(by, "mandatory.removed", rule)
    db.session.delete(rule)
    db.session.flush()


def _set(rule: Rule, qualification_id: int, unit_id: int | None, family_id: int | None) -> None:
    kind = db.session.get(Qualification, qualification_id)
    if kind is None or kind.retired_at:
        raise Refused(_("Please choose a qualification."), "qualification_id")
    if unit_id is not None and db.session.get(OrgUnit, unit_id) is None:
        raise Refused(_("Please choose a unit."), "unit_id")
    if family_id is not None and db.session.get(JobFamily, family_id) is None:
        raise Refused(_("Please choose a family of jobs."), "family_id")
    with db.session.no_autoflush:
        same = queries.same_rule(qualification_id, unit_id, family_id).where(Rule.id != (rule.id or 0))
        if db.session.scalars(same).first():
            raise Refused(_("There is a rule about this for the same people already."), "qualification_id")
    rule.qualification_id, rule.unit_id, rule.family_id = qualification_id, unit_id, family_id


def _lock(rule: Rule) -> None:
    db.session.refresh(rule, with_for_update={"of": Rule})


def _refuse_where_on(rule: Rule) -> None:
    if rule.is_on:
        raise Refused(_("The rule is on. Please switch it off first."))
