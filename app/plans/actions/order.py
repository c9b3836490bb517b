"""In which order the steps of a plan stand."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from app.db import db
from app.people.models import Person
from app.plans import queries, rules
from app.plans.actions.change import check, locked_plan, touch
from app.plans.models import Plan, PlanItem
from app.plans.rules import Wish


def order_by_date(person: Person, *, version: int) -> Plan:
    """Let the open steps follow each other by the days by which they are wanted; those without a day come last."""
    plan = locked_plan(person)
    check(plan, version)
    write_order(plan, _ids(rules.by_date(_wishes(plan))))
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
