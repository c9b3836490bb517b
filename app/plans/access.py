"""Who may see and change a plan: nobody but the person; who takes part in a talk; who may use templates."""

from app.people.models import Person
from app.people.rules import Role
from app.people.viewer import Viewer
from app.plans.models import (
    BuddyNote,
    BuddyPair,
    Plan,
    PlanItem,
    PlanTemplate,
    PracticeQuestion,
    Talk,
    TemplateItem,
    WeeklyReview,
)


def can_see_plan(viewer: Viewer, plan: Plan) -> bool:
    """Whether the viewer may see the plan; the rule of `queries.plans_visible_to`."""
    return plan.person_id == viewer.person.id


def can_change_item(viewer: Viewer, item: PlanItem) -> bool:
    """Whether the viewer may change the step; the rule of `queries.items_visible_to`."""
    return can_see_plan(viewer, item.plan)


def can_use_templates(viewer: Viewer) -> bool:
    """Whether the viewer may assign templates: HR developers, and everybody who leads somebody."""
    return viewer.has_anywhere(Role.HR) or viewer.is_leader


def can_see_template(viewer: Viewer, _template: PlanTemplate) -> bool:
    """Whether the viewer may look at a template that they know of."""
    return can_use_templates(viewer)


def can_use_template(viewer: Viewer, template: PlanTemplate) -> bool:
    """The same of one template, which must be in use."""
    return can_use_templates(viewer) and template.archived_at is None


def can_write_templates(viewer: Viewer) -> bool:
    """Whether the viewer may write new templates."""
    return viewer.has_anywhere(Role.HR)


def can_edit_template(viewer: Viewer, _template: PlanTemplate) -> bool:
    """Whether the viewer may change a template: they hold for the whole house, so every HR developer may."""
    return can_write_templates(viewer)


def can_edit_template_item(viewer: Viewer, _item: TemplateItem) -> bool:
    """The same of one step."""
    return can_write_templates(viewer)


def can_set_reach(viewer: Viewer, template: PlanTemplate) -> bool:
    """Whether the viewer may set the rule: not where it assigns already to people outside of their scope."""
    return can_write_templates(viewer) and (template.assigns_since is None or _is_in_scope(viewer, template))


def can_assign_by_rule(viewer: Viewer, template: PlanTemplate) -> bool:
    """Whether everybody whom the rule reaches is in the viewer's scope."""
    return _is_in_scope(viewer, template) and template.archived_at is None


def may_assign_to(viewer: Viewer, person: Person) -> bool:
    """Whether the viewer may assign templates to this person: HR in its scope, and whoever leads them."""
    return viewer.has(Role.HR, path=person.unit.path) or viewer.leads(person)


def _is_in_scope(viewer: Viewer, template: PlanTemplate) -> bool:
    return viewer.has(Role.HR, path=template.unit.path if template.unit else "/")


def can_take_part(viewer: Viewer, talk: Talk) -> bool:
    """Whether the viewer is one of the two sides today; the rule of `queries.talk.talks_visible_to`."""
    return talk.person_id == viewer.person.id or viewer.leads(talk.person)


def can_hold_talks(viewer: Viewer) -> bool:
    """Whether there is anybody whom the viewer might lead."""
    return viewer.is_leader


def can_ask_for_a_buddy(viewer: Viewer) -> bool:
    """Whether the viewer may ask somebody to accompany a newcomer: a leader, or HR."""
    return viewer.is_leader or viewer.has_anywhere(Role.HR)


def is_one_of(viewer: Viewer, pair: BuddyPair) -> bool:
    """Whether the viewer is one of the two; the rule of `queries.buddy.pairs_visible_to`."""
    return viewer.person.id in (pair.person_id, pair.buddy_id)


def can_change_note(viewer: Viewer, note: BuddyNote) -> bool:
    """Whether the viewer wrote the note."""
    return note.author_id == viewer.person.id


def can_see_review(viewer: Viewer, review: WeeklyReview) -> bool:
    """Whether the review is the viewer's own; the rule of `queries.review.reviews_visible_to`."""
    return review.person_id == viewer.person.id


def can_answer(viewer: Viewer, question: PracticeQuestion) -> bool:
    """Whether the question is put to the viewer; the rule of `queries.practice.questions_visible_to`."""
    return question.person_id == viewer.person.id
