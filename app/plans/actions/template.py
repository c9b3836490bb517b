"""What HR does with templates of plans: writing them, their steps and their rule."""

from dataclasses import asdict

from flask_babel import gettext as _
from sqlalchemy import func, select

from app import clock
from app.db import db
from app.errors import Refused
from app.people.models import Person
from app.plans import queries
from app.plans.actions.plan import UP
from app.plans.models import PlanTemplate, TemplateItem
from app.plans.rules import Beginning, ItemKind, Reach, TemplateStep
from app.tasks import actions as tasks
from app.tasks.models import Task
from app.tasks.rules import Stage
from app.text.folding import fold
from app.text.markdown import TooLong, to_html

ASSIGN, FOLLOW = "assign-template", "follow-template"
MOST_STEPS = 40


def create_template(
    *, title: str, title_en: str, audience: str, body: str, has_buddy: bool, beginning: Beginning
) -> PlanTemplate:
    """Begin a template; it has no steps yet and reaches nobody by itself."""
    template = PlanTemplate(key=_free_key(title))
    _write(template, title, title_en, audience, body)
    template.has_buddy, template.beginning, template.edited_at = has_buddy, beginning, clock.now()
    db.session.add(template)
    db.session.flush()
    return template


def rewrite_template(
    template: PlanTemplate,
    *,
    title: str,
    title_en: str,
    audience: str,
    body: str,
    has_buddy: bool,
    beginning: Beginning,
) -> PlanTemplate:
    """Change what a template says of itself; plans that have it keep their dates."""
    _write(template, title, title_en, audience, body)
    template.has_buddy, template.beginning, template.edited_at = has_buddy, beginning, clock.now()
    db.session.flush()
    return template


def set_reach(template: PlanTemplate, *, reach: Reach) -> PlanTemplate:
    """Say whom the template is for. A rule that is changed assigns nothing until it is told to again."""
    if template.reach != reach:
        template.unit_id, template.family_id = reach.unit_id, reach.family_id
        template.since, template.within_days = reach.since, reach.within_days
        template.assigns_since = None
    db.session.flush()
    return template


def start_assigning(template: PlanTemplate, *, by: Person) -> Task:
    """Let everybody whom the rule reaches get the template, now and from now on."""
    if not template.items:
        raise Refused(_("This template has no steps yet."))
    template.assigns_since = clock.now()
    return tasks.queue(ASSIGN, by, template_id=template.id)


def stop_assigning(template: PlanTemplate) -> PlanTemplate:
    """Let the rule reach nobody else; who has the template keeps it."""
    template.assigns_since = None
    db.session.flush()
    return template


def archive_template(template: PlanTemplate) -> PlanTemplate:
    """Take a template out of use; plans keep their steps."""
    template.archived_at, template.assigns_since = template.archived_at or clock.now(), None
    template.edited_at = clock.now()
    db.session.flush()
    return template


def reopen_template(template: PlanTemplate) -> PlanTemplate:
    """Bring an archived template back into use."""
    template.archived_at, template.edited_at = None, clock.now()
    db.session.flush()
    return template


def add_template_step(template: PlanTemplate, *, step: TemplateStep, by: Person) -> TemplateItem:
    """Put a step at the end of a template; plans that have it get the step too."""
    if len(template.items) >= MOST_STEPS:
        raise Refused(_("A template has at most %(n)s steps.", n=MOST_STEPS))
    last = db.session.scalar(
        select(func.coalesce(func.max(TemplateItem.position), 0)).where(TemplateItem.template_id == template.id)
    )
    item = TemplateItem(template_id=template.id, kind=step.kind, position=(last or 0) + 1)
    _describe(item, step)
    db.session.add(item)
    return _changed(item, template, by)


def revise_template_step(item: TemplateItem, *, step: TemplateStep, by: Person) -> TemplateItem:
    """Change a step of a template, and with it every plan where the person has not changed it."""
    _describe(item, step)
    return _changed(item, item.template, by)


def move_template_step(item: TemplateItem, *, direction: str) -> TemplateItem:
    """Let a step and the one before or after it change places; plans keep their order."""
    order = [one for one in item.template.items if one.retired_at is None]
    place = order.index(item) + (-1 if direction == UP else 1)
    if 0 <= place < len(order):
        item.position, order[place].position = order[place].position, item.position
        item.template.edited_at = clock.now()
        db.session.flush()
    return item


def retire_template_step(item: TemplateItem, *, by: Person) -> TemplateItem:
    """Take a step out of a template, and out of every plan where the person has not changed it."""
    item.retired_at = clock.now()
    return _changed(item, item.template, by)


def queue_following(template: PlanTemplate, by: Person | None) -> None:
    """Let plans follow a changed template soon, where anybody has it; changes in a row are followed together."""
    if db.session.scalars(queries.assignments_of(template.id).limit(1)).first() is None:
        return
    waiting = db.session.scalars(select(Task.arguments).where(Task.kind == FOLLOW, Task.stage == Stage.WAITING))
    if {"template_id": template.id} not in waiting.all():
        tasks.queue(FOLLOW, by, template_id=template.id)


def _changed(item: TemplateItem, template: PlanTemplate, by: Person) -> TemplateItem:
    template.edited_at = clock.now()
    db.session.flush()
    db.session.expire(template, ["items"])
    queue_following(template, by)
    return item


def _describe(item: TemplateItem, step: TemplateStep) -> None:
    for name, value in asdict(step).items():
        setattr(item, name, value)
    item.link = step.link if step.kind is ItemKind.EXTERNAL else None
    if step.kind is not ItemKind.COURSE:
        item.course_id = None
        return
    course = db.session.scalars(queries.course_to_plan(step.course_id or 0)).one_or_none()
    if course is None:
        raise Refused(_("This course is no longer in the catalogue."), "course_id")
    item.title, item.minutes = course.title, course.effort_minutes


def _write(template: PlanTemplate, title: str, title_en: str, audience: str, body: str) -> None:
    template.title, template.title_en, template.audience, template.body = title, title_en, audience, body
    try:
        template.body_html = to_html(body)
    except TooLong as error:
        raise Refused(_("This text is too long."), "body") from error


def _free_key(title: str) -> str:
    """A key made of the title that no other template has."""
    words = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in fold(title)).split())[:50] or "plan"
    taken = set(db.session.scalars(select(PlanTemplate.key).where(PlanTemplate.key.startswith(words))))
    number = next(n for n in range(1, len(taken) + 2) if (words if n == 1 else f"{words}-{n}") not in taken)
    return words if number == 1 else f"{words}-{number}"
