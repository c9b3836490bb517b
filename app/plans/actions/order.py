"""In which order the steps of a plan stand."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select

from app.db import db
from app.errors import Refused
from app.people.models import Person
from app.plans import queries, rules
from app.plans.actions.change import check, locked_plan, touch
from app.plans.models import Plan, PlanItem
from app.plans.rules import Wish


@dataclass(frozen=True)
class Ordered:
    """A plan that has been ordered: its version since then, and in which order its steps stood before."""

    version: int
    before: tuple[int, ...]


def order_by_date(person: Person, *, version: int) -> Ordered:
    """Let the open steps follow each other by the days by which they are wanted; those without a day come last."""
    plan = locked_plan(person)
    check(plan, version)
    wishes = _wishes(plan)
    write_order(plan, _ids(rules.by_date(wishes)))
    return Ordered(plan.version, tuple(_ids(wishes)))


def restore_order(person: Person, order: Sequence[int], *, version: int) -> Plan:
    """Put the steps back into the order in which they stood; refused once the plan has changed since."""
    plan = locked_plan(person)
    check(plan, version)
    if sorted(order) != sorted(_ids(_wishes(plan))):
        raise Refused(_("The former order can’t come back: other steps are open in your plan now."))
    write_order(plan, order)
    return plan


def take_in(plan: Plan, new: Collection[int]) -> None:
    """Let new steps, which stand at the end, come to where their days belong; the others keep their order."""
    if new:
        wishes = _wishes(plan)
        known, added = ([one for one in wishes if (one.id in new) is is_new] for is_new in (False, True))
        write_order(plan, _ids(rules.joined(known, added)))


def write_order(plan: Plan, order: Sequence[int]) -> None:
    """Let steps share the places that they have, in this order; what stands between them stays where it is."""
    rows = {row.id: row for row in db.session.scalars(select(PlanItem).where(PlanItem.id.in_(order)))}
    places = sorted(row.position for row in rows.values())
    for one, place in zip(order, places, strict=True):
        rows[one].position = place
    touch(plan)


def _wishes(plan: Plan) -> list[Wish]:
    return [Wish(step.id, step.due_on) for step in queries.movable_steps(plan.person_id)]


def _ids(wishes: Sequence[Wish]) -> list[int]:
    return [one.id for one in wishes]
