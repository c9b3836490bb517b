"""Who may see and change a plan: nobody but the person, until something is shared; and who takes part in a talk."""

from app.people.rules import Role
from app.people.viewer import Viewer
from app.plans.models import BuddyNote, BuddyPair, Plan, PlanItem, PracticeQuestion, Talk, WeeklyReview


def can_see_plan(viewer: Viewer, plan: Plan) -> bool:
    """Whether the viewer may see the plan; the rule of `queries.plans_visible_to`."""
    return plan.person_id == viewer.person.id


def can_change_item(viewer: Viewer, item: PlanItem) -> bool:
    """Whether the viewer may change the step; the rule of `queries.items_visible_to`."""
    return can_see_plan(viewer, item.plan)


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
