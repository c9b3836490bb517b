"""What happens by itself: asking how it was, and forgetting."""

from app import clock
from app.db import db
from app.notifications.rules import Kind
from app.requests import queries
from app.requests.actions.moving import lock
from app.requests.actions.telling import tell_person
from app.requests.models import TrainingRequest


def ask_how_it_was() -> int:
    """Ask everybody once whose training is over for its costs and evidence; returns how many that were."""
    today = clock.today()
    over = db.session.scalars(queries.over_and_unasked(today)).all()
    for request in over:
        request.asked_on = today
        if request.person.is_employed(today):
            tell_person(request, Kind.TRAINING_OVER)
    db.session.flush()
    return len(over)


def forget() -> int:
    """Erase requests whose time is over; what they cost stays in the sum of their budget; returns how many."""
    gone = list(queries.forgotten_on(clock.today()))
    for request in gone:
        erase(request)
    return len(gone)


def erase(request: TrainingRequest) -> None:
    """Remove a request with its decisions; its budget keeps what was spent, as a number without a person."""
    lock(request)
    if request.budget is not None and request.spent_cents:
        db.session.refresh(request.budget, with_for_update={"of": type(request.budget)})
        request.budget.settled_cents += request.spent_cents
    db.session.delete(request)
    db.session.flush()
