"""Giving templates to people, once each, and letting plans follow what changes in a template."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from flask_babel import gettext as _
from sqlalchemy import select

from app import clock
from app.db import db, piece_of_work
from app.errors import Refused
from app.notifications.actions import notify
from app.notifications.rules import Kind
from app.people import queries as people
from app.people.actions import take_turns
from app.people.models import Person
from app.people.viewer import Viewer
from app.plans import access, queries
from app.plans.actions import buddy as buddies
from app.plans.actions.change import locked_plan, touch
from app.plans.actions.order import take_in
from app.plans.actions.plan import append
from app.plans.models import Assignment, Delivery, Plan, PlanItem, PlanTemplate, TemplateItem
from app.plans.rules import Content, Fate, ItemState, begins_on, due_day, fate

AT_ONCE = 20
Progress = Callable[[int, int], None]


def assign_to_person(template: PlanTemplate, *, who: str, buddy: str = "", viewer: Viewer) -> Person:
    """Give the template to somebody by name, once, and ask whoever is named to be their buddy."""
    named = db.session.scalars(people.people_called(who, viewer.today)).all()
    found = [person for person in named if access.may_assign_to(viewer, person)]
    if not found:
        raise Refused(_("There is nobody of this name to whom you may assign templates."), "who")
    if len(found) > 1:
        raise Refused(_("Several people are called so. Please enter the e-mail address."), "who")
    companion = buddies.called(buddy, "buddy") if buddy else None
    assign(template, found[0], by=viewer.person, has_companion=companion is not None)
    if companion is not None:
        buddies.pair_up(found[0], companion, by=viewer.person)
    return found[0]


def assign(template: PlanTemplate, person: Person, *, by: Person | None, has_companion: bool = False) -> Assignment:
    """Put the steps of the template into the person's plan, and tell them; a second time nothing happens.

    Where the template wants the person accompanied and nobody does so yet, their leader is asked to find a buddy.
    """
    take_turns(person)
    has_it = select(Assignment).where(Assignment.template_id == template.id, Assignment.person_id == person.id)
    if (found := db.session.scalars(has_it).one_or_none()) is not None:
        return found
    if not template.items:
        raise Refused(_("This template has no steps yet."))
    starts_on = begins_on(template.beginning, person.entered_on, clock.today())
    made = Assignment(template_id=template.id, person_id=person.id, starts_on=starts_on, assigned_at=clock.now())
    made.assigned_by_id = by.id if by else None
    db.session.add(made)
    db.session.flush()
    plan = locked_plan(person)
    _deliver_all(made, plan, template.items)
    title = template.title_en if person.language == "en" else template.title
    notify(person, Kind.PLAN_SECTION, path="/plan", title=title)
    if template.has_buddy and not has_companion:
        _want_buddy(person, by)
    db.session.flush()
    return made


def _want_buddy(person: Person, by: Person | None) -> None:
    leader = db.session.scalars(people.leader_of(person, clock.today())).first()
    is_alone = db.session.scalar(queries.buddy.pairs_of(person.id).limit(1)) is None
    if leader is not None and leader is not by and is_alone:
        path = f"/buddies/request?newcomer={quote(person.email or person.personnel_number)}"
        notify(leader, Kind.BUDDY_WANTED, path=path, title=person.name)


def assign_where_due() -> int:
    """Give every template whose rule assigns to those whom it reaches since; returns how many got one."""
    ids = [template.id for template in db.session.scalars(queries.templates_that_assign())]
    return sum(_assign_to_all(template_id, lambda _done, _of: None) for template_id in ids)


def assign_by_rule(progress: Progress, *, template_id: int) -> dict[str, Any]:
    """Long work: the same for one template. Progress counts portions, so that nobody reads a small number there."""
    _assign_to_all(template_id, progress)
    return {}


def follow_template(progress: Progress, *, template_id: int) -> dict[str, Any]:
    """Long work: let every plan that has the template follow its changes."""
    ids = list(db.session.scalars(queries.assignments_of(template_id).with_only_columns(Assignment.id)))
    for portion in _portions(ids, progress):
        with piece_of_work():
            for assignment in db.session.scalars(select(Assignment).where(Assignment.id.in_(portion))).all():
                follow(assignment)
    return {}


def follow(assignment: Assignment) -> None:
    """Let one plan follow its template: only steps that are still as they were delivered."""
    plan = locked_plan(assignment.person)
    delivered = queries.deliveries_of(assignment.id)
    for delivery, item, step in delivered:
        is_open = step is not None and step.removed_at is None and step.done_on is None
        wanted = None if item.retired_at else _content(assignment, item)
        chosen = fate(delivery.hash, content_of(step) if step and is_open else None, wanted)
        if step is not None and wanted is not None and chosen is Fate.UPDATE:
            _write(step, wanted)
            delivery.hash = wanted.hash
        elif step is not None and chosen is Fate.REMOVE:
            step.removed_at = clock.now()
    known = {item.id for _, item, _ in delivered}
    _deliver_all(assignment, plan, [item for item in assignment.template.items if item.id not in known])
    touch(plan)


def _assign_to_all(template_id: int, progress: Progress) -> int:
    template = db.session.get_one(PlanTemplate, template_id)
    query = queries.people_to_assign(template, clock.today()).with_only_columns(Person.id).order_by(None)
    ids = sorted(db.session.scalars(query.options()))
    given = 0
    for portion in _portions(ids, progress):
        with piece_of_work():
            template = db.session.get_one(PlanTemplate, template_id)
            people = select(Person).where(Person.id.in_(portion)).order_by(Person.id)
            given += sum(_assigned(template, person) for person in db.session.scalars(people).all())
    return given


def _assigned(template: PlanTemplate, person: Person) -> bool:
    """Whether the person got the template; a full plan stays as it is, and the next day it is tried again."""
    try:
        with db.session.begin_nested():
            assign(template, person, by=None)
    except Refused:
        return False
    return True


def _portions(ids: Sequence[int], progress: Progress) -> Iterator[Sequence[int]]:
    portions = [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]
    for number, portion in enumerate(portions, start=1):
        yield portion
        progress(number, len(portions))


def _deliver_all(assignment: Assignment, plan: Plan, items: Iterable[TemplateItem]) -> None:
    """Put steps of the template into the plan, each where its day belongs."""
    delivered = [_deliver(assignment, plan, item) for item in items]
    take_in(plan, {one.plan_item_id for one in delivered if one.plan_item_id is not None})


def _deliver(assignment: Assignment, plan: Plan, item: TemplateItem) -> Delivery:
    """Put a step of the template into the plan; a course that is in it already stays where it is."""
    content = _content(assignment, item)
    delivery = Delivery(assignment_id=assignment.id, template_item_id=item.id, hash=content.hash)
    there = select(PlanItem.id).where(
        PlanItem.plan_id == plan.id, PlanItem.removed_at.is_(None), PlanItem.course_id == item.course_id
    )
    if item.course_id is None or db.session.scalars(there).first() is None:
        step = PlanItem(kind=item.kind, state=ItemState.PROPOSED)
        _write(step, content)
        delivery.plan_item_id = append(plan, step).id
    db.session.add(delivery)
    return delivery


def _content(assignment: Assignment, item: TemplateItem) -> Content:
    """What the template says for this person."""
    return Content(
        kind=item.kind,
        title=item.title,
        minutes=item.minutes,
        due_on=due_day(assignment.starts_on, item.due_days, None),
        reason=item.reason,
        priority=item.priority,
        link=item.link,
        course_id=item.course_id,
        competence_id=item.competence_id,
        target_level=item.target_level,
    )


def content_of(step: PlanItem) -> Content:
    """What the step in the plan says; place, state and note are the person's own and change nothing here."""
    names = Content.__dataclass_fields__
    return Content(**{name: getattr(step, name) for name in names})


def _write(step: PlanItem, content: Content) -> None:
    for name in Content.__dataclass_fields__:
        setattr(step, name, getattr(content, name))
