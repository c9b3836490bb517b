"""Questions about templates of plans: who may see them, whom they reach, and who has them."""

import datetime as dt
from collections.abc import Collection, Sequence

from flask_babel import gettext as _
from sqlalchemy import Select, false, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app.courses.models import Course
from app.courses.queries.catalogue import is_offered
from app.db import db
from app.people.models import Job, JobFamily, OrgUnit, Person
from app.people.queries import employed
from app.people.rules import Role, UnitKind
from app.people.tree import in_tree_order
from app.people.viewer import Viewer
from app.plans.models import Assignment, Delivery, PlanItem, PlanTemplate, TemplateItem
from app.text.language import language

CHOSEN_UNITS = (UnitKind.HOUSE, UnitKind.DEPARTMENT, UnitKind.OFFICE, UnitKind.DIVISION)


def templates_visible_to(viewer: Viewer) -> Select[PlanTemplate]:
    """The templates with their steps: all of them for HR, those in use for who leads somebody."""
    query = select(PlanTemplate).options(
        selectinload(PlanTemplate.items), joinedload(PlanTemplate.unit), joinedload(PlanTemplate.family)
    )
    query = query.order_by(PlanTemplate.archived_at.is_not(None), PlanTemplate.title, PlanTemplate.id)
    if viewer.has_anywhere(Role.HR):
        return query
    return query.where(PlanTemplate.archived_at.is_(None) if viewer.is_leader else false())


def template_items_visible_to(viewer: Viewer) -> Select[TemplateItem]:
    """The steps of templates, for HR alone."""
    query = select(TemplateItem).join(TemplateItem.template).options(contains_eager(TemplateItem.template))
    return query.where(TemplateItem.retired_at.is_(None)) if viewer.has_anywhere(Role.HR) else query.where(false())


def people_reached(template: PlanTemplate, today: dt.date) -> Select[Person]:
    """Everybody who works here that day and whom the rule of the template reaches."""
    query, reach = employed(today), template.reach
    if template.unit is not None:
        query = query.where(OrgUnit.path.startswith(template.unit.path))
    if reach.family_id is not None:
        query = query.where(Person.job_id.in_(select(Job.id).where(Job.family_id == reach.family_id)))
    if (first := reach.first_entry(today)) is not None:
        query = query.where(Person.entered_on >= first)
    return query


def people_to_assign(template: PlanTemplate, today: dt.date) -> Select[Person]:
    """Those of them who have not got the template yet."""
    has_it = select(Assignment.person_id).where(Assignment.template_id == template.id)
    return people_reached(template, today).where(Person.id.not_in(has_it))


def assignments_of(template_id: int) -> Select[Assignment]:
    """Who has got the template."""
    return select(Assignment).where(Assignment.template_id == template_id).order_by(Assignment.id)


def templates_that_assign() -> Select[PlanTemplate]:
    """The templates whose rule assigns by itself."""
    query = select(PlanTemplate).where(PlanTemplate.assigns_since.is_not(None), PlanTemplate.archived_at.is_(None))
    return query.options(joinedload(PlanTemplate.unit)).order_by(PlanTemplate.id)


def deliveries_of(assignment_id: int) -> Sequence[tuple[Delivery, TemplateItem, PlanItem | None]]:
    """What was delivered: the step of the template as it is now, and the step in the plan where it is still there."""
    query = (
        select(Delivery, TemplateItem, PlanItem)
        .join(TemplateItem, TemplateItem.id == Delivery.template_item_id)
        .outerjoin(PlanItem, PlanItem.id == Delivery.plan_item_id)
        .where(Delivery.assignment_id == assignment_id)
    )
    return [(row[0], row[1], row[2]) for row in db.session.execute(query)]


def count_of(people: Select[Person]) -> int:
    """How many people a question finds."""
    counted = people.with_only_columns(Person.id).order_by(None).options().subquery()
    return db.session.scalar(select(func.count()).select_from(counted)) or 0


def plans_with_templates() -> dict[int, int]:
    """By template, in how many plans it is; one statement."""
    query = select(Assignment.template_id, func.count()).group_by(Assignment.template_id)
    return dict(db.session.execute(query).all())


def leading_to(competence_ids: Collection[int]) -> tuple[Sequence[str], int]:
    """The titles of the templates with steps towards these competences, and in how many plans steps are open."""
    title = PlanTemplate.title_en if language() == "en" else PlanTemplate.title
    towards = select(TemplateItem.template_id).where(
        TemplateItem.competence_id.in_(competence_ids), TemplateItem.retired_at.is_(None)
    )
    titles = db.session.scalars(select(title).where(PlanTemplate.id.in_(towards)).order_by(title)).all()
    is_open = PlanItem.removed_at.is_(None), PlanItem.done_on.is_(None), PlanItem.competence_id.in_(competence_ids)
    return titles, db.session.scalar(select(func.count(PlanItem.plan_id.distinct())).where(*is_open)) or 0


def units_to_choose(viewer: Viewer) -> Sequence[OrgUnit]:
    """The units in the scope of an HR developer, in the order of the tree; one statement."""
    scopes = viewer.scopes.get(Role.HR, frozenset())
    in_scope = [OrgUnit.path.startswith(path) for path in sorted(scopes)]
    return in_tree_order(
        db.session.scalars(select(OrgUnit).where(OrgUnit.kind.in_(CHOSEN_UNITS), or_(false(), *in_scope)))
    )


def templates_for_family(family: JobFamily) -> list[str]:
    """Which plan templates are for a family of jobs, archived ones too, in sentences."""
    found = db.session.scalars(select(PlanTemplate).where(PlanTemplate.family_id == family.id))
    english = language() == "en"
    titles = [template.title_en if english else template.title for template in found]
    return [_("The plan template “%(title)s” is for this family.", title=title) for title in titles]


def families_to_choose() -> Sequence[JobFamily]:
    """All families of jobs by name; one statement."""
    return db.session.scalars(select(JobFamily).order_by(JobFamily.title)).all()


def courses_to_choose() -> Sequence[Course]:
    """The courses of the catalogue by name; one statement."""
    return db.session.scalars(select(Course).where(is_offered()).order_by(Course.title, Course.id)).all()
