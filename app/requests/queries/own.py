"""What somebody has asked for, and what they can tie a request to."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from app import clock
from app.competences import queries as competences
from app.competences.queries import Named
from app.db import db
from app.people import queries as people
from app.people.models import Person
from app.people.viewer import Viewer
from app.plans import queries as plans
from app.plans.queries import LeadsTo, Step
from app.requests.models import Decision, TrainingRequest
from app.requests.rules import State
from app.visibility.queries import Look, looks_at

MOST_OFFERS, MOST_LOOKS = 3, 50
CATEGORIES, PURPOSES = ("C",), ("decision", "training")


@dataclass(frozen=True)
class Offers:
    """What the catalogue has for the same competence."""

    competence: Named
    courses: Sequence[LeadsTo]


def own_requests(viewer: Viewer) -> Select[TrainingRequest]:
    """What the viewer asks for, latest change first, with the decisions."""
    return (
        select(TrainingRequest)
        .where(TrainingRequest.person_id == viewer.person.id)
        .options(
            joinedload(TrainingRequest.competence),
            selectinload(TrainingRequest.decisions).joinedload(Decision.decided_by),
        )
        .order_by(TrainingRequest.changed_at.desc(), TrainingRequest.id.desc())
    )


def same_draft(person_id: int, title: str) -> Select[TrainingRequest]:
    """A draft with this title that was never sent."""
    is_new = TrainingRequest.state == State.DRAFT, TrainingRequest.version == 1
    return select(TrainingRequest).where(
        TrainingRequest.person_id == person_id, TrainingRequest.title == title, *is_new
    )


def looks_at_requests(person_id: int) -> Sequence[Look]:
    """Who has opened what the person asks for, a line a day, newest first; one statement."""
    return [look for look in looks_at(person_id, CATEGORIES) if look.purpose in PURPOSES][:MOST_LOOKS]


def who_decides(request: TrainingRequest) -> Sequence[Person]:
    """The leader with whom a request lies, and the deputies; nobody where it does not; one statement."""
    if request.state is not State.WITH_LEADER:
        return []
    return db.session.scalars(people.leaders_of(request.person, clock.today())).all()


def gaps_of(person_id: int, kept: int | None = None) -> list[Named]:
    """The competences in which a level is missing for the person's goal, and the one that is kept; three statements."""
    goal = competences.goal_of(person_id)
    held = competences.current_levels(person_id) if goal else {}
    missing = {one for one, level in (goal.targets if goal else {}).items() if held.get(one, 0) < level}
    wanted = missing | ({kept} if kept else set())
    return competences.named(wanted) if wanted else []


def steps_of(person_id: int) -> list[Step]:
    """The open steps of the person's plan for which a training can be; one statement."""
    return [step for step in plans.open_steps(person_id) if step.is_ticked]


def offers_after_no(request: TrainingRequest) -> Offers | None:
    """The courses that lead further in the competence of a request; three statements, none without a competence."""
    if request.competence_id is None:
        return None
    held = competences.current_levels(request.person_id).get(request.competence_id, 0)
    courses = plans.courses_leading_to(request.competence_id, above=held)[:MOST_OFFERS]
    return Offers(competences.named([request.competence_id])[0], courses)
