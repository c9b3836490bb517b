"""After it took place: what it really cost, and the evidence that comes back."""

import datetime as dt

from flask_babel import gettext as _
from sqlalchemy import update

from app import clock
from app.competences import actions as competences
from app.competences.models import Evidence
from app.competences.rules import Facts, Proof
from app.db import db
from app.errors import Refused
from app.files.rules import Upload
from app.notifications.rules import Kind
from app.people.actions import take_turns
from app.people.models import Person
from app.plans import actions as plans
from app.plans.models import PlanItem
from app.requests.actions.moving import lock, move
from app.requests.actions.telling import tell_hr
from app.requests.models import TrainingRequest
from app.requests.rules import Act, State


def report(request: TrainingRequest, *, happened_on: dt.date, spent_cents: int, by: Person) -> None:
    """Say that it took place and what it cost; its step of the plan is done, and HR is told."""
    take_turns(by)
    lock(request)
    if happened_on > clock.today():
        raise Refused(_("Please choose a day that lies in the past, or today."), "happened_on")
    move(request, Act.REPORT, by=by, happened_on=happened_on, spent_cents=spent_cents)
    item = db.session.get(PlanItem, request.item_id) if request.item_id else None
    if item is not None and item.removed_at is None and item.done_on is None:
        plans.tick(item)
    tell_hr(request, Kind.TRAINING_REPORTED)
    db.session.flush()


def hand_in_evidence(
    request: TrainingRequest,
    *,
    competence_id: int,
    level: int,
    text: str,
    file: Upload | None,
    valid_until: dt.date | None,
    by: Person,
) -> Evidence:
    """Hand in what the training shows of a competence: a certificate as a file, or words."""
    take_turns(by)
    lock(request)
    if request.state is not State.DONE or request.happened_on is None:
        raise Refused(_("Please say first that it took place."))
    if request.evidence_id is not None:
        raise Refused(_("You have handed in evidence for it already."))
    facts = Facts(
        proof=Proof.EXTERNAL,
        title=request.title,
        text=text,
        link=None,
        happened_on=request.happened_on,
        valid_until=valid_until,
        claims={competence_id: level},
    )
    evidence = competences.hand_in(by, facts=facts, file=file)
    request.evidence_id, request.changed_at = evidence.id, clock.now()
    db.session.flush()
    return evidence


def let_go_of(evidence: Evidence) -> list[str]:
    """Evidence that is withdrawn has not come back: it can be handed in again. No step of a plan is opened by that."""
    named = update(TrainingRequest).where(TrainingRequest.evidence_id == evidence.id)
    db.session.execute(named.values(evidence_id=None))
    return []
