"""A change of a plan: one after the other, refused on a page that is out of date, and counted."""

import datetime as dt

from flask_babel import gettext as _
from sqlalchemy import delete

from app import clock
from app.db import db
from app.errors import Refused
from app.people.actions import take_turns
from app.people.models import Person
from app.plans import queries
from app.plans.models import Plan, PlanItem

CAN_BE_PUT_BACK = dt.timedelta(days=1)


def locked_plan(person: Person) -> Plan:
    """The person's plan, opened with the first step; two forms of one person are judged one after the other."""
    take_turns(person)
    found = queries.plan_of(person.id).with_for_update().execution_options(populate_existing=True)
    plan = db.session.scalars(found).one_or_none()
    if plan is None:
        plan = Plan(person_id=person.id, changed_at=clock.now())
        db.session.add(plan)
        db.session.flush()
    return plan


def lock(plan: Plan, version: int | None = None) -> None:
    db.session.refresh(plan, with_for_update=True)
    if version is not None:
        check(plan, version)


def lock_present(item: PlanItem, version: int | None = None) -> None:
    if item.removed_at is not None:
        raise Refused(_("“%(title)s” has been taken out of your plan, perhaps in another window.", title=item.title))
    lock(item.plan, version)


def check(plan: Plan, version: int) -> None:
    """Refuse what was decided on a page that is out of date, so that no change is overwritten unseen (R28)."""
    if plan.version != version:
        raise Refused(
            _(
                "Your plan has been changed in another window in the meantime. Nothing is lost: look at it as it is "
                "now and, if you still want to, make your change again."
            )
        )


def touch(plan: Plan) -> None:
    """Count a change, and forget for good what was taken out long ago."""
    now = clock.now()
    plan.changed_at = now
    long_ago = (PlanItem.plan_id == plan.id, PlanItem.removed_at < now - CAN_BE_PUT_BACK)
    db.session.flush()
    db.session.execute(delete(PlanItem).where(*long_ago).execution_options(synchronize_session=False))
