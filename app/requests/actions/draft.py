"""Writing a request, sending it, changing and withdrawing it."""

from dataclasses import asdict

from flask_babel import gettext as _

from app import clock
from app.db import db
from app.errors import Refused
from app.notifications.rules import Kind
from app.people.actions import take_turns
from app.people.models import Person
from app.requests import queries, rules
from app.requests.actions.moving import leave_plan, lock, move
from app.requests.actions.telling import ask_leaders, leaders, tell_hr
from app.requests.models import TrainingRequest
from app.requests.rules import Act, State, Wish


def begin(person: Person, *, title: str, competence_id: int | None = None) -> TrainingRequest:
    """Begin a draft; the same title typed twice, by a double click for one, is one draft."""
    take_turns(person)
    if found := db.session.scalars(queries.same_draft(person.id, title)).first():
        return found
    now = clock.now()
    request = TrainingRequest(person=person, title=title, competence_id=competence_id, begun_at=now, changed_at=now)
    request.year = clock.today().year
    db.session.add(request)
    db.session.flush()
    return request


def save(request: TrainingRequest, wish: Wish, *, edition: int, page: str) -> None:
    """Keep what was typed; refused where another window has changed the draft since this one was opened (R28)."""
    lock(request)
    if request.state is not State.DRAFT:
        raise Refused(_("This request was sent meanwhile, perhaps in another window. Please look at it anew."))
    if not rules.may_save(request.edition, edition, request.page, page):
        raise Refused(_("This draft was changed in another window meanwhile. Nothing is lost: compare both below."))
    for name, value in asdict(wish).items():
        setattr(request, name, value)
    request.year = rules.year_of(request.starts_on, clock.today())
    request.edition, request.page, request.changed_at = request.edition + 1, page, clock.now()
    db.session.flush()


def send(request: TrainingRequest, *, by: Person) -> None:
    """Ask the leader, or HR where nobody leads the person; the others are told in their turn."""
    lock(request)
    if rules.missing(Wish.of(request)):
        raise Refused(_("Please fill in what is missing; then it can be sent."))
    has_leader = db.session.scalars(leaders(request)).first() is not None
    move(request, Act.SEND if has_leader else Act.SEND_TO_HR, by=by, sent_at=clock.now())
    db.session.flush()
    if has_leader:
        ask_leaders(request)
    else:
        tell_hr(request, Kind.TRAINING_WITH_HR)


def change(request: TrainingRequest, *, by: Person) -> None:
    """Make a draft of what was sent: a new version, on which leader and HR decide anew; its money is free again."""
    lock(request)
    before = move(request, Act.CHANGE, by=by)
    request.version, request.edition, request.page = request.version + 1, request.edition + 1, ""
    _release(request, before)
    db.session.flush()


def withdraw(request: TrainingRequest, *, spent_cents: int = 0, by: Person) -> None:
    """End it; of what was approved the costs that stay, such as a fee for cancelling, count as spent."""
    lock(request)
    costs = spent_cents if request.state is State.APPROVED and spent_cents else None
    before = move(request, Act.WITHDRAW, by=by, spent_cents=costs)
    _release(request, before)
    db.session.flush()


def discard(request: TrainingRequest) -> None:
    """Throw a draft away, with everything that was decided on earlier versions of it."""
    lock(request)
    if request.state is not State.DRAFT:
        raise Refused(_("This request was sent meanwhile. You can withdraw it."))
    db.session.delete(request)
    db.session.flush()


def _release(request: TrainingRequest, before: State) -> None:
    """Give back what an approval has bound, and tell HR."""
    if not request.spent_cents:
        request.budget = None
    request.asked_on = None
    leave_plan(request)
    if before is State.APPROVED:
        tell_hr(request, Kind.TRAINING_TAKEN_BACK)
