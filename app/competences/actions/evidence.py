"""Handing in a proof, correcting it, and taking it back."""

from collections.abc import Callable, Iterable, Mapping

from flask_babel import gettext as _
from sqlalchemy import select

from app import clock
from app.competences import queries
from app.competences.actions.statement import add_evidence, take_back
from app.competences.models import Evidence, EvidenceClaim, Inquiry, Statement
from app.competences.rules import Facts, InquiryStage
from app.db import db
from app.errors import Refused
from app.files import actions as files
from app.files.rules import Upload
from app.people.actions import take_turns
from app.people.models import Person

FACTS = ("proof", "title", "text", "link", "happened_on", "valid_until")

HANDED_IN: list[Callable[[Person, Evidence, int | None], None]] = []
"""What upper packages do when a proof was handed in, perhaps for a step of a plan."""

WITHDRAWN: list[Callable[[Evidence], list[str]]] = []
"""What upper packages do when a proof was withdrawn; they name the steps of a plan that are open again."""


def hand_in(person: Person, *, facts: Facts, file: Upload | None = None, step: int | None = None) -> Evidence:
    """Keep a proof and state the levels it shows; the same one handed in twice is one."""
    take_turns(person)
    _check(facts, has_file=file is not None)
    if found := _same_live(person.id, facts):
        if _says(found) == facts:
            return found
        raise Refused(_("You have a piece of evidence with this title and day already."), "title")
    kept = files.keep(file, person.id) if file else None
    evidence = Evidence(person_id=person.id, file=kept, changed_at=clock.now(), version=1)
    _write(evidence, facts)
    db.session.add(evidence)
    db.session.flush()
    _state(person, evidence)
    for follow in HANDED_IN:
        follow(person, evidence, step)
    return evidence


def correct(
    evidence: Evidence, person: Person, *, facts: Facts, file: Upload | None, removes_file: bool, version: int
) -> None:
    """Replace what a proof says by a new version; statements that no longer hold are taken back by new rows."""
    take_turns(person)
    db.session.refresh(evidence, ["version"], with_for_update=True)
    if evidence.version != version:
        raise Refused(_("This was changed in another window meanwhile. Please open it anew and correct it there."))
    _check(facts, has_file=file is not None or (evidence.file is not None and not removes_file), old=evidence)
    other = _same_live(person.id, facts)
    if other and other.id != evidence.id:
        raise Refused(_("You have a piece of evidence with this title and day already."), "title")
    _replace_file(evidence, file, removes_file)
    _retract(_claims_that_change(evidence, facts))
    _write(evidence, facts)
    evidence.version, evidence.changed_at = version + 1, clock.now()
    _close_inquiries(evidence)
    db.session.flush()
    _state(person, evidence)


def withdraw(evidence: Evidence, person: Person) -> list[str]:
    """Take a proof back: its statements no longer hold, nobody sees it any more; it can be restored.

    Steps of the plan that were ticked by it are open again: their titles.
    """
    take_turns(person)
    _retract(evidence.claims)
    _close_inquiries(evidence)
    evidence.withdrawn_at = clock.now()
    db.session.flush()
    return [title for follow in WITHDRAWN for title in follow(evidence)]


def restore(evidence: Evidence, person: Person) -> None:
    """Hand a withdrawn proof in again, with the day on which it happened."""
    take_turns(person)
    if _same_live(person.id, _says(evidence)):
        raise Refused(_("You have a piece of evidence with this title and day already."))
    evidence.withdrawn_at = None
    db.session.flush()
    _state(person, evidence)
    for follow in HANDED_IN:
        follow(person, evidence, None)


def delete(evidence: Evidence, person: Person) -> None:
    """Remove a withdrawn proof for good: with its file, and with what others have said about it."""
    take_turns(person)
    for inquiry in db.session.scalars(select(Inquiry).where(Inquiry.evidence_id == evidence.id)):
        db.session.delete(inquiry)
    db.session.flush()
    file = evidence.file
    db.session.delete(evidence)
    db.session.flush()
    if file:
        files.discard(file)


def _check(facts: Facts, *, has_file: bool, old: Evidence | None = None) -> None:
    if facts.happened_on > clock.today():
        raise Refused(_("Please choose a day that lies in the past, or today."), "happened_on")
    if facts.valid_until and facts.valid_until < facts.happened_on:
        raise Refused(_("It can’t end before it happened. Please check both days."), "valid_until")
    if not facts.shows_something(has_file=has_file):
        raise Refused(_("Please add a few words, a link or a file, so that there is something to see."), "text")
    if not facts.claims:
        raise Refused(_("Please choose at least one competence, with the level that this shows."), "claims")
    kept = {claim.competence_id: claim.level for claim in old.claims} if old else {}
    _check_levels({one: level for one, level in facts.claims.items() if kept.get(one) != level})


def _check_levels(claims: Mapping[int, int]) -> None:
    highest = queries.highest_levels(claims)
    for competence, level in claims.items():
        if competence not in highest:
            raise Refused(_("This competence is no longer in use. Please reload the page."), "claims")
        if not 1 <= level <= highest[competence]:
            raise Refused(_("This level is not on the scale of its competence. Please choose a lower one."), "claims")


def _same_live(person_id: int, facts: Facts) -> Evidence | None:
    same = select(Evidence).where(
        Evidence.person_id == person_id,
        Evidence.title == facts.title,
        Evidence.happened_on == facts.happened_on,
        Evidence.withdrawn_at.is_(None),
    )
    return db.session.scalars(same).first()


def _says(evidence: Evidence) -> Facts:
    claims = {claim.competence_id: claim.level for claim in evidence.claims}
    return Facts(**{name: getattr(evidence, name) for name in FACTS}, claims=claims)


def _write(evidence: Evidence, facts: Facts) -> None:
    for name in FACTS:
        setattr(evidence, name, getattr(facts, name))
    held = {claim.competence_id: claim for claim in evidence.claims}
    evidence.claims = [held.get(one) or EvidenceClaim(competence_id=one) for one in sorted(facts.claims)]
    for claim in evidence.claims:
        claim.level = facts.claims[claim.competence_id]


def _state(person: Person, evidence: Evidence) -> None:
    """Say what the proof shows, wherever no statement says so yet."""
    for claim in evidence.claims:
        if claim.statement_id is None:
            row = add_evidence(
                person,
                claim.competence_id,
                claim.level,
                kind=evidence.proof.kind,
                source=evidence.title,
                observed_on=evidence.happened_on,
                valid_until=evidence.valid_until,
            )
            claim.statement_id = row.id
    db.session.flush()


def _claims_that_change(evidence: Evidence, facts: Facts) -> list[EvidenceClaim]:
    """Those whose statement would say something else: another level, title, day, end or kind."""
    stated = ("proof", "title", "happened_on", "valid_until")
    is_other = any(getattr(evidence, name) != getattr(facts, name) for name in stated)
    return [claim for claim in evidence.claims if is_other or facts.claims.get(claim.competence_id) != claim.level]


def _retract(claims: Iterable[EvidenceClaim]) -> None:
    numbers = {claim.statement_id: claim for claim in claims if claim.statement_id is not None}
    for statement in db.session.scalars(select(Statement).where(Statement.id.in_(numbers), queries.holds())):
        take_back(statement)
    for claim in numbers.values():
        claim.statement_id = None
    db.session.flush()


def _replace_file(evidence: Evidence, file: Upload | None, removes_file: bool) -> None:
    old = evidence.file
    if file is None and not removes_file:
        return
    evidence.file = files.keep(file, evidence.person_id) if file else None
    db.session.flush()
    if old:
        files.discard(old)


def _close_inquiries(evidence: Evidence) -> None:
    still_open = select(Inquiry).where(Inquiry.evidence_id == evidence.id, Inquiry.stage == InquiryStage.OPEN)
    for inquiry in db.session.scalars(still_open):
        inquiry.stage = InquiryStage.WITHDRAWN
