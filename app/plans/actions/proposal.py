"""What people do with a proposal."""

from collections.abc import Collection

from app import clock
from app.people.models import Person
from app.plans import queries
from app.plans.actions.plan import add_course


def accept(person: Person, course_ids: Collection[int]) -> int:
    """Take these steps of the proposal over, in its order; how many were new."""
    suggestion = queries.suggestion_for(person.id, clock.today())
    chosen = [step for step in suggestion.steps if step.course_id in course_ids] if suggestion else []
    for step in chosen:
        gain = step.gain
        add_course(
            person,
            step.course_id,
            reason=step.reason,
            competence_id=gain.competence if gain else None,
            level=gain.to_level if gain else None,
        )
    return len(chosen)
